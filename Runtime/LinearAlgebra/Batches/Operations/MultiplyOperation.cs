using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>C = A B for a batch, or C += A B, whose sum over the batch may be one matrix.</summary>
internal readonly unsafe struct MultiplyOperation<T>(
    BatchOperand<T> a, BatchOperand<T> b, BatchResult<T> c, SmallShape shape, ResultUse use) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(c);

    public ResultUse Use => use;

    public int WorkVectors => a.Elements + b.Elements;

    public Pivots RunOne(int index, T* first, T* second)
    {
        Gemm.Multiply(
            T.One,
            Operand(a.At(index), shape.Rows, shape.Inner, shape.TransposeA),
            Operand(b.At(index), shape.Inner, shape.Columns, shape.TransposeB),
            new Block<T>(first, shape.Rows, shape.Columns),
            use == ResultUse.Added);
        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> second = work.From(a.Elements);
        a.Read(group, work);
        b.Read(group, second);
        SmallProduct<TLane, TScalar, TMask>.Compute(
            SmallOperand<TLane, TScalar, TMask>.Of(work, shape.Rows, shape.Inner, shape.TransposeA),
            SmallOperand<TLane, TScalar, TMask>.Of(second, shape.Inner, shape.Columns, shape.TransposeB),
            shape.Inner,
            results,
            shape.Rows,
            shape.Columns);
        return TMask.True;
    }

    private static Block<T> Operand(T* start, int rows, int columns, bool transposed) =>
        transposed ? new Block<T>(start, columns, rows).Transposed : new Block<T>(start, rows, columns);
}
