using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>
/// Linear algebra of batches of small matrices, as many at a time as a vector has lanes. A result does not depend on the place of its matrix in the
/// batch. Matrices are row-major, one behind the other; the result says how many there are, and an operand of one serves all.
/// </summary>
/// <remarks>
/// Unchecked: lengths must fit each other, n and columns be positive, and the result overlap no operand. Where a matrix fails nothing has been
/// written. A pivot counts as zero also where its reciprocal overflows (5.6e-309 and below), and as not finite where the elimination overflows.
/// </remarks>
internal static unsafe partial class SmallMatrices
{
    /// <summary>The largest number of rows or columns that this is meant for: what is kept for a group fits the first cache.</summary>
    public const int LargestSize = 16;

    private static SmallBatch Batch<T>(T* first, int length, int elements, int count)
        where T : unmanaged
        => new((nint)first, elements, length == elements && count != 1);

    /// <summary>Runs an operation by the widest lanes that the processor has.</summary>
    private static int Run<T, TOperation>(TOperation operation)
        where T : unmanaged
        where TOperation : struct, ISmallOperation
    {
        if (typeof(T) == typeof(double))
        {
            return Vector512.IsHardwareAccelerated ? operation.Run<Double8, double, Double8Mask>()
                : Vector256.IsHardwareAccelerated ? operation.Run<Double4, double, Double4Mask>()
                : Vector128.IsHardwareAccelerated ? operation.Run<Double2, double, Double2Mask>()
                : operation.Run<Double1, double, BooleanMask>();
        }

        if (typeof(T) == typeof(float))
        {
            return Vector512.IsHardwareAccelerated ? operation.Run<Float16, float, Float16Mask>()
                : Vector256.IsHardwareAccelerated ? operation.Run<Float8, float, Float8Mask>()
                : Vector128.IsHardwareAccelerated ? operation.Run<Float4, float, Float4Mask>()
                : operation.Run<Float1, float, BooleanMask>();
        }

        throw new NotSupportedException();
    }
}
