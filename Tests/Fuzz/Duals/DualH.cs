namespace StaticAd.Tests.Fuzz.Duals;

/// <summary>A <c>Half</c> with its derivatives: the number is rounded after each operation, the derivatives are not.</summary>
public readonly struct DualH
{
    // Overflows are at 65504.
    private const double Moderate = 8192;

    private DualH(Dual wide) => Wide = wide;

    /// <summary>The same number in double precision.</summary>
    public Dual Wide { get; }

    private Half Value => (Half)Wide.V;

    public static explicit operator DualH(float value) => new((double)(Half)value);

    public static explicit operator DualH(double value) => new((double)(Half)value);

    public static explicit operator DualH(int value) => new((double)(Half)value);

    public static explicit operator DualH(Dual x) => Of(x, (Half)x.V);

    public static explicit operator DualH(DualF x) => Of(x.Wide, (Half)(float)x.Wide.V);

    public static implicit operator Dual(DualH x) => x.Wide;

    public static explicit operator DualF(DualH x) => (DualF)x.Wide;

    public static explicit operator int(DualH x) => (int)x.Wide.V;

    public static DualH operator +(DualH x, DualH y) => Of(x.Wide + y.Wide, x.Value + y.Value);

    public static DualH operator -(DualH x, DualH y) => Of(x.Wide - y.Wide, x.Value - y.Value);

    public static DualH operator *(DualH x, DualH y) => Of(x.Wide * y.Wide, x.Value * y.Value);

    public static DualH operator /(DualH x, DualH y) => Of(x.Wide / y.Wide, x.Value / y.Value);

    public static DualH operator %(DualH x, DualH y) => Of(x.Wide % y.Wide, x.Value % y.Value);

    public static DualH operator -(DualH x) => Of(-x.Wide, -x.Value);

    public static bool operator <(DualH x, DualH y) => x.Wide < y.Wide;

    public static bool operator >(DualH x, DualH y) => x.Wide > y.Wide;

    public static bool operator <=(DualH x, DualH y) => x.Wide <= y.Wide;

    public static bool operator >=(DualH x, DualH y) => x.Wide >= y.Wide;

    public static DualH Sin(DualH x) => Of(DualMath.Sin(x.Wide), Half.Sin(x.Value));

    public static DualH Cos(DualH x) => Of(DualMath.Cos(x.Wide), Half.Cos(x.Value));

    public static DualH Exp(DualH x) => Of(DualMath.Exp(x.Wide), Half.Exp(x.Value));

    public static DualH Log(DualH x) => Of(DualMath.Log(x.Wide), Half.Log(x.Value));

    public static DualH Sqrt(DualH x) => Of(DualMath.Sqrt(x.Wide), Half.Sqrt(x.Value));

    public static DualH Cbrt(DualH x) => Of(DualMath.Cbrt(x.Wide), Half.Cbrt(x.Value));

    public static DualH Tanh(DualH x) => Of(DualMath.Tanh(x.Wide), Half.Tanh(x.Value));

    public static DualH Atan(DualH x) => Of(DualMath.Atan(x.Wide), Half.Atan(x.Value));

    public static DualH Asinh(DualH x) => Of(DualMath.Asinh(x.Wide), Half.Asinh(x.Value));

    public static DualH Abs(DualH x) => Of(DualMath.Abs(x.Wide), Half.Abs(x.Value));

    public static DualH Floor(DualH x) => Of(DualMath.Floor(x.Wide), Half.Floor(x.Value));

    public static DualH Pow(DualH x, DualH y) => Of(DualMath.Pow(x.Wide, y.Wide), Half.Pow(x.Value, y.Value));

    public static DualH Atan2(DualH y, DualH x) => Of(DualMath.Atan2(y.Wide, x.Wide), Half.Atan2(y.Value, x.Value));

    public static DualH Max(DualH x, DualH y) => Of(DualMath.Max(x.Wide, y.Wide), Half.Max(x.Value, y.Value));

    public static DualH Min(DualH x, DualH y) => Of(DualMath.Min(x.Wide, y.Wide), Half.Min(x.Value, y.Value));

    public static DualH Clamp(DualH x, DualH low, DualH high)
        => Of(DualMath.Clamp(x.Wide, low.Wide, high.Wide), Half.Clamp(x.Value, low.Value, high.Value));

    public static DualH FusedMultiplyAdd(DualH x, DualH y, DualH z)
        => Of(x.Wide * y.Wide + z.Wide, Half.FusedMultiplyAdd(x.Value, y.Value, z.Value));

    private static DualH Of(Dual derivatives, Half value)
    {
        Dual.IsWild |= !(Math.Abs((double)value) < Moderate);
        return new(derivatives.Rounded((double)value));
    }
}
