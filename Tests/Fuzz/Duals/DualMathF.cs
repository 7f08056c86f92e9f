namespace StaticAd.Tests.Fuzz.Duals;

/// <summary>What stands for <see cref="MathF"/>: derivatives of <see cref="DualMath"/>, numbers of single precision.</summary>
public static class DualMathF
{
    public static DualF Sin(DualF x) => Of(DualMath.Sin, MathF.Sin, x);

    public static DualF Cos(DualF x) => Of(DualMath.Cos, MathF.Cos, x);

    public static DualF Exp(DualF x) => Of(DualMath.Exp, MathF.Exp, x);

    public static DualF Log(DualF x) => Of(DualMath.Log, MathF.Log, x);

    public static DualF Sqrt(DualF x) => Of(DualMath.Sqrt, MathF.Sqrt, x);

    public static DualF Cbrt(DualF x) => Of(DualMath.Cbrt, MathF.Cbrt, x);

    public static DualF Tanh(DualF x) => Of(DualMath.Tanh, MathF.Tanh, x);

    public static DualF Atan(DualF x) => Of(DualMath.Atan, MathF.Atan, x);

    public static DualF Asinh(DualF x) => Of(DualMath.Asinh, MathF.Asinh, x);

    public static DualF Abs(DualF x) => Of(DualMath.Abs, MathF.Abs, x);

    public static DualF Floor(DualF x) => Of(DualMath.Floor, MathF.Floor, x);

    public static DualF Pow(DualF x, DualF y) => Of(DualMath.Pow, MathF.Pow, x, y);

    public static DualF Atan2(DualF y, DualF x) => Of(DualMath.Atan2, MathF.Atan2, y, x);

    public static DualF Max(DualF x, DualF y) => Of(DualMath.Max, MathF.Max, x, y);

    public static DualF Min(DualF x, DualF y) => Of(DualMath.Min, MathF.Min, x, y);

    public static DualF Clamp(DualF x, DualF low, DualF high) => DualMath.Clamp(x, low, high);

    public static DualF FusedMultiplyAdd(DualF x, DualF y, DualF z)
        => DualF.Of(x.Wide * y.Wide + z.Wide, MathF.FusedMultiplyAdd(Value(x), Value(y), Value(z)));

    private static DualF Of(Func<Dual, Dual> derivatives, Func<float, float> value, DualF x) => DualF.Of(derivatives(x.Wide), value(Value(x)));

    private static DualF Of(Func<Dual, Dual, Dual> derivatives, Func<float, float, float> value, DualF x, DualF y)
        => DualF.Of(derivatives(x.Wide, y.Wide), value(Value(x), Value(y)));

    private static float Value(DualF x) => (float)x.Wide.V;
}
