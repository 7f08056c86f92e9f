using System;
using StaticAd;

namespace StaticAd.Corpus;

public record struct Place(double X, double Y);

public struct Bead
{
    public Place At;
    public double Mass;
    public int Kind;
    [NoDerivative]
    public double Radius;
}

// Derivatives, in differentiated code, of methods that take arrays of several dimensions and buffers of structures.
public static partial class NestedShapes
{
    [Differentiable(Order = 2)]
    private static double Energy(double[,] a, double s)
    {
        double sum = 0;
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
            {
                sum += Math.Sin(a[i, j] * s) * a[i, 0];
            }
        }

        return sum;
    }

    // check: new double[,] { { 1.5, -0.5, 0.25 }, { 0.25, 2, 1 } }, 0.75
    [Differentiable(Order = 2)]
    public static double Slopes(double[,] x, double s)
    {
        var dx = new double[x.GetLength(0), x.GetLength(1)];
        double value = EnergyValueAndGradient(x, s, dx, out double ds);
        double sum = value * ds;
        foreach (double slope in dx)
        {
            sum += slope * slope;
        }

        return sum;
    }

    // check: new double[,] { { 1.5, -0.5 }, { 0.25, 2 } }, 0.75, 3
    [Differentiable]
    public static double Descent(double[,] start, double rate, int steps)
    {
        double[,] x = (double[,])start.Clone(), dx = new double[x.GetLength(0), x.GetLength(1)];
        for (int step = 0; step < steps; step++)
        {
            EnergyGradient(x, 0.5, dx, out _);
            for (int i = 0; i < x.GetLength(0); i++)
            {
                for (int j = 0; j < x.GetLength(1); j++)
                {
                    x[i, j] -= rate * dx[i, j];
                }
            }
        }

        return Energy(x, rate);
    }

    // check: new double[,] { { 1.5, -0.5 }, { 0.25, 2 } }, new double[,] { { 1, 0.5 }, { -0.5, 2 } }, 0.4
    [Differentiable]
    public static double Products(double[,] x, double[,] direction, double s)
    {
        var product = new double[x.GetLength(0), x.GetLength(1)];
        EnergyHvp(x, s, direction, 0.25, product, out double sHvp);
        EnergyJvp(x, s, direction, 1, out double along);
        double sum = sHvp * along;
        for (int i = 0; i < 2; i++)
        {
            sum += product[i, 1 - i] * direction[i, i];
        }

        return sum;
    }

    // check: new double[,] { { 1.5, -0.5 }, { 0.25, 2 } }, 0.4
    [Differentiable]
    public static double Curvatures(double[,] x, double s)
    {
        int n = x.Length + 1;
        var hessian = new double[n * n];
        double value = EnergyHessian(x, s, hessian);
        return value * hessian[0] + hessian[n + 2] * hessian[n * n - 1];
    }

    [Differentiable]
    private static double Potential(ReadOnlySpan<Bead> beads, double g)
    {
        double sum = 0;
        for (int i = 0; i < beads.Length; i++)
        {
            sum += g * beads[i].Mass * beads[i].At.Y + beads[i].Radius * beads[i].Mass * beads[i].Mass;
            if (i > 0)
            {
                double x = beads[i].At.X - beads[i - 1].At.X, y = beads[i].At.Y - beads[i - 1].At.Y;
                sum += Math.Sqrt(x * x + y * y) * beads[i - 1].Kind;
            }
        }

        return sum;
    }

    // check: new Bead[] { new() { At = new(0.5, 1), Mass = 2, Kind = 1, Radius = 0.5 }, new() { At = new(1.5, -1), Mass = 1, Kind = 3 }, new() { At = new(2, 0.25), Mass = 3, Radius = 0.25 } }, 0.7
    [Differentiable]
    public static double Forces(ReadOnlySpan<Bead> beads, double g)
    {
        Span<Bead> forces = new Bead[beads.Length];
        forces[0].Kind = 7;
        forces[0].Radius = 9;
        PotentialGradient(beads, g, forces, out double dg);
        double sum = dg + forces[0].Kind + forces[0].Radius;
        foreach (Bead force in forces)
        {
            sum += force.At.X * force.At.X + force.At.Y * force.At.Y * g + force.Mass * force.At.Y;
        }

        return sum;
    }

    // What is passive is at its default after the call, not while its arguments are evaluated.
    // check: new Bead[] { new() { At = new(0.5, 1), Mass = 2, Kind = 1, Radius = 0.5 }, new() { At = new(1.5, -1), Mass = 1, Kind = 3 } }, 0.7
    [Differentiable]
    public static double Ordered(ReadOnlySpan<Bead> beads, double g)
    {
        Span<Bead> forces = new Bead[beads.Length];
        forces[0].Kind = 3;
        PotentialVjp(beads, g, dBeads: forces, resultBar: forces[0].Kind * g, dg: out double dg);
        return forces[1].At.X * dg + forces[0].Kind;
    }

    // Memory of the body's own, and parts of it.
    // check: new double[] { 0.5, 1, 1.5, -1, 2, 0.25 }, 0.7
    [Differentiable(Order = 2)]
    public static double Own(double[] coordinates, double g)
    {
        var beads = new Bead[coordinates.Length / 2];
        for (int i = 0; i < beads.Length; i++)
        {
            beads[i] = new Bead { At = new Place(coordinates[2 * i], coordinates[2 * i + 1]), Mass = 1 + i, Kind = 2, Radius = 0.5 };
        }

        var forces = new Bead[2];
        double value = PotentialVjp(beads.AsSpan(1), g, 0.5, forces, out double dg);
        return value * forces[0].At.X + forces[1].At.Y * forces[0].Mass + dg;
    }

    [Differentiable]
    private static void Step(Span<Bead> beads, double h)
    {
        for (int i = 1; i < beads.Length; i++)
        {
            beads[i].At.X += h * beads[i - 1].At.Y * beads[i].Mass;
            beads[i].At.Y *= 1 + h * beads[i].At.X;
        }
    }

    // check: new Place(0.5, 1), new Place(-1, 2), 0.3
    [Differentiable]
    public static Place Sensitivity(Place a, Place b, double h)
    {
        Bead[] beads = [new Bead { At = a, Mass = 2 }, new Bead { At = b, Mass = 1.5, Kind = 1 }, new Bead { At = new Place(h, 1), Mass = 1 }];
        var dots = new Bead[3];
        dots[0].At.Y = 1;
        dots[2].Mass = h;
        StepJvp(beads, h, dots, 0.5);
        StepJvp(beads, h, dots, 0);
        return new Place(dots[2].At.X * beads[1].At.X, dots[1].At.Y + dots[2].At.Y);
    }

    // Not confused: the inner derivative holds x fixed, though it depends on it.
    [Differentiable]
    private static double Sum(double[,] a, Place p) => a[0, 0] * p.X + p.Y * a[0, 1];

    // check: 1.5
    [Differentiable(Order = 2)]
    public static double Apart(double x)
    {
        double[,] a = { { x, x * x } }, dots = { { 0, 1 } };
        double value = SumJvp(a, new Place(x, 3 * x), dots, default, out double along);
        return x * along + value;
    }
}

