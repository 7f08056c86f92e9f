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
    private const int FewSeed = 1;

    // Enough for what the few mutants of an ordinary run get wrong.
    private static readonly string[] FewPrograms = ["Rules", "Seed"];

    /// <summary>The machinery works: of a few mutants, those are killed that two programs are enough for.</summary>
    [Fact]
    public void AFewMutantsAreKilled()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("staticad-mutation-");
        try
        {
            var folder = new MutationFolder(root.FullName);
            folder.Prepare(MutatedGenerator.Make(8, FewSeed));
            var run = new MutationRun(folder, FewPrograms);
            run.Check(folder.Mutants);
            output.WriteLine(run.Table(folder.Mutants));
            Assert.True(run.Survivors(folder.Mutants).Count <= 4, run.Table(folder.Mutants));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    /// <summary>The long run: as many as <c>STATICAD_MUTANTS</c> says, or the one of <c>STATICAD_MUTANT</c>.</summary>
    [Fact]
    public void MutantsAreKilled()
    {
        int count = Setting("STATICAD_MUTANTS", 0);
        if (count == 0)
        {
            return;
        }

        var folder = new MutationFolder(Environment.GetEnvironmentVariable(MutationFolder.Variable) ?? Directory.CreateTempSubdirectory("staticad-mutation-").FullName);
        output.WriteLine(folder.Root);
        if (!folder.IsPrepared)
        {
            folder.Prepare(MutatedGenerator.Make(count, Setting("STATICAD_MUTATION_SEED", FewSeed)));
        }

        IReadOnlyList<Mutant> mutants = folder.Mutants;
        var run = new MutationRun(folder, []);
        run.Check(mutants);
        output.WriteLine(run.Table(mutants));
        int killed = mutants.Count - run.Survivors(mutants).Count;
        Assert.True(killed * 100 >= mutants.Count * LeastKilled, $"{killed} of {mutants.Count} were killed.\n{run.Table(run.Survivors(mutants))}");
    }

    private static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
