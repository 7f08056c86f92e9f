using System.Globalization;
using StaticAd.Tests.Mutation.Checks;
using StaticAd.Tests.Mutation.Mutants;
using StaticAd.Tests.Package;
using Xunit;

namespace StaticAd.Tests.Mutation;

/// <summary>Mistakes put into the generator on purpose: the tests must notice. See Tests/README.md.</summary>
[Trait("Needs", "OwnProcess")]
[Collection(OwnProcess.Name)]
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int LeastKilled = 95;
    private const int UsualSeed = 1;
    private const string OneVariable = "STATICAD_MUTANT";
    private const string ListVariable = "STATICAD_MUTANT_LIST";

    // One of each kind that the field knows: a sign, a dropped term, swapped operands, a forgotten zeroing. The last one is in nobody's way.
    private static readonly (string File, int Line, string Before, string After)[] Few =
    [
        ("Generator/Rules/Quotients.cs", 1, "block.Negate(block.Multiply(quotient.Result, numerator))", "block.Multiply(quotient.Result, numerator)"),
        ("Generator/Passes/Adjoint/AdjointMap.cs", 1, "builder.Add(current, contribution, name)", "contribution"),
        ("Generator/Rules/Quotients.cs", 1, "block.Subtract(numeratorTangent, correction)", "block.Subtract(correction, numeratorTangent)"),
        ("Generator/Families/VjpMember.cs", 1, "ReverseSweep.ClearGradients(member, parts);", ""),
        ("Generator/Passes/Halves/HalfResults.cs", 1, "own.Name != parameter.Name", "own.Name == parameter.Name"),
    ];

    private static readonly string[] FewPrograms = ["Tridiagonal"];

    /// <summary>The machinery works: one program is enough to notice all but the last.</summary>
    [Fact]
    public void AFewMutantsAreKilled()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("staticad-mutation-");
        try
        {
            var folder = new MutationFolder(root.FullName);
            folder.Prepare(MutatedGenerator.Of(Few));
            var run = new MutationRun(folder, FewPrograms);
            run.Check(folder.Mutants);
            output.WriteLine(run.Table(folder.Mutants));
            Assert.Equal(Few.Length, folder.Mutants.Count);
            Assert.Equal(folder.Mutants[^1], Assert.Single(run.Survivors(folder.Mutants)));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    /// <summary>
    /// The long run: as many as <c>STATICAD_MUTANTS</c> says, or of these once more the one that <c>STATICAD_MUTANT</c> names; or those of a
    /// list, with a file, about which line, what stands there and what should in each line, separated by tabs.
    /// </summary>
    [Fact]
    public void MutantsAreKilled()
    {
        int count = Setting("STATICAD_MUTANTS", 0);
        string? list = Environment.GetEnvironmentVariable(ListVariable);
        if (count == 0 && list is null)
        {
            return;
        }

        var folder = new MutationFolder(Environment.GetEnvironmentVariable(MutationFolder.Variable) ?? Directory.CreateTempSubdirectory("staticad-mutation-").FullName);
        output.WriteLine(folder.Root);
        if (!folder.IsPrepared)
        {
            folder.Prepare(list is null ? MutatedGenerator.OfSeed(count, Setting("STATICAD_MUTATION_SEED", UsualSeed)) : MutatedGenerator.Of([.. Listed(list)]));
        }

        IReadOnlyList<Mutant> mutants = folder.Mutants;
        if (Setting(OneVariable, MutantSwitch.None) is var one and not MutantSwitch.None)
        {
            mutants = [.. mutants.Where(mutant => mutant.Number == one)];
            folder.Forget(one);
        }

        string[] programs = (Environment.GetEnvironmentVariable(MutationWorker.ProgramsVariable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var run = new MutationRun(folder, programs, Setting(MutationWorker.PatienceVariable, 0) > 0);
        run.Check(mutants);
        output.WriteLine(run.Table(mutants));
        int killed = mutants.Count - run.Survivors(mutants).Count;
        Assert.True(killed * 100 >= mutants.Count * LeastKilled, $"{killed} of {mutants.Count} were killed.\n{run.Table(run.Survivors(mutants))}");
    }

    private static IEnumerable<(string File, int Line, string Before, string After)> Listed(string file) => File.ReadAllLines(file)
        .Select(line => line.Split('\t'))
        .Select(parts => (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2], parts[3]));

    private static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