// Whole Jacobians in differentiated code.
public static partial class NestedJacobians
{
    [Differentiable]
    private static (double First, double Second) Circle(double x, double y, double r) => (x * x + y * y - r * r, Math.Sin(x) - y);

    // check: 1.2, 0.5, 1.5
    [Differentiable(Order = 2)]
    public static double Newton(double x, double y, double r)
    {
        Span<double> j = stackalloc double[6];
        for (int step = 0; step < 3; step++)
        {
            (double f, double g) = CircleJacobian(x, y, r, j);
            double determinant = j[0] * j[4] - j[1] * j[3];
            (x, y) = (x - (j[4] * f - j[1] * g) / determinant, y - (j[0] * g - j[3] * f) / determinant);
        }

        return x * y;
    }

    [Differentiable]
    private static double Flow(ReadOnlySpan<double> x, Span<double> y, ref double scale)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = scale * y[i] * x[i] + x[i] * x[i + 1];
            scale += 0.1 * y[i];
        }

        return y[0] * scale;
    }

    // check: new double[] { 0.5, 1, -1 }, new double[] { 2, 0.25 }, 0.7
    [Differentiable]
    public static double OfBuffers(ReadOnlySpan<double> x, ReadOnlySpan<double> start, double scale)
    {
        double[] y = start.ToArray();
        int rows = y.Length + 2, columns = x.Length + y.Length + 1;
        var jacobian = new double[rows * columns];
        double value = FlowJacobian(x, y, ref scale, jacobian);
        double sum = value * scale;
        for (int i = 0; i < rows; i++)
        {
            sum += jacobian[i * columns + i] * jacobian[i * columns + columns - 1] + jacobian[i] * y[1];
        }

        return sum;
    }

    [Differentiable]
    private static Place Turned(Place p, double[,] matrix, double angle) => new(
        matrix[0, 0] * p.X * Math.Cos(angle) + matrix[0, 1] * p.Y, matrix[1, 0] * p.X + matrix[1, 1] * p.Y * p.X * angle);

    // check: new Place(0.5, -1), new double[,] { { 1, 2 }, { 0.5, -1 } }, 0.3
    [Differentiable(Order = 2)]
    public static double OfStructures(Place p, double[,] matrix, double angle)
    {
        var jacobian = new double[2 * 7];
        Place turned = TurnedJacobian(p, matrix, angle, jacobian);
        return turned.X * (jacobian[0] * jacobian[8] - jacobian[1] * jacobian[7]) + jacobian[6] * jacobian[12];
    }

    // check: new double[] { 0.5, -1 }, 0.3
    [Differentiable]
    public static double Steps(double[] x, double h)
    {
        Span<double> y = (double[])x.Clone();
        Span<double> jacobian = stackalloc double[6];
        for (int i = 0; i < 3; i++)
        {
            MoveJacobian(y, h, jacobian);
            y[0] += jacobian[1] * jacobian[5];
        }

        return y[0] * y[1];
    }

    [Differentiable]
    private static void Move(Span<double> y, double h)
    {
        double first = y[0];
        y[0] += h * y[1] * y[1];
        y[1] -= h * Math.Sin(first);
    }
}

