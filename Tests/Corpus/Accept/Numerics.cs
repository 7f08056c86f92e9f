using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Numerics
{
    // check: new Complex(0.3, -1.2), new Complex(2, 0.7)
    // check: new Complex(-1.5, 0.2), new Complex(0.1, 1.7)
    [Differentiable]
    public static Complex Analytic(Complex z, Complex w)
    {
        Complex product = z * w - 2 * z / w;
        return Complex.Exp(z) + Complex.Log(product) * Complex.Sin(w) / (1 + Complex.Cos(z)) + Complex.ImaginaryOne;
    }

    // check: new Complex(0.3, -1.2), 0.4
    [Differentiable]
    public static double Modulus(Complex z, double t)
    {
        Complex sum = Complex.Zero;
        Complex power = 1;
        for (int k = 0; k < 5; k++)
        {
            sum += power * Complex.FromPolarCoordinates(t, k * t);
            power *= z;
        }

        return sum.Magnitude + sum.Phase * Complex.Abs(Complex.Conjugate(z) - t);
    }
}
