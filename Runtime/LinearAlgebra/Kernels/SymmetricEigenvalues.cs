using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Eigenvalues, in ascending order, and eigenvectors of the symmetric part of one matrix.</summary>
internal readonly unsafe struct SymmetricEigenvalues<T> : IFactorisation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <param name="a">The matrix.</param>
    /// <param name="values">A column, or a row, of eigenvalues.</param>
    /// <param name="vectors">Takes an eigenvector in each column; or a block without columns.</param>
    /// <param name="unused">Nothing.</param>
    public static FactorOutcome Run(Block<T> a, Block<T> values, Block<T> vectors, Block<T> unused)
    {
        int n = a.Rows;
        using ArenaScope scope = Arena.Enter();
        Block<T> work = Scratch.Matrix<T>(scope, n, n);
        T* diagonal = Scratch.Take<T>(scope, n);
        T* below = Scratch.Take<T>(scope, n);
        T* halves = Scratch.Take<T>(scope, n);
        T largest = CopyLower(a, work);
        if (!T.IsFinite(largest))
        {
            return FactorOutcome.NotFinite;
        }

        int exponent = Magnitude.ScalingExponent(largest);
        ScaleLower(work, exponent);
        Tridiagonal.Reduce(work, diagonal, below, halves, Scratch.Take<T>(scope, n));
        Block<T> transposed = vectors.Columns == 0 ? new Block<T>(null, n, 0) : Scratch.Matrix<T>(scope, n, n);
        if (vectors.Columns != 0)
        {
            Tridiagonal.FormTransposed(work, halves, transposed);
        }

        if (!TridiagonalEigenvalues.Diagonalise(diagonal, below, transposed, n))
        {
            return FactorOutcome.NotConverged;
        }

        Magnitude.Scale(diagonal, -exponent, n);
        return Write(diagonal, transposed, Order(scope, diagonal, n), values, vectors);
    }

    /// <summary>Copies the lower triangle of (A + Aᵀ) / 2.</summary>
    /// <returns>The largest absolute value of an element; what is not finite if there is such an element.</returns>
    private static T CopyLower(Block<T> a, Block<T> target)
    {
        T half = T.CreateTruncating(0.5);
        T largest = T.Zero;
        for (int i = 0; i < a.Rows; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                T mean = a[i, j] == a[j, i] ? a[i, j] : (half * a[i, j]) + (half * a[j, i]);
                T magnitude = T.Abs(mean);
                target[i, j] = mean;
                largest = magnitude <= largest || T.IsNaN(largest) ? largest : magnitude;
            }
        }

        return largest;
    }

    private static void ScaleLower(Block<T> a, int exponent)
    {
        for (int i = 0; i < a.Rows; i++)
        {
            Magnitude.Scale(a.At(i, 0), exponent, i + 1);
        }
    }

    /// <summary>Which eigenvalue comes when.</summary>
    private static int* Order(ArenaScope scope, T* values, int n)
    {
        int* order = Scratch.Take<int>(scope, n);
        for (int i = 0; i < n; i++)
        {
            int place = i;
            for (; place > 0 && values[order[place - 1]] > values[i]; place--)
            {
                order[place] = order[place - 1];
            }

            order[place] = i;
        }

        return order;
    }

    private static FactorOutcome Write(T* diagonal, Block<T> transposed, int* order, Block<T> values, Block<T> vectors)
    {
        for (int i = 0; i < transposed.Rows; i++)
        {
            if (!T.IsFinite(diagonal[i]))
            {
                return FactorOutcome.NotFinite;
            }
        }

        for (int j = 0; j < transposed.Rows; j++)
        {
            values.Start[j] = diagonal[order[j]];
            T* vector = transposed.At(order[j], 0);
            bool negative = vectors.Columns != 0 && vector[VectorOperations.Largest(vector, vectors.Rows)] < T.Zero;
            for (int i = 0; i < vectors.Columns; i++)
            {
                vectors[i, j] = negative ? -vector[i] : vector[i];
            }
        }

        return FactorOutcome.Whole;
    }
}
