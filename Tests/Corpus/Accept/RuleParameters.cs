using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>
/// A step with every kind of parameter whose derivative comes from a rule: once for each set of rules, called in straight lines,
/// loops and branches.
/// </summary>
public static partial class RuleParameters
{
    private const string Frame = "Corpus.Step";

    /// <summary>y ← y(1 + h a w), s ← h s + Σ a y; hands out Σ y² of the new y, returns n Σ a y of the new y and how many there are.</summary>
    private static (double Product, int Count) Step(
        ReadOnlySpan<double> a, in double h, ref double s, Span<double> y, Span<double> work, ReadOnlySpan<double> w, int n, out double norm)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            work[i] = a[i] * y[i];
            sum += work[i];
        }

        norm = 0;
        double product = 0;
        for (int i = 0; i < a.Length; i++)
        {
            y[i] += h * work[i] * w[i];
            work[i] = -1;
            norm += y[i] * y[i];
            product += n * a[i] * y[i];
        }

        s = h * s + sum;
        return (product, a.Length);
    }

    private static (double Product, int Count) Push(
        ReadOnlySpan<double> a, in double h, ref double s, Span<double> y, Span<double> work, ReadOnlySpan<double> w, int n, out double norm,
        ReadOnlySpan<double> aDot, double hDot, ref double sDot, Span<double> yDot, out double normDot, out double resultProductDot)
    {
        sDot = hDot * s + h * sDot;
        for (int i = 0; i < a.Length; i++)
        {
            sDot += aDot[i] * y[i] + a[i] * yDot[i];
            yDot[i] = yDot[i] * (1 + h * a[i] * w[i]) + y[i] * w[i] * (hDot * a[i] + h * aDot[i]);
        }

        (double Product, int Count) result = Step(a, h, ref s, y, work, w, n, out norm);
        normDot = 0;
        resultProductDot = 0;
        for (int i = 0; i < a.Length; i++)
        {
            normDot += 2 * y[i] * yDot[i];
            resultProductDot += n * (aDot[i] * y[i] + a[i] * yDot[i]);
        }

        return result;
    }

    /// <summary>Adds to the gradients; takes y and s as they were before the step.</summary>
    private static void Pull(
        ReadOnlySpan<double> a, double h, double s, ReadOnlySpan<double> y, ReadOnlySpan<double> w, int n,
        ref double sBar, Span<double> yBar, double normBar, double resultBar, Span<double> da, ref double dh)
    {
        for (int i = 0; i < a.Length; i++)
        {
            double factor = 1 + h * a[i] * w[i], next = y[i] * factor;
            double total = yBar[i] + 2 * next * normBar + n * a[i] * resultBar;
            da[i] += n * next * resultBar + total * y[i] * h * w[i] + sBar * y[i];
            dh += total * y[i] * a[i] * w[i];
            yBar[i] = total * factor + sBar * a[i];
        }

        dh += sBar * s;
        sBar *= h;
    }

    public static class ByVjp
    {
        public static (double Product, int Count) Step(
            ReadOnlySpan<double> a, in double h, ref double s, Span<double> y, [Scratch] Span<double> work, [NoDerivative] ReadOnlySpan<double> w, int n, out double norm) =>
            RuleParameters.Step(a, h, ref s, y, work, w, n, out norm);

        [DerivativeOf(typeof(ByVjp), nameof(Step), Mode = DerivativeMode.Vjp)]
        public static (double Product, int Count) StepVjp(
            ReadOnlySpan<double> a, in double h, ref double s, Span<double> y, Span<double> work, ReadOnlySpan<double> w, int n, out double norm,
            ref double sBar, Span<double> yBar, double normBar, double resultProductBar, Span<double> da, out double dh)
        {
            da.Clear();
            dh = 0;
            Pull(a, h, s, y, w, n, ref sBar, yBar, normBar, resultProductBar, da, ref dh);
            return RuleParameters.Step(a, h, ref s, y, work, w, n, out norm);
        }
    }

    public static class ByJvp
    {
        public static (double Product, int Count) Step(
            ReadOnlySpan<double> a, in double h, ref double s, Span<double> y, [Scratch] Span<double> work, [NoDerivative] ReadOnlySpan<double> w, int n, out double norm) =>
            RuleParameters.Step(a, h, ref s, y, work, w, n, out norm);

        [DerivativeOf(typeof(ByJvp), nameof(Step), Mode = DerivativeMode.Jvp)]
        public static (double Product, int Count) StepJvp(
            ReadOnlySpan<double> a, in double h, ref double s, Span<double> y, Span<double> work, ReadOnlySpan<double> w, int n, out double norm,
            ReadOnlySpan<double> aDot, double hDot, ref double sDot, Span<double> yDot, out double normDot, out double resultProductDot) =>
            Push(a, h, ref s, y, work, w, n, out norm, aDot, hDot, ref sDot, yDot, out normDot, out resultProductDot);
    }

    public static class BySweeps
    {
        public static (double Product, int Count) Step(
            ReadOnlySpan<double> a, in double h, ref double s, Span<double> y, [Scratch] Span<double> work, [NoDerivative] ReadOnlySpan<double> w, int n, out double norm) =>
            RuleParameters.Step(a, h, ref s, y, work, w, n, out norm);

        [DerivativeOf(typeof(BySweeps), nameof(Step), Mode = DerivativeMode.Forward)]
        public static (double Product, int Count) StepForward(
            ReadOnlySpan<double> a, in double h, ref double s, Span<double> y, Span<double> work, ReadOnlySpan<double> w, int n, out double norm, Tape tape)
        {
            using var recording = tape.Record(Frame);
            recording.Keep(s);
            y.CopyTo(recording.Allocate<double>(y.Length));
            recording.Complete();
            return RuleParameters.Step(a, h, ref s, y, work, w, n, out norm);
        }

        [DerivativeOf(typeof(BySweeps), nameof(Step), Mode = DerivativeMode.Backward)]
        public static void StepBackward(
            ReadOnlySpan<double> a, in double h, ref double s, Span<double> y, Span<double> work, ReadOnlySpan<double> w, int n,
            ref double sBar, Span<double> yBar, double normBar, double resultProductBar, Span<double> da, ref double dh, Tape tape)
        {
            using var replay = tape.Replay(Frame);
            double before = replay.RecallValue<double>();
            ReadOnlySpan<double> held = replay.Recall<double>();

            // What the step left is there as well: the cotangent of the norm is taken at it.
            for (int i = 0; i < y.Length; i++)
            {
                yBar[i] += 2 * y[i] * normBar;
            }

            Pull(a, h, before, held, w, n, ref sBar, yBar, 0, resultProductBar, da, ref dh);
        }
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, 1.1, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }
    [Differentiable(Name = "OnceByVjp")]
    public static double OnceByVjp(ReadOnlySpan<double> a, double h, ref double s, Span<double> y, [NoDerivative] double[] w)
    {
        Span<double> work = stackalloc double[3];
        (double product, int count) = ByVjp.Step(a, h * h, ref s, y, work, w, 2, out double norm);
        return product * norm + count * s;
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, 1.1, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }, 3
    // check: new double[] { 0.4 }, -0.3, 1.1, new double[] { 0.9 }, new double[] { 0.5 }, 0
    [Differentiable]
    public static double LoopByVjp(double[] a, double h, double s, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, int n)
    {
        double[] work = new double[a.Length];
        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            var (product, _) = ByVjp.Step(a, h, ref s, y, work, w, k, out double norm);
            sum += product * Math.Sin(norm);
            h = 0.5 * norm / (1 + norm);
        }

        return sum + s;
    }

    // check: new double[] { 0.4, -1.2, 0.7, 0.2 }, 0.3, new double[] { 0.9, 1.4, -0.6, 0.1 }, new double[] { 0.5, 2, 1.5, -1 }
    [Differentiable]
    public static double WhileByVjp(Span<double> a, double h, ReadOnlySpan<double> start, [NoDerivative] ReadOnlySpan<double> w)
    {
        double s = 1, norm = 0;
        Span<double> y = stackalloc double[4];
        start.CopyTo(y);
        int left = 4;
        while (left > 1)
        {
            Span<double> work = new double[left];
            double squared = 0;
            ByVjp.Step(a[..left], h, ref s, y.Slice(4 - left, left), work, w[..left], left, out squared);
            norm += squared * s;
            for (int i = 0; i < left; i++)
            {
                a[i] *= 1 + 0.1 * y[i];
            }

            left--;
        }

        return norm;
    }

    // check: new double[] { 0.4, -1.2, 0.7, 0.2 }, 0.3, new double[] { 0.9, 1.4 }, new double[] { 0.5, 2, 1.5, -1 }
    // check: new double[] { 0.4, 1.2, 0.7, 0.2 }, -0.3, new double[] { 0.9, 1.4 }, new double[] { 0.5, 2, 1.5, -1 }
    [Differentiable]
    public static void BranchesByVjp(ReadOnlySpan<double> a, double h, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, out double total)
    {
        total = 0;
        for (int i = 0; i < 3; i++)
        {
            if (a[i] > 0)
            {
                double[] work = new double[2], own = [y[0] * h, y[1]];
                double s = h;
                (double product, _) = ByVjp.Step(a.Slice(i, 2), y[0], ref s, own, work, w[..2], 1, out double norm);
                total += product * s;
                y[1] += own[0] * norm;
            }
            else
            {
                y[0] *= a[i];
            }
        }
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, 1.1, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }
    [Differentiable(Name = "OnceByJvp")]
    public static double OnceByJvp(ReadOnlySpan<double> a, double h, ref double s, Span<double> y, [NoDerivative] double[] w)
    {
        Span<double> work = stackalloc double[3];
        (double product, int count) = ByJvp.Step(a, h * h, ref s, y, work, w, 2, out double norm);
        return product * norm + count * s;
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, 1.1, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }, 3
    // check: new double[] { 0.4 }, -0.3, 1.1, new double[] { 0.9 }, new double[] { 0.5 }, 0
    [Differentiable]
    public static double LoopByJvp(double[] a, double h, double s, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, int n)
    {
        double[] work = new double[a.Length];
        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            var (product, _) = ByJvp.Step(a, h, ref s, y, work, w, k, out double norm);
            sum += product * Math.Sin(norm);
            h = 0.5 * norm / (1 + norm);
        }

        return sum + s;
    }

    // check: new double[] { 0.4, -1.2, 0.7, 0.2 }, 0.3, new double[] { 0.9, 1.4, -0.6, 0.1 }, new double[] { 0.5, 2, 1.5, -1 }
    [Differentiable]
    public static double WhileByJvp(Span<double> a, double h, ReadOnlySpan<double> start, [NoDerivative] ReadOnlySpan<double> w)
    {
        double s = 1, norm = 0;
        Span<double> y = stackalloc double[4];
        start.CopyTo(y);
        int left = 4;
        while (left > 1)
        {
            Span<double> work = new double[left];
            double squared = 0;
            ByJvp.Step(a[..left], h, ref s, y.Slice(4 - left, left), work, w[..left], left, out squared);
            norm += squared * s;
            for (int i = 0; i < left; i++)
            {
                a[i] *= 1 + 0.1 * y[i];
            }

            left--;
        }

        return norm;
    }

    // check: new double[] { 0.4, -1.2, 0.7, 0.2 }, 0.3, new double[] { 0.9, 1.4 }, new double[] { 0.5, 2, 1.5, -1 }
    // check: new double[] { 0.4, 1.2, 0.7, 0.2 }, -0.3, new double[] { 0.9, 1.4 }, new double[] { 0.5, 2, 1.5, -1 }
    [Differentiable]
    public static void BranchesByJvp(ReadOnlySpan<double> a, double h, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, out double total)
    {
        total = 0;
        for (int i = 0; i < 3; i++)
        {
            if (a[i] > 0)
            {
                double[] work = new double[2], own = [y[0] * h, y[1]];
                double s = h;
                (double product, _) = ByJvp.Step(a.Slice(i, 2), y[0], ref s, own, work, w[..2], 1, out double norm);
                total += product * s;
                y[1] += own[0] * norm;
            }
            else
            {
                y[0] *= a[i];
            }
        }
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, 1.1, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }
    [Differentiable(Name = "OnceBySweeps")]
    public static double OnceBySweeps(ReadOnlySpan<double> a, double h, ref double s, Span<double> y, [NoDerivative] double[] w)
    {
        Span<double> work = stackalloc double[3];
        (double product, int count) = BySweeps.Step(a, h * h, ref s, y, work, w, 2, out double norm);
        return product * norm + count * s;
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, 1.1, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }, 3
    // check: new double[] { 0.4 }, -0.3, 1.1, new double[] { 0.9 }, new double[] { 0.5 }, 0
    [Differentiable]
    public static double LoopBySweeps(double[] a, double h, double s, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, int n)
    {
        double[] work = new double[a.Length];
        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            var (product, _) = BySweeps.Step(a, h, ref s, y, work, w, k, out double norm);
            sum += product * Math.Sin(norm);
            h = 0.5 * norm / (1 + norm);
        }

        return sum + s;
    }

    // check: new double[] { 0.4, -1.2, 0.7, 0.2 }, 0.3, new double[] { 0.9, 1.4, -0.6, 0.1 }, new double[] { 0.5, 2, 1.5, -1 }
    [Differentiable]
    public static double WhileBySweeps(Span<double> a, double h, ReadOnlySpan<double> start, [NoDerivative] ReadOnlySpan<double> w)
    {
        double s = 1, norm = 0;
        Span<double> y = stackalloc double[4];
        start.CopyTo(y);
        int left = 4;
        while (left > 1)
        {
            Span<double> work = new double[left];
            double squared = 0;
            BySweeps.Step(a[..left], h, ref s, y.Slice(4 - left, left), work, w[..left], left, out squared);
            norm += squared * s;
            for (int i = 0; i < left; i++)
            {
                a[i] *= 1 + 0.1 * y[i];
            }

            left--;
        }

        return norm;
    }

    // check: new double[] { 0.4, -1.2, 0.7, 0.2 }, 0.3, new double[] { 0.9, 1.4 }, new double[] { 0.5, 2, 1.5, -1 }
    // check: new double[] { 0.4, 1.2, 0.7, 0.2 }, -0.3, new double[] { 0.9, 1.4 }, new double[] { 0.5, 2, 1.5, -1 }
    [Differentiable]
    public static void BranchesBySweeps(ReadOnlySpan<double> a, double h, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, out double total)
    {
        total = 0;
        for (int i = 0; i < 3; i++)
        {
            if (a[i] > 0)
            {
                double[] work = new double[2], own = [y[0] * h, y[1]];
                double s = h;
                (double product, _) = BySweeps.Step(a.Slice(i, 2), y[0], ref s, own, work, w[..2], 1, out double norm);
                total += product * s;
                y[1] += own[0] * norm;
            }
            else
            {
                y[0] *= a[i];
            }
        }
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, 1.1, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }, 7
    [Differentiable]
    public static double CheckpointedByVjp(ReadOnlySpan<double> a, double h, double s, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, int n)
    {
        Span<double> work = stackalloc double[3];
        double sum = 0;
        foreach (int k in Ad.Checkpointed(0, n, 2))
        {
            (double product, int count) = ByVjp.Step(a, h, ref s, y, work, w, k, out double norm);
            sum += product * Math.Sin(norm);
            h = 0.5 * norm / (count + norm);
        }

        return sum + s;
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }, new double[] { 3, 4, 5 }
    [Differentiable]
    public static double ScratchByVjp(ReadOnlySpan<double> a, double h, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, [Scratch] Span<double> work)
    {
        double s = h;
        work[0] = h * h;
        double before = work[0];
        ByVjp.Step(a, h, ref s, y, work, w, 2, out double norm);
        return norm * before + s * a[0];
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, 1.1, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }, 7
    [Differentiable]
    public static double CheckpointedByJvp(ReadOnlySpan<double> a, double h, double s, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, int n)
    {
        Span<double> work = stackalloc double[3];
        double sum = 0;
        foreach (int k in Ad.Checkpointed(0, n, 2))
        {
            (double product, int count) = ByJvp.Step(a, h, ref s, y, work, w, k, out double norm);
            sum += product * Math.Sin(norm);
            h = 0.5 * norm / (count + norm);
        }

        return sum + s;
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }, new double[] { 3, 4, 5 }
    [Differentiable]
    public static double ScratchByJvp(ReadOnlySpan<double> a, double h, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, [Scratch] Span<double> work)
    {
        double s = h;
        work[0] = h * h;
        double before = work[0];
        ByJvp.Step(a, h, ref s, y, work, w, 2, out double norm);
        return norm * before + s * a[0];
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, 1.1, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }, 7
    [Differentiable]
    public static double CheckpointedBySweeps(ReadOnlySpan<double> a, double h, double s, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, int n)
    {
        Span<double> work = stackalloc double[3];
        double sum = 0;
        foreach (int k in Ad.Checkpointed(0, n, 2))
        {
            (double product, int count) = BySweeps.Step(a, h, ref s, y, work, w, k, out double norm);
            sum += product * Math.Sin(norm);
            h = 0.5 * norm / (count + norm);
        }

        return sum + s;
    }

    // check: new double[] { 0.4, -1.2, 0.7 }, 0.3, new double[] { 0.9, 1.4, -0.6 }, new double[] { 0.5, 2, 1.5 }, new double[] { 3, 4, 5 }
    [Differentiable]
    public static double ScratchBySweeps(ReadOnlySpan<double> a, double h, Span<double> y, [NoDerivative] ReadOnlySpan<double> w, [Scratch] Span<double> work)
    {
        double s = h;
        work[0] = h * h;
        double before = work[0];
        BySweeps.Step(a, h, ref s, y, work, w, 2, out double norm);
        return norm * before + s * a[0];
    }
}
