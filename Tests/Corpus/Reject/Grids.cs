using System;
using System.Numerics;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class RejectedGrids
{
    private static readonly double[,] Table = { { 1, 2 }, { 3, 4 } };

    [Differentiable]
    public static double Written(double[,] x)
    {
        x[0, 0] = 2; // expect: SAD0016
        return x[0, 0] * x[0, 1];
    }

    [Differentiable]
    public static double WrittenByAHelper(double[,] x)
    {
        Clear(x); // expect: SAD0021
        return x[0, 0] * x[0, 1];
    }

    private static void Clear(double[,] x) => x[0, 0] = 0;

    [Differentiable]
    public static double WrittenTable(double x)
    {
        Table[1, 0] = x; // expect: SAD0019
        return Table[1, 0] * x;
    }

    [Differentiable]
    public static double ByReference(ref double[,] x) // expect: SAD0007
        => x[0, 0];

    [Differentiable]
    public static double[,] Returned(double x) // expect: SAD0007
        => new double[,] { { x } };

    [Differentiable]
    public static double OfStructures(Complex[,] x) // expect: SAD0007
        => x[0, 0].Real;

    [Differentiable]
    public static double Chosen(double[,] x, double[,] y, bool first)
    {
        double[,] z = first ? x : y; // expect: SAD0013
        return z[0, 0];
    }

    [Differentiable]
    public static double OnOnePath(double[,] x, double[,] y, bool first)
    {
        double[,] z = x;
        if (first)
        {
            z = y; // expect: SAD0018
        }

        return z[0, 0];
    }

    [Differentiable]
    public static double DimensionKnownAtRunTime(double[,] x, int dimension) =>
        x[0, 0] * x.GetLength(dimension); // expect: SAD0013

    [Differentiable]
    public static double First(double[][] x) => x[0][0] * x[0][1];

    [Differentiable]
    public static double Nested(double[][] x, double[][] direction)
    {
        FirstJvp(x, direction, out double along); // expect: SAD0023
        return along;
    }

    [Differentiable]
    public static double Recursive(double[,] x, int n) =>
        n == 0 ? x[0, 0] : x[0, 0] * Recursive(x, n - 1); // expect: SAD0021
}

public static partial class RejectedArrayCalls
{
    [Differentiable]
    public static double Widened(float[] x)
    {
        var y = new double[2];
        Array.Copy(x, y, 2); // expect: SAD0013
        return y[0] * y[1];
    }

    [Differentiable]
    public static double WrittenInput(double[] x)
    {
        Array.Reverse(x); // expect: SAD0016
        return x[0] * x[0];
    }

    [Differentiable]
    public static double Sorted(double[] x)
    {
        double[] y = (double[])x.Clone();
        Array.Sort(y, (a, b) => b.CompareTo(a)); // expect: SAD0013
        return y[0] * x[0];
    }

    [Differentiable]
    public static double SpreadOfOthers(int[] n, double x)
    {
        double[] y = [x, .. n]; // expect: SAD0013
        return y[0] * y[0];
    }
}

public static partial class RejectedJaggedArrays
{
    [Differentiable]
    public static double WrittenElement(double[][] x)
    {
        x[0][1] = 2; // expect: SAD0016
        return x[0][0] * x[0][1];
    }

    [Differentiable]
    public static double WrittenRow(double[][] x)
    {
        x[0] = x[1]; // expect: SAD0016
        return x[0][0] * x[0][1];
    }

    [Differentiable]
    public static double Made(double x, int n)
    {
        var rows = new double[n][];
        rows[0] = [x]; // expect: SAD0013
        return rows[0][0] * x;
    }

    [Differentiable]
    public static double MadeInPart(double x, int n)
    {
        var rows = new double[n][];
        for (int i = 1; i < n; i++)
        {
            rows[i] = new double[2]; // expect: SAD0013
        }

        return x * x;
    }

    [Differentiable]
    public static double MadeOfChangingLength(double x, int n)
    {
        var rows = new double[n][];
        int m = 1;
        for (int i = 0; i < n; i++)
        {
            rows[i] = new double[m]; // expect: SAD0013
            m += 2;
        }

        return x * x;
    }

    [Differentiable]
    public static double ReadBeforeItIsMade(double x, int n)
    {
        var rows = new double[n][];
        return x * x * Count(rows); // expect: SAD0013
    }

    private static int Count(double[][] rows) => rows.Length;

    [Differentiable]
    public static double Replaced(double x)
    {
        double[][] rows = [[x, 1], [2, x]];
        rows[0] = [x, 2]; // expect: SAD0013
        return rows[0][0] * x;
    }

    [Differentiable]
    public static double ListedTwice(double x)
    {
        double[] row = [x, 1];
        double[][] rows = [row, row]; // expect: SAD0013
        return rows[0][0] * x;
    }

    private static double[][] table = [[1, 2], [3]];

    [Differentiable]
    public static double OfATableThatMayChange(double x, int i) => x * x * table[i][0]; // expect: SAD0017

    private static readonly double[][] Table = [[1, 2], [3]];

    [Differentiable]
    public static double WrittenTable(double x)
    {
        Table[0] = Table[1]; // expect: SAD0019
        return x * Table[0][0];
    }

    [Differentiable]
    public static double ThreeDeep(double[][][] x) // expect: SAD0007
        => x[0][0][0];
}
