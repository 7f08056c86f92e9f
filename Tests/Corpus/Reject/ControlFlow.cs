using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class ControlFlow
{
    private static readonly object Gate = new();

    [Differentiable]
    public static double Goto(double x)
    {
    again:
        x *= 2;
        if (x < 10)
        {
            goto again; // expect: error
        }

        return x;
    }

    [Differentiable]
    public static double TryCatch(double x)
    {
        try // expect: error
        {
            return 1 / x;
        }
        catch (DivideByZeroException)
        {
            return 0;
        }
    }

    [Differentiable]
    public static double TryFinally(double x)
    {
        double y = x;
        try // expect: error
        {
            y *= x;
        }
        finally
        {
            y += 1;
        }

        return y;
    }

    [Differentiable]
    public static double Locked(double x)
    {
        lock (Gate) // expect: error
        {
            x *= x;
        }

        return x;
    }

    [Differentiable]
    public static IEnumerable<double> Iterator(double x) // expect: error
    {
        yield return x;
        yield return x * x;
    }

    [Differentiable]
    public static async Task<double> Asynchronous(double x) // expect: error
    {
        await Task.Yield();
        return x * x;
    }

    [Differentiable]
    public static double StillFine(double x) => x * x;
}
