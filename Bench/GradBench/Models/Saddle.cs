namespace StaticAd.GradBench.Models;

/// <summary>The saddle point of f(x, y) = x·x − y·y, x and y in the plane: an inner search for the largest f inside an outer one.</summary>
public static partial class Saddle
{
    /// <summary>f at x and the y that makes it largest, searched for from the start with gradients by forward mode.</summary>
    [Differentiable]
    public static double LargestByForward(double x1, double x2, [NoDerivative] double start1, [NoDerivative] double start2)
    {
        (double y1, double y2) = MaximizeByForward(x1, x2, start1, start2);
        return Value(x1, x2, y1, y2);
    }

    /// <summary>The same, with gradients by reverse mode.</summary>
    [Differentiable]
    public static double LargestByReverse(double x1, double x2, [NoDerivative] double start1, [NoDerivative] double start2)
    {
        (double y1, double y2) = MaximizeByReverse(x1, x2, start1, start2);
        return Value(x1, x2, y1, y2);
    }

    public static (double Y1, double Y2) MaximizeByForward(double x1, double x2, double start1, double start2) =>
        Maximize(x1, x2, start1, start2, static (y1, y2, x1, x2) =>
        {
            NegatedJvp(y1, y2, x1, x2, 1, 0, out double byY1);
            NegatedJvp(y1, y2, x1, x2, 0, 1, out double byY2);
            return (byY1, byY2);
        });

    public static (double Y1, double Y2) MaximizeByReverse(double x1, double x2, double start1, double start2) =>
        Maximize(x1, x2, start1, start2, static (y1, y2, x1, x2) => NegatedGradient(y1, y2, x1, x2));

    private static (double Y1, double Y2) Maximize(
        double x1, double x2, double start1, double start2, Func<double, double, double, double, (double D1, double D2)> slope)
    {
        double y1 = start1;
        double y2 = start2;
        double value = Negated(y1, y2, x1, x2);
        (double d1, double d2) = slope(y1, y2, x1, x2);
        double rate = Descent.FirstRate;
        int successes = 0;
        while (Math.Sqrt(d1 * d1 + d2 * d2) > Descent.Tolerance)
        {
            if (successes == Descent.SuccessesToSpeedUp)
            {
                rate *= 2;
                successes = 0;
                continue;
            }

            double step1 = rate * d1;
            double step2 = rate * d2;
            if (Math.Sqrt(step1 * step1 + step2 * step2) <= Descent.Tolerance)
            {
                break;
            }

            double next = Negated(y1 - step1, y2 - step2, x1, x2);
            if (next < value)
            {
                y1 -= step1;
                y2 -= step2;
                value = next;
                (d1, d2) = slope(y1, y2, x1, x2);
                successes++;
            }
            else
            {
                rate /= 2;
                successes = 0;
            }
        }

        return (y1, y2);
    }

    private static double Value(double x1, double x2, double y1, double y2) => x1 * x1 + x2 * x2 - (y1 * y1 + y2 * y2);

    [Differentiable]
    private static double Negated(double y1, double y2, [NoDerivative] double x1, [NoDerivative] double x2) => -Value(x1, x2, y1, y2);
}
