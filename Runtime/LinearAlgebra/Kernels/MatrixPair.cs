using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>A matrix and, if there is one, its tangent.</summary>
/// <param name="value">The matrix.</param>
/// <param name="tangent">Its tangent; a block without rows if there is none.</param>
internal readonly unsafe struct MatrixPair<T>(Block<T> value, Block<T> tangent)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly Block<T> Value = value;
    public readonly Block<T> Tangent = tangent;

    public bool HasTangent => Tangent.Rows != 0;

    /// <summary>Takes memory for a matrix of the same shape.</summary>
    public MatrixPair<T> Another(ArenaScope scope) => new(
        Scratch.Matrix<T>(scope, Value.Rows, Value.Columns),
        HasTangent ? Scratch.Matrix<T>(scope, Value.Rows, Value.Columns) : default);

    public void CopyTo(MatrixPair<T> target)
    {
        Value.CopyTo(target.Value);
        Tangent.CopyTo(target.Tangent);
    }

    public void Clear()
    {
        Value.Clear();
        Tangent.Clear();
    }

    /// <summary>Writes the product with another matrix.</summary>
    public void Multiply(MatrixPair<T> right, MatrixPair<T> product)
    {
        Gemm.Multiply(T.One, Value, right.Value, product.Value, accumulate: false);
        if (HasTangent)
        {
            Gemm.Multiply(T.One, Value, right.Tangent, product.Tangent, accumulate: false);
            Gemm.Multiply(T.One, Tangent, right.Value, product.Tangent, accumulate: true);
        }
    }

    /// <summary>Adds a multiple of the matrix to another.</summary>
    public void AddTo(MatrixPair<T> target, T factor)
    {
        for (int i = 0; i < Value.Rows; i++)
        {
            VectorOperations.AddMultiple(factor, Value.At(i, 0), target.Value.At(i, 0), Value.Columns);
        }

        for (int i = 0; i < Tangent.Rows; i++)
        {
            VectorOperations.AddMultiple(factor, Tangent.At(i, 0), target.Tangent.At(i, 0), Tangent.Columns);
        }
    }

    /// <summary>Adds a multiple of the identity to the matrix.</summary>
    public void AddIdentity(T factor)
    {
        for (int i = 0; i < Value.Rows; i++)
        {
            Value[i, i] += factor;
        }
    }

    /// <summary>Writes A⁻¹ B in the place of B; A is destroyed.</summary>
    /// <returns>Whether A is regular.</returns>
    public bool TrySolve(MatrixPair<T> right)
    {
        using ArenaScope scope = Arena.Enter();
        int* exchanges = Scratch.Take<int>(scope, Value.Rows);
        if (LuFactors.Factor(Value, exchanges) != Pivots.Regular)
        {
            return false;
        }

        LuFactors.Solve(Value, exchanges, right.Value);
        if (HasTangent)
        {
            Gemm.Multiply(-T.One, Tangent, right.Value, right.Tangent, accumulate: true);
            LuFactors.Solve(Value, exchanges, right.Tangent);
        }

        return true;
    }
}
