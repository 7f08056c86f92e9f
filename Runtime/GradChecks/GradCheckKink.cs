using System.Globalization;

namespace StaticAd;

/// <summary>A place at or near the checked point where differences from the left and from the right do not agree.</summary>
/// <param name="Input">Name of the input, or <see langword="null"/> if all inputs moved together.</param>
/// <param name="InputIndex">Index in the input, or <see langword="null"/> if it is a scalar.</param>
/// <param name="Output">Name of the output.</param>
/// <param name="OutputIndex">Index in the output, or <see langword="null"/> if it is a scalar.</param>
/// <param name="Left">The derivative from the left; infinite where it grows without bound, not a number where there is none.</param>
/// <param name="Right">The derivative from the right.</param>
/// <param name="Distance">How far away the kink is at most; 0 if it is at the point itself.</param>
/// <remarks>
/// At the point itself the derivative passes if it lies between the one from the left and the one from the right; where the function
/// jumps or ends on one side, it must be that of the other side. At a distance, the derivative is compared with differences that are
/// short enough to leave the kink out.
/// </remarks>
public sealed record GradCheckKink(
    string? Input, int? InputIndex, string Output, int? OutputIndex, double Left, double Right, double Distance)
{
    /// <summary>One line for a test's output.</summary>
    public override string ToString()
    {
        string input = GradCheckElement.Place(Input ?? "a random direction", InputIndex);
        string output = GradCheckElement.Place(Output, OutputIndex);
        return Distance > 0
            ? string.Create(CultureInfo.InvariantCulture, $"kink near {input}, less than {Distance:G2} away, in {output}")
            : $"kink at {input}: the derivative of {output} is {Side(Left)} from the left and {Side(Right)} from the right";
    }

    private static string Side(double derivative) =>
        double.IsNaN(derivative) ? "none" : derivative.ToString("G9", CultureInfo.InvariantCulture);
}
