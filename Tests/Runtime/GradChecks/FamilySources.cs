namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>
/// Derivative families written by hand exactly as the contract demands, as source text: the tests compile them as they are,
/// and again with one mistake each.
/// </summary>
internal static class FamilySources
{
    /// <summary>f = x²y + sin y: every member that a function of scalars has.</summary>
    public const string Scalars = """
        public static double F(double x, double y) => x * x * y + Math.Sin(y);

        public static double FVjp(double x, double y, double resultBar, out double dx, out double dy)
        {
            dx = 2 * x * y * resultBar;
            dy = (x * x + Math.Cos(y)) * resultBar;
            return x * x * y + Math.Sin(y);
        }

        public static double FJvp(double x, double y, double xDot, double yDot, out double resultDot)
        {
            resultDot = 2 * x * y * xDot + (x * x + Math.Cos(y)) * yDot;
            return F(x, y);
        }

        public static double FForward(double x, double y, Tape tape)
        {
            using var recording = tape.Record("F");
            recording.Keep(Math.Cos(y));
            recording.Complete();
            return F(x, y);
        }

        public static void FBackward(double x, double y, double resultBar, ref double dx, ref double dy, Tape tape)
        {
            using var replay = tape.Replay("F");
            dx += 2 * y * x * resultBar;
            dy += (x * x + replay.RecallValue<double>()) * resultBar;
        }

        public static double FValueAndGradient(double x, double y, out double dx, out double dy) => FVjp(x, y, 1, out dx, out dy);

        public static (double dx, double dy) FGradient(double x, double y) => (x * (2 * y), x * x + Math.Cos(y));

        public static void FBatch(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> value)
        {
            for (int i = 0; i < value.Length; i++)
            {
                value[i] = F(x[i], y[i]);
            }
        }

        public static void FValueAndGradientBatch(
            ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> value, Span<double> dx, Span<double> dy)
        {
            for (int i = 0; i < value.Length; i++)
            {
                value[i] = F(x[i], y[i]);
                dx[i] = 2 * x[i] * y[i];
                dy[i] = x[i] * x[i] + Math.Cos(y[i]);
            }
        }
        """;

    /// <summary>f = a·Σ w²x, with buffers, passive parameters and working memory.</summary>
    public const string Buffers = """
        public static double F(
            ReadOnlySpan<double> x, double[] w, in double a, int n, [NoDerivative] double[] unit, [Scratch] Span<double> work)
        {
            double sum = 0;
            for (int i = 0; i < n; i++)
            {
                work[i] = w[i] * w[i] * unit[0];
                sum += work[i] * x[i];
            }

            return a * sum;
        }

        public static double FVjp(
            ReadOnlySpan<double> x, double[] w, in double a, int n, double[] unit, Span<double> work,
            double resultBar, Span<double> dx, Span<double> dw, out double da)
        {
            double value = F(x, w, a, n, unit, work);
            double sumBar = a * resultBar;
            dx.Clear();
            dw.Clear();
            for (int i = 0; i < n; i++)
            {
                dx[i] = w[i] * w[i] * unit[0] * sumBar;
                dw[i] = 2 * w[i] * x[i] * unit[0] * sumBar;
            }

            da = value / a * resultBar;
            return value;
        }

        public static double FJvp(
            ReadOnlySpan<double> x, double[] w, in double a, int n, double[] unit, Span<double> work,
            ReadOnlySpan<double> xDot, ReadOnlySpan<double> wDot, double aDot, out double resultDot)
        {
            double value = F(x, w, a, n, unit, work);
            resultDot = value / a * aDot;
            for (int i = 0; i < n; i++)
            {
                resultDot += a * unit[0] * (w[i] * w[i] * xDot[i] + 2 * w[i] * x[i] * wDot[i]);
            }

            return value;
        }

        public static double FForward(
            ReadOnlySpan<double> x, double[] w, in double a, int n, double[] unit, Span<double> work, Tape tape)
        {
            using var recording = tape.Record("F");
            double value = F(x, w, a, n, unit, work);
            Span<double> saved = recording.Allocate<double>(n);
            work.Slice(0, n).CopyTo(saved);
            recording.Keep(value / a);
            recording.Complete();
            return value;
        }

        public static void FBackward(
            ReadOnlySpan<double> x, double[] w, in double a, int n, double[] unit, Span<double> work,
            double resultBar, Span<double> dx, Span<double> dw, ref double da, Tape tape)
        {
            using var replay = tape.Replay("F");
            Span<double> saved = replay.Recall<double>();
            da += replay.RecallValue<double>() * resultBar;
            for (int i = 0; i < n; i++)
            {
                dx[i] += saved[i] * a * resultBar;
                dw[i] += 2 * w[i] * x[i] * unit[0] * a * resultBar;
            }
        }

        public static double FValueAndGradient(
            ReadOnlySpan<double> x, double[] w, in double a, int n, double[] unit, Span<double> work,
            Span<double> dx, Span<double> dw, out double da) => FVjp(x, w, a, n, unit, work, 1, dx, dw, out da);

        public static void FGradient(
            ReadOnlySpan<double> x, double[] w, in double a, int n, double[] unit, Span<double> work,
            Span<double> dx, Span<double> dw, out double da) => FVjp(x, w, a, n, unit, work, 1, dx, dw, out da);
        """;

