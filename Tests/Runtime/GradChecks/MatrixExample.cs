namespace StaticAd.Tests.Runtime.GradChecks;

/// <summary>Y = (A·B⁻¹)ᵀ + tr(A)·B for 2×2 matrices; the argument is A, then B, row-major.</summary>
internal static class MatrixExample
{
    public static void Value(ReadOnlySpan<double> x, Span<double> y)
    {
        (Matrix a, Matrix b) = (Matrix.Read(x), Matrix.Read(x[4..]));
        ((a * b.Inverse).Transpose + a.Trace * b).Write(y);
    }

    /// <summary>Ā = Gᵀ·B⁻ᵀ + ⟨G, B⟩·I and B̄ = −B⁻ᵀ·Aᵀ·Gᵀ·B⁻ᵀ + tr(A)·G.</summary>
    public static void Vjp(ReadOnlySpan<double> x, ReadOnlySpan<double> yBar, Span<double> dx)
    {
        (Matrix a, Matrix b, Matrix g) = (Matrix.Read(x), Matrix.Read(x[4..]), Matrix.Read(yBar));
        Matrix inverseTransposed = b.Inverse.Transpose;
        double inner = g.A * b.A + g.B * b.B + g.C * b.C + g.D * b.D;
        (g.Transpose * inverseTransposed + inner * Matrix.Identity).Write(dx);
        (-1 * (inverseTransposed * a.Transpose * g.Transpose * inverseTransposed) + a.Trace * g).Write(dx[4..]);
    }

    /// <summary>The derivative as it was once published: G for Gᵀ twice, two wrong traces, and B⁻¹ for B⁻ᵀ.</summary>
    public static void PublishedVjp(ReadOnlySpan<double> x, ReadOnlySpan<double> yBar, Span<double> dx)
    {
        (Matrix a, Matrix b, Matrix g) = (Matrix.Read(x), Matrix.Read(x[4..]), Matrix.Read(yBar));
        Matrix inverseTransposed = b.Inverse.Transpose;
        (g * inverseTransposed + g.Trace * Matrix.Identity).Write(dx);
        (-1 * (inverseTransposed * a.Transpose * g * b.Inverse) + g.Trace * b).Write(dx[4..]);
    }

    private readonly record struct Matrix(double A, double B, double C, double D)
    {
        public static Matrix Identity => new(1, 0, 0, 1);

        public double Trace => A + D;

        public Matrix Transpose => new(A, C, B, D);

        public Matrix Inverse => 1 / (A * D - B * C) * new Matrix(D, -B, -C, A);

        public static Matrix Read(ReadOnlySpan<double> m) => new(m[0], m[1], m[2], m[3]);

        public void Write(Span<double> m) => (m[0], m[1], m[2], m[3]) = (A, B, C, D);

        public static Matrix operator +(Matrix l, Matrix r) => new(l.A + r.A, l.B + r.B, l.C + r.C, l.D + r.D);

        public static Matrix operator *(double s, Matrix m) => new(s * m.A, s * m.B, s * m.C, s * m.D);

        public static Matrix operator *(Matrix l, Matrix r) =>
            new(l.A * r.A + l.B * r.C, l.A * r.B + l.B * r.D, l.C * r.A + l.D * r.C, l.C * r.B + l.D * r.D);
    }
}
