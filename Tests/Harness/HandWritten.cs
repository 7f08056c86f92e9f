namespace StaticAd.Tests.Harness;

/// <summary>A small program and its derivatives as a person would write them: what the harness itself is tested with.</summary>
internal static class HandWritten
{
    public static CorpusFile Program { get; } = new("Sample", """
        using System;
        using StaticAd;

        namespace Sample;

        public static partial class Model
        {
            // check: 3.1, 2.7
            // check: -1.5, 0.25
            [Differentiable(Batch = true, Order = 2)]
            public static double Seed(double x, double y) => y * (x * x - x * y + y);

            // check: 1.5, new double[] { 1, -2, 3 }, new int[] { 2, 0, 1 }, new double[] { 0.5, 4, -1 }
            [Differentiable]
            public static (double Mean, int Count) Gather(double a, ReadOnlySpan<double> z, int[] index, Span<double> y, out double s)
            {
                double total = 0;
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] = y[i] * z[i] + a;
                    total += y[i] * index[i];
                }

                s = total;
                return (total / y.Length, y.Length);
            }

            // check: 0.5, 1
            // check: 0, 1 // kink 0, 1
            [Differentiable]
            public static double Clip(double x, double z) => (x > 0 ? 2 * x : 0) + z;

            // check: 1.5f, 2
            [Differentiable]
            public static float Weighted(float x, [NoDerivative] float h) => x * x * h;
        }
        """);

    public static string Derivatives => string.Join('\n', Seed, Gather, Clip, Weighted);

    private const string Seed = """
        #nullable enable
        using System;
        using StaticAd;

        namespace Sample;

        public static partial class Model
        {
            private static double Px;
            private static double Py;
            public static double[]? Escaped;

            public static double SeedVjp(double x, double y, double resultBar, out double dx, out double dy)
            {
                double xBar = resultBar;
                dx = resultBar * y * (2 * x - y);
                dy = xBar * (x * x - 2 * x * y + 2 * y);
                return Seed(x, y);
            }

            public static double SeedJvp(double x, double y, double xDot, double yDot, out double resultDot)
            {
                resultDot = y * (2 * x - y) * xDot + (x * x - 2 * x * y + 2 * y) * yDot;
                return Seed(x, y);
            }

            public static double SeedForward(double x, double y, Tape tape) => Seed(x, y);

            public static void SeedBackward(double x, double y, double resultBar, ref double dx, ref double dy, Tape tape)
            {
                dx += resultBar * (y * (2 * x - y));
                dy += resultBar * (x * x - 2 * x * y + 2 * y);
            }

            public static double SeedValueAndGradient(double x, double y, out double dx, out double dy)
            {
                dx = y * (2 * x - y);
                dy = x * x - 2 * x * y + 2 * y;
                return y * (x * x - x * y + y); // value
            }

            public static (double dx, double dy) SeedGradient(double x, double y)
            {
                SeedValueAndGradient(x, y, out Px, out Py);
                return (Px, Py);
            }

            public static double SeedJacobian(double x, double y, Span<double> jacobian)
                => SeedValueAndGradient(x, y, out jacobian[0], out jacobian[1]);

            public static double SeedHvp(double x, double y, double xDot, double yDot, out double xHvp, out double yHvp)
            {
                xHvp = 2 * y * xDot + (2 * x - 2 * y) * yDot;
                yHvp = (2 * x - 2 * y) * xDot + (2 - 2 * x) * yDot;
                return Seed(x, y);
            }

            public static double SeedHessian(double x, double y, Span<double> hessian)
            {
                hessian[0] = 2 * y;
                hessian[1] = 2 * x - 2 * y;
                hessian[2] = hessian[1];
                hessian[3] = 2 - 2 * x;
                return Seed(x, y);
            }

            public static void SeedBatch(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> value)
            {
                for (int i = 0; i < value.Length; i++)
                {
                    value[i] = Seed(x[i], y[i]);
                }
            }

            public static void SeedValueAndGradientBatch(
                ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> value, Span<double> dx, Span<double> dy)
            {
                for (int i = 0; i < value.Length; i++)
                {
                    value[i] = SeedValueAndGradient(x[i], y[i], out dx[i], out dy[i]);
                }
            }
        """;

