// What those methods of System.Numerics.Tensors.TensorPrimitives compute that make one number of many: they add in an order of their own,
// so that the value is the library's.
using System;
using System.Numerics;
using System.Numerics.Tensors;

namespace StaticAd.Surrogates;

internal static partial class TensorPrimitivesMembers
{
    public static T Sum<T>(ReadOnlySpan<T> x)
        where T : INumberBase<T> => Library.WithValue(Total(x, v => v), TensorPrimitives.Sum(x));

    public static T SumOfMagnitudes<T>(ReadOnlySpan<T> x)
        where T : INumberBase<T> => Library.WithValue(Total(x, v => T.Abs(v)), TensorPrimitives.SumOfMagnitudes(x));

    public static T SumOfSquares<T>(ReadOnlySpan<T> x)
        where T : INumberBase<T> => Library.WithValue(Total(x, v => v * v), TensorPrimitives.SumOfSquares(x));

    public static T Average<T>(ReadOnlySpan<T> x)
        where T : INumberBase<T> => Library.WithValue(Total(x, v => v) / T.CreateChecked(x.Length), TensorPrimitives.Average(x));

    public static T StdDev<T>(ReadOnlySpan<T> x)
        where T : IRootFunctions<T>
    {
        T mean = Average(x);
        T variance = Total(x, v => (v - mean) * (v - mean)) / T.CreateChecked(x.Length);
        return Library.WithValue(Root(variance), TensorPrimitives.StdDev(x));
    }

    public static T Norm<T>(ReadOnlySpan<T> x)
        where T : IRootFunctions<T> => Library.WithValue(Root(SumOfSquares(x)), TensorPrimitives.Norm(x));

    public static T Distance<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IRootFunctions<T>
    {
        T distance = TensorPrimitives.Distance(x, y);
        T squares = Library.WithValue(Total(x, y, (a, b) => (a - b) * (a - b)), distance * distance);
        return Library.WithValue(Root(squares), distance);
    }

    public static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : INumberBase<T> => Library.WithValue(Total(x, y, (a, b) => a * b), TensorPrimitives.Dot(x, y));

    public static T CosineSimilarity<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : IRootFunctions<T>
    {
        T cosine = Dot(x, y) / (T.Sqrt(SumOfSquares(x)) * T.Sqrt(SumOfSquares(y)));
        return Library.WithValue(cosine, TensorPrimitives.CosineSimilarity(x, y));
    }

    public static T Product<T>(ReadOnlySpan<T> x)
        where T : INumberBase<T>
    {
        T result = T.One;
        for (int i = 0; i < x.Length; i++)
        {
            result *= x[i];
        }

        return Library.WithValue(result, TensorPrimitives.Product(x));
    }

    public static T ProductOfSums<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : INumberBase<T> => Library.WithValue(Multiplied(x, y, (a, b) => a + b), TensorPrimitives.ProductOfSums(x, y));

    public static T ProductOfDifferences<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : INumberBase<T> => Library.WithValue(Multiplied(x, y, (a, b) => a - b), TensorPrimitives.ProductOfDifferences(x, y));

    public static void SoftMax<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IExponentialFunctions<T>, INumber<T>
    {
        Span<T> values = new T[x.Length], weights = new T[x.Length];
        TensorPrimitives.SoftMax(x, values);
        T largest = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            largest = i == 0 || x[i] > largest ? x[i] : largest;
        }

        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            weights[i] = T.Exp(x[i] - largest);
            sum += weights[i];
        }

        Span<T> result = destination.Slice(0, x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            result[i] = Library.WithValue(weights[i] / sum, values[i]);
        }
    }

    public static int IndexOfMax<T>(ReadOnlySpan<T> x)
        where T : INumber<T> => TensorPrimitives.IndexOfMax(x);

    public static int IndexOfMin<T>(ReadOnlySpan<T> x)
        where T : INumber<T> => TensorPrimitives.IndexOfMin(x);

    public static int IndexOfMaxMagnitude<T>(ReadOnlySpan<T> x)
        where T : INumber<T> => TensorPrimitives.IndexOfMaxMagnitude(x);

    public static int IndexOfMinMagnitude<T>(ReadOnlySpan<T> x)
        where T : INumber<T> => TensorPrimitives.IndexOfMinMagnitude(x);

    // The derivative of a norm of nothing but zeros is zero, not 0 · ∞.
    private static T Root<T>(T squares)
        where T : IRootFunctions<T> => squares == T.Zero ? squares : T.Sqrt(squares);

    private static T Total<T>(ReadOnlySpan<T> x, Func<T, T> term)
        where T : INumberBase<T>
    {
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            sum += term(x[i]);
        }

        return sum;
    }

    private static T Total<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Func<T, T, T> term)
        where T : INumberBase<T>
    {
        ReadOnlySpan<T> a = x.Slice(0, y.Length), b = y.Slice(0, x.Length);
        T sum = T.Zero;
        for (int i = 0; i < a.Length; i++)
        {
            sum += term(a[i], b[i]);
        }

        return sum;
    }

    private static T Multiplied<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Func<T, T, T> factor)
        where T : INumberBase<T>
    {
        ReadOnlySpan<T> a = x.Slice(0, y.Length), b = y.Slice(0, x.Length);
        T product = T.One;
        for (int i = 0; i < a.Length; i++)
        {
            product *= factor(a[i], b[i]);
        }

        return product;
    }
}
