using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>
/// A = Q R by reflections, Q = I - V T Vᵀ for as many as there are columns. The columns are halved until there are few: Elmroth, Gustavson:
/// Applying recursion to serial and parallel QR factorization (IBM Journal of Research and Development 44, 2000).
/// </summary>
internal static unsafe class QrFactors
{
    private const int SmallColumns = 8;

    /// <summary>Factors a matrix that has no more columns than rows.</summary>
    /// <param name="a">The matrix; on return R in its upper triangle, and below it nothing of meaning.</param>
    /// <param name="v">Takes V, of the same shape, with zeros above its diagonal.</param>
    /// <param name="t">Takes the square matrix T, with zeros below its diagonal.</param>
    public static void Factor<T>(Block<T> a, Block<T> v, Block<T> t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = a.Columns;
        if (n <= SmallColumns)
        {
            FactorSmall(a, v, t);
            return;
        }

        using ArenaScope scope = Arena.Enter();
        int half = Halves.First(n);
        int rest = n - half;
        Block<T> right = a.From(0, half);
        Block<T> firstV = v.Part(0, 0, a.Rows, half);
        Block<T> secondV = v.From(half, half);
        Block<T> firstT = t.Part(0, 0, half, half);
        Block<T> secondT = t.From(half, half);
        Block<T> corner = t.Part(0, half, half, rest);
        Block<T> product = Scratch.Matrix<T>(scope, half, rest);

        Factor(a.Part(0, 0, a.Rows, half), firstV, firstT);
        Gemm.Multiply(T.One, firstV.Transposed, right, corner, accumulate: false);
        Gemm.Multiply(T.One, firstT.Transposed, corner, product, accumulate: false);
        Gemm.Multiply(-T.One, firstV, product, right, accumulate: true);

        Factor(right.From(half, 0), secondV, secondT);
        v.Part(0, half, half, rest).Clear();
        Gemm.Multiply(T.One, v.Part(half, 0, a.Rows - half, half).Transposed, secondV, corner, accumulate: false);
        Gemm.Multiply(-T.One, firstT, corner, product, accumulate: false);
        Gemm.Multiply(T.One, product, secondT, corner, accumulate: false);
        t.Part(half, 0, rest, half).Clear();
    }

    /// <summary>Writes the first columns of Q, as many as V has.</summary>
    public static void FormQ<T>(Block<T> v, Block<T> t, Block<T> q)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = v.Columns;
        using ArenaScope scope = Arena.Enter();
        Block<T> product = Scratch.Matrix<T>(scope, n, n);
        Gemm.Multiply(T.One, t, v.Part(0, 0, n, n).Transposed, product, accumulate: false);
        Gemm.Multiply(-T.One, v, product, q, accumulate: false);
        for (int i = 0; i < n; i++)
        {
            q[i, i] += T.One;
        }
    }

    /// <summary>A few columns are copied so that each is stored in one piece.</summary>
    private static void FactorSmall<T>(Block<T> a, Block<T> v, Block<T> t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = a.Columns;
        using ArenaScope scope = Arena.Enter();
        Block<T> columns = new(Scratch.Take<T>(scope, (long)a.Rows * n), n, a.Rows);
        a.CopyTo(columns.Transposed);
        t.Clear();
        for (int k = 0; k < n; k++)
        {
            T* column = columns.At(k, k);
            int count = a.Rows - k;
            T factor = Reflector.Make(column, count, out a[k, k]);
            for (int j = k + 1; j < n && factor != T.Zero; j++)
            {
                T* other = columns.At(j, k);
                VectorOperations.AddMultiple(-factor * VectorOperations.Dot(column, other, count), column, other, count);
            }

            for (int i = 0; i < k; i++)
            {
                a[i, k] = columns[k, i];
                columns[k, i] = T.Zero;
            }

            AddToTriangle(columns, t, k, factor);
        }

        columns.Transposed.CopyTo(v);
    }

    /// <summary>Column k of T is -τ T Vᵀ v above the diagonal, and τ on it.</summary>
    private static void AddToTriangle<T>(Block<T> columns, Block<T> t, int k, T factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        t[k, k] = factor;
        for (int j = 0; j < k; j++)
        {
            T product = -factor * VectorOperations.Dot(columns.At(j, k), columns.At(k, k), columns.Columns - k);
            for (int i = 0; i <= j; i++)
            {
                t[i, k] += t[i, j] * product;
            }
        }
    }
}
