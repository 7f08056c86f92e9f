using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>A = U diag(s) Vᵀ of one matrix: the reduced decomposition, s descending; or s alone.</summary>
internal readonly unsafe struct SingularValueFactors<T> : IFactorisation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <param name="a">The matrix.</param>
    /// <param name="values">A column of singular values.</param>
    /// <param name="u">Takes U; or a block without columns.</param>
    /// <param name="vt">Takes Vᵀ; or a block without columns.</param>
    public static FactorOutcome Run(Block<T> a, Block<T> values, Block<T> u, Block<T> vt)
    {
        T largest = Magnitude.Largest(a);
        if (!T.IsFinite(largest))
        {
            return FactorOutcome.NotFinite;
        }

        // U and V change places with the rows and columns of A: of tall matrices the right one has as many rows as columns.
        FactorOutcome outcome = a.Rows >= a.Columns
            ? RunTall(a, largest, values, u, vt)
            : RunTall(a.Transposed, largest, values, vt.Transposed, u.Transposed);
        for (int i = 0; i < u.Columns && outcome == FactorOutcome.Whole; i++)
        {
            ChooseSign(u.Part(0, i, u.Rows, 1), vt.Part(i, 0, 1, vt.Columns));
        }

        return outcome;
    }

    /// <summary>Makes the largest element of a column of U, the first of equals, positive.</summary>
    private static void ChooseSign(Block<T> left, Block<T> right)
    {
        T largest = T.Zero;
        for (int i = 0; i < left.Rows; i++)
        {
            largest = T.Abs(left[i, 0]) > T.Abs(largest) ? left[i, 0] : largest;
        }

        for (int i = 0; i < left.Rows && largest < T.Zero; i++)
        {
            left[i, 0] = -left[i, 0];
        }

        for (int j = 0; j < right.Columns && largest < T.Zero; j++)
        {
            right[0, j] = -right[0, j];
        }
    }

    private static FactorOutcome RunTall(Block<T> a, T largest, Block<T> values, Block<T> u, Block<T> vt)
    {
        int n = a.Columns;
        bool alone = u.Rows == 0 || u.Columns == 0;
        int exponent = Magnitude.NormalisingExponent(largest);
        using ArenaScope scope = Arena.Enter();
        Block<T> square = Scratch.Matrix<T>(scope, n, n);
        Block<T> q = Square(scope, a, exponent, square, alone);
        Block<T> along = alone ? new Block<T>(null, n, 0) : Scratch.Matrix<T>(scope, n, n);
        T* lengths = Scratch.Take<T>(scope, n);
        SetIdentity(along);
        if (!JacobiRotations.MakeOrthogonal(square, along, lengths))
        {
            return FactorOutcome.NotConverged;
        }

        int* order = TakeRoots(scope, lengths, n);
        if (!WriteValues(lengths, order, exponent, values))
        {
            return FactorOutcome.NotFinite;
        }

        if (!alone)
        {
            OrthonormalRows.Make(square, lengths);
            WriteVectors(scope, q, along, square, order, u, vt);
        }

        return FactorOutcome.Whole;
    }

    /// <summary>Writes the matrix, or, if it has more rows than columns, its triangular factor.</summary>
    /// <returns>Its orthogonal factor, if it is needed.</returns>
    private static Block<T> Square(ArenaScope scope, Block<T> a, int exponent, Block<T> square, bool alone)
    {
        if (a.Rows == a.Columns)
        {
            Magnitude.CopyScaled(a, exponent, square);
            return default;
        }

        Block<T> work = Scratch.Matrix<T>(scope, a.Rows, a.Columns);
        Block<T> v = Scratch.Matrix<T>(scope, a.Rows, a.Columns);
        Block<T> t = Scratch.Matrix<T>(scope, a.Columns, a.Columns);
        Magnitude.CopyScaled(a, exponent, work);
        QrFactors.Factor(work, v, t);
        for (int i = 0; i < square.Rows; i++)
        {
            square.Part(i, 0, 1, i).Clear();
            work.Part(i, i, 1, square.Columns - i).CopyTo(square.Part(i, i, 1, square.Columns - i));
        }

        if (!alone)
        {
            QrFactors.FormQ(v, t, work);
        }

        return work;
    }

    private static void SetIdentity(Block<T> a)
    {
        a.Clear();
        for (int i = 0; i < a.Columns; i++)
        {
            a[i, i] = T.One;
        }
    }

    /// <summary>Makes lengths of their squares.</summary>
    /// <returns>Which comes when, the largest first.</returns>
    private static int* TakeRoots(ArenaScope scope, T* squares, int n)
    {
        int* order = Scratch.Take<int>(scope, n);
        for (int i = 0; i < n; i++)
        {
            squares[i] = T.Sqrt(squares[i]);
            int place = i;
            for (; place > 0 && squares[order[place - 1]] < squares[i]; place--)
            {
                order[place] = order[place - 1];
            }

            order[place] = i;
        }

        return order;
    }

    private static bool WriteValues(T* lengths, int* order, int exponent, Block<T> values)
    {
        if (!T.IsFinite(T.ScaleB(lengths[order[0]], -exponent)))
        {
            return false;
        }

        for (int i = 0; i < values.Rows; i++)
        {
            values[i, 0] = T.ScaleB(lengths[order[i]], -exponent);
        }

        return true;
    }

    /// <summary>U = Q Jᵀ and Vᵀ, in order.</summary>
    private static void WriteVectors(ArenaScope scope, Block<T> q, Block<T> along, Block<T> right, int* order, Block<T> u, Block<T> vt)
    {
        Block<T> left = along;
        if (u.Rows != u.Columns)
        {
            left = Scratch.Matrix<T>(scope, along.Rows, u.Rows);
            Gemm.Multiply(T.One, along, q.Transposed, left, accumulate: false);
        }

        for (int i = 0; i < along.Rows; i++)
        {
            left.Part(order[i], 0, 1, u.Rows).Transposed.CopyTo(u.Part(0, i, u.Rows, 1));
            right.Part(order[i], 0, 1, vt.Columns).CopyTo(vt.Part(i, 0, 1, vt.Columns));
        }
    }
}
