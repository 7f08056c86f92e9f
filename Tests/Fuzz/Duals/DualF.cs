namespace StaticAd.Tests.Fuzz.Duals;

/// <summary>A <c>float</c> with its derivatives: the number is rounded as the program rounds it, the derivatives are not.</summary>
public readonly struct DualF
{
    private DualF(Dual wide) => Wide = wide;

    /// <summary>The same number in double precision.</summary>
    public Dual Wide { get; }

    public static implicit operator DualF(float value) => new(value);

    public static explicit operator DualF(double value) => new((double)(float)value);

    public static implicit operator DualF(int value) => new((double)(float)value);

    public static implicit operator Dual(DualF x) => x.Wide;

    public static explicit operator DualF(Dual x) => Round(x);

    public static explicit operator int(DualF x) => (int)x.Wide.V;

    // One operation in double precision, rounded, is the operation in single precision.
    public static DualF operator +(DualF x, DualF y) => Round(x.Wide + y.Wide);

    public static DualF operator -(DualF x, DualF y) => Round(x.Wide - y.Wide);

    public static DualF operator *(DualF x, DualF y) => Round(x.Wide * y.Wide);

    public static DualF operator /(DualF x, DualF y) => Round(x.Wide / y.Wide);

    public static DualF operator %(DualF x, DualF y) => Round(x.Wide % y.Wide);

    public static DualF operator -(DualF x) => Round(-x.Wide);

    public static bool operator <(DualF x, DualF y) => x.Wide < y.Wide;

    public static bool operator >(DualF x, DualF y) => x.Wide > y.Wide;

    public static bool operator <=(DualF x, DualF y) => x.Wide <= y.Wide;

    public static bool operator >=(DualF x, DualF y) => x.Wide >= y.Wide;

    /// <summary>Derivatives as they are, beside the number that a function of single precision gave.</summary>
    public static DualF Of(Dual derivatives, float value) => new(derivatives.Rounded(value));

    private static DualF Round(Dual x) => new(x.Rounded((float)x.V));
}
