using System.Collections.Immutable;
using static StaticAd.Generator.Rules.Cost;
using static StaticAd.Generator.Rules.Formulas;

namespace StaticAd.Generator.Rules;

/// <summary>What the numbers of <c>System.Half</c> are, and the function that makes one of any number; its derivative is 1.</summary>
internal static class Halves
{
    /// <summary>The nearest <c>Half</c>, as a number of the argument's type.</summary>
    public const string ToHalf = "ToHalf";

    public const double Largest = 65504;
    public const double Smallest = 1.0 / (1 << 24);

    private const double SmallestNormal = 1.0 / (1 << 14);
    private const double FirstInfinite = 65520;

    public static readonly ImmutableArray<ElementaryFunction> Table =
    [
        Function(FunctionHome.Rounding, ToHalf, Moderate, One) with { LaneMethod = null },
    ];

    /// <summary>Functions that give a <c>Half</c> for arguments that are: one of them, or a whole number.</summary>
    public static readonly ImmutableHashSet<string> Preserving =
    [
        "Abs", "CopySign", "Clamp", "Max", "Min", "MaxMagnitude", "MinMagnitude", "MaxNumber", "MinNumber",
        "Floor", "Ceiling", "Truncate", "Round", "StopGradient", ToHalf,
    ];

    /// <summary>The nearest <c>Half</c>; of two that are equally near, the even one.</summary>
    public static double Nearest(double number)
    {
        double size = Math.Abs(number);
        if (!(size < FirstInfinite))
        {
            return double.IsNaN(number) ? number : number > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        }

        double step = Smallest;
        for (double next = 2 * SmallestNormal; size >= next; next *= 2)
        {
            step *= 2;
        }

        return Math.Round(number / step, MidpointRounding.ToEven) * step;
    }
}