    private const string Gather = """
            public static (double Mean, int Count) GatherVjp(
                double a, ReadOnlySpan<double> z, int[] index, Span<double> y, out double s,
                Span<double> yBar, double sBar, double resultMeanBar, out double da, Span<double> dz)
            {
                /* overwrite */ dz.Clear();
                da = 0;
                double totalBar = sBar + resultMeanBar / y.Length;
                double total = 0;
                for (int i = 0; i < y.Length; i++)
                {
                    double old = y[i];
                    y[i] = y[i] * z[i] + a;
                    total += y[i] * index[i];
                    double bar = yBar[i] + totalBar * index[i];
                    da += bar;
                    dz[i] += old * bar;
                    yBar[i] = z[i] * bar;
                }

                s = total;
                return (total / y.Length, y.Length);
            }

            public static (double Mean, int Count) GatherJvp(
                double a, ReadOnlySpan<double> z, int[] index, Span<double> y, out double s,
                double aDot, ReadOnlySpan<double> zDot, Span<double> yDot, out double sDot, out double resultMeanDot)
            {
                sDot = 0;
                for (int i = 0; i < y.Length; i++)
                {
                    yDot[i] = yDot[i] * z[i] + y[i] * zDot[i] + aDot;
                    sDot += yDot[i] * index[i];
                }

                resultMeanDot = sDot / y.Length;
                return Gather(a, z, index, y, out s);
            }

            public static (double Mean, int Count) GatherJacobian(
                double a, ReadOnlySpan<double> z, int[] index, Span<double> y, out double s, Span<double> jacobian)
            {
                int n = y.Length, columns = 1 + 2 * n;
                jacobian.Clear();
                for (int i = 0; i < n; i++)
                {
                    ReadOnlySpan<double> entries = [1, y[i], z[i]];
                    for (int kind = 0; kind < 3; kind++)
                    {
                        int column = kind == 0 ? 0 : 1 + (kind - 1) * n + i;
                        jacobian[i * columns + column] = entries[kind];
                        jacobian[n * columns + column] += index[i] * entries[kind];
                        jacobian[(n + 1) * columns + column] += index[i] * entries[kind] / n;
                    }
                }

                return Gather(a, z, index, y, out s);
            }

            public static (double Mean, int Count) GatherForward(
                double a, ReadOnlySpan<double> z, int[] index, Span<double> y, out double s, Tape tape)
                => Gather(a, z, index, y, out s);

            public static void GatherBackward(
                double a, ReadOnlySpan<double> z, int[] index, Span<double> y,
                Span<double> yBar, double sBar, double resultMeanBar, ref double da, Span<double> dz, Tape tape)
            {
                for (int i = 0; i < y.Length; i++)
                {
                    double bar = yBar[i] + (sBar + resultMeanBar / y.Length) * index[i];
                    da += bar;
                    dz[i] += (y[i] - a) / z[i] * bar;
                    yBar[i] = z[i] * bar;
                }
            }
        """;

    private const string Clip = """
            public static double ClipVjp(double x, double z, double resultBar, out double dx, out double dz)
            {
                dx = x > 0 ? 2 * resultBar : 0;
                dz = resultBar;
                return Clip(x, z);
            }

            public static double ClipJvp(double x, double z, double xDot, double zDot, out double resultDot)
            {
                resultDot = (x > 0 ? 2 * xDot : 0) + zDot;
                return Clip(x, z);
            }

            public static double ClipJacobian(double x, double z, Span<double> jacobian)
            {
                jacobian[0] = x > 0 ? 2 : 0;
                jacobian[1] = 1;
                return Clip(x, z);
            }

            public static double ClipForward(double x, double z, Tape tape) => Clip(x, z);

            public static void ClipBackward(double x, double z, double resultBar, ref double dx, ref double dz, Tape tape)
            {
                dx += x > 0 ? 2 * resultBar : 0;
                dz += resultBar;
            }

            public static double ClipValueAndGradient(double x, double z, out double dx, out double dz)
                => ClipVjp(x, z, 1, out dx, out dz);

            public static (double dx, double dz) ClipGradient(double x, double z) => (x > 0 ? 2 : 0, 1);
        """;

    private const string Weighted = """
            public static float WeightedVjp(float x, float h, float resultBar, out float dx)
            {
                int unused = 0; _ = unused;
                dx = 2 * x * h * resultBar;
                return Weighted(x, h);
            }

            public static float WeightedJvp(float x, float h, float xDot, out float resultDot)
            {
                resultDot = 2 * x * h * xDot; // tangent
                return Weighted(x, h);
            }

            public static float WeightedJacobian(float x, float h, Span<double> jacobian)
            {
                jacobian[0] = 2 * x * h;
                return Weighted(x, h);
            }

            public static float WeightedForward(float x, float h, Tape tape) => Weighted(x, h);

            public static void WeightedBackward(float x, float h, float resultBar, ref float dx, Tape tape)
                => dx += 2 * x * h * resultBar;

            public static float WeightedValueAndGradient(float x, float h, out float dx)
                => WeightedVjp(x, h, 1, out dx);

            public static float WeightedGradient(float x, float h)
            {
                return 2 * x * h;
            }
        }
        """;
}
