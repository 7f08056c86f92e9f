// Found by the fuzzer (program 3424 of seed 20261130): SAD0001, a load of the reverse reads memory that only the forward sweep has. Not mended yet.
using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class Fuzz3424
{
    public record struct Pair(double X, double Y)
    {
        public readonly double Norm => Math.Sqrt(1.5 + X * X + Y * Y);

        public void Turn(double by)
        {
            double x = X;
            X -= by * Y;
            Y = Math.Sin(Y + by * x);
        }

        public readonly Pair Scaled(double by) => this with { X = X * by };

        public static Pair operator +(Pair a, Pair b) => new(a.X + b.X, 0.5 * a.Y + b.Y);

        public static Pair operator *(Pair a, Pair b) => new(0.5 * (a.X * b.X - a.Y * b.Y), Math.Tanh(a.X * b.Y + a.Y * b.X));
    }

    private static double Helper1(ReadOnlySpan<double> a, double x)
    {
        if (a.Length == 1)
        {
            return Math.Sin(Math.Pow(Math.Exp(Math.Cos(x)), 3.0)) * a[0];
        }
        double left = Helper1(a.Slice(0, a.Length / 2), Math.Sin(x));
        double right = Helper1(a.Slice(a.Length / 2), left);
        return left * right + (0.5 * (Math.Atan(x) * Ad.StopGradient(x)));
    }

    private static double Helper2(ReadOnlySpan<double> a)
    {
        double t = ((((a.Length * 0) is 0 or 2) && ((a[0] * a[0]) < a[0])) ? (a[^1] - a[^1]) : (a[^1] - a[1])) / (1.5 + a[1] * a[1]);
        for (int i = 0; i < 1; i++)
        {
            switch ((3 + i) % 3)
            {
                case 0:
                {
                    double[] w = new double[4];
                    t *= Math.Tanh(Math.Pow(Math.Exp(Math.Cos((t * t))), (0.5 * (t * t))));
                }
                break;
                case 1:
                {
                    double? m = !((Helper1(a, a[a.Length - 1 - i]) > t)) ? a[(i / 2) % a.Length] : null;
                    t += Helper1(a, (((m ?? t) - t) * t));
                    double[] w2 = [t, t, (-0.5 + t)];
                    w2[i % w2.Length] = 0.5 * Math.Tanh(((t * a[^1]) / (2.5 + Math.Sin((w2[^1] * t)))));
                }
                break;
                default:
                {
                    double t2 = t *= Math.Tanh(((t * t) + (((i switch { > 1 => t, 1 or 3 => t, _ => 0.375 }) < t) ? t : a[i % a.Length])));
                    double t3 = t2;
                }
                break;
            }
            t += t;
        }
        return (Math.Clamp(Ad.StopGradient(a[1]), -0.75, 1.25) + t) + a[1] * a[0];
    }

    // check: new double[] { -0.875, 0.625, 0.875, 0.5 }, new(1.25, 1.0)
    [Differentiable]
    public static void F(ReadOnlySpan<double> a, ref Pair pair)
    {
        double t = a[^1];
        double[] w = a.ToArray();
        if (!(((w[2] / (1.25 + Math.Abs(pair.X))) > a[1])))
        {
            int[] q = [1, 3, 0];
            if (!(((t * a[^1]) > t)))
            {
                foreach (int step in Ad.Checkpointed(0, 2, 2))
                {
                    w[1] += Math.Sin((((t * a[((a.Length % 2 == 1) ? q.Length : step) % a.Length]) * Math.Pow(Math.Exp(Math.Cos(t)), (0.5 * pair.Y))) * (-(t))));
                    for (int i = 1; i < w.Length; i++)
                    {
                        if (((i / 2) < q[q.Length - 1 - step]) || (step % 2 == 0))
                        {
                            (w[i - 1], t) = (t, w[i - 1] * Math.Sin(Math.Clamp(1.875, -0.75, 1.25)));
                            t *= Math.Sin((Helper1(a, t) * i));
                            continue;
                        }
                        w[w.Length - 1 - step] = Math.Tanh((a[step] * ((((i + step) % 2 == 0) ? t : 0.875) + ((((!(((t + w[i % w.Length]) < t)) || (q[step + 1] % 2 == 0)) ? t : w[step]) < t) ? a[i - 1] : t))));
                    }
                    bool b = step % 2 == 0;
                    t += 0.5 * ((Math.Max(t, t) - (a[step] + a[^1])) + ((t + -1.875) + (t += Math.Sin(t))));
                    t = t;
                }
                t = Math.Pow((1.25 + Math.Abs((t * (t * t)))), Math.Sin(((0.625 / (1.25 + Math.Abs(t))) * (w[3] * w[0]))));
                ref double r = ref w[^1];
                t = Math.Atan2(r, (2.5 + Math.Sin((((t / Math.Exp(Math.Cos(r))) < a[1]) ? a[^1] : a[1])))) + ((r * pair.X) * (r - r));
            }
        }
        Span<double> w2 = stackalloc double[2];
        pair.Turn(w2[^1] - t);
        pair.Turn(t);
    }
}

