using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticAd.Tests.Fuzz.Syntax;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Fuzz.Checks;

/// <summary>Some programs in one compilation: generated, compiled, run.</summary>
internal sealed partial class FuzzBatch
{
    private const int LongestWords = 300;

    // Batches that follow one another have the references of this one.
    private static readonly CSharpCompilation Empty = Toolchain.Compile("Fuzz");

    private readonly FuzzProgram[] _programs;
    private readonly Outcome?[] _outcomes;
    private readonly SyntaxTree[] _trees;

    private readonly Func<string, string>? _sabotage;

    private FuzzBatch(FuzzProgram[] programs, Func<string, string>? sabotage)
    {
        _sabotage = sabotage;
        _programs = programs;
        _outcomes = new Outcome?[programs.Length];
        _trees = [.. programs.Select((program, number) => Toolchain.Parse(ProgramText.Of(program, ClassName(number)), ClassName(number) + ".cs"))];
    }

    /// <summary>What becomes of each program.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="sabotage">Changes generated files, to see whether that is noticed.</param>
    public static IReadOnlyList<Outcome> Run(IReadOnlyList<FuzzProgram> programs, Func<string, string>? sabotage = null)
    {
        var batch = new FuzzBatch([.. programs], sabotage);
        try
        {
            batch.Run();
        }
        catch (Exception) when (programs.Count > 1)
        {
            // Which of them it was.
            return [.. programs.SelectMany(program => Run([program], sabotage))];
        }
        catch (Exception exception)
        {
            batch.Decide(0, Fate.Failed, $"{exception.GetType().Name}: {exception.Message} {exception.InnerException}");
        }

        return batch._outcomes!;
    }

    private static string ClassName(int number) => $"P{number:d3}";

    private void Run()
    {
        Generation generation = Generation.Run(Empty.AddSyntaxTrees(_trees), Toolchain.NewGenerator());
        foreach (MarkedMethod method in _trees.SelectMany(tree => MarkedMethod.In(generation.Output, tree)).Where(method => !method.HasDerivative))
        {
            int number = Number(method.Syntax.SyntaxTree);
            _outcomes[number] ??= Refusal(generation, number);
        }

        CSharpCompilation compilation = Changed(generation.Output);
        compilation = compilation.AddSyntaxTrees([.. Undecided().SelectMany(number => Drivers(generation.Output, number))]);
        using var image = new MemoryStream();
        while (!Emit(image, ref compilation))
        {
            image.SetLength(0);
        }

        Check(image);
    }

    private CSharpCompilation Changed(CSharpCompilation compilation)
    {
        foreach (SyntaxTree tree in _sabotage is null ? [] : compilation.SyntaxTrees.Where(IsGenerated).ToArray())
        {
            compilation = compilation.ReplaceSyntaxTree(tree, Toolchain.Parse(_sabotage!(tree.ToString()), tree.FilePath));
        }

        return compilation;
    }

    private IEnumerable<int> Undecided() => Enumerable.Range(0, _programs.Length).Where(number => _outcomes[number] is null);

    /// <summary>Compiles, or takes the programs out that do not compile.</summary>
    private bool Emit(MemoryStream image, ref CSharpCompilation compilation)
    {
        var result = compilation.Emit(image);
        var broken = result.Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                || (diagnostic.Severity == DiagnosticSeverity.Warning && IsGenerated(diagnostic.Location.SourceTree)))
            .GroupBy(diagnostic => Number(diagnostic.Location.SourceTree))
            .ToArray();
        foreach (var group in broken)
        {
            // An error in the program itself is the cause of all others.
            Diagnostic first = group.OrderBy(diagnostic => IsGenerated(diagnostic.Location.SourceTree)).ThenByDescending(diagnostic => diagnostic.Severity).First();
            Decide(group.Key, IsGenerated(first.Location.SourceTree) ? Fate.Failed : Fate.Invalid, first.ToString());
            compilation = compilation.RemoveSyntaxTrees([.. compilation.SyntaxTrees.Where(tree => Number(tree) == group.Key)]);
        }

