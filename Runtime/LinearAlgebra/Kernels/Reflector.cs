using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>Householder's reflections I - τ v vᵀ, the first element of v being 1.</summary>
internal static unsafe class Reflector
{
    /// <summary>Makes a vector that of the reflection that leaves of it only its first element; the rest is neighbours.</summary>
    /// <param name="vector">The vector, of elements that are small against the largest number; on return v.</param>
    /// <param name="count">How many elements it has, at least 1.</param>
    /// <param name="left">What the reflection leaves of the first element.</param>
    /// <returns>τ: 0 if there is nothing to do.</returns>
    public static T Make<T>(T* vector, int count, out T left)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        left = *vector;
        *vector = T.One;
        T largest = count == 1 ? T.Zero : T.Abs(vector[1 + VectorOperations.Largest(vector + 1, count - 1)]);
        if (largest == T.Zero)
        {
            return T.Zero;
        }

        // Squares of very small elements would vanish.
        int exponent = Magnitude.ScalingExponent(T.Max(largest, T.Abs(left)));
        Magnitude.Scale(vector + 1, exponent, count - 1);
        T first = T.ScaleB(left, exponent);
        T length = T.Sqrt((first * first) + VectorOperations.Dot(vector + 1, vector + 1, count - 1));
        T reflected = T.CopySign(length, -first);
        VectorOperations.Divide(vector + 1, first - reflected, count - 1);
        left = T.ScaleB(reflected, -exponent);
        return (reflected - first) / reflected;
    }
}
