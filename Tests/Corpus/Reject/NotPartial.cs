using StaticAd;

namespace StaticAd.Corpus;

public static class NotPartial
{
    [Differentiable]
    public static double Square(double x) // expect: SAD0002
        => x * x;
}

public static class NotPartialOutside
{
    internal static partial class Inside
    {
        [Differentiable]
        public static double Square(double x) // expect: SAD0002
            => x * x;
    }
}
