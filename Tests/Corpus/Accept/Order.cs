using System;
using StaticAd;

namespace StaticAd.Corpus;

public record struct OrderPair(double X, double Y)
{
    public readonly double Weigh(double by) => (X * by) + Y;

    public double Grow(double by)
    {
        X += by;
        return X * Y;
    }

    public void Add(in OrderPair other)
    {
        X += other.X * other.Y;
        Y += other.X;
    }

    public static OrderPair operator +(in OrderPair a, in OrderPair b) => new((2 * a.X) + b.X, a.Y * b.Y);
}

/// <summary>When what a call is given is read: variables behind references after all arguments.</summary>
public static partial class Order
{
    // check: 0.7, 1.3
    [Differentiable(Order = 2)]
    public static double ReceiverThatAnArgumentChanges(double x, double y)
    {
        var p = new OrderPair(x, y);
        return p.Weigh(p.X = x * y) + p.Grow(p.Y *= x) + p.X;
    }

    // check: 0.7, 1.3
    [Differentiable(Order = 2)]
    public static double OperandThatAnOperandChanges(double x, double y)
    {
        var p = new OrderPair(x, y);
        OrderPair q = p + (p = new OrderPair(y * y, x));
        return (q.X * q.Y) + p.X;
    }

    // check: 0.7, 1.3
    [Differentiable(Order = 2)]
    public static double ReceiverThatIsAnArgument(double x, double y)
    {
        var p = new OrderPair(x, y);
        p.Add(p);
        OrderPair[] ps = [p, new OrderPair(y, x)];
        ps[1].Add(in ps[1]);
        ps[0].Add(in ps[1]);
        return (ps[0].X * ps[1].Y) + (ps[0].Y * ps[1].X);
    }

    // check: 0.7, 1.3
    [Differentiable(Order = 2)]
    public static double CompoundWhoseRightSideAssigns(double x, double y)
    {
        double z = x;
        z += z *= y;
        Span<double> w = [x, y];
        int i = 0;
        w[i++] += w[i] * (w[0] = y * y);
        (w[i], z) = (z, w[i] * z);
        return (z * w[0]) + w[1];
    }

    // check: 0.7, 1.3
    [Differentiable(Order = 2)]
    public static double NamedArguments(double x, double y)
    {
        double z = x;
        return Three(c: z *= y, a: z += 1, b: z * z) + z;
    }

    private static double Three(double a, double b, double c) => (a * b) + (c * c * a);

    // check: 0.7, 1.3
    [Differentiable(Order = 2)]
    public static double DefaultAndCaptured(double x, double y)
    {
        double z = x;
        double Next(double by) => z = z * by + y;
        return Three(z, Next(x), Next(y)) - (z * Next(2));
    }
}
