using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Overloads whose bodies are more than one method holds.</summary>
public static partial class BatchOverloads
{
    // check: 0.3, 1.2
    [Differentiable(Batch = true)]
    public static double Turned(double a, double b)
    {
        Eight(ref a, ref b);
        Eight(ref b, ref a);
        Eight(ref a, ref b);
        return a * b;
    }

    // check: 0.3f, 1.2f, 2
    [Differentiable(Batch = true)]
    public static float Turned(float a, float b, int n)
    {
        Eight(ref a, ref b);
        Eight(ref b, ref a);
        Eight(ref a, ref b);
        return a * b * n;
    }

    private static void Eight<T>(ref T x, ref T y)
        where T : System.Numerics.IFloatingPointIeee754<T>
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

    private static void Turn<T>(ref T x, ref T y)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        T turned = T.CreateChecked(0.8) * x - T.CreateChecked(0.6) * T.Sqrt(T.One + y * y);
        y = T.CreateChecked(0.6) * x + T.CreateChecked(0.8) * y;
        x = turned;
    }
}
