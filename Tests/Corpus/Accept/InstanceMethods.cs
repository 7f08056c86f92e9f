using System;
using StaticAd;

namespace StaticAd.Corpus;

public readonly partial record struct Beam(double Length, double Width)
{
    public double Area => Length * Width;

    // check: new Beam(0.7, 1.5)
    [Differentiable]
    public double Stiffness() => Area * Width * Width / 12 + Math.Sin(this.Length);

    // check: new Beam(0.7, 1.5), 2, new Beam(0.3, 0.4)
    [Differentiable]
    public Beam Joined(double gap, in Beam other) => this with { Length = Length + gap * other.Area };

    // check: new Beam(0.7, 1.5), new double[] { 1, -2, 3 }
    [Differentiable]
    public void Bend(Span<double> loads)
    {
        Beam bent = this;
        for (int i = 0; i < loads.Length; i++)
        {
            bent = bent.Joined(loads[i], this);
            loads[i] *= bent.Stiffness();
        }
    }
}

public partial struct Reservoir
{
    public double Level;

    [NoDerivative]
    public double Capacity;

    public int Gates;

    // check: new Reservoir { Level = 0.6, Capacity = 2, Gates = 3 }, 0.2
    [Differentiable]
    public readonly double Outflow(double t) => Gates * Math.Sqrt(Level / Capacity) * t;

    // check: new Reservoir { Level = 0.6, Capacity = 2, Gates = 3 }, 0.2, 4
    [Differentiable]
    public double After(double t, int n)
    {
        Reservoir copy = this;
        for (int i = 0; i < n; i++)
        {
            copy.Drain(t);
        }

        return copy.Level * Level;
    }

    public void Drain(double t) => Level -= Outflow(t) / 20;
}

public partial class Growth(double rate)
{
    private readonly double _rate = rate;
    private readonly double[] _shares = [0.5, 2, 0.25];

    // check: new Growth(0.3), 0.7, 0
    // check: new Growth(0.3), 0.7, 3
    [Differentiable]
    public double After(double x, int n) => n == 0 ? _rate * x : Math.Sin(After(x + _rate * Math.Sin(x), n - 1)) * x;

    // check: new Growth(0.3), new double[] { 0.7, 1.5, -2 }, 0.4
    [Differentiable]
    public double Folded(Span<double> x, double y)
    {
        Accumulate(x, ref y, 0);
        return y * x[0] + Weighted(x, y);
    }

    private void Accumulate(Span<double> x, ref double y, int at)
    {
        if (at < x.Length)
        {
            x[at] *= y + _shares[at];
            y += Weighted(x, x[at]);
            Accumulate(x, ref y, at + 1);
        }
    }

    private double Weighted(ReadOnlySpan<double> x, double y) => x.Length == 0 ? y : x[0] * _rate * Weighted(x.Slice(1), y * y);
}

public partial class Spring(double stiffness)
{
    private readonly double _stiffness = stiffness;
    private readonly double[] _table = [0.5, -1, 2];
    private readonly Beam[] _beams = [new(1, 2), new(0.5, 3)];
    private Beam _beam = new(2, 3);

    public double Rest { get; set; } = 0.25;

    private double Twice => 2 * _stiffness;

    // check: new Spring(2.5), 0.7
    [Differentiable]
    public double Energy(double x) => 0.5 * Twice * Stretch(x) * Stretch(x) + Rest * x;

    private double Stretch(double x) => x - Rest;

    // check: new Spring(2.5), new double[] { 0.3, -1.2 }, 0.4
    [Differentiable]
    public void Step(Span<double> x, double h)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] -= h * _table[i] * Energy(x[i]) + _beam.Area * _beams[i].Width * x[i];
        }
    }
}
