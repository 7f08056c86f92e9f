using StaticAd;

namespace StaticAd.Corpus;

public static partial class Clashes
{
    public static double SquareVjp(double x, double resultBar, out double dx)
    {
        dx = 2 * x * resultBar;
        return x * x;
    }

    [Differentiable]
    public static double Square(double x) // expect: SAD0008
        => x * x;

    [Differentiable(Name = "Cubic")]
    public static double Cube(double x) => x * x * x;

    public static int CubeVjp => 3;

    public static int FourthJvp => 4;

    [Differentiable]
    public static double Fourth(double x) // expect: SAD0008
        => x * x * x * x;
}
