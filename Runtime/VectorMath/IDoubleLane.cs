using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>Lanes of doubles: every function, once for all widths, from the few operations that a width supplies.</summary>
internal interface IDoubleLane<TSelf, TMask> : IKernelLane<TSelf, double, ulong, TMask>
    where TSelf : struct, IDoubleLane<TSelf, TMask>
    where TMask : struct, ILaneMask<TMask>
{
    static TSelf ILane<TSelf, double, TMask>.Exp(TSelf x) => DoubleExponential<TSelf, TMask>.Exp(x);
    static TSelf ILane<TSelf, double, TMask>.Exp2(TSelf x) => DoubleExponential<TSelf, TMask>.Exp2(x);
    static TSelf ILane<TSelf, double, TMask>.ExpM1(TSelf x) => DoubleExponential<TSelf, TMask>.ExpM1(x);
    static TSelf ILane<TSelf, double, TMask>.Log(TSelf x) => DoubleLogarithm<TSelf, TMask>.Log(x);
    static TSelf ILane<TSelf, double, TMask>.Log2(TSelf x) => DoubleLogarithm<TSelf, TMask>.Log2(x);
    static TSelf ILane<TSelf, double, TMask>.Log10(TSelf x) => DoubleLogarithm<TSelf, TMask>.Log10(x);
    static TSelf ILane<TSelf, double, TMask>.LogP1(TSelf x) => DoubleLogarithm<TSelf, TMask>.LogP1(x);
    static TSelf ILane<TSelf, double, TMask>.Sin(TSelf x) => DoubleTrigonometric<TSelf, TMask>.Sin(x);
    static TSelf ILane<TSelf, double, TMask>.Cos(TSelf x) => DoubleTrigonometric<TSelf, TMask>.Cos(x);
    static TSelf ILane<TSelf, double, TMask>.Tan(TSelf x) => DoubleTrigonometric<TSelf, TMask>.Tan(x);
    static TSelf ILane<TSelf, double, TMask>.Sinh(TSelf x) => DoubleHyperbolic<TSelf, TMask>.Sinh(x);
    static TSelf ILane<TSelf, double, TMask>.Cosh(TSelf x) => DoubleHyperbolic<TSelf, TMask>.Cosh(x);
    static TSelf ILane<TSelf, double, TMask>.Tanh(TSelf x) => DoubleHyperbolic<TSelf, TMask>.Tanh(x);
    static TSelf ILane<TSelf, double, TMask>.Erf(TSelf x) => DoubleErrorFunction<TSelf, TMask>.Erf(x);
    static TSelf ILane<TSelf, double, TMask>.Erfc(TSelf x) => DoubleErrorFunction<TSelf, TMask>.Erfc(x);
    static TSelf ILane<TSelf, double, TMask>.NormalCdf(TSelf x) => DoubleErrorFunction<TSelf, TMask>.NormalCdf(x);
    static TSelf ILane<TSelf, double, TMask>.NormalPdf(TSelf x) => DoubleErrorFunction<TSelf, TMask>.NormalPdf(x);
    static (TSelf Cdf, TSelf Pdf) ILane<TSelf, double, TMask>.NormalCdfAndPdf(TSelf x) => DoubleErrorFunction<TSelf, TMask>.NormalCdfAndPdf(x);
    static TSelf ILane<TSelf, double, TMask>.ExpMinusSquare(TSelf x) => DoubleErrorFunction<TSelf, TMask>.ExpMinusSquare(x);
    static TSelf ILane<TSelf, double, TMask>.Sigmoid(TSelf x) => DoubleLogistic<TSelf, TMask>.Sigmoid(x);
    static TSelf ILane<TSelf, double, TMask>.Softplus(TSelf x) => DoubleLogistic<TSelf, TMask>.Softplus(x);
    static (TSelf Sin, TSelf Cos) ILane<TSelf, double, TMask>.SinCos(TSelf x) => DoubleTrigonometric<TSelf, TMask>.SinCos(x);
    static TSelf ILane<TSelf, double, TMask>.Pow(TSelf x, TSelf y) => DoublePower<TSelf, TMask>.Pow(x, y);

    static TSelf ILane<TSelf, double, TMask>.Cbrt(TSelf x) => PerElement.Map<TSelf, double, CbrtFunction>(x);
    static TSelf ILane<TSelf, double, TMask>.Asin(TSelf x) => PerElement.Map<TSelf, double, AsinFunction>(x);
    static TSelf ILane<TSelf, double, TMask>.Acos(TSelf x) => PerElement.Map<TSelf, double, AcosFunction>(x);
    static TSelf ILane<TSelf, double, TMask>.Atan(TSelf x) => PerElement.Map<TSelf, double, AtanFunction>(x);
    static TSelf ILane<TSelf, double, TMask>.Asinh(TSelf x) => PerElement.Map<TSelf, double, AsinhFunction>(x);
    static TSelf ILane<TSelf, double, TMask>.Acosh(TSelf x) => PerElement.Map<TSelf, double, AcoshFunction>(x);
    static TSelf ILane<TSelf, double, TMask>.Atanh(TSelf x) => PerElement.Map<TSelf, double, AtanhFunction>(x);
    static TSelf ILane<TSelf, double, TMask>.LogGamma(TSelf x) => PerElement.Map<TSelf, double, LogGammaFunction>(x);
    static TSelf ILane<TSelf, double, TMask>.Digamma(TSelf x) => PerElement.Map<TSelf, double, DigammaFunction>(x);
    static TSelf ILane<TSelf, double, TMask>.Trigamma(TSelf x) => PerElement.Map<TSelf, double, TrigammaFunction>(x);
    static TSelf ILane<TSelf, double, TMask>.Atan2(TSelf y, TSelf x) => PerElement.Map<TSelf, double, Atan2Function>(y, x);
    static TSelf ILane<TSelf, double, TMask>.Hypot(TSelf x, TSelf y) => PerElement.Map<TSelf, double, HypotFunction>(x, y);
    static TSelf ILane<TSelf, double, TMask>.IEEERemainder(TSelf x, TSelf y) => PerElement.Map<TSelf, double, IEEERemainderFunction>(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf, double, TMask>.Clamp(TSelf value, TSelf min, TSelf max) =>
        TSelf.Select(value > max, max, TSelf.Select(value < min, min, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TSelf ILane<TSelf, double, TMask>.Sign(TSelf x)
    {
        TSelf zero = TSelf.Create(0.0);
        TSelf one = TSelf.Create(1.0);
        return TSelf.Select(x > zero, one, TSelf.Select(x < zero, -one, x + zero));
    }
}
