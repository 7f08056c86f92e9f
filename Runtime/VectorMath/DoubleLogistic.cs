using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>The logistic function and its integral. Measured errors are below 2.5 ulp.</summary>
internal static class DoubleLogistic<T, TMask>
    where T : struct, IDoubleLane<T, TMask>
    where TMask : struct, ILaneMask<TMask>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Sigmoid(in T x)
    {
        T one = T.Create(1.0);
        T decay = DoubleExponential<T, TMask>.ExpInline(-T.Abs(x));
        return T.Select(x < T.Create(0.0), decay, one) / (one + decay);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Softplus(in T x)
    {
        T decay = DoubleExponential<T, TMask>.ExpInline(-T.Abs(x));
        return T.MaxNative(T.Create(0.0), x) + DoubleLogarithm<T, TMask>.LogP1Regular(decay);
    }
}
