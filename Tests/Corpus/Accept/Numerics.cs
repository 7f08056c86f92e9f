using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Numerics
{
    // check: new Vector3(0.3F, -1.2F, 2), new Vector3(1, 0.5F, 0.7F)
    [Differentiable]
    public static double Vectors(Vector3 a, Vector3 b)
    {
        Vector3 c = Vector3.Cross(a, b) + 2 * a - b / 2;
        c += a * b;
        var unit = Vector3.Normalize(-c);
        return Vector3.Dot(unit, a) + c.Length() + Vector3.Distance(a, b) + Vector3.Lerp(a, b, 0.25F).X
            + new Vector3(c.X, c.Y, 1).LengthSquared() + Vector3.Reflect(a, Vector3.UnitY).Y;
    }

    // check: new Vector2(0.3F, -1.2F), new Vector4(1, 0.5F, 0.7F, 2)
    [Differentiable]
    public static Vector2 Others(Vector2 a, Vector4 b)
    {
        Vector4 c = b * b / 3 - Vector4.One;
        a.X *= c.W;
        return Vector2.Min(a, new Vector2(c.X, c.Y)) + a * c.Length();
    }

    // check: new Vector3(0.3F, -1.2F, 2), new Vector3(0.7F, 0, 1)
    [Differentiable]
    public static Vector3 Rotated(Vector3 v, Vector3 angles)
    {
        Quaternion q = Quaternion.CreateFromAxisAngle(Vector3.Normalize(new Vector3(1, 2, 2)), angles.X * angles.Z);
        return Vector3.Transform(v, Quaternion.Normalize(q * q)) + Vector3.Transform(v, Quaternion.Inverse(q));
    }

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
