using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace StaticAd;

/// <summary>
/// Views of matrices that lie in tensors, and tensors of what views show. Nothing is copied, so that the elements of a row must be
/// neighbours. Differentiated code takes the views; its gradients are spans, which a dense tensor has: <c>tensor.GetSpan([0, 0], length)</c>.
/// </summary>
public static class TensorViews
{
    /// <summary>The matrix in a tensor of two dimensions.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="tensor">Rows, then columns.</param>
    /// <returns>A view of the same memory.</returns>
    /// <exception cref="ArgumentException">It has not two dimensions, or the elements of a row are not neighbours.</exception>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static Matrix<T> AsMatrix<T>(this ReadOnlyTensorSpan<T> tensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (tensor.Rank != 2)
        {
            throw new ArgumentException($"It has {Dimensions(tensor.Rank)}; a matrix has 2.", nameof(tensor));
        }

        (int rows, int columns, int rowStride) = Rows(tensor);
        return new Matrix<T>(Memory(tensor), rows, columns, rowStride);
    }

    /// <inheritdoc cref="AsMatrix{T}(ReadOnlyTensorSpan{T})"/>
    public static Matrix<T> AsMatrix<T>(this TensorSpan<T> tensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ((ReadOnlyTensorSpan<T>)tensor).AsMatrix();

    /// <summary>The matrices in a tensor of two dimensions or more.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="tensor">The dimensions of the batch, of which there may be none or several, then rows, then columns.</param>
    /// <returns>A view of the same memory.</returns>
    /// <exception cref="ArgumentException">
    /// It has less than two dimensions, the elements of a row are not neighbours, or the matrices are not equally far apart.
    /// </exception>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static MatrixBatch<T> AsMatrixBatch<T>(this ReadOnlyTensorSpan<T> tensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (tensor.Rank < 2)
        {
            throw new ArgumentException($"It has {Dimensions(tensor.Rank)}; a batch of matrices has 2 or more.", nameof(tensor));
        }

        (int rows, int columns, int rowStride) = Rows(tensor);
        (int count, int matrixStride) = Batch(tensor.Lengths[..^2], tensor.Strides[..^2]);
        return new MatrixBatch<T>(Memory(tensor), count, rows, columns, matrixStride, rowStride);
    }

    /// <inheritdoc cref="AsMatrixBatch{T}(ReadOnlyTensorSpan{T})"/>
    public static MatrixBatch<T> AsMatrixBatch<T>(this TensorSpan<T> tensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ((ReadOnlyTensorSpan<T>)tensor).AsMatrixBatch();

    /// <summary>A tensor of two dimensions, rows and columns, in the memory of a matrix.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="matrix">The matrix.</param>
    /// <exception cref="ArgumentException">Its rows overlap.</exception>
    public static ReadOnlyTensorSpan<T> AsReadOnlyTensorSpan<T>(this Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int rows, int columns) = (matrix.Rows, matrix.Columns);
        return matrix.Length == 0
            ? new ReadOnlyTensorSpan<T>(Array.Empty<T>(), [rows, columns])
            : new ReadOnlyTensorSpan<T>(matrix.AsBatch().Memory, [rows, columns], [Stride(rows, matrix.RowStride), Stride(columns, 1)]);
    }

    /// <summary>A tensor of three dimensions, matrices, rows and columns, in the memory of a batch.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="matrices">The batch.</param>
    /// <exception cref="ArgumentException">Its rows or matrices overlap.</exception>
    public static ReadOnlyTensorSpan<T> AsReadOnlyTensorSpan<T>(this MatrixBatch<T> matrices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int count, int rows, int columns) = (matrices.Count, matrices.Rows, matrices.Columns);
        return matrices.Length == 0
            ? new ReadOnlyTensorSpan<T>(Array.Empty<T>(), [count, rows, columns])
            : new ReadOnlyTensorSpan<T>(
                matrices.Memory, [count, rows, columns], [Stride(count, matrices.MatrixStride), Stride(rows, matrices.RowStride), Stride(columns, 1)]);
    }

    /// <summary>A tensor of one dimension in the memory of numbers.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="numbers">The numbers.</param>
    public static ReadOnlyTensorSpan<T> AsReadOnlyTensorSpan<T>(this ScalarBatch<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        numbers.Length == 0 ? new ReadOnlyTensorSpan<T>(Array.Empty<T>(), [0]) : new ReadOnlyTensorSpan<T>(numbers.Values, [numbers.Length]);

    /// <summary>Copies a matrix into a tensor of any layout.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="matrix">The matrix.</param>
    /// <param name="target">Takes it: as many rows and columns.</param>
    /// <exception cref="ArgumentException">It has another shape.</exception>
    public static void CopyTo<T>(this Matrix<T> matrix, TensorSpan<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Copy(matrix.AsReadOnlyTensorSpan(), target);

    /// <summary>Copies matrices into a tensor of any layout.</summary>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <param name="matrices">The batch.</param>
    /// <param name="target">Takes it: as many matrices, rows and columns.</param>
    /// <exception cref="ArgumentException">It has another shape.</exception>
    public static void CopyTo<T>(this MatrixBatch<T> matrices, TensorSpan<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Copy(matrices.AsReadOnlyTensorSpan(), target);

    private static void Copy<T>(ReadOnlyTensorSpan<T> source, TensorSpan<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!source.Lengths.SequenceEqual(target.Lengths))
        {
            throw new ArgumentException($"Its shape is {Shape(target.Lengths)} where it must be {Shape(source.Lengths)}.", nameof(target));
        }

        source.CopyTo(target);
    }

    private static (int Count, int Columns, int Stride) Rows<T>(ReadOnlyTensorSpan<T> tensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (nint rows, nint columns) = (tensor.Lengths[^2], tensor.Lengths[^1]);
        if (tensor.FlattenedLength > 0 && columns > 1 && tensor.Strides[^1] != 1)
        {
            throw new ArgumentException(
                $"The elements of a row lie {tensor.Strides[^1]} apart, not side by side. Copy them first: 'FlattenTo'.", nameof(tensor));
        }

        return checked(((int)rows, (int)columns, rows > 1 && tensor.FlattenedLength > 0 ? (int)tensor.Strides[^2] : (int)columns));
    }

    /// <summary>Several dimensions as one, where a step in each goes as far as all of the next.</summary>
    private static (int Count, int Stride) Batch(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides)
    {
        nint count = 1, stride = 0;
        for (int i = lengths.Length - 1; i >= 0; i--)
        {
            if (lengths[i] > 1 && count > 1 && strides[i] != stride * count)
            {
                throw new ArgumentException("The matrices are not equally far apart in the dimensions of the batch. Copy them first: 'FlattenTo'.", "tensor");
            }

            stride = lengths[i] > 1 && count == 1 ? strides[i] : stride;
            count = checked(count * lengths[i]);
        }

        return checked(((int)count, (int)stride));
    }

    /// <summary>From the first element to the last; a tensor has made sure that all of this is its own.</summary>
    private static ReadOnlySpan<T> Memory<T>(ReadOnlyTensorSpan<T> tensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (tensor.FlattenedLength == 0)
        {
            return [];
        }

        nint last = 0;
        for (int i = 0; i < tensor.Rank; i++)
        {
            last = checked(last + ((tensor.Lengths[i] - 1) * tensor.Strides[i]));
        }

        return MemoryMarshal.CreateReadOnlySpan(in TensorMarshal.GetReference(tensor), checked((int)(last + 1)));
    }

    // A dimension of one has no distance in a tensor.
    private static nint Stride(int length, int stride) => length == 1 ? 0 : stride;

    private static string Dimensions(int rank) => rank == 1 ? "1 dimension" : $"{rank} dimensions";

    private static string Shape(ReadOnlySpan<nint> lengths) => string.Join(" × ", lengths.ToArray());
}
