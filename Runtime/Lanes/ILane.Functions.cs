namespace StaticAd.CompilerServices;

public partial interface ILane<TSelf, TScalar, TMask>
{
    /// <summary>The absolute value.</summary>
    static abstract TSelf Abs(TSelf x);

    /// <summary>The square root.</summary>
    static abstract TSelf Sqrt(TSelf x);

    /// <summary>The cube root.</summary>
    static abstract TSelf Cbrt(TSelf x);

    /// <summary>e to the power of <paramref name="x"/>.</summary>
    static abstract TSelf Exp(TSelf x);

    /// <summary>2 to the power of <paramref name="x"/>.</summary>
    static abstract TSelf Exp2(TSelf x);

    /// <summary>exp(x) - 1 without the cancellation at small <paramref name="x"/>, as <see cref="Special.ExpM1(double)"/>.</summary>
    static abstract TSelf ExpM1(TSelf x);

    /// <summary>The natural logarithm.</summary>
    static abstract TSelf Log(TSelf x);

    /// <summary>The logarithm to base 2.</summary>
    static abstract TSelf Log2(TSelf x);

    /// <summary>The logarithm to base 10.</summary>
    static abstract TSelf Log10(TSelf x);

    /// <summary>log(1 + x) without the cancellation at small <paramref name="x"/>, as <see cref="Special.LogP1(double)"/>.</summary>
    static abstract TSelf LogP1(TSelf x);

    /// <summary><paramref name="x"/> to the power of <paramref name="y"/>.</summary>
    static abstract TSelf Pow(TSelf x, TSelf y);

    /// <summary>The sine of an angle in radians.</summary>
    static abstract TSelf Sin(TSelf x);

    /// <summary>The cosine of an angle in radians.</summary>
    static abstract TSelf Cos(TSelf x);

    /// <summary>Sine and cosine of one angle in radians, at little more than the price of one of them.</summary>
    static abstract (TSelf Sin, TSelf Cos) SinCos(TSelf x);

    /// <summary>The tangent of an angle in radians.</summary>
    static abstract TSelf Tan(TSelf x);

    /// <summary>The arcsine in radians, in [-π/2, π/2].</summary>
    static abstract TSelf Asin(TSelf x);

    /// <summary>The arccosine in radians, in [0, π].</summary>
    static abstract TSelf Acos(TSelf x);

    /// <summary>The arctangent in radians, in [-π/2, π/2].</summary>
    static abstract TSelf Atan(TSelf x);

    /// <summary>The angle in radians, in [-π, π], of the point (<paramref name="x"/>, <paramref name="y"/>).</summary>
    static abstract TSelf Atan2(TSelf y, TSelf x);

    /// <summary>The hyperbolic sine.</summary>
    static abstract TSelf Sinh(TSelf x);

    /// <summary>The hyperbolic cosine.</summary>
    static abstract TSelf Cosh(TSelf x);

    /// <summary>The hyperbolic tangent.</summary>
    static abstract TSelf Tanh(TSelf x);

    /// <summary>The inverse hyperbolic sine.</summary>
    static abstract TSelf Asinh(TSelf x);

    /// <summary>The inverse hyperbolic cosine.</summary>
    static abstract TSelf Acosh(TSelf x);

    /// <summary>The inverse hyperbolic tangent.</summary>
    static abstract TSelf Atanh(TSelf x);

    /// <summary>√(x² + y²) without undue overflow.</summary>
    static abstract TSelf Hypot(TSelf x, TSelf y);

    /// <summary>The smaller operand; NaN if either is NaN; -0 is smaller than +0.</summary>
    static abstract TSelf Min(TSelf x, TSelf y);

    /// <summary>The larger operand; NaN if either is NaN; -0 is smaller than +0.</summary>
    static abstract TSelf Max(TSelf x, TSelf y);

    /// <summary>The operand of smaller magnitude; NaN if either is NaN.</summary>
    static abstract TSelf MinMagnitude(TSelf x, TSelf y);

    /// <summary>The operand of larger magnitude; NaN if either is NaN.</summary>
    static abstract TSelf MaxMagnitude(TSelf x, TSelf y);

    /// <summary>
    /// The value limited to [min, max]. Unlike <see cref="Math.Clamp(double, double, double)"/> it does not throw where
    /// min &gt; max (a lane may be switched off); it gives one of the two there.
    /// </summary>
    static abstract TSelf Clamp(TSelf value, TSelf min, TSelf max);

    /// <summary>The greatest integer not above <paramref name="x"/>.</summary>
    static abstract TSelf Floor(TSelf x);

    /// <summary>The least integer not below <paramref name="x"/>.</summary>
    static abstract TSelf Ceiling(TSelf x);

    /// <summary>The nearest integer, the even one at halves.</summary>
    static abstract TSelf Round(TSelf x);

    /// <summary>The integral part.</summary>
    static abstract TSelf Truncate(TSelf x);

    /// <summary>
    /// -1, 0 or 1. Unlike <see cref="Math.Sign(double)"/> it gives NaN for NaN instead of throwing (a lane may be switched off).
    /// </summary>
    static abstract TSelf Sign(TSelf x);

    /// <summary>The magnitude of <paramref name="x"/> with the sign of <paramref name="y"/>.</summary>
    static abstract TSelf CopySign(TSelf x, TSelf y);

    /// <summary>x·y + z, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <summary>The remainder of the quotient rounded to the nearest integer, exact.</summary>
    static abstract TSelf IEEERemainder(TSelf x, TSelf y);
}
