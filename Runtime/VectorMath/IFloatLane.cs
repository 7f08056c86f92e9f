using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>A function of double lanes, of any width, that also serves float lanes.</summary>
internal interface IDoubleLaneFunction
{
    static abstract T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask>;
}

/// <summary>A function of two double lanes, of any width, that also serves float lanes.</summary>
internal interface IDoubleLaneFunction2
{
    static abstract T Invoke<T, TMask>(T x, T y)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask>;
}

/// <summary>Lanes of floats: every function, once for all widths, from the few operations that a width supplies.</summary>
/// <remarks>Functions without a float kernel are computed in double and rounded once, hence within 0.501 ulp.</remarks>
internal interface IFloatLane<TSelf, TMask> : IKernelLane<TSelf, float, uint, TMask>
    where TSelf : struct, IFloatLane<TSelf, TMask>
    where TMask : struct, ILaneMask<TMask>
{
    static abstract TSelf ThroughDouble<TFunction>(TSelf x)
        where TFunction : struct, IDoubleLaneFunction;

    static abstract TSelf ThroughDouble<TFunction>(TSelf x, TSelf y)
        where TFunction : struct, IDoubleLaneFunction2;

    static TSelf ILane<TSelf, float, TMask>.Exp(TSelf x) => FloatExponential<TSelf, TMask>.Exp(x);
    static TSelf ILane<TSelf, float, TMask>.Sigmoid(TSelf x) => FloatExponential<TSelf, TMask>.Sigmoid(x);
    static TSelf ILane<TSelf, float, TMask>.Tanh(TSelf x) => FloatExponential<TSelf, TMask>.Tanh(x);
    static TSelf ILane<TSelf, float, TMask>.Log(TSelf x) => FloatLogarithm<TSelf, TMask>.Log(x);
    static TSelf ILane<TSelf, float, TMask>.Sin(TSelf x) => FloatTrigonometric<TSelf, TMask>.Sin(x);
    static TSelf ILane<TSelf, float, TMask>.Cos(TSelf x) => FloatTrigonometric<TSelf, TMask>.Cos(x);
    static (TSelf Sin, TSelf Cos) ILane<TSelf, float, TMask>.SinCos(TSelf x) => FloatTrigonometric<TSelf, TMask>.SinCos(x);

    static TSelf ILane<TSelf, float, TMask>.Exp2(TSelf x) => TSelf.ThroughDouble<Exp2LaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.ExpM1(TSelf x) => TSelf.ThroughDouble<ExpM1LaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Log2(TSelf x) => TSelf.ThroughDouble<Log2LaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Log10(TSelf x) => TSelf.ThroughDouble<Log10LaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.LogP1(TSelf x) => TSelf.ThroughDouble<LogP1LaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Tan(TSelf x) => TSelf.ThroughDouble<TanLaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Sinh(TSelf x) => TSelf.ThroughDouble<SinhLaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Cosh(TSelf x) => TSelf.ThroughDouble<CoshLaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Erf(TSelf x) => TSelf.ThroughDouble<ErfLaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Erfc(TSelf x) => TSelf.ThroughDouble<ErfcLaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.NormalCdf(TSelf x) => TSelf.ThroughDouble<NormalCdfLaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.NormalPdf(TSelf x) => TSelf.ThroughDouble<NormalPdfLaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.ExpMinusSquare(TSelf x) => TSelf.ThroughDouble<ExpMinusSquareLaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Softplus(TSelf x) => TSelf.ThroughDouble<SoftplusLaneFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Pow(TSelf x, TSelf y) => TSelf.ThroughDouble<PowLaneFunction>(x, y);

    static TSelf ILane<TSelf, float, TMask>.Cbrt(TSelf x) => PerElement.Map<TSelf, float, CbrtFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Asin(TSelf x) => PerElement.Map<TSelf, float, AsinFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Acos(TSelf x) => PerElement.Map<TSelf, float, AcosFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Atan(TSelf x) => PerElement.Map<TSelf, float, AtanFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Asinh(TSelf x) => PerElement.Map<TSelf, float, AsinhFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Acosh(TSelf x) => PerElement.Map<TSelf, float, AcoshFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Atanh(TSelf x) => PerElement.Map<TSelf, float, AtanhFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.LogGamma(TSelf x) => PerElement.Map<TSelf, float, LogGammaFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Digamma(TSelf x) => PerElement.Map<TSelf, float, DigammaFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Trigamma(TSelf x) => PerElement.Map<TSelf, float, TrigammaFunction>(x);
    static TSelf ILane<TSelf, float, TMask>.Atan2(TSelf y, TSelf x) => PerElement.Map<TSelf, float, Atan2Function>(y, x);
    static TSelf ILane<TSelf, float, TMask>.Hypot(TSelf x, TSelf y) => PerElement.Map<TSelf, float, HypotFunction>(x, y);
    static TSelf ILane<TSelf, float, TMask>.IEEERemainder(TSelf x, TSelf y) => PerElement.Map<TSelf, float, IEEERemainderFunction>(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf, float, TMask>.Clamp(TSelf value, TSelf min, TSelf max) =>
        TSelf.Select(value > max, max, TSelf.Select(value < min, min, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf, float, TMask>.Sign(TSelf x)
    {
        TSelf zero = TSelf.Create(0.0f);
        TSelf one = TSelf.Create(1.0f);
        return TSelf.Select(x > zero, one, TSelf.Select(x < zero, -one, x + zero));
    }
}
