// The functions of System.Numerics.Complex. On a branch cut each has the value that .NET has, and the derivative from the side on which
// that is continuous.
using System;
using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Surrogates;

internal static partial class ComplexMembers
{
    // As .NET has it.
    private const double InverseOfLogOfTen = 0.43429448190325;

    public static Complex Exp(Complex z) => Complex.FromPolarCoordinates(Math.Exp(z.Real), z.Imaginary);

    public static Complex Log(Complex z) => new Complex(Math.Log(double.Hypot(z.Real, z.Imaginary)), Math.Atan2(z.Imaginary, z.Real));

    public static Complex Log(Complex z, double newBase) => Complex.Log(z) / Complex.Log(new Complex(newBase, 0));

    public static Complex Log10(Complex z)
    {
        Complex logarithm = Complex.Log(z);
        return new Complex(logarithm.Real * InverseOfLogOfTen, logarithm.Imaginary * InverseOfLogOfTen);
    }

    public static Complex Reciprocal(Complex z) => z.Real == 0 && z.Imaginary == 0 ? SteepZero(z) : 1 / z;

    // On the real axis neither part is taken from the real root alone: there, too, the root depends on the imaginary part.
    public static Complex Sqrt(Complex z)
    {
        if (z.Real == 0 && z.Imaginary == 0)
        {
            return SteepZero(z);
        }

        // Of a real number .NET's root has no negative zero.
        double imaginary = z.Imaginary + 0.0;
        double right = z.Real < 0 ? -1 : 1;
        double large = Math.Sqrt(0.5 * double.Hypot(z.Real, imaginary) + 0.5 * (right * z.Real));
        if (right > 0)
        {
            return new Complex(large, 0.5 * (imaginary / large));
        }

        double up = imaginary < 0 ? -1 : 1;
        return new Complex(0.5 * (up * imaginary / large), up * large);
    }

    public static Complex Pow(Complex z, double power) => Complex.Pow(z, new Complex(power, 0));

    public static Complex Pow(Complex z, Complex power)
    {
        if (z.Real == 0 && z.Imaginary == 0)
        {
            return PowerOfZero(z, power);
        }

        double logarithm = Math.Log(double.Hypot(z.Real, z.Imaginary)), angle = Math.Atan2(z.Imaginary, z.Real);
        double magnitude = Math.Pow(double.Hypot(z.Real, z.Imaginary), power.Real) * Math.Exp(-power.Imaginary * angle);
        return Complex.FromPolarCoordinates(magnitude, power.Real * angle + power.Imaginary * logarithm);
    }

    public static Complex Sin(Complex z) =>
        new Complex(Math.Sin(z.Real) * Math.Cosh(z.Imaginary), Math.Cos(z.Real) * Math.Sinh(z.Imaginary));

    public static Complex Cos(Complex z) =>
        new Complex(Math.Cos(z.Real) * Math.Cosh(z.Imaginary), -Math.Sin(z.Real) * Math.Sinh(z.Imaginary));

    public static Complex Tan(Complex z)
    {
        double twice = 2 * z.Real, height = 2 * z.Imaginary, growth = Math.Cosh(height);
        if (Math.Abs(z.Imaginary) <= 4)
        {
            double whole = Math.Cos(twice) + growth;
            return new Complex(Math.Sin(twice) / whole, Math.Sinh(height) / whole);
        }

        double share = 1 + Math.Cos(twice) / growth;
        return new Complex(Math.Sin(twice) / growth / share, Math.Tanh(height) / share);
    }

    public static Complex Sinh(Complex z)
    {
        Complex turned = Complex.Sin(new Complex(-z.Imaginary, z.Real));
        return new Complex(turned.Imaginary, -turned.Real);
    }

    public static Complex Cosh(Complex z) => Complex.Cos(new Complex(-z.Imaginary, z.Real));

    public static Complex Tanh(Complex z)
    {
        Complex turned = Complex.Tan(new Complex(-z.Imaginary, z.Real));
        return new Complex(turned.Imaginary, -turned.Real);
    }

    // W. Kahan, Branch cuts for complex elementary functions (1987), in the quadrant where both parts are positive.
    public static Complex Asin(Complex z)
    {
        double right = z.Real < 0 ? -1 : 1, up = z.Imaginary < 0 ? -1 : 1;
        double x = right * z.Real, y = up * z.Imaginary;
        Complex minus = Complex.Sqrt(new Complex(1 - x, y)), plus = Complex.Sqrt(new Complex(1 + x, y));
        double real = Math.Atan2(x, minus.Real * plus.Real + minus.Imaginary * plus.Imaginary);
        double imaginary = Math.Asinh(minus.Real * plus.Imaginary + minus.Imaginary * plus.Real);
        return new Complex(
            Library.WithValue(right * real, ComplexParts.RealOfAsin(z.Real, z.Imaginary)),
            Library.WithValue(up * imaginary, ComplexParts.ImaginaryOfAsin(z.Real, z.Imaginary)));
    }

    public static Complex Acos(Complex z)
    {
        double right = z.Real < 0 ? -1 : 1, up = z.Imaginary > 0 ? 1 : -1;
        double x = right * z.Real, y = up * z.Imaginary;
        Complex minus = Complex.Sqrt(new Complex(1 - x, y)), plus = Complex.Sqrt(new Complex(1 + x, y));
        double real = 2 * Math.Atan2(minus.Real, plus.Real);
        double imaginary = Math.Asinh(minus.Real * plus.Imaginary + minus.Imaginary * plus.Real);
        return new Complex(
            Library.WithValue(z.Real < 0 ? Math.PI - real : real, ComplexParts.RealOfAcos(z.Real, z.Imaginary)),
            Library.WithValue(-up * imaginary, ComplexParts.ImaginaryOfAcos(z.Real, z.Imaginary)));
    }

    public static Complex Atan(Complex z)
    {
        Complex turned = new Complex(-z.Imaginary, z.Real);
        return new Complex(0, 0.5) * (Complex.Log(1 - turned) - Complex.Log(1 + turned));
    }

    // The value is zero, as .NET has it, and the derivative infinite.
    private static Complex SteepZero(Complex zero) => new Complex(Math.Sqrt(zero.Real), Math.Sqrt(zero.Imaginary));

    private static Complex PowerOfZero(Complex zero, Complex power)
    {
        if (power.Real == 0 && power.Imaginary == 0)
        {
            return new Complex(1, 0);
        }

        if (power.Real == 1 && power.Imaginary == 0)
        {
            return zero;
        }

        return power.Real > 1 ? new Complex(0, 0) : SteepZero(zero);
    }
}
