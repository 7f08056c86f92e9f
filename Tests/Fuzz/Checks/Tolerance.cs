using System.Text.RegularExpressions;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Fuzz.Checks;

/// <summary>By how much a derivative may differ from the truth.</summary>
/// <param name="Relative">In parts of the sum of its absolute terms.</param>
/// <param name="Least">Below it, numbers have lost their digits.</param>
/// <param name="Most">Beyond it, derivatives may overflow where they are handed out.</param>
internal sealed partial record Tolerance(double Relative, double Least, double Most = double.PositiveInfinity)
{
    private static readonly Tolerance Double = new(1e-9, 1e-280);
    private static readonly Tolerance Single = new(1e-4, 1e-30);

    // Handed out with eleven bits.
    private static readonly Tolerance OfHalf = new(1.5e-3, 1e-6, 8192);

    /// <summary>Whether numbers are as exact as finite differences need them.</summary>
    public bool IsExact => this == Double;

    public static Tolerance Of(MethodDriver driver, string program)
        => driver.IsHalf || Halves().IsMatch(program) ? OfHalf
            : driver.IsSingle || program.Contains("float", StringComparison.Ordinal) ? Single
            : Double;

    [GeneratedRegex(@"\bHalf\b")]
    private static partial Regex Halves();
}
