namespace StaticAd.Samples;

// A rule for a whole operation. Differentiating the elimination would tape every step of it; the implicit function theorem gives
// the derivative by one more solution, with the transposed matrix. x is in-out: b goes in, the solution of A x = b comes out, and
// so its cotangent goes in as that of the solution and comes out as that of b.
public static partial class LinearSystem
{
    /// <summary>Solves A x = b by elimination without pivoting.</summary>
    /// <param name="a">The matrix, row by row.</param>
    /// <param name="x">b on entry, the solution on return.</param>
    /// <param name="work">As long as the matrix.</param>
    public static void Solve(ReadOnlySpan<double> a, Span<double> x, [Scratch] Span<double> work)
    {
        a.CopyTo(work);
        Eliminate(work, x);
    }

    [DerivativeOf(typeof(LinearSystem), nameof(Solve), Mode = DerivativeMode.Vjp)]
    public static void SolveVjp(ReadOnlySpan<double> a, Span<double> x, Span<double> work, Span<double> xBar, Span<double> da)
    {
        int n = x.Length;
        da.Clear();
        Solve(a, x, work);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                work[i * n + j] = a[j * n + i];
            }
        }

        Eliminate(work, xBar);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                da[i * n + j] = -xBar[i] * x[j];
            }
        }
    }

    /// <summary>The squared length of the solution.</summary>
    [Differentiable]
    public static double SquaredLength(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Span<double> x = new double[b.Length];
        b.CopyTo(x);
        Solve(a, x, new double[a.Length]);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * x[i];
        }

        return sum;
    }

    private static void Eliminate(Span<double> matrix, Span<double> x)
    {
        int n = x.Length;
        for (int k = 0; k < n; k++)
        {
            for (int i = k + 1; i < n; i++)
            {
                double factor = matrix[i * n + k] / matrix[k * n + k];
                for (int j = k + 1; j < n; j++)
                {
                    matrix[i * n + j] -= factor * matrix[k * n + j];
                }

                x[i] -= factor * x[k];
            }
        }

        for (int k = n - 1; k >= 0; k--)
        {
            for (int j = k + 1; j < n; j++)
            {
                x[k] -= matrix[k * n + j] * x[j];
            }

            x[k] /= matrix[k * n + k];
        }
    }

    internal static void Run(TextWriter output)
    {
        double[] a = [2, 1, 1, 3], b = [3, 5], da = new double[4], db = new double[2];
        double value = SquaredLengthValueAndGradient(a, b, da, db);

        output.WriteLine();
        output.WriteLine("A linear system, with a rule for its solution");
        output.WriteLine($"  squared length {Text(value)}");
        output.WriteLine($"  gradient by the matrix [{string.Join(", ", da.Select(Text))}]");
        output.WriteLine($"  gradient by the right-hand side [{string.Join(", ", db.Select(Text))}]");
    }

    private static string Text(double number) => number.ToString("F6", System.Globalization.CultureInfo.InvariantCulture);
}
