using System;
using StaticAd;

namespace StaticAd.Corpus;

public partial struct Counter
{
    public double Total;

    public int Count;

    [Differentiable]
    public double Add(double x)
    {
        Total += x; // expect: SAD0013
        Count++; // expect: SAD0013
        return Total;
    }

    [Differentiable]
    public double AddByAMethod(double x)
    {
        Increase(x); // expect: SAD0021
        return Total;
    }

    private void Increase(double x) => Total += x;
}

public partial class Machine
{
    private double _state;

    public virtual double Gain => 2;

    [Differentiable]
    public double Run(double x)
    {
        _state = x; // expect: SAD0013
        return _state * x;
    }

    [Differentiable]
    public double Amplified(double x) => Gain * x; // expect: SAD0013

    [Differentiable(Batch = true)]
    public double Batched(double x) => x * x; // expect: SAD0009

    private readonly double[]? _table = null;

    [Differentiable]
    public double Compared(double x) => _table == null ? x : x * _table[0]; // expect: SAD0013

    [Differentiable]
    public double Matched(double x) => _table is not null ? x * _table[0] : x; // expect: SAD0013

    [Differentiable]
    public double HandedOn(double x)
    {
        double[]? table = _table;
        return First(table) * x + (null != table ? x : 1); // expect: SAD0013
    }

    private static double First(double[]? values) => values is [var first, ..] ? first : 1;

    private readonly Machine? _other = null;

    [Differentiable]
    public double Squared(double x) => x * x;

    [Differentiable]
    public double OfAnother(double x) => _other!.SquaredGradient(x); // expect: SAD0023
}
