using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class ComplexFunctions
{
    // check: new Complex(1.2, 0.7)
    // check: new Complex(-1.2, 0.7)
    // check: new Complex(-1.2, -0.7)
    // check: new Complex(2.25, 0)
    // check: new Complex(0, -0.5)
    [Differentiable]
    public static Complex Roots(Complex z) => Complex.Sqrt(z) * Complex.Sqrt(3 - z) + Complex.Reciprocal(z);

    // check: new Complex(1.2, 0.7), new Complex(0.5, -1.5), 2.5
    // check: new Complex(-0.3, 0.7), new Complex(-2, 0), -1.5
    // check: new Complex(1.2, -0.7), new Complex(0, 0), 0
    [Differentiable]
    public static Complex Powers(Complex z, Complex w, double power) => Complex.Pow(z, w) - Complex.Pow(z, power) + Complex.Log(z, 3) * Complex.Log10(z + w);

    // check: new Complex(0, 0)
    [Differentiable]
    public static Complex PowersOfZero(Complex z) => Complex.Pow(z, 2) + 3 * Complex.Pow(z, 1) + Complex.Pow(z, 0);

    // check: new Complex(0.6, 0.7)
    // check: new Complex(-1.6, -0.2)
    // check: new Complex(0.4, 4.5)
    [Differentiable]
    public static Complex Trigonometric(Complex z) => Complex.Tan(z) + Complex.Sinh(z) * Complex.Cos(z) - Complex.Cosh(z) / Complex.Tanh(z);

    // check: new Complex(0.6, 0.7)
    // check: new Complex(-1.6, -0.2)
    // check: new Complex(-0.6, 1.3)
    // check: new Complex(1.6, -2.3)
    // check: new Complex(0.4, 0)
    // check: new Complex(-0.4, 0)
    [Differentiable]
    public static Complex Inverse(Complex z) => Complex.Asin(z) + z * Complex.Acos(z) - 2 * Complex.Atan(z);

    // check: 0.7, 1.2
    [Differentiable(Order = 2)]
    public static double Named(double x, double y)
    {
        Complex z = Complex.Add(Complex.Multiply(new Complex(x, y), 2), Complex.Divide(1, new Complex(y, -x)));
        Complex w = 3L;
        return z == w || Complex.IsNaN(z) ? 0 : Complex.Subtract(Complex.Negate(z), w).Magnitude;
    }

    // The characteristic function of Heston's model, integrated with the midpoint rule.
    // check: 100, 105, 0.75, 0.04, 1.5, 0.05, 0.6, -0.7
    [Differentiable]
    public static double Heston(double spot, double strike, double time, double v0, double kappa, double theta, double sigma, double rho)
    {
        double sum = 0;
        for (int n = 0; n < 40; n++)
        {
            double u = 0.5 * (n + 0.5);
            Complex beta = kappa - rho * sigma * u * Complex.ImaginaryOne;
            Complex d = Complex.Sqrt(beta * beta + sigma * sigma * (Complex.ImaginaryOne * u + u * u));
            Complex g = (beta - d) / (beta + d), decay = Complex.Exp(-d * time);
            Complex c = kappa * theta / (sigma * sigma) * ((beta - d) * time - 2 * Complex.Log((1 - g * decay) / (1 - g)));
            Complex f = Complex.Exp(c + (beta - d) / (sigma * sigma) * ((1 - decay) / (1 - g * decay)) * v0 + Complex.ImaginaryOne * u * Math.Log(spot / strike));
            sum += 0.5 * (f / (Complex.ImaginaryOne * u)).Real;
        }

        return 0.5 + sum / Math.PI;
    }
}
