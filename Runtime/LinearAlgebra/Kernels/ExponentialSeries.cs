using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>
/// exp A by scaling, a Padé approximant and squaring, and its derivative by differentiating each step. Higham: The scaling and squaring
/// method for the matrix exponential revisited (SIMAX 26, 2005); Al-Mohy, Higham: Computing the Fréchet derivative of the matrix
/// exponential (SIMAX 30, 2009).
/// </summary>
internal static class ExponentialSeries
{
    /// <summary>Degrees of the approximants.</summary>
    private static ReadOnlySpan<int> Degrees => [3, 5, 7, 9, 13];

    /// <summary>
    /// Up to which norm the approximants and their derivatives have all digits of <see cref="double"/> (Al-Mohy, Higham 2009, table 6.1). The
    /// exponential alone would allow a little more; but then it would have other rounding errors than beside its derivative.
    /// </summary>
    private static ReadOnlySpan<double> Norms => [1.08e-2, 2.00e-1, 7.83e-1, 1.78, 4.74];

    /// <summary>Writes the exponential of a matrix in its place.</summary>
    /// <returns>Whether it is found; it may have elements that are not finite.</returns>
    public static bool TryReplace<T>(MatrixPair<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double norm = double.CreateChecked(Norm(a.Value));
        if (!double.IsFinite(norm))
        {
            return false;
        }

        int choice = 0;
        while (choice < Norms.Length - 1 && norm > Norms[choice])
        {
            choice++;
        }

        int squarings = norm > Norms[choice] ? Math.ILogB(norm / Norms[choice]) + 1 : 0;
        Scale(a.Value, -squarings);
        Scale(a.Tangent, -squarings);
        using ArenaScope scope = Arena.Enter();
        MatrixPair<T> odd = a.Another(scope);
        MatrixPair<T> even = a.Another(scope);
        ExponentialPade.Evaluate(scope, a, odd, even, Degrees[choice]);
        if (!TryDivide(odd, even, a))
        {
            return false;
        }

        for (int i = 0; i < squarings; i++)
        {
            a.Multiply(a, odd);
            odd.CopyTo(a);
        }

        return true;
    }

    /// <summary>Writes (V - U)⁻¹ (V + U).</summary>
    private static bool TryDivide<T>(MatrixPair<T> odd, MatrixPair<T> even, MatrixPair<T> quotient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        even.CopyTo(quotient);
        odd.AddTo(quotient, T.One);
        odd.AddTo(even, -T.One);
        return even.TrySolve(quotient);
    }

    /// <summary>The largest sum of absolute values of a row.</summary>
    private static T Norm<T>(Block<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T largest = T.Zero;
        for (int i = 0; i < a.Rows; i++)
        {
            T sum = T.Zero;
            for (int j = 0; j < a.Columns; j++)
            {
                sum += T.Abs(a[i, j]);
            }

            largest = sum <= largest || T.IsNaN(largest) ? largest : sum;
        }

        return largest;
    }

    private static unsafe void Scale<T>(Block<T> a, int exponent)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < a.Rows; i++)
        {
            Magnitude.Scale(a.At(i, 0), exponent, a.Columns);
        }
    }
}