        return result.Success;
    }

    private static bool IsOwnError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal);

    private static bool IsGenerated(SyntaxTree? tree) => tree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    private static int Number(SyntaxTree? tree) => int.Parse(ClassNames().Match(Path.GetFileName(tree!.FilePath)).Groups[1].Value);

    private Outcome Refusal(Generation generation, int number)
    {
        // References within a batch lead from a program only to itself.
        CSharpCompilation alone = generation.Input.RemoveAllSyntaxTrees().AddSyntaxTrees(_trees[number]);
        if (alone.GetDiagnostics().FirstOrDefault(IsOwnError) is { } error)
        {
            return new Outcome(_programs[number], Fate.Invalid, [error.ToString()]);
        }

        string[] reasons = [.. alone.WithAnalyzers([Toolchain.NewAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id.StartsWith("AD", StringComparison.Ordinal))
            .Select(diagnostic => diagnostic.ToString())];
        string[] internals = [.. generation.Result.Diagnostics.Select(diagnostic => diagnostic.ToString()).Where(text => text.Contains(ClassName(number), StringComparison.Ordinal))];
        string[] words = [.. reasons, .. internals.Select(text => text.Length > LongestWords ? text[..LongestWords] : text)];
        bool isFault = words.Length == 0 || words.Any(text => text.Contains("SAD0001", StringComparison.Ordinal) || text.Contains("AD0001", StringComparison.Ordinal));
        return new Outcome(_programs[number], isFault ? Fate.Failed : Fate.Refused, words.Length == 0 ? ["No derivative and no error."] : words);
    }

    private IEnumerable<SyntaxTree> Drivers(CSharpCompilation compilation, int number)
    {
        string text = ProgramText.Of(_programs[number], ClassName(number));
        MarkedMethod method = MarkedMethod.In(compilation, _trees[number]).Single(method => method.Directives.Count > 0);
        // The generic members go on to the overloads.
        string arguments = number % 2 == 0 ? method.TypeArguments : "";
        string driver = new DriverWriter(new CheckableMethod(method, Batch: false), method.Directives[0], new CorpusFile(ClassName(number), text), arguments)
            .Write(ClassName(number) + "Checks", null);
        yield return Toolchain.Parse(
            $"#nullable disable\nusing System;\nusing StaticAd;\nusing {typeof(MethodDriver).Namespace};\nnamespace StaticAd.Corpus.Checks;\n{driver}", ClassName(number) + "Driver.cs");
        yield return Toolchain.Parse(DualText.Of(_programs[number], ClassName(number)), ClassName(number) + "Dual.cs");
    }

    private void Check(MemoryStream image)
    {
        image.Position = 0;
        var context = new AssemblyLoadContext("fuzz", isCollectible: true);
        try
        {
            var assembly = context.LoadFromStream(image);
            for (int number = 0; number < _programs.Length; number++)
            {
                if (_outcomes[number] is null)
                {
                    var driver = (MethodDriver)Activator.CreateInstance(assembly.GetType($"StaticAd.Corpus.Checks.{ClassName(number)}Checks")!)!;
                    var duals = (DualDriver)Activator.CreateInstance(assembly.GetType($"StaticAd.Corpus.Duals.{DualText.DriverName(ClassName(number))}")!)!;
                    InTime(number, () => Check(number, driver, duals));
                }
            }
        }
        finally
        {
            context.Unload();
        }
    }

    private void InTime(int number, Action check)
    {
        try
        {
            TimeLimit.Run(ClassName(number), () =>
            {
                check();
                return true;
            });
        }
        catch (TimeoutException exception)
        {
            Decide(number, Fate.Failed, exception.Message);
        }
    }

    private void Check(int number, MethodDriver driver, DualDriver duals)
    {
        Truth truth;
        try
        {
            truth = Truth.Of(duals, driver.Point, driver.HasHessian);
        }
        catch (Exception exception)
        {
            Decide(number, Fate.Invalid, exception.ToString());
            return;
        }

        string text = _trees[number].ToString();
        var tolerance = Tolerance.Of(driver, text);
        if (truth.IsWild || truth.Largest > tolerance.Most)
        {
            Decide(number, Fate.Wild);
            return;
        }

        var report = new CheckReport("F");
        var checks = new FuzzChecks(driver, truth, report, tolerance);
        report.Guard("checks", checks.Run);
        int differences = !tolerance.IsExact || text.Contains("StopGradient", StringComparison.Ordinal) ? 0 : checks.Differences(duals);
        Fate fate = report.Failures.Count == 0 ? Fate.Passed : Fate.Failed;
        _outcomes[number] ??= new Outcome(_programs[number], fate, [.. report.Failures]) { Differences = differences };
    }

    private void Decide(int number, Fate fate, params string[] words) => _outcomes[number] ??= new Outcome(_programs[number], fate, words);

    [GeneratedRegex(@"\bP(\d{3})")]
    private static partial Regex ClassNames();
}
