namespace StaticAd.CompilerServices;

internal readonly struct CbrtFunction : IScalarFunction
{
    public static double Invoke(double x) => Math.Cbrt(x);
}

internal readonly struct AsinFunction : IScalarFunction
{
    public static double Invoke(double x) => Math.Asin(x);
}

internal readonly struct AcosFunction : IScalarFunction
{
    public static double Invoke(double x) => Math.Acos(x);
}

internal readonly struct AtanFunction : IScalarFunction
{
    public static double Invoke(double x) => Math.Atan(x);
}

internal readonly struct AsinhFunction : IScalarFunction
{
    public static double Invoke(double x) => Math.Asinh(x);
}

internal readonly struct AcoshFunction : IScalarFunction
{
    public static double Invoke(double x) => Math.Acosh(x);
}

internal readonly struct AtanhFunction : IScalarFunction
{
    public static double Invoke(double x) => Math.Atanh(x);
}

internal readonly struct SinFunction : IScalarFunction
{
    public static double Invoke(double x) => Math.Sin(x);
}

internal readonly struct CosFunction : IScalarFunction
{
    public static double Invoke(double x) => Math.Cos(x);
}

internal readonly struct TanFunction : IScalarFunction
{
    public static double Invoke(double x) => Math.Tan(x);
}

internal readonly struct LogFunction : IScalarFunction
{
    public static double Invoke(double x) => Math.Log(x);
}

internal readonly struct LogGammaFunction : IScalarFunction
{
    public static double Invoke(double x) => Special.LogGamma(x);
}

internal readonly struct DigammaFunction : IScalarFunction
{
    public static double Invoke(double x) => Special.Digamma(x);
}

internal readonly struct TrigammaFunction : IScalarFunction
{
    public static double Invoke(double x) => Special.Trigamma(x);
}

internal readonly struct RemainderFunction : IScalarFunction2
{
    public static double Invoke(double x, double y) => x % y;
}

internal readonly struct IEEERemainderFunction : IScalarFunction2
{
    public static double Invoke(double x, double y) => Math.IEEERemainder(x, y);
}

internal readonly struct Atan2Function : IScalarFunction2
{
    public static double Invoke(double x, double y) => Math.Atan2(x, y);
}

internal readonly struct PowFunction : IScalarFunction2
{
    public static double Invoke(double x, double y) => Math.Pow(x, y);
}

internal readonly struct HypotFunction : IScalarFunction2
{
    public static double Invoke(double x, double y) => double.Hypot(x, y);
}
