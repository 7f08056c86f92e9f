// What System.Numerics.Complex computes, member by member, as source that is differentiated. Real and imaginary part are two
// independent real inputs and outputs.
using System;
using System.Numerics;

namespace StaticAd.Surrogates;

internal static partial class ComplexMembers
{
    public static double get_Magnitude(Complex z) => Complex.Abs(z);

    public static double get_Phase(Complex z) => Math.Atan2(z.Imaginary, z.Real);

    // At zero the hypotenuse has no derivative, a distance the derivative 0.
    public static double Abs(Complex z) => z.Real == 0 && z.Imaginary == 0 ? 0 : double.Hypot(z.Real, z.Imaginary);

    public static Complex op_Implicit(double x) => new Complex(x, 0);

    public static Complex op_Implicit(int x) => new Complex(x, 0);

    public static Complex op_Implicit(long x) => new Complex(x, 0);

    public static Complex op_Implicit(float x) => new Complex(x, 0);

    public static bool op_Equality(Complex a, Complex b) => a.Real == b.Real && a.Imaginary == b.Imaginary;

    public static bool op_Inequality(Complex a, Complex b) => a.Real != b.Real || a.Imaginary != b.Imaginary;

    public static bool IsNaN(Complex z) => !Complex.IsInfinity(z) && !Complex.IsFinite(z);

    public static bool IsFinite(Complex z) => double.IsFinite(z.Real) && double.IsFinite(z.Imaginary);

    public static bool IsInfinity(Complex z) => double.IsInfinity(z.Real) || double.IsInfinity(z.Imaginary);

    public static Complex op_UnaryNegation(Complex z) => new Complex(-z.Real, -z.Imaginary);

    public static Complex op_Addition(Complex a, Complex b) => new Complex(a.Real + b.Real, a.Imaginary + b.Imaginary);

    public static Complex op_Addition(Complex a, double b) => new Complex(a.Real + b, a.Imaginary);

    public static Complex op_Addition(double a, Complex b) => new Complex(a + b.Real, b.Imaginary);

    public static Complex op_Subtraction(Complex a, Complex b) => new Complex(a.Real - b.Real, a.Imaginary - b.Imaginary);

    public static Complex op_Subtraction(Complex a, double b) => new Complex(a.Real - b, a.Imaginary);

    public static Complex op_Subtraction(double a, Complex b) => new Complex(a - b.Real, -b.Imaginary);

    public static Complex op_Multiply(Complex a, Complex b) => new Complex(
        a.Real * b.Real - a.Imaginary * b.Imaginary, a.Imaginary * b.Real + a.Real * b.Imaginary);

    public static Complex op_Multiply(Complex a, double b) => new Complex(a.Real * b, a.Imaginary * b);

    public static Complex op_Multiply(double a, Complex b) => new Complex(a * b.Real, a * b.Imaginary);

    // Smith's method, as in .NET.
    public static Complex op_Division(Complex a, Complex b)
    {
        double c = b.Real, d = b.Imaginary;
        if (Math.Abs(d) < Math.Abs(c))
        {
            double ratio = d / c;
            return new Complex((a.Real + a.Imaginary * ratio) / (c + d * ratio), (a.Imaginary - a.Real * ratio) / (c + d * ratio));
        }

        double inverse = c / d;
        return new Complex((a.Imaginary + a.Real * inverse) / (d + c * inverse), (-a.Real + a.Imaginary * inverse) / (d + c * inverse));
    }

    public static Complex op_Division(Complex a, double b) =>
        b == 0 ? new Complex(double.NaN, double.NaN) : new Complex(a.Real / b, a.Imaginary / b);

    public static Complex op_Division(double a, Complex b) => new Complex(a, 0) / b;

    public static Complex Negate(Complex z) => -z;

    public static Complex Add(Complex a, Complex b) => a + b;

    public static Complex Add(Complex a, double b) => a + b;

    public static Complex Add(double a, Complex b) => a + b;

    public static Complex Subtract(Complex a, Complex b) => a - b;

    public static Complex Subtract(Complex a, double b) => a - b;

    public static Complex Subtract(double a, Complex b) => a - b;

    public static Complex Multiply(Complex a, Complex b) => a * b;

    public static Complex Multiply(Complex a, double b) => a * b;

    public static Complex Multiply(double a, Complex b) => a * b;

    public static Complex Divide(Complex a, Complex b) => a / b;

    public static Complex Divide(Complex a, double b) => a / b;

    public static Complex Divide(double a, Complex b) => a / b;

    public static Complex Conjugate(Complex z) => new Complex(z.Real, -z.Imaginary);

    public static Complex FromPolarCoordinates(double magnitude, double phase) =>
        new Complex(magnitude * Math.Cos(phase), magnitude * Math.Sin(phase));
}
