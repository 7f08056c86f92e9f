using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The gradients of one system A X = B by the cotangent G of X, from the factors of A.</summary>
internal static unsafe class SolveGradient
{
    /// <summary>B̄ += A⁻ᵀ G and Ā −= A⁻ᵀ G Xᵀ.</summary>
    public static void Add<T>(Block<T> factors, int* exchanges, Block<T> x, Block<T> g, Block<T> da, Block<T> db)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> gradient = new(Scratch.Take<T>(scope, (long)g.Rows * g.Columns), g.Rows, g.Columns);
        g.CopyTo(gradient);
        LuFactors.SolveTransposed(factors, exchanges, gradient);
        VectorOperations.Add(gradient.Start, db.Start, g.Rows * g.Columns);
        Gemm.Multiply(-T.One, gradient, x.Transposed, da, accumulate: true);
    }
}
