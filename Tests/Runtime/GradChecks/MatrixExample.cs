namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>
/// Y = (A·B⁻¹)ᵀ + tr(A)·B for a batch of square matrices, with a derivative by hand that has five mistakes, each of which can be
/// corrected by itself. The argument is A, then B, matrix after matrix, row-major; the gradients lie likewise.
/// </summary>
internal sealed class MatrixExample(int batch, int size)
{
    /// <summary>What the published derivative gets wrong: right is Ā = Gᵀ·B⁻ᵀ + ⟨G, B⟩·I and B̄ = −B⁻ᵀ·Aᵀ·Gᵀ·B⁻ᵀ + tr(A)·G.</summary>
    [Flags]
    public enum Corrections
    {
        None = 0,

        /// <summary>Gᵀ, not G, in Ā: the first term of Y is transposed.</summary>
        TransposedInA = 1,

        /// <summary>⟨G, B⟩, not tr(G), in Ā: B stands beside the trace.</summary>
        InnerProductInA = 2,

        /// <summary>Gᵀ, not G, in B̄.</summary>
        TransposedInB = 4,

        /// <summary>B⁻ᵀ, not B⁻¹, at the end of the first term of B̄.</summary>
        InverseTransposedInB = 8,

        /// <summary>tr(A)·G, not tr(G)·B, in B̄.</summary>
        TraceInB = 16,

        All = 31,
    }

    private int Elements => batch * size * size;

    public void Value(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < batch; i++)
        {
            (SquareMatrix a, SquareMatrix b) = (Read(x, i), Read(x[Elements..], i));
            ((a * b.Inverse).Transpose + (a.Trace * b)).Write(Part(y, i));
        }
    }

    public void Vjp(Corrections corrections, ReadOnlySpan<double> x, ReadOnlySpan<double> yBar, Span<double> dx)
    {
        bool Has(Corrections correction) => corrections.HasFlag(correction);
        for (int i = 0; i < batch; i++)
        {
            (SquareMatrix a, SquareMatrix b, SquareMatrix g) = (Read(x, i), Read(x[Elements..], i), Read(yBar, i));
            SquareMatrix inverse = b.Inverse, inverseTransposed = inverse.Transpose;
            SquareMatrix inA = (Has(Corrections.TransposedInA) ? g.Transpose : g) * inverseTransposed;
            double onDiagonal = Has(Corrections.InnerProductInA) ? g.Inner(b) : g.Trace;
            (inA + (onDiagonal * SquareMatrix.Identity(size))).Write(Part(dx, i));
            SquareMatrix inB = inverseTransposed * a.Transpose * (Has(Corrections.TransposedInB) ? g.Transpose : g)
                * (Has(Corrections.InverseTransposedInB) ? inverseTransposed : inverse);
            SquareMatrix byTrace = Has(Corrections.TraceInB) ? a.Trace * g : g.Trace * b;
            ((-1 * inB) + byTrace).Write(Part(dx[Elements..], i));
        }
    }

    /// <summary>The length of Y.</summary>
    public double Loss(ReadOnlySpan<double> x)
    {
        var y = new double[Elements];
        Value(x, y);
        return Math.Sqrt(y.Sum(static element => element * element));
    }

    public void LossGradient(Corrections corrections, ReadOnlySpan<double> x, Span<double> dx)
    {
        var y = new double[Elements];
        Value(x, y);
        double loss = Loss(x);
        Vjp(corrections, x, Array.ConvertAll(y, element => element / loss), dx);
    }

    /// <summary>A and B with entries of either sign, the diagonal of B far from zero.</summary>
    public double[] Point(int seed)
    {
        var random = new Random(seed);
        double[] point = [.. Enumerable.Range(0, 2 * Elements).Select(_ => (2 * random.NextDouble()) - 1)];
        for (int i = 0; i < batch * size; i++)
        {
            point[Elements + (i / size * size * size) + (i % size * (size + 1))] += 3;
        }

        return point;
    }

    private SquareMatrix Read(ReadOnlySpan<double> all, int index) => new(size, all.Slice(index * size * size, size * size).ToArray());

    private Span<double> Part(Span<double> all, int index) => all.Slice(index * size * size, size * size);
}
