namespace StaticAd.CompilerServices;

internal static unsafe partial class SmallMatrices
{
    /// <summary>C = A B, or C += A B.</summary>
    /// <param name="a">Matrices of the shape rows by inner, or inner by rows if they are to be transposed; or one for all.</param>
    /// <param name="b">Matrices of the shape inner by columns, or columns by inner if they are to be transposed; or one for all.</param>
    /// <param name="product">As many matrices, rows by columns, as the batch has.</param>
    /// <param name="shape">The shape of one product.</param>
    public static void Multiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> product, SmallShape shape)
        where T : unmanaged
    {
        fixed (T* left = a, right = b, result = product)
        {
            int elements = shape.Rows * shape.Columns;
            int count = product.Length / elements;
            Run<T, MultiplyOperation>(new MultiplyOperation(
                Batch(left, a.Length, shape.Rows * shape.Inner, count),
                Batch(right, b.Length, shape.Inner * shape.Columns, count),
                Batch(result, product.Length, elements, count),
                shape,
                count));
        }
    }
}
