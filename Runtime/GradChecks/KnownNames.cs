namespace StaticAd.GradChecks;

/// <summary>A tolerance for a name that does not exist is a mistake.</summary>
internal static class KnownNames
{
    /// <exception cref="ArgumentException">An input or output of that name is not there.</exception>
    public static void Require(GradCheckOptions options, VectorLayout inputs, VectorLayout outputs)
    {
        Require(options.Inputs, inputs, "input");
        Require(options.Outputs, outputs, "output");
    }

    private static void Require(IReadOnlyList<GradCheckTolerance> tolerances, VectorLayout layout, string kind)
    {
        string[] names = [.. layout.Segments.Select(static segment => segment.Name)];
        if (tolerances.FirstOrDefault(tolerance => !names.Contains(tolerance.Name)) is { } unknown)
        {
            throw new ArgumentException($"There is no active {kind} '{unknown.Name}', only {string.Join(", ", names)}.");
        }
    }
}
