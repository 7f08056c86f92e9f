namespace StaticAd.Tests.Harness;

/// <summary>All checks of one program.</summary>
internal static class CorpusChecks
{
    /// <summary>Ends the name of a program's image that has second derivatives.</summary>
    public const string SecondOrder = ".SecondOrder";

    /// <summary>What is wrong with the program's derivatives; empty if nothing is.</summary>
    public static IReadOnlyList<string> Failures(CorpusFile file, Microsoft.CodeAnalysis.IIncrementalGenerator generator)
        => Failures(file, Generation.Run(file, generator));

    /// <summary>The same of a program that is generated already.</summary>
    public static IReadOnlyList<string> Failures(CorpusFile file, Generation generation)
    {
        var marked = generation.MarkedMethods();
        List<string> failures =
        [
            .. Undifferentiated(generation, marked),
            .. generation.Complaints(),
            .. Unchecked(marked),
        ];
        if (marked.Count == 0)
        {
            failures.Add($"{file.Name} marks no method.");
        }

        var image = Compile(file, generation, failures, file.Name);
        return [.. failures, .. Failures(file.Name, image)];
    }

    /// <summary>What is wrong with the second derivatives of the methods that have them; the others must say why they have none.</summary>
    public static IReadOnlyList<string> SecondOrderFailures(CorpusFile file, Microsoft.CodeAnalysis.IIncrementalGenerator generator)
    {
        var generation = Generation.Run(file, generator);
        var refused = generation.MarkedMethods().Where(method => !method.HasDerivative).DistinctBy(method => method.Syntax).Count();
        List<string> failures = [.. generation.Complaints()];
        if (refused > 0 && generation.Reasons().Count(reason => reason.Contains("SAD0010", StringComparison.Ordinal)) != refused)
        {
            failures.AddRange([$"{refused} methods have no derivative.", .. generation.Reasons()]);
        }

        var image = Compile(file, generation, failures, file.Name + SecondOrder);
        return [.. failures, .. SecondOrderFailures(file.Name, image)];
    }

    /// <summary>The same of a program that is compiled already.</summary>
    public static IReadOnlyList<string> SecondOrderFailures(string name, byte[] image)
    {
        using var corpus = CompiledCorpus.Load(name, image);
        return [.. corpus.Drivers.Where(driver => driver.HasHessian).SelectMany(CheckSecondOrder)];
    }

    /// <summary>Compiles what can be checked, notes what cannot, and keeps the image for child processes if nothing is wrong.</summary>
    private static byte[] Compile(CorpusFile file, Generation generation, List<string> failures, string imageName)
    {
        var usable = generation.Salvaged();
        List<CheckableMethod> methods = [];
        foreach (var method in generation.MarkedMethods(usable).Where(method => method.HasDerivative))
        {
            var (checkable, deviations) = CheckableMethod.Of(method);
            failures.AddRange(deviations);
            methods.AddRange(checkable is null ? [] : [checkable]);
        }

        var image = CompiledCorpus.Compile(file, usable, methods);
        if (failures.Count == 0)
        {
            CorpusImages.Keep(imageName, image);
        }

        return image;
    }

    private static IReadOnlyList<string> CheckSecondOrder(MethodDriver driver)
    {
        TimeLimit.Note(driver.Title);
        var report = new CheckReport(driver.Title);
        report.Guard("second order", new DerivativeChecks(driver, report).RunSecondOrder);
        return report.Failures;
    }

    /// <summary>The same of a program that is compiled already.</summary>
    public static IReadOnlyList<string> Failures(string name, byte[] image)
    {
        using var corpus = CompiledCorpus.Load(name, image);
        return [.. corpus.Drivers.SelectMany(Check), .. Batches(corpus.Drivers)];
    }

    private static IEnumerable<string> Undifferentiated(Generation generation, IReadOnlyList<MarkedMethod> marked)
    {
        var missing = marked.Where(method => !method.HasDerivative).Select(method => method.DisplayName).ToArray();
        return missing.Length == 0
            ? []
            : [$"no derivatives of {string.Join(", ", missing)}", .. generation.Reasons()];
    }

    private static IEnumerable<string> Unchecked(IEnumerable<MarkedMethod> marked)
        => marked.Where(method => method.IsReachable && method.Directives.Count == 0)
            .Select(method => $"{method.DisplayName} has no '// check:' directive.");

    private static IReadOnlyList<string> Check(MethodDriver driver)
    {
        TimeLimit.Note(driver.Title);
        var report = new CheckReport(driver.Title);
        report.Guard("checks", new DerivativeChecks(driver, report).Run);
        return report.Failures;
    }

    private static IEnumerable<string> Batches(IEnumerable<MethodDriver> drivers)
        => drivers.Where(driver => driver.HasBatch)
            .GroupBy(driver => (driver.DeclaringType, driver.MethodName, driver.Form, driver.BatchUniform))
            .SelectMany(group =>
            {
                var report = new CheckReport(group.First().Title);
                new BatchChecks([.. group], report).Run();
                return report.Failures;
            });
}
