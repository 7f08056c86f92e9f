using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>A product that neither overflows nor underflows on the way: a number times a power of two.</summary>
internal struct ScaledProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T _number;
    private long _exponent;

    public static ScaledProduct<T> One => new() { _number = T.One };

    /// <summary>Multiplies by a number that is finite and not zero.</summary>
    public void Multiply(T factor)
    {
        // Two exponents of this size do not leave the range of float.
        const int Largest = 60;
        T number = Normalised(factor, Largest) * _number;
        _number = Normalised(number, Largest);
    }

    public readonly T Value => T.ScaleB(_number, (int)long.Clamp(_exponent, -100_000, 100_000));

    public readonly T Sign => T.CopySign(T.One, _number);

    /// <summary>The logarithm of the absolute value.</summary>
    public readonly T LogAbs => T.Log(T.Abs(_number)) + (T.CreateTruncating(_exponent) * T.Log(T.CreateTruncating(2)));

    private T Normalised(T number, int largest)
    {
        int exponent = T.ILogB(number);
        if (exponent >= -largest && exponent <= largest)
        {
            return number;
        }

        _exponent += exponent;
        return T.ScaleB(number, -exponent);
    }
}
