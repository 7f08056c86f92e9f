namespace StaticAd.Samples;

// Matrices as mathematics writes them. A batch of matrices is a view of numbers in somebody's memory; what operators compute lies in the
// thread's arena. The derivative of each operation is a rule of the library, so that this is differentiated through the inverse without
// a look inside it. Generated code plans its memory itself; who calls the method without derivatives opens a scope of the arena.
public static partial class MatrixExpression
{
    /// <summary>The norm of (A B⁻¹)ᵀ + tr(A) B, over all matrices of a batch.</summary>
    [Differentiable(Order = 2)]
    public static double Loss(MatrixBatch<double> a, MatrixBatch<double> b) =>
        ((a * b.Inverse()).Transpose() + a.Trace() * b).Norm();

    internal static void Run(TextWriter output)
    {
        double[] a = [1, 2, 3, 4, 2, 0, 1, 1], b = [2, 1, 1, 3, 1, 0, 0, 2], da = new double[8], db = new double[8];
        double value = LossValueAndGradient(new(a, 2, 2), new(b, 2, 2), da, db);

        output.WriteLine();
        output.WriteLine("An expression of two batches of matrices");
        output.WriteLine($"  loss {Text(value)}");
        output.WriteLine($"  gradient by a [{string.Join(", ", da.Select(Text))}]");
        output.WriteLine($"  gradient by b [{string.Join(", ", db.Select(Text))}]");
    }

    private static string Text(double number) => number.ToString("F6", System.Globalization.CultureInfo.InvariantCulture);
}
