using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Properties and operators of extension blocks.</summary>
public static partial class ExtensionMembers
{
    // check: new double[] { 1.5, -0.4, 2 }, new double[] { 0.5, 0.7 }, 0.3
    [Differentiable(Order = 2)]
    public static double OfNumbers(ReadOnlySpan<double> x, double[] y, double s) =>
        x.SumOfSquares * s.Cubed + x.Last * y.Mean + (s.IsSmall ? 1 : s.Doubled);

    // check: new Direction(1.5, -0.4, 2)
    [Differentiable(Order = 2)]
    public static double OfStructures(Direction v) => (~v % v.Flipped).Square + (Direction.Ones % v).X;
}

public readonly record struct Direction(double X, double Y, double Z);

public static class Extended
{
    extension(ReadOnlySpan<double> v)
    {
        public double SumOfSquares
        {
            get
            {
                double sum = 0;
                foreach (double element in v)
                {
                    sum += element * element;
                }

                return sum;
            }
        }

        public double Last => v[^1];
    }

    extension(double[] v)
    {
        public double Mean => (v[0] + v[1]) / v.Length;
    }

    extension(double x)
    {
        public double Cubed => x * x * x;

        public bool IsSmall => x < 0.1;
    }

    extension<T>(T x)
        where T : System.Numerics.INumber<T>
    {
        public T Doubled => x + x;
    }

    extension(Direction v)
    {
        public static Direction Ones => new(1, 1, 1);

        public double Square => v.X * v.X + v.Y * v.Y + v.Z * v.Z;

        public Direction Flipped => new(-v.X, -v.Y, -v.Z);

        public static Direction operator ~(Direction a) => new(a.Y, a.Z, a.X);

        public static Direction operator %(Direction a, Direction b) => new(a.X * b.X, a.Y * b.Y, a.Z * b.Z);
    }
}
