using StaticAd;

namespace StaticAd.Corpus;

public static partial class Seed
{
    // check: 3, 2
    // check: -1.7, 0.3
    [Differentiable(Batch = true)]
    public static double Function(double x, double y) => y * (x * x - x * y + y);
}
