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
            goto again; // expect: SAD0013
        }

        return x;
    }

    [Differentiable]
    public static double TryCatch(double x)
    {
        try // expect: SAD0013
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
        try // expect: SAD0013
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
        lock (Gate) // expect: SAD0013
        {
            x *= x;
        }

        return x;
    }

    [Differentiable]
    public static IEnumerable<double> Iterator(double x) // expect: SAD0007
    {
        yield return x;
        yield return x * x;
    }

    [Differentiable]
    public static async Task<double> Asynchronous(double x) // expect: SAD0003
    {
        await Task.Yield();
        return x * x;
    }

    [Differentiable]
    public static double StillFine(double x) => x * x;
}
