using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>The generator with many mutants in it, of which one at a time can be made active.</summary>
internal sealed record MutatedGenerator(byte[] Image, IReadOnlyList<Mutant> Mutants)
{
    // Of those that are chosen by chance, about a third does not compile.
    private const int Spare = 10;

    /// <summary>The first mutants of a seed that compile.</summary>
    public static MutatedGenerator OfSeed(int count, int seed)
    {
        CSharpCompilation sources = GeneratorSources.Compilation();
        var ordered = Selection.Ordered(
            All(sources),
            seed,
            mutation => mutation.Exchanged is not var (first, second) || HaveOneType(sources.GetSemanticModel(first.SyntaxTree), first, second));
        return Make(sources, [.. ordered.Take(2 * count + Spare).Select((mutation, number) => (number, mutation))], count);
    }

    /// <summary>Certain mutants: those with this text in each of the files that are nearest to a line.</summary>
    public static MutatedGenerator Of(params IReadOnlyList<(string File, int Line, string Before, string After)> mistakes)
    {
        CSharpCompilation sources = GeneratorSources.Compilation();
        Mutation[] all = [.. All(sources)];
        return Make(sources, [.. mistakes.Select((mistake, number) => (number, Find(all, mistake)))], mistakes.Count);
    }

    private static Mutation Find(Mutation[] all, (string File, int Line, string Before, string After) mistake) => all
        .Where(mutation => mutation.File == mistake.File && OneLine(mutation.Place.ToString()) == mistake.Before && OneLine(mutation.After) == mistake.After)
        .MinBy(mutation => Math.Abs(LineOf(mutation) - mistake.Line))
        ?? throw new ArgumentException($"{mistake.File} has no {mistake.Before} that could be {mistake.After}.");

    private static MutatedGenerator Make(CSharpCompilation sources, (int Number, Mutation Mutation)[] candidates, int count)
    {
        CSharpCompilation instrumented = sources.AddSyntaxTrees(GeneratorSources.Parse(MutantSwitch.Source(candidates.Length), "MutantSwitch.cs"));
        List<(int Number, Mutation Mutation)> valid = [];
        foreach (var file in candidates.GroupBy(candidate => candidate.Mutation.Place.SyntaxTree))
        {
            (instrumented, var compiled) = Instrumented(instrumented, [.. file], file.Key);
            valid.AddRange(compiled);
        }

        using var image = new MemoryStream();
        var result = instrumented.Emit(image, manifestResources: GeneratorSources.Resources());
        return result.Success
            ? new(image.ToArray(), [.. valid.OrderBy(mutant => mutant.Number).Take(count).Select(mutant => Described(mutant.Number, mutant.Mutation))])
            : throw new InvalidOperationException($"The generator's sources do not compile: {string.Join("\n", result.Diagnostics.Where(IsError).Take(5))}");
    }

    /// <summary>A file with those of its mutants that compile.</summary>
    private static (CSharpCompilation Compilation, IReadOnlyList<(int Number, Mutation Mutation)> Valid) Instrumented(
        CSharpCompilation compilation, (int Number, Mutation Mutation)[] mutants, SyntaxTree file)
    {
        while (true)
        {
            var rewriter = new Instrumentation(mutants.ToLookup(mutant => mutant.Mutation.Place));
            SyntaxTree tree = GeneratorSources.Parse(rewriter.Visit(file.GetRoot())!.ToFullString(), file.FilePath);
            CSharpCompilation result = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(other => other.FilePath == file.FilePath), tree);
            Diagnostic[] errors = [.. result.GetSemanticModel(tree).GetDiagnostics().Where(IsError)];
            if (errors.Length == 0)
            {
                return (result, mutants);
            }

            HashSet<int> invalid = [.. errors.SelectMany(AtFault)];
            mutants = invalid.Count > 0
                ? [.. mutants.Where(mutant => !invalid.Contains(mutant.Number))]
                : throw new InvalidOperationException($"The generator's sources do not compile: {errors[0]}");
        }
    }

    private static IEnumerable<Mutation> All(CSharpCompilation sources) => sources.SyntaxTrees.Where(GeneratorSources.IsMutated).SelectMany(Catalogue.In);

    private static bool HaveOneType(SemanticModel model, SyntaxNode first, SyntaxNode second) =>
        SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(first).ConvertedType, model.GetTypeInfo(second).ConvertedType);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>An error is the fault of the innermost mutant around it; of all in the member if there is none.</summary>
    private static IEnumerable<int> AtFault(Diagnostic error)
    {
        SyntaxNode place = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        int[] around = [.. Instrumentation.Around(place).Take(1)];
        IEnumerable<SyntaxNode> member = place.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First().DescendantNodes();
        return around.Length > 0 ? around : member.SelectMany(Instrumentation.Around);
    }

    private static Mutant Described(int number, Mutation mutation) => new(
        number,
        mutation.File,
        LineOf(mutation),
        mutation.Operator,
        OneLine(mutation.Place.ToString()),
        OneLine(mutation.After),
        Catalogue.IsStatic(mutation.Place));

    private static int LineOf(Mutation mutation) => mutation.Place.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