// Derivatives of instance methods.
public partial class Oscillator(double stiffness)
{
    private readonly double _stiffness = stiffness;
    private readonly double[] _shares = [0.5, 2];

    [Differentiable]
    private double Potential(double x, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += _shares[i] * weights[i] * Math.Cos(x * _stiffness);
        }

        return sum * x;
    }

    // check: new Oscillator(1.5), 0.7, new double[] { 1, -0.5 }
    [Differentiable(Order = 2)]
    public double Force(double x, ReadOnlySpan<double> weights)
    {
        Span<double> dWeights = stackalloc double[2];
        PotentialGradient(x, weights, out double dx, dWeights);
        this.PotentialJvp(x, weights, 1, weights, out double along);
        return dx * dWeights[0] + _stiffness * along;
    }

    // check: new Oscillator(1.5), 0.7, 4
    [Differentiable]
    public double Steps(double x, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double v = Squared(x, out double slope);
            x -= 0.1 * slope * v;
        }

        return x;
    }

    private double Squared(double x, out double slope)
    {
        slope = WellGradient(x);
        return Well(x);
    }

    [Differentiable]
    private double Well(double x) => x * x * x * _stiffness + _shares[0] * x;
}

public readonly partial record struct Mirror(double Focus, double Tilt)
{
    // check: new Mirror(2, 0.5), 0.7
    [Differentiable(Order = 2)]
    public double Distance(double x) => Math.Sin(x * Tilt) * Focus * Focus + x * x * Tilt;

    // check: new Mirror(2, 0.5), 0.7
    [Differentiable(Order = 2)]
    public double Blur(double x)
    {
        DistanceGradient(x, out Mirror slope, out double dx);
        return slope.Focus * slope.Tilt + dx * Focus;
    }
}

public static partial class Mirrors
{
    // check: new Mirror(2, 0.5), new Mirror(1.5, 0.25), 0.7
    [Differentiable]
    public static Mirror Adjusted(Mirror first, in Mirror second, double x)
    {
        double value = first.DistanceValueAndGradient(x, out Mirror slope, out _);
        second.DistanceHvp(x, slope, 0.5, out Mirror product, out double xHvp);
        return new Mirror(value * product.Tilt, new Mirror(x, xHvp).DistanceJvp(x, first, 1, out double along) * along);
    }

    [Differentiable]
    private static double Sum(ReadOnlySpan<Mirror> mirrors, double x)
    {
        double sum = 0;
        for (int i = 0; i < mirrors.Length; i++)
        {
            mirrors[i].DistanceGradient(x, out Mirror slope, out double dx);
            sum += slope.Tilt * dx;
        }

        return sum;
    }

    // check: new Mirror[] { new(2, 0.5), new(1.5, 0.25) }, 0.7
    [Differentiable]
    public static double Third(ReadOnlySpan<Mirror> mirrors, double x)
    {
        Mirror[] slopes = new Mirror[mirrors.Length];
        double value = SumValueAndGradient(mirrors, x, slopes, out double dx);
        return value * slopes[0].Focus + slopes[1].Tilt * dx;
    }
}