    /// <summary>y ← k·y² + s, s ← k·s·y₀ (the new y₀), e = Σ y (the new), returns (s·k, count, e²): in-out, out and tuple.</summary>
    public const string InOut = """
        public static (double first, int count, double last) F(Span<double> y, ref double s, double k, out double e)
        {
            e = 0;
            for (int i = 0; i < y.Length; i++)
            {
                y[i] = k * y[i] * y[i] + s;
                e += y[i];
            }

            s = k * s * y[0];
            return (s * k, y.Length, e * e);
        }

        public static (double first, int count, double last) FVjp(
            Span<double> y, ref double s, double k, out double e,
            Span<double> yBar, ref double sBar, double eBar, double resultFirstBar, double resultLastBar, out double dk)
        {
            double[] old = y.ToArray();
            double oldS = s;
            var result = F(y, ref s, k, out e);
            double eBars = eBar + 2 * e * resultLastBar;
            dk = s * resultFirstBar;
            double newSBar = sBar + k * resultFirstBar;
            dk += oldS * y[0] * newSBar;
            sBar = k * y[0] * newSBar;
            yBar[0] += k * oldS * newSBar;
            for (int i = y.Length - 1; i >= 0; i--)
            {
                double bar = yBar[i] + eBars;
                dk += old[i] * old[i] * bar;
                sBar += bar;
                yBar[i] = 2 * k * old[i] * bar;
            }

            return result;
        }

        public static (double first, int count, double last) FJvp(
            Span<double> y, ref double s, double k, out double e,
            Span<double> yDot, ref double sDot, double kDot, out double eDot, out double resultFirstDot, out double resultLastDot)
        {
            double[] old = y.ToArray();
            double oldS = s;
            var result = F(y, ref s, k, out e);
            eDot = 0;
            for (int i = 0; i < y.Length; i++)
            {
                yDot[i] = kDot * old[i] * old[i] + 2 * k * old[i] * yDot[i] + sDot;
                eDot += yDot[i];
            }

            sDot = kDot * oldS * y[0] + k * sDot * y[0] + k * oldS * yDot[0];
            resultFirstDot = sDot * k + s * kDot;
            resultLastDot = 2 * e * eDot;
            return result;
        }

        public static (double first, int count, double last) FForward(
            Span<double> y, ref double s, double k, out double e, Tape tape)
        {
            using var recording = tape.Record("F");
            y.CopyTo(recording.Allocate<double>(y.Length));
            recording.Keep(s);
            var result = F(y, ref s, k, out e);
            recording.Keep(e);
            recording.Complete();
            return result;
        }

        public static void FBackward(
            ReadOnlySpan<double> y, double s, double k,
            Span<double> yBar, ref double sBar, double eBar, double resultFirstBar, double resultLastBar, ref double dk, Tape tape)
        {
            using var replay = tape.Replay("F");
            Span<double> old = replay.Recall<double>();
            double oldS = replay.RecallValue<double>();
            double e = replay.RecallValue<double>();
            double eBars = eBar + 2 * e * resultLastBar;
            dk += s * resultFirstBar;
            double newSBar = sBar + k * resultFirstBar;
            dk += oldS * y[0] * newSBar;
            sBar = k * y[0] * newSBar;
            yBar[0] += k * oldS * newSBar;
            for (int i = y.Length - 1; i >= 0; i--)
            {
                double bar = yBar[i] + eBars;
                dk += old[i] * old[i] * bar;
                sBar += bar;
                yBar[i] = 2 * k * old[i] * bar;
            }
        }
        """;

    /// <summary>f = Σ exp(−x²)·a in single precision.</summary>
    public const string Single = """
        public static float F(ReadOnlySpan<float> x, float a)
        {
            float sum = 0;
            foreach (float element in x)
            {
                sum += MathF.Exp(-element * element) * a;
            }

            return sum;
        }

        public static float FVjp(ReadOnlySpan<float> x, float a, float resultBar, Span<float> dx, out float da)
        {
            da = 0;
            for (int i = 0; i < x.Length; i++)
            {
                float bell = MathF.Exp(-x[i] * x[i]);
                dx[i] = -2 * x[i] * bell * a * resultBar;
                da += bell * resultBar;
            }

            return F(x, a);
        }

        public static float FJvp(ReadOnlySpan<float> x, float a, ReadOnlySpan<float> xDot, float aDot, out float resultDot)
        {
            resultDot = 0;
            for (int i = 0; i < x.Length; i++)
            {
                float bell = MathF.Exp(-x[i] * x[i]);
                resultDot += -2 * x[i] * bell * a * xDot[i] + bell * aDot;
            }

            return F(x, a);
        }
        """;
}
