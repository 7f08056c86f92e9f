using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>A contraction by loops, the innermost of them through neighbours where there are any.</summary>
internal static unsafe class EinsumLoops
{
    /// <summary>Adds the products.</summary>
    /// <param name="axes">The loops; their order is changed.</param>
    /// <param name="first">The first operand.</param>
    /// <param name="second">The second operand.</param>
    /// <param name="sum">What they are added to.</param>
    public static void Run<T>(Span<EinsumAxis> axes, T* first, T* second, T* sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (axes.Length == 0)
        {
            *sum += *first * *second;
            return;
        }

        int innermost = 0;
        for (int i = 1; i < axes.Length; i++)
        {
            innermost = IsBetter(axes[i], axes[innermost]) ? i : innermost;
        }

        EinsumAxis inner = axes[innermost];
        axes[innermost] = axes[^1];
        Around(axes[..^1], inner, first, second, sum);
    }

    private static void Around<T>(ReadOnlySpan<EinsumAxis> outer, EinsumAxis inner, T* first, T* second, T* sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (outer.Length == 0)
        {
            Along(inner, first, second, sum);
            return;
        }

        EinsumAxis axis = outer[0];
        for (int i = 0; i < axis.Size; i++)
        {
            Around(outer[1..], inner, first + (i * axis.First), second + (i * axis.Second), sum + (i * axis.Sum));
        }
    }

    private static void Along<T>(EinsumAxis axis, T* first, T* second, T* sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (axis)
        {
            case { First: 1, Second: 1, Sum: 1 }:
                ElementOperations.AddProducts(first, second, sum, axis.Size);
                break;
            case { First: 1, Second: 0, Sum: 1 }:
                VectorOperations.AddMultiple(*second, first, sum, axis.Size);
                break;
            case { First: 0, Second: 1, Sum: 1 }:
                VectorOperations.AddMultiple(*first, second, sum, axis.Size);
                break;
            case { First: 1, Second: 1, Sum: 0 }:
                *sum += VectorOperations.Dot(first, second, axis.Size);
                break;
            case { First: 1, Second: 0, Sum: 0 }:
                *sum += *second * ElementOperations.Sum(first, axis.Size);
                break;
            case { First: 0, Second: 1, Sum: 0 }:
                *sum += *first * ElementOperations.Sum(second, axis.Size);
                break;
            default:
                Step(axis, first, second, sum);
                break;
        }
    }

    private static void Step<T>(EinsumAxis axis, T* first, T* second, T* sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < axis.Size; i++)
        {
            sum[i * axis.Sum] += first[i * axis.First] * second[i * axis.Second];
        }
    }

    private static bool IsBetter(EinsumAxis axis, EinsumAxis than) =>
        Jumps(axis) < Jumps(than) || (Jumps(axis) == Jumps(than) && axis.Size > than.Size);

    private static int Jumps(EinsumAxis axis) => (axis.First > 1 ? 1 : 0) + (axis.Second > 1 ? 1 : 0) + (axis.Sum > 1 ? 1 : 0);
}
