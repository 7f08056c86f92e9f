using System.Numerics;

namespace StaticAd.Tests.Fuzz.Duals;

/// <summary>A complex number with the derivatives of its parts: numbers as the framework computes them, derivatives by complex calculus.</summary>
public readonly struct DualComplex
{
    public DualComplex(Dual real, Dual imaginary) => (Real, Imaginary) = (real, imaginary);

    public Dual Real { get; }

    public Dual Imaginary { get; }

    /// <summary>The distance from zero; there it has the derivative 0.</summary>
    public Dual Magnitude => V == Complex.Zero ? 0 : DualMath.Sqrt(Real * Real + Imaginary * Imaginary).Rounded(V.Magnitude);

    private Complex V => new(Real.V, Imaginary.V);

    public static DualComplex operator +(DualComplex x, DualComplex y) => Of(x.V + y.V, x.Real + y.Real, x.Imaginary + y.Imaginary);

    public static DualComplex operator -(DualComplex x, DualComplex y) => Of(x.V - y.V, x.Real - y.Real, x.Imaginary - y.Imaginary);

    public static DualComplex operator *(DualComplex x, DualComplex y) => Of(x.V * y.V, Product(x, y));

    public static DualComplex operator /(DualComplex x, DualComplex y) => Of(x.V / y.V, Product(x, Reciprocal(y)));

    public static DualComplex operator -(DualComplex x) => Of(-x.V, -x.Real, -x.Imaginary);

    public static DualComplex operator +(Dual x, DualComplex y) => Of(x.V + y.V, x + y.Real, y.Imaginary);

    public static DualComplex operator -(Dual x, DualComplex y) => Of(x.V - y.V, x - y.Real, -y.Imaginary);

    public static DualComplex operator *(Dual x, DualComplex y) => Of(x.V * y.V, x * y.Real, x * y.Imaginary);

    public static DualComplex Conjugate(DualComplex x) => Of(Complex.Conjugate(x.V), x.Real, -x.Imaginary);

    public static Dual Abs(DualComplex x) => x.Magnitude;

    public static DualComplex FromPolarCoordinates(Dual magnitude, Dual phase)
        => Of(Complex.FromPolarCoordinates(magnitude.V, phase.V), magnitude * DualMath.Cos(phase), magnitude * DualMath.Sin(phase));

    public static DualComplex Exp(DualComplex x) => Of(Complex.Exp(x.V), x, Complex.Exp(x.V), Complex.Exp(x.V));

    public static DualComplex Sin(DualComplex x) => Of(Complex.Sin(x.V), x, Complex.Cos(x.V), -Complex.Sin(x.V));

    public static DualComplex Cos(DualComplex x) => Of(Complex.Cos(x.V), x, -Complex.Sin(x.V), -Complex.Cos(x.V));

    public static DualComplex Tanh(DualComplex x)
    {
        Complex slope = 1 / (Complex.Cosh(x.V) * Complex.Cosh(x.V));
        return Of(Complex.Tanh(x.V), x, slope, -2 * Complex.Tanh(x.V) * slope);
    }

    public static DualComplex Sqrt(DualComplex x)
    {
        Complex root = Complex.Sqrt(x.V);
        return Of(root, x, 0.5 / root, -0.25 / (root * x.V));
    }

    public static DualComplex Log(DualComplex x) => Of(Complex.Log(x.V), x, 1 / x.V, -1 / (x.V * x.V));

    public static DualComplex Reciprocal(DualComplex x) => Of(Complex.Reciprocal(x.V), x, -1 / (x.V * x.V), 2 / (x.V * x.V * x.V));

    public static DualComplex Pow(DualComplex x, DualComplex y) => Of(Complex.Pow(x.V, y.V), Exp(Product(y, Log(x))));

    public static DualComplex Pow(DualComplex x, double y) => Of(Complex.Pow(x.V, y), Exp(y * Log(x)));

    private static DualComplex Product(DualComplex x, DualComplex y)
        => new(x.Real * y.Real - x.Imaginary * y.Imaginary, x.Real * y.Imaginary + x.Imaginary * y.Real);

    private static DualComplex Of(Complex value, DualComplex derivatives) => Of(value, derivatives.Real, derivatives.Imaginary);

    private static DualComplex Of(Complex value, Dual real, Dual imaginary) => new(real.Rounded(value.Real), imaginary.Rounded(value.Imaginary));

    /// <summary>A function that is complex differentiable, with its first and second derivative.</summary>
    private static DualComplex Of(Complex value, DualComplex x, Complex first, Complex second)
    {
        (Dual real, Dual imaginary) = (x.Real, x.Imaginary);
        Complex a = new(real.A, imaginary.A), b = new(real.B, imaginary.B), c = new(real.C, imaginary.C);
        double sumA = real.SumA + imaginary.SumA, sumB = real.SumB + imaginary.SumB, sumC = real.SumC + imaginary.SumC;
        double size = Complex.Abs(first);
        Complex both = first * c + second * a * b;
        Dual Part(double number, Func<Complex, double> part) => new()
        {
            V = number,
            A = part(first * a),
            B = part(first * b),
            C = part(both),
            SumA = size * sumA,
            SumB = size * sumB,
            SumC = size * sumC + Complex.Abs(second) * sumA * sumB,
        };
        return new DualComplex(Part(value.Real, part => part.Real), Part(value.Imaginary, part => part.Imaginary));
    }
}
