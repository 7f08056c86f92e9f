using StaticAd;

namespace StaticAd.Corpus;

public static partial class RuleSignatures
{
    public static double Square(double x) => x * x;

    [DerivativeOf(typeof(RuleSignatures), nameof(Square), Mode = DerivativeMode.Vjp)]
    public static double SquareWithoutACotangent(double x, out double dx) // expect: SAD0027
    {
        dx = 2 * x;
        return x * x;
    }

    public static double Cube(double x) => x * x * x;

    [DerivativeOf(typeof(RuleSignatures), nameof(Cube), Mode = DerivativeMode.Forward)]
    public static double CubeForwardAlone(double x, Tape tape) // expect: SAD0029
        => x * x * x;

    [DerivativeOf(typeof(RuleSignatures), "Absent", Mode = DerivativeMode.Vjp)]
    public static double OfNothing(double x, double resultBar, out double dx) // expect: SAD0026
    {
        dx = resultBar;
        return x;
    }

    [Differentiable]
    public static double UsesABrokenRule(double x) => 2 + Square(x); // expect: SAD0021

    [Differentiable]
    public static double Fine(double x) => x + 1;
}
