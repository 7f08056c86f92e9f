using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Ā += G Bᵀ and B̄ += Aᵀ G: the gradients of factors by the cotangents G of their products A B.</summary>
internal readonly unsafe struct ProductGradientOperation<T>(
    BatchOperand<T> a, BatchOperand<T> b, BatchOperand<T> g, BatchResult<T> da, BatchResult<T> db, SmallShape shape) : IBatchOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public BatchResults<T> Results => new(da, db);

    public ResultUse Use => ResultUse.Added;

    public int WorkVectors => a.Elements + b.Elements + g.Elements;

    public Pivots RunOne(int index, T* first, T* second)
    {
        Block<T> left = Matrix(a.At(index), shape.Rows, shape.Inner, shape.TransposeA);
        Block<T> right = Matrix(b.At(index), shape.Inner, shape.Columns, shape.TransposeB);
        Block<T> cotangent = new(g.At(index), shape.Rows, shape.Columns);
        Gemm.Multiply(T.One, cotangent, right.Transposed, Matrix(first, shape.Rows, shape.Inner, shape.TransposeA), accumulate: true);
        Gemm.Multiply(T.One, left.Transposed, cotangent, Matrix(second, shape.Inner, shape.Columns, shape.TransposeB), accumulate: true);
        return Pivots.Regular;
    }

    public TMask RunGroup<TLane, TScalar, TMask>(
        LaneGroup group, LaneMemory<TLane, TScalar, TMask> work, LaneMemory<TLane, TScalar, TMask> results)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> room = work.From(a.Elements);
        LaneMemory<TLane, TScalar, TMask> first = a.In(group, work), second = b.In(group, room), third = g.In(group, room.From(b.Elements));
        var left = SmallOperand<TLane, TScalar, TMask>.Of(first, shape.Rows, shape.Inner, shape.TransposeA);
        var right = SmallOperand<TLane, TScalar, TMask>.Of(second, shape.Inner, shape.Columns, shape.TransposeB);
        SmallOperand<TLane, TScalar, TMask> cotangent = new(third, shape.Columns, 1);
        Multiply(cotangent, right.Transposed, shape.Columns, results, shape.Rows, shape.Inner, shape.TransposeA);
        Multiply(left.Transposed, cotangent, shape.Rows, results.From(a.Elements), shape.Inner, shape.Columns, shape.TransposeB);
        return TMask.True;
    }

    /// <summary>A product that is stored as its transpose on request: (X Y)ᵀ = Yᵀ Xᵀ.</summary>
    private static void Multiply<TLane, TScalar, TMask>(
        SmallOperand<TLane, TScalar, TMask> x, SmallOperand<TLane, TScalar, TMask> y, int inner,
        LaneMemory<TLane, TScalar, TMask> target, int rows, int columns, bool transpose)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        if (transpose)
        {
            SmallProduct<TLane, TScalar, TMask>.Compute(y.Transposed, x.Transposed, inner, target, columns, rows);
        }
        else
        {
            SmallProduct<TLane, TScalar, TMask>.Compute(x, y, inner, target, rows, columns);
        }
    }

    private static Block<T> Matrix(T* start, int rows, int columns, bool transposed) =>
        transposed ? new Block<T>(start, columns, rows).Transposed : new Block<T>(start, rows, columns);
}
