using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Views of matrices as parameters of marked methods.</summary>
public sealed class MatrixParameterTests
{
    private const string Source =
        """
        using System;
        using StaticAd;

        namespace Views;

        public static partial class Model
        {
            [Differentiable(Order = 2)]
            public static double Loss(MatrixBatch<double> a, MatrixBatch<double> b) =>
                ((a * b.Inverse()).Transpose() + a.Trace() * b).Norm();

            [Differentiable]
            public static double Quadratic(Matrix<double> a, [NoDerivative] Matrix<double> x, ScalarBatch<double> weights) =>
                (x.Transpose() * a * x).Trace() * weights[0] + weights.Sum();
        }

        public static class Calls
        {
            public static double Loss(double[] a, double[] b, int n)
            {
                using var arena = Arena.Enter();
                return Model.Loss(new(a, n, n), new(b, n, n));
            }

            public static double Gradient(double[] a, double[] b, int n, double[] da, double[] db) =>
                Model.LossValueAndGradient(new(a, n, n), new(b, n, n), da, db);

            public static void Product(double[] a, double[] b, int n, double[] aDot, double[] bDot, double[] aHvp, double[] bHvp) =>
                Model.LossHvp(new(a, n, n), new(b, n, n), aDot, bDot, aHvp, bHvp);

            public static double Sweeps(double[] a, double[] b, int n, double[] da, double[] db)
            {
                var tape = new Tape();
                double value = Model.LossForward(new(a, n, n), new(b, n, n), tape);
                Model.LossBackward(new(a, n, n), new(b, n, n), 1, da, db, tape);
                return value;
            }

            public static double Tangent(double[] a, double[] b, int n, double[] aDot, double[] bDot)
            {
                Model.LossJvp(new(a, n, n), new(b, n, n), aDot, bDot, out double tangent);
                return tangent;
            }

            public static void WithGaps(double[] a, double[] b, int n, double[] da, double[] db) =>
                Model.LossGradient(new(a, 1, n, n, 0, n + 1), new(b, n, n), da, db);

            public static double Quadratic(double[] a, double[] x, double[] weights)
            {
                using var arena = Arena.Enter();
                return Model.Quadratic(new(a, 2, 2), new(x, 2, 1), new(weights));
            }

            public static double QuadraticGradient(double[] a, double[] x, double[] weights, double[] da, double[] dweights) =>
                Model.QuadraticValueAndGradient(new(a, 2, 2), new(x, 2, 1), new(weights), da, dweights);
        }
        """;

    private static readonly Lazy<Assembly> Program = new(static () => CompiledProgram.Load(Source));

    private static object? Call(string name, params object[] arguments) =>
        Program.Value.GetType("Views.Calls", true)!.GetMethod(name)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static (double[] A, double[] B) Batch(int n, int count)
    {
        var random = new Random(n);
        double[] a = Naive.Random(random, n * n * count), b = Naive.Random(random, n * n * count);
        for (int i = 0; i < b.Length; i += n * n)
        {
            for (int j = 0; j < n; j++)
            {
                b[i + (j * (n + 1))] += 4;
            }
        }

        return (a, b);
    }

    private static double[] Numeric(double[] x, Func<double> value) => [.. x.Select((at, i) =>
    {
        const double Step = 1e-5;
        x[i] = at + Step;
        double above = value();
        x[i] = at - Step;
        double below = value();
        x[i] = at;
        return (above - below) / (2 * Step);
    })];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 9)]
    public void TheGradientOfTheSeedsLossIsRight(int n, int count)
    {
        (double[] a, double[] b) = Batch(n, count);
        double[] da = new double[a.Length], db = new double[b.Length];
        double value = (double)Call("Gradient", a, b, n, da, db)!;
        Assert.Equal((double)Call("Loss", a, b, n)!, value, 1e-13);
        Close.Assert(Numeric(a, () => (double)Call("Loss", a, b, n)!), da, 1e-8, "da");
        Close.Assert(Numeric(b, () => (double)Call("Loss", a, b, n)!), db, 1e-8, "db");

        double[] sweptA = new double[a.Length], sweptB = new double[b.Length];
        Assert.Equal(value, (double)Call("Sweeps", a, b, n, sweptA, sweptB)!, 1e-13);
        Close.Assert(da, sweptA, 1e-12, "da of the sweeps");
        Close.Assert(db, sweptB, 1e-12, "db of the sweeps");
        double along = da.Zip(a, static (x, y) => x * y).Sum() + db.Zip(b, static (x, y) => x * y).Sum();
        Assert.Equal(along, (double)Call("Tangent", a, b, n, a, b)!, 1e-11);
    }

    [Fact]
    public void SecondDerivativesAreRight()
    {
        const int N = 2;
        (double[] a, double[] b) = Batch(N, 3);
        double[] alongA = Naive.Random(new Random(1), a.Length), alongB = Naive.Random(new Random(2), b.Length);
        double[] productA = new double[a.Length], productB = new double[b.Length];
        Call("Product", a, b, N, alongA, alongB, productA, productB);

        (double[] DA, double[] DB) GradientAt(double step)
        {
            double[] da = new double[a.Length], db = new double[b.Length];
            Call("Gradient", a.Zip(alongA, (x, d) => x + (step * d)).ToArray(), b.Zip(alongB, (x, d) => x + (step * d)).ToArray(), N, da, db);
            return (da, db);
        }

        (double[] DA, double[] DB) above = GradientAt(1e-5), below = GradientAt(-1e-5);
        Close.Assert([.. above.DA.Zip(below.DA, static (x, y) => (x - y) / 2e-5)], productA, 1e-8, "a");
        Close.Assert([.. above.DB.Zip(below.DB, static (x, y) => (x - y) / 2e-5)], productB, 1e-8, "b");
    }

    [Fact]
    public void OtherViewsHaveGradientsToo()
    {
        double[] a = [1.5, -0.25, 0.75, 2], x = [0.5, -1.25], weights = [0.75, 1.5];
        double[] da = new double[4], dweights = new double[2];
        Assert.Equal((double)Call("Quadratic", a, x, weights)!, (double)Call("QuadraticGradient", a, x, weights, da, dweights)!, 1e-14);
        Close.Assert(Numeric(a, () => (double)Call("Quadratic", a, x, weights)!), da, 1e-9, "da");
        Close.Assert(Numeric(weights, () => (double)Call("Quadratic", a, x, weights)!), dweights, 1e-9, "dweights");
    }

    [Fact]
    public void WhatDoesNotFitIsRefusedBeforeAnythingIsWritten()
    {
        (double[] a, double[] b) = Batch(2, 1);
        double[] da = [7, 7, 7, 7], db = [7, 7, 7, 7];
        Assert.Equal("a", Assert.Throws<ArgumentException>(() => Call("WithGaps", (double[])[.. a, 0], b, 2, da, db)).ParamName);
        Assert.Equal("da", Assert.Throws<ArgumentException>(() => Call("Gradient", a, b, 2, new double[5], db)).ParamName);
        Assert.Equal("db", Assert.Throws<ArgumentException>(() => Call("Gradient", a, b, 2, da, b)).ParamName);
        Assert.Throws<ArgumentException>(() => Call("Gradient", (double[])[.. a, .. a], (double[])[.. b, .. b, .. b], 2, new double[8], new double[12]));
        Assert.Equal([7, 7, 7, 7, 7, 7, 7, 7], [.. da, .. db]);
        Assert.Equal(0, Assert.Throws<SingularMatrixException>(() => Call("Gradient", a, (double[])[1, 2, 2, 4], 2, da, db)).Matrix);
    }
}
