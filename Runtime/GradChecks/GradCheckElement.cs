using System.Globalization;

namespace StaticAd;

/// <summary>One comparison of a <see cref="GradCheck"/>.</summary>
/// <param name="Check">What was compared with what.</param>
/// <param name="Input">Name of the input, or <see langword="null"/> if all inputs moved together.</param>
/// <param name="InputIndex">Index in the input, or <see langword="null"/> if it is a scalar.</param>
/// <param name="Output">Name of the output, or <see langword="null"/> if all outputs were weighed together.</param>
/// <param name="OutputIndex">Index in the output, or <see langword="null"/> if it is a scalar.</param>
/// <param name="Analytic">What the derivative method gave.</param>
/// <param name="Numeric">What it was compared with.</param>
/// <param name="Tolerance">The largest difference that passes.</param>
public sealed record GradCheckElement(
    string Check,
    string? Input,
    int? InputIndex,
    string? Output,
    int? OutputIndex,
    double Analytic,
    double Numeric,
    double Tolerance)
{
    /// <summary><c>|Analytic − Numeric|</c>; equal infinities have none.</summary>
    public double Error => Analytic == Numeric ? 0 : Math.Abs(Analytic - Numeric);

    /// <summary>Whether the two agree; not a number agrees with nothing.</summary>
    public bool Passed => Error <= Tolerance;

    /// <summary>Error in units of the tolerance, infinite if it is not a number.</summary>
    internal double Severity => Error == 0 ? 0 : double.IsNaN(Error) ? double.PositiveInfinity : Error / Tolerance;

    /// <summary>One line for a test's output.</summary>
    public override string ToString()
    {
        string output = Output == null ? "the weighted outputs" : Place(Output, OutputIndex);
        string input = Input == null ? "a random direction" : Place(Input, InputIndex);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Check}: derivative of {output} by {input}: analytic {Analytic:G9}, numeric {Numeric:G9}, error {Error:G3}, tolerance {Tolerance:G3}{Hint}");
    }

    internal static string Place(string name, int? index) => index == null ? name : $"{name}[{index}]";

    /// <summary>What an error of this size is mostly due to.</summary>
    private string Hint => Passed || double.IsNaN(Numeric) ? ""
        : double.IsNaN(Analytic) ? " (not a number: is it written at all?)"
        : Analytic == 0 ? " (the analytic one is zero: is a term missing?)"
        : Is(-1) ? " (a wrong sign?)"
        : Is(2) ? " (twice what it should be: is it added where it should be overwritten?)"
        : Is(0.5) ? " (half of what it should be: is a term missing?)"
        : "";

    private bool Is(double ratio) => Math.Abs(Numeric) > Tolerance && Math.Abs(Analytic - (ratio * Numeric)) <= Tolerance;
}
