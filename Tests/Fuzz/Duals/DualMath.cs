namespace StaticAd.Tests.Fuzz.Duals;

/// <summary>What stands for <see cref="Math"/> in the program that computes with <see cref="Dual"/>.</summary>
public static class DualMath
{
    public static Dual Sin(Dual x) => Dual.Of(Math.Sin(x.V), x, Math.Cos(x.V), -Math.Sin(x.V));

    public static Dual Cos(Dual x) => Dual.Of(Math.Cos(x.V), x, -Math.Sin(x.V), -Math.Cos(x.V));

    public static Dual Exp(Dual x) => Dual.Of(Math.Exp(x.V), x, Math.Exp(x.V), Math.Exp(x.V));

    public static Dual Log(Dual x) => Dual.Of(Math.Log(x.V), x, 1 / x.V, -1 / (x.V * x.V));

    public static Dual Sqrt(Dual x)
    {
        double root = Math.Sqrt(x.V);
        return Dual.Of(root, x, 0.5 / root, -0.25 / (root * x.V));
    }

    public static Dual Cbrt(Dual x)
    {
        double root = Math.Cbrt(x.V);
        return Dual.Of(root, x, 1 / (3 * root * root), -2 / (9 * root * root * x.V));
    }

    public static Dual Tanh(Dual x)
    {
        double slope = 1 / Math.Cosh(x.V) / Math.Cosh(x.V);
        return Dual.Of(Math.Tanh(x.V), x, slope, -2 * Math.Tanh(x.V) * slope);
    }

    public static Dual Atan(Dual x)
    {
        double slope = 1 / (1 + x.V * x.V);
        return Dual.Of(Math.Atan(x.V), x, slope, -2 * x.V * slope * slope);
    }

    public static Dual Asinh(Dual x)
    {
        double slope = 1 / double.Hypot(x.V, 1);
        return Dual.Of(Math.Asinh(x.V), x, slope, -x.V * slope * slope * slope);
    }

    public static Dual Pow(Dual x, Dual y)
    {
        double log = Math.Log(x.V);
        double power = Math.Pow(x.V, y.V);
        double lower = Math.Pow(x.V, y.V - 1);
        return Dual.Of(power, x, y.V * lower, y, power * log, y.V * (y.V - 1) * Math.Pow(x.V, y.V - 2), lower * (1 + y.V * log), power * log * log);
    }

    public static Dual Atan2(Dual y, Dual x)
    {
        double square = x.V * x.V + y.V * y.V;
        double mixed = (y.V * y.V - x.V * x.V) / (square * square);
        double twice = 2 * x.V * y.V / (square * square);
        return Dual.Of(Math.Atan2(y.V, x.V), y, x.V / square, x, -y.V / square, -twice, mixed, twice, 1 / square);
    }

    public static Dual Abs(Dual x) => Dual.Of(Math.Abs(x.V), x, x.V > 0 ? 1 : x.V < 0 ? -1 : 0, 0);

    public static Dual Max(Dual x, Dual y) => Chosen(Math.Max(x.V, y.V), x, x.V > y.V ? 1 : x.V < y.V ? 0 : 0.5, y);

    public static Dual Min(Dual x, Dual y) => Chosen(Math.Min(x.V, y.V), x, x.V < y.V ? 1 : x.V > y.V ? 0 : 0.5, y);

    // The bounds are constants.
    public static Dual Clamp(Dual x, Dual low, Dual high) => Dual.Of(Math.Clamp(x.V, low.V, high.V), x, x.V < low.V || x.V > high.V ? 0 : 1, 0);

    public static DualF Clamp(DualF x, DualF low, DualF high) => (DualF)Clamp(x.Wide, low.Wide, high.Wide);

    public static Dual Floor(Dual x) => Math.Floor(x.V);

    public static Dual FusedMultiplyAdd(Dual x, Dual y, Dual z) => (x * y + z).Rounded(Math.FusedMultiplyAdd(x.V, y.V, z.V));

    public static int Max(int x, int y) => Math.Max(x, y);

    public static int Min(int x, int y) => Math.Min(x, y);

    public static int Abs(int x) => Math.Abs(x);

    private static Dual Chosen(double value, Dual x, double share, Dual y) => Dual.Of(value, x, share, y, 1 - share);
}
