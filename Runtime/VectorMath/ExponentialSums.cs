using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticAd.CompilerServices;

/// <summary>Sums of exp(xᵢ − m) over a buffer, for its largest element m: what log Σ exp(xᵢ) and its derivatives are made of.</summary>
/// <remarks>
/// Elements that equal m are counted, not added to the others: their number is exact, and the others keep their digits however
/// small they are. The largest element is taken over all of the buffer first, so that a buffer may come in parts.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal struct ExponentialSums
{
    private readonly double _largest;

    /// <summary>How many elements equal m.</summary>
    private double _ties;

    private double _others;
    private double _products;

    /// <param name="largest">m, which is finite.</param>
    public ExponentialSums(double largest) => _largest = largest;

    /// <summary>Σ exp(xᵢ − m).</summary>
    public readonly double Total => _ties + _others;

    /// <summary>Σ exp(xᵢ − m) tᵢ.</summary>
    public readonly double Products => _products;

    /// <summary>m + log Σ exp(xᵢ − m).</summary>
    public readonly double Logarithm => _largest + Special.LogP1(_others + (_ties - 1));

    /// <summary>The largest of the elements and <paramref name="start"/>; NaN if one of them is.</summary>
    public static double Largest(ReadOnlySpan<double> x, double start = double.NegativeInfinity)
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            i = Largest<Double8, Double8Mask>(x, i, ref start);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            i = Largest<Double4, Double4Mask>(x, i, ref start);
        }

        Largest<Double1, BooleanMask>(x, i, ref start);
        return start;
    }

    /// <summary>Adds a part of the buffer.</summary>
    /// <param name="x">The part.</param>
    /// <param name="weights">Takes exp(xᵢ − m); empty if nobody wants it.</param>
    /// <param name="factors">The tᵢ; empty for none.</param>
    public void Add(ReadOnlySpan<double> x, Span<double> weights, ReadOnlySpan<double> factors)
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            i = Add<Double8, Double8Mask>(x, weights, factors, i);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            i = Add<Double4, Double4Mask>(x, weights, factors, i);
        }

        Add<Double1, BooleanMask>(x, weights, factors, i);
    }

    /// <summary>Multiplies every element by one factor, then by another.</summary>
    public static void Scale(Span<double> x, double first, double second)
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            i = Scale<Double8, Double8Mask>(x, first, second, i);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            i = Scale<Double4, Double4Mask>(x, first, second, i);
        }

        Scale<Double1, BooleanMask>(x, first, second, i);
    }

    private static int Largest<T, TMask>(ReadOnlySpan<double> x, int start, ref double largest)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask>
    {
        if (x.Length - start < T.Width)
        {
            return start;
        }

        T lanes = T.Create(largest);
        int i = start;
        for (; i <= x.Length - T.Width; i += T.Width)
        {
            lanes = T.Max(lanes, T.Load(x, i));
        }

        Span<double> elements = stackalloc double[T.Width];
        T.Store(lanes, elements, 0);
        foreach (double element in elements)
        {
            largest = Math.Max(largest, element);
        }

        return i;
    }

    private int Add<T, TMask>(ReadOnlySpan<double> x, Span<double> weights, ReadOnlySpan<double> factors, int start)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask>
    {
        if (x.Length - start < T.Width)
        {
            return start;
        }

        T largest = T.Create(_largest), zero = T.Create(0), one = T.Create(1);
        T ties = zero, others = zero, products = zero;
        int i = start;
        for (; i <= x.Length - T.Width; i += T.Width)
        {
            T element = T.Load(x, i);
            TMask isLargest = element == largest;
            T weight = DoubleExponential<T, TMask>.ExpInline(element - largest);
            ties += T.Select(isLargest, one, zero);
            others += T.Select(isLargest, zero, weight);
            if (!weights.IsEmpty)
            {
                T.Store(weight, weights, i);
            }

            if (!factors.IsEmpty)
            {
                products += weight * T.Load(factors, i);
            }
        }

        _ties += Sum<T, TMask>(ties);
        _others += Sum<T, TMask>(others);
        _products += Sum<T, TMask>(products);
        return i;
    }

    private static int Scale<T, TMask>(Span<double> x, double first, double second, int start)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask>
    {
        int i = start;
        T firsts = T.Create(first), seconds = T.Create(second);
        for (; i <= x.Length - T.Width; i += T.Width)
        {
            T.Store(T.Load(x, i) * firsts * seconds, x, i);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum<T, TMask>(T lanes)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask>
    {
        Span<double> elements = stackalloc double[T.Width];
        T.Store(lanes, elements, 0);
        double sum = 0;
        foreach (double element in elements)
        {
            sum += element;
        }

        return sum;
    }
}
