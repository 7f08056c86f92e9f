using StaticAd.Generator.Ir;
using static StaticAd.Generator.Rules.Formulas;

namespace StaticAd.Generator.Rules;

/// <summary>
/// Derivatives of r = x / y with fewer divisions than the partial derivatives 1/y and -r/y have: (dx - r dy) / y, and backwards
/// dx = dr / y, dy = -r dx.
/// </summary>
internal static class Quotients
{
    private const long Fraction = 0xFFFFFFFFFFFFF;

    /// <summary>The tangent of a quotient of which both operands have one.</summary>
    public static Value Tangent(BlockBuilder block, Compute quotient, Value numeratorTangent, Value divisorTangent)
    {
        Value correction = block.Multiply(quotient.Result, divisorTangent);
        return block.Divide(block.Subtract(numeratorTangent, correction), quotient.Arguments[1]);
    }

    /// <summary>
    /// The tangent of a quotient of which the divisor alone has one. Not -r/y first, which is infinite for a tiny divisor: continued
    /// fractions start from one, and its tangent is zero.
    /// </summary>
    public static Value TangentByDivisor(BlockBuilder block, Compute quotient, Value divisorTangent) =>
        block.Negate(block.Divide(block.Multiply(quotient.Result, divisorTangent), quotient.Arguments[1]));

    /// <summary>The cotangents of both operands.</summary>
    public static (Value Numerator, Value Divisor) Cotangents(BlockBuilder block, Compute quotient, Value cotangent)
    {
        Value numerator = block.Divide(cotangent, quotient.Arguments[1]);
        return (numerator, block.Negate(block.Multiply(quotient.Result, numerator)));
    }

    /// <summary>
    /// The partial derivative by the divisor where the numerator is a power of two: -r/y is then -r r / x, and the division by x exact.
    /// </summary>
    public static Partial? ByDivisor(double? numerator) => numerator switch
    {
        1 => Of((x, y, r) => -(r * r)),
        { } number when IsPowerOfTwo(number) => Of((x, y, r) => -(1 / number * (r * r))),
        _ => null,
    };

    private static bool IsPowerOfTwo(double number) =>
        Math.Abs(number) is > 1e-9 and < 1e9 && (BitConverter.DoubleToInt64Bits(number) & Fraction) == 0;
}
