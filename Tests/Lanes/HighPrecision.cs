using System.Numerics;

namespace StaticAd.Tests.Lanes;

/// <summary>
/// Elementary functions in fixed point with many fractional bits, by their power series: the oracle for error bounds in units
/// in the last place. Slow, simple, and sharing nothing with the code under test.
/// </summary>
internal sealed class HighPrecision
{
    private readonly int _bits;
    private readonly BigInteger _one;
    private readonly BigInteger _ln2;
    private readonly BigInteger _pi;

    public HighPrecision(int bits)
    {
        _bits = bits;
        _one = BigInteger.One << bits;
        _ln2 = 2 * AtanhSeries(_one / 3);
        _pi = 16 * AtanOfInverse(5) - 4 * AtanOfInverse(239);
    }

    public BigInteger One => _one;

    public BigInteger FromDouble(double x)
    {
        (BigInteger mantissa, int exponent) = Split(x);
        return Shift(mantissa, exponent + _bits);
    }

    public BigInteger Multiply(BigInteger x, BigInteger y) => (x * y) >> _bits;

    public BigInteger Divide(BigInteger x, BigInteger y) => (x << _bits) / y;

    public BigInteger Sqrt(BigInteger x)
    {
        BigInteger target = x << _bits;
        BigInteger root = BigInteger.One << (int)((target.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + target / root) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    public BigInteger Exp(BigInteger x)
    {
        BigInteger n = Floor(Divide(x, _ln2));
        BigInteger r = x - n * _ln2;
        BigInteger term = _one;
        BigInteger sum = _one;
        for (int k = 1; !term.IsZero; k++)
        {
            term = Multiply(term, r) / k;
            sum += term;
        }

        return Shift(sum, (int)n);
    }

    public BigInteger Log(BigInteger x)
    {
        int k = (int)x.GetBitLength() - _bits;
        BigInteger mantissa = Shift(x, -k);
        return k * _ln2 + 2 * AtanhSeries(Divide(mantissa - _one, mantissa + _one));
    }

    public (BigInteger Sin, BigInteger Cos) SinCos(BigInteger x)
    {
        BigInteger half = _pi >> 1;
        BigInteger n = Floor(Divide(x, half) + (_one >> 1));
        BigInteger r = x - n * half;
        BigInteger term = _one;
        BigInteger sin = BigInteger.Zero;
        BigInteger cos = _one;
        for (int k = 1; !term.IsZero && term != BigInteger.MinusOne; k++)
        {
            term = Multiply(term, r) / k;
            BigInteger signed = (k & 2) == 0 ? term : -term;
            sin += (k & 1) != 0 ? signed : 0;
            cos += (k & 1) == 0 ? signed : 0;
        }

        return (int)(((n % 4) + 4) % 4) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>erf(x) = 2/√π·exp(-x²)·Σ 2ⁿx²ⁿ⁺¹/(2n + 1)!!, all of whose terms have one sign.</summary>
    public BigInteger Erf(BigInteger x)
    {
        BigInteger square = Multiply(x, x);
        BigInteger term = x;
        BigInteger sum = x;
        for (int n = 1; BigInteger.Abs(term) > 1; n++)
        {
            term = 2 * Multiply(term, square) / (2 * n + 1);
            sum += term;
        }

        return Divide(2 * Multiply(sum, Exp(-square)), Sqrt(_pi));
    }

    /// <summary>
    /// erfc(x) for x ≥ 4 by its continued fraction, exp(-x²)/√π·1/(x + ½/(x + 1/(x + 3/2/(x + …)))), whose 300 terms leave a relative
    /// error far below 2⁻¹⁰⁰ there.
    /// </summary>
    public BigInteger ErfcTail(BigInteger x)
    {
        BigInteger denominator = x;
        for (int k = 300; k >= 1; k--)
        {
            denominator = x + Divide(k * _one / 2, denominator);
        }

        return Divide(Divide(Exp(-Multiply(x, x)), Sqrt(_pi)), denominator);
    }

    public BigInteger NormalDensity(BigInteger x) => Divide(Exp(-(Multiply(x, x) >> 1)), Sqrt(2 * _pi));

    /// <summary>
    /// The distance of <paramref name="computed"/> from <paramref name="exact"/> in units in the last place of the latter.
    /// </summary>
    public double UlpError(double computed, BigInteger exact)
    {
        (BigInteger mantissa, int exponent) = Split(computed);
        int exactExponent = (int)BigInteger.Abs(exact).GetBitLength() - _bits - 53;
        int unit = Math.Max(exactExponent, -1074);
        BigInteger difference = Shift(mantissa, exponent + _bits) - exact;
        return (double)Shift(difference, 30 - unit - _bits) / (1 << 30);
    }

    private BigInteger AtanhSeries(BigInteger x)
    {
        BigInteger square = Multiply(x, x);
        BigInteger power = x;
        BigInteger sum = x;
        for (int k = 3; BigInteger.Abs(power) > 1; k += 2)
        {
            power = Multiply(power, square);
            sum += power / k;
        }

        return sum;
    }

    private BigInteger AtanOfInverse(int n)
    {
        BigInteger power = _one / n;
        BigInteger sum = power;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power /= n * n;
            sum += (k & 2) == 0 ? power / k : -(power / k);
        }

        return sum;
    }

    private BigInteger Floor(BigInteger x) => x >> _bits;

    private static BigInteger Shift(BigInteger x, int count) => count >= 0 ? x << count : x >> -count;

    private static (BigInteger Mantissa, int Exponent) Split(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int biased = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xFFFFFFFFFFFFF;
        long mantissa = biased == 0 ? fraction : fraction | (1L << 52);
        return (bits < 0 ? -mantissa : mantissa, Math.Max(biased, 1) - 1075);
    }
}
