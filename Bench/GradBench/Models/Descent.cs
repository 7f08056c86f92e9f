namespace StaticAd.GradBench.Models;

/// <summary>The gradient descent that the suite prescribes.</summary>
public static class Descent
{
    public const double FirstRate = 1e-5;
    public const double Tolerance = 1e-5;
    public const int SuccessesToSpeedUp = 10;

    public delegate double Function(ReadOnlySpan<double> x);

    public delegate void Gradient(ReadOnlySpan<double> x, Span<double> dx);

    /// <summary>Where a function is smallest, searched for from a start.</summary>
    public static double[] Minimize(ReadOnlySpan<double> start, Function function, Gradient gradient)
    {
        double[] x = start.ToArray();
        double[] dx = new double[x.Length];
        double[] step = new double[x.Length];
        double[] next = new double[x.Length];
        double value = function(x);
        gradient(x, dx);
        double rate = FirstRate;
        int successes = 0;
        while (Norm(dx) > Tolerance)
        {
            if (successes == SuccessesToSpeedUp)
            {
                rate *= 2;
                successes = 0;
                continue;
            }

            for (int i = 0; i < x.Length; i++)
            {
                step[i] = rate * dx[i];
                next[i] = x[i] - step[i];
            }

            if (Norm(step) <= Tolerance)
            {
                break;
            }

            double nextValue = function(next);
            if (nextValue < value)
            {
                (x, next) = (next, x);
                value = nextValue;
                gradient(x, dx);
                successes++;
            }
            else
            {
                rate /= 2;
                successes = 0;
            }
        }

        return x;
    }

    private static double Norm(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double element in x)
        {
            sum += element * element;
        }

        return Math.Sqrt(sum);
    }
}
