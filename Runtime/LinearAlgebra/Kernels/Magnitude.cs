using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>How large the elements of a matrix are, so that their squares neither overflow nor vanish.</summary>
internal static unsafe class Magnitude
{
    /// <summary>The distance from 1 to the next number.</summary>
    public static T Epsilon<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => T.CreateTruncating(sizeof(T) == sizeof(double) ? 1 / 4503599627370496.0 : 1 / 8388608.0);

    /// <summary>Numbers whose square is below this are too small for it to have all digits, or any.</summary>
    public static T LeastSquare<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => T.CreateTruncating(sizeof(T) == sizeof(double) ? 2.2250738585072014E-308 : 1.1754943508222875E-38) / (Epsilon<T>() * Epsilon<T>());

    /// <summary>The largest absolute value of an element; what is not finite if there is such an element.</summary>
    public static T Largest<T>(Block<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = T.Zero;
        for (int i = 0; i < a.Rows; i++)
        {
            T* row = a.At(i, 0);
            for (int j = 0; j < a.Columns; j++, row += a.ColumnStride)
            {
                T magnitude = T.Abs(*row);
                largest = magnitude <= largest ? largest : magnitude;
                if (!T.IsFinite(largest))
                {
                    return largest;
                }
            }
        }

        return largest;
    }

    /// <summary>
    /// By which power of two a matrix must be scaled so that sums of squares of its elements are no trouble: 0 for a matrix of usual size.
    /// </summary>
    public static int ScalingExponent<T>(T largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (largest == T.Zero)
        {
            return 0;
        }

        int exponent = T.ILogB(largest);
        int usual = T.ILogB(T.One / Epsilon<T>());
        return exponent > usual || exponent < -usual ? -exponent : 0;
    }

    /// <summary>By which power of two a matrix must be scaled so that its largest element is about 1.</summary>
    public static int NormalisingExponent<T>(T largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => largest == T.Zero ? 0 : -T.ILogB(largest);

    /// <summary>Copies a matrix, multiplied by a power of two, into one whose rows are plain.</summary>
    public static void CopyScaled<T>(Block<T> a, int exponent, Block<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        a.CopyTo(target);
        for (int i = 0; i < a.Rows; i++)
        {
            Scale(target.At(i, 0), exponent, a.Columns);
        }
    }

    /// <summary>Multiplies elements that are neighbours by a power of two.</summary>
    public static void Scale<T>(T* values, int exponent, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < count && exponent != 0; i++)
        {
            values[i] = T.ScaleB(values[i], exponent);
        }
    }
}
