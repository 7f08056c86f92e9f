using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>The natural logarithm in single precision; the method is that of the double kernel.</summary>
/// <remarks>Measured by a sweep through all floats: below 1 ulp.</remarks>
internal static class FloatLogarithm<T, TMask>
    where T : struct, IFloatLane<T, TMask>
    where TMask : struct, ILaneMask<TMask>
{
    private const float SmallestNormal = 1.17549435e-38f;
    private const float TwoTo23 = 8388608.0f;
    private const float Ln2High = 6.9313812256e-01f;
    private const float Ln2Low = 9.0580006145e-06f;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Log(in T x)
    {
        TMask regular = (x >= T.Create(SmallestNormal)) & (x < T.Create(float.PositiveInfinity));
        T rootHalf = T.FromBits(0x3F3504F3);
        T offset = T.AddBits(x, T.FromBits(0x3F800000 - 0x3F3504F3));
        T k = T.OrBits(T.ShiftRight(offset, 23), T.Create(TwoTo23)) - T.Create(TwoTo23 + 127.0f);
        T f = T.AddBits(T.AndBits(offset, T.FromBits(0x007FFFFF)), rootHalf) - T.Create(1.0f);
        T result = Assemble(k, f);
        return TMask.AllTrue(regular)
            ? result
            : T.Select(regular, result, PerElement.Map<T, float, LogFunction>(x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Assemble(T k, T f)
    {
        T s = f / (T.Create(2.0f) + f);
        T z = s * s;
        T z2 = z * z;
        T c01 = T.FusedMultiplyAdd(z, T.Create(0.400001228f), T.Create(0.666666687f));
        T c23 = T.FusedMultiplyAdd(z, T.Create(0.233316138f), T.Create(0.285507798f));
        T series = T.FusedMultiplyAdd(z2, c23, c01);
        T halfSquare = T.Create(0.5f) * f * f;
        T correction = T.FusedMultiplyAdd(s, T.FusedMultiplyAdd(z, series, halfSquare), k * T.Create(Ln2Low));
        return T.FusedMultiplyAdd(k, T.Create(Ln2High), f - (halfSquare - correction));
    }
}
