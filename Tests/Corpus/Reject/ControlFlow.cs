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
    public static double GotoCaseBack(double x, int n)
    {
        switch (n)
        {
            case 0:
                x *= 2;
                goto case 1;
            case 1:
                if (x < 10)
                {
                    goto case 0; // expect: SAD0013
                }

                break;
        }

        return x;
    }

    [Differentiable]
    public static double GotoCaseOutOfALoop(double x, int n)
    {
        switch (n)
        {
            case 0:
                while (true)
                {
                    x *= 2;
                    if (x > 10)
                    {
                        goto case 1; // expect: SAD0013
                    }
                }

            case 1:
                return x * x;
        }

        return x;
    }

    [Differentiable]
    public static double ReferenceToUnknownMemory(double x, int n)
    {
        ref double r = ref x;
        for (int i = 0; i < n; i++)
        {
            double[] y = [x, i];
            r = ref y[0]; // expect: SAD0013
            r *= 2;
        }

        return r;
    }

    [Differentiable]
    public static double ReferenceIntoASlice(Span<double> x, int n)
    {
        ref double r = ref x[0];
        if (n > 0)
        {
            r = ref x.Slice(1)[n]; // expect: SAD0013
        }

        return r * r;
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
    public static double ChosenBuffer(double[] a, double[] b, int n)
    {
        double[] chosen = n switch // expect: SAD0013
        {
            0 => a,
            _ => b,
        };
        return chosen[0] * chosen[1];
    }

    [Differentiable]
    public static double ChosenBufferOfThree(double[] a, double[] b, int n)
    {
        double[] chosen = n > 0 ? a : b; // expect: SAD0013
        return chosen[0] * chosen[1];
    }

    [Differentiable]
    public static double ChosenIndex(ReadOnlySpan<double> x, bool isLast)
    {
        return x[isLast ? ^1 : 0]; // expect: SAD0013
    }

    [Differentiable]
    public static double ChosenIndexOfMany(ReadOnlySpan<double> x, int n)
    {
        return x[n switch { 0 => ^1, _ => ^2 }]; // expect: SAD0013
    }

    [Differentiable]
    public static double StillFine(double x) => x * x;
}
