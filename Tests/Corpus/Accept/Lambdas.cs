using System;
using StaticAd;

namespace StaticAd.Corpus;

/// <summary>Lambdas and method groups that are known where they are called: they vanish.</summary>
public static partial class Lambdas
{
    private delegate double Update(ref double state, double input);

    // check: 0.7, 1.3
    [Differentiable]
    public static double Assigned(double x, double a)
    {
        Func<double, double> f = y => a * y * y;
        Func<double, double> g = f, h = Math.Sin, twice = static y => 2 * y;
        return f(x) + g(h(x)) * twice(a) + f.Invoke(a);
    }

    // check: 0.7, 1.3, 4
    [Differentiable]
    public static double Captures(double x, double a, int n)
    {
        double last = 0;
        int calls = 0;
        Action<double> remember = value => { last = value * a; calls++; };
        Func<double> recall = () => last + calls;
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            remember(sum + x);
            a += 0.1;
            sum += recall() * x;
        }

        return sum;
    }

    // check: 0.2, 1.1, 0.8
    // check: 1.3, -0.4, 1.5
    [Differentiable]
    public static double Integral(double from, double to, double rate) =>
        Integrate(t => Math.Exp(-rate * t) * t, from, to, 6);

    // check: 0.4, 1.1
    [Differentiable]
    public static double DoubleIntegral(double a, double b) =>
        Integrate(s => s * Integrate(t => Math.Sin(t * s + a), 0, s, 3), 0, b, 4) + Integrate(Math.Cos, a, b, 5);

    // check: 2.5, 1
    // check: 0.3, 2
    [Differentiable]
    public static double Root(double a, double guess) =>
        Newton(x => x * x - a, x => 2 * x, guess);

    // check: 1.2, 0.3, 5
    [Differentiable]
    public static double Trajectory(double x, double damping, int steps)
    {
        double energy = 0;
        double Slope(double t, double y)
        {
            energy += y * y;
            return -damping * y + Math.Cos(t);
        }

        double end = RungeKutta(Slope, x, 0.1, steps);
        return end + energy;
    }

    // check: new double[] { 0.7, -1.2, 0.4 }, new double[] { 9, 9, 9 }
    [Differentiable]
    public static void Mapped(ReadOnlySpan<double> x, Span<double> y)
    {
        double scale = x[0];
        Map(x, y, (element, i) => element * scale + i);
        Map(y, y, (element, i) => i > 0 ? element * element : element);
    }

    // check: 0.7, 0.2
    [Differentiable]
    public static double CustomDelegate(double x, double s)
    {
        Update update = (ref double state, double input) => state = 0.5 * state + input * x;
        double first = update(ref s, x);
        return first * update(ref s, first) + s;
    }

    // check: 0.7, 1.4
    [Differentiable]
    public static double Composed(double x, double a)
    {
        Func<double, double> inner = y => Math.Sqrt(y + a);
        Func<double, double> outer = y =>
        {
            Func<double, double> shifted = z => inner(z) * y + x;
            return shifted(y) - shifted(1);
        };
        return Twice(outer, x) + Twice(y => Twice(inner, y), x) + Twice(Shifted, a);

        double Shifted(double y) => y * y + a;
    }

    // check: 0.7, 3
    [Differentiable]
    public static double Handed(double x, int n) => Outermost(n, y => y * x, x);

    private static double Outermost(int n, Func<double, double> f, double x) => Repeat(f, x, n) + Repeat(y => f(y) + x, x, n);

    private static double Repeat(Func<double, double> step, double x, int n)
    {
        while (n-- > 0)
        {
            x = step(x);
            if (x > 50)
            {
                return x;
            }
        }

        return x;
    }

    private static double Twice(Func<double, double> f, double x) => f(f(x));

    private static double Integrate(Func<double, double> f, double a, double b, int n)
    {
        double width = (b - a) / n;
        double sum = 0.5 * (f(a) + f(b));
        for (int i = 1; i < n; i++)
        {
            sum += f(a + i * width);
        }

        return sum * width;
    }

    private static double Newton(Func<double, double> f, Func<double, double> slope, double x)
    {
        for (int i = 0; i < 40; i++)
        {
            double step = f(x) / slope(x);
            x -= step;
            if (Math.Abs(step) < 1e-13)
            {
                break;
            }
        }

        return x;
    }

    private static double RungeKutta(Func<double, double, double> f, double y, double h, int steps)
    {
        double t = 0;
        for (int i = 0; i < steps; i++)
        {
            double k1 = f(t, y);
            double k2 = f(t + h / 2, y + h / 2 * k1);
            y += h * k2;
            t += h;
        }

        return y;
    }

    private static void Map(ReadOnlySpan<double> source, Span<double> target, Func<double, int, double> f)
    {
        for (int i = 0; i < source.Length; i++)
        {
            target[i] = f(source[i], i);
        }
    }
}
