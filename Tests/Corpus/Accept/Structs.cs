using System;
using StaticAd;

namespace StaticAd.Corpus;

public readonly record struct Vec(double X, double Y, double Z)
{
    public static Vec Zero => new(0, 0, 0);

    public double LengthSquared => Dot(this, this);

    public double Length() => Math.Sqrt(LengthSquared);

    public static double Dot(Vec a, Vec b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;

    public static Vec operator +(Vec a, Vec b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vec operator -(Vec a, Vec b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vec operator -(Vec a) => new(-a.X, -a.Y, -a.Z);

    public static Vec operator *(double s, Vec a) => new(s * a.X, s * a.Y, s * a.Z);

    public static explicit operator double(Vec a) => a.X + 2 * a.Y + 3 * a.Z;

    public Vec Cross(in Vec other) => new(
        Y * other.Z - Z * other.Y, Z * other.X - X * other.Z, X * other.Y - Y * other.X);

    public Vec Normalized()
    {
        double length = Length();
        return length > 0 ? (1 / length) * this : Zero;
    }

    public double this[int axis] => axis switch { 0 => X, 1 => Y, _ => Z };
}

public struct Particle
{
    public Vec Position;
    public Vec Velocity;
    public double Mass;
    public int Steps;

    public Particle(Vec position, double mass)
        : this(position, Vec.Zero, mass)
    {
    }

    public Particle(Vec position, Vec velocity, double mass)
    {
        Position = position;
        Velocity = velocity;
        Mass = mass;
    }

    public double KineticEnergy => 0.5 * Mass * Velocity.LengthSquared;

    public void Kick(Vec force, double time)
    {
        Velocity += (time / Mass) * force;
    }

    public void Drift(double time)
    {
        Position = Position + time * Velocity;
        Steps++;
    }

    public void Swing(int times, double time)
    {
        for (int i = 0; i < times; i++)
        {
            Kick(-Position, time);
            Drift(time);
        }
    }
}

public struct Dual
{
    private double _value;

    public Dual(double value) => _value = value;

    public double Doubled
    {
        readonly get => 2 * _value;
        set => _value = 0.5 * value * value;
    }

    public double Slope { get; set; } = 3;
}

public struct Place(double x, double y)
{
    public double X = x;
    public double Y = y;
}

public static partial class Structs
{
    private static readonly Vec Up = new(0.1, 0.2, 0.9);

    // check: 0.3, -1.2
    // check: 2, 0.7
    [Differentiable]
    public static double Operators(double x, double y)
    {
        var a = new Vec(x, y, 1);
        Vec b = a + 2 * a - new Vec(y, x * y, -x);
        b = -b;
        Vec c = b with { Y = b.X * b.Z };
        return Vec.Dot(a, c) + c.Length() + (double)b + a[1] * b[2];
    }

    // check: 0.3, -1.2
    // check: 0, 0
    [Differentiable]
    public static double Members(double x, double y)
    {
        Vec side = new Vec(x, y, 0.5).Cross(Up);
        Vec unit = side.Normalized();
        return unit.X * 2 + unit.Y - unit.Z + side.LengthSquared;
    }

    // check: 0.3, -1.2, 3
    // check: 2, 0.1, 0
    [Differentiable]
    public static double Simulate(double x, double v, int steps)
    {
        var p = new Particle(new Vec(x, 1, -x), 1.5) { Velocity = new Vec(v, 0, v * v) };
        for (int i = 0; i < steps; i++)
        {
            p.Kick(-p.Position, 0.1);
            p.Drift(0.1);
            p.Mass *= 1 + 0.01 * x;
        }

        Particle copy = p;
        copy.Swing(2, 0.05);
        return p.KineticEnergy + copy.Position.X * p.Steps + copy.Mass;
    }

    // check: 0.3, -1.2
    [Differentiable]
    public static double Properties(double x, double y)
    {
        var d = new Dual(x);
        double first = d.Doubled;
        d.Doubled = y * first;
        d.Slope *= x;
        return d.Doubled + d.Slope * first;
    }

    // check: 0.3, -1.2
    // check: 0.3, 1.2
    [Differentiable]
    public static double Chosen(double x, double y)
    {
        Vec a = new(x, y, 1), b = default;
        Vec c = y > 0 ? a : 2 * a;
        if (x * y < 0)
        {
            b = c;
        }

        (Vec Left, double Right) pair = (c + b, x);
        (Vec left, double right) = pair;
        (double u, _, double w) = left;
        return Vec.Dot(left, a) * right + pair.Left.X + u * w;
    }

    private static void Swap(ref Vec a, ref Vec b) => (a, b) = (b, a);

    private static Vec Twice(Vec v, out Vec half)
    {
        half = 0.5 * v;
        v = v + v;
        return v;
    }

    // check: 0.3, -1.2
    [Differentiable]
    public static double References(double x, double y)
    {
        Vec a = new(x, 0, y), b = new(y, x * x, 1);
        Swap(ref a, ref b);
        Vec twice = Twice(a, out Vec half);
        return Vec.Dot(twice, b) + half.LengthSquared * a.Y;
    }

    // check: 0.3, -1.2
    // check: -0.3, 2
    [Differentiable]
    public static double ByPattern(double x, double y)
    {
        var p = new Place(x, y);
        double z = p is { X: > 0, Y: var down } ? down * x : p.Y * p.Y;
        return (p, z) switch
        {
            ({ X: < 0 } left, _) => left.X * z,
            var (other, _) => other.Y + z * z,
        };
    }

    // check: 0.3, -1.2, 3
    [Differentiable]
    public static double ByReference(double x, double y, int n)
    {
        var p = new Place(x, y);
        var q = new Place(y, x * y);
        ref Place r = ref p;
        ref double first = ref q.X;
        for (int i = 0; i < n; i++)
        {
            r.X += first * r.Y;
            first *= 1.5;
            Turn(ref r, out Place turned, in q);
            q.Y += turned.X;
        }

        return p.X * p.Y + q.X * q.Y;
    }

    private static void Turn(ref Place p, out Place turned, in Place by)
    {
        turned = p with { X = -p.Y * by.X };
        p.Y += by.Y * p.X;
    }
}
