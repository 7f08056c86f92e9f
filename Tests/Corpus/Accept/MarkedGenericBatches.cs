using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Batches of generic methods, for <c>double</c> and <c>float</c>.</summary>
public static partial class MarkedGenericBatches
{
    // check<T>: (T)0.75, (T)1.5
    // check<T>: (T)1.5, (T)0.75
    [Differentiable(Batch = true)]
    public static T Branches<T>(T x, T y)
        where T : IFloatingPointIeee754<T>
        => x > y ? T.Sin(x) * y : T.Exp(x) / (y * y + T.One);

    // check<T>: (T)0.75, (T)1.5, (T)0.5, true, 3
    // check<T>: (T)(-0.25), (T)0.5, (T)0.5, true, 3
    [Differentiable(Batch = true)]
    public static T WithPassive<T>(T x, [NoDerivative] T y, T value, bool flag, int n)
        where T : struct, IFloatingPointIeee754<T>
        => flag ? x * y * value * T.CreateChecked(n) : x;

    // check<double>: 0.3, 1.2
    // check<float>: 0.3f, 1.2f
    [Differentiable(Batch = true)]
    public static T MoreThanOneMethodHolds<T>(T a, T b)
        where T : IFloatingPointIeee754<T>, IConvertible
    {
        Eight(ref a, ref b);
        Eight(ref b, ref a);
        Eight(ref a, ref b);
        return a * b;

        static void Eight(ref T x, ref T y)
        {
            Turn(ref x, ref y);
            Turn(ref y, ref x);
            Turn(ref x, ref y);
            Turn(ref y, ref x);
            Turn(ref x, ref y);
            Turn(ref y, ref x);
            Turn(ref x, ref y);
            Turn(ref y, ref x);
        }
    }

    private static void Turn<T>(ref T x, ref T y)
        where T : IFloatingPointIeee754<T>
    {
        T c = T.CreateChecked(0.8), s = T.CreateChecked(0.6);
        T turned = c * x - s * T.Sqrt(T.One + y * y);
        y = s * x + c * y;
        x = turned;
    }
}
