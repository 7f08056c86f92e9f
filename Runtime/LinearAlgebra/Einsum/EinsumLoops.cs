using System.Numerics;

namespace StaticAd.Kernels;

/// <summary>A contraction by loops, the innermost of them through neighbours where there are any.</summary>
internal static unsafe class EinsumLoops
{
    // As many cache lines on both sides of a transposition as are certain to be there still.
    private const int Tile = 8;

    // Beyond that, a loop gains nothing by being the innermost one.
    private const int Long = 64;

    /// <summary>Adds the products.</summary>
    /// <param name="axes">The loops; their order is changed.</param>
    /// <param name="first">The first operand.</param>
    /// <param name="second">The second operand.</param>
    /// <param name="sum">What they are added to.</param>
    public static void Run<T>(Span<EinsumAxis> axes, T* first, T* second, T* sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        EinsumAxis once = new(1, 0, 0, 0);
        EinsumAxis inner = axes.Length == 0 ? once : Take(ref axes, static axis => Math.Min(axis.Size, Long) * Weight(axis));
        EinsumAxis across = inner.Sum > 1 && HasTransposed(axes) ? Take(ref axes, static axis => IsTransposed(axis) ? 1 : 0) : once;

        // A long loop that jumps goes piece by piece through all others, so that a piece stays in the first cache.
        int length = axes.Length > 0 && Jumps(inner) > 0 ? Long : inner.Size;
        for (int i = 0; i < inner.Size; i += length)
        {
            EinsumAxis part = inner with { Size = Math.Min(length, inner.Size - i) };
            Around(axes, across, part, first + (i * inner.First), second + (i * inner.Second), sum + (i * inner.Sum));
        }
    }

    private static void Around<T>(ReadOnlySpan<EinsumAxis> outer, in EinsumAxis across, in EinsumAxis inner, T* first, T* second, T* sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (outer.Length > 0)
        {
            ref readonly EinsumAxis axis = ref outer[0];
            for (int i = 0; i < axis.Size; i++)
            {
                Around(outer[1..], across, inner, first + (i * axis.First), second + (i * axis.Second), sum + (i * axis.Sum));
            }
        }
        else if (across.Size > 1)
        {
            Tiles(across, inner, first, second, sum);
        }
        else
        {
            Along(inner, first, second, sum);
        }
    }

    private static void Tiles<T>(in EinsumAxis across, in EinsumAxis inner, T* first, T* second, T* sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < inner.Size; i += Tile)
        {
            EinsumAxis part = inner with { Size = Math.Min(Tile, inner.Size - i) };
            for (int j = 0; j < across.Size; j++)
            {
                Along(
                    part, first + (i * inner.First) + (j * across.First), second + (i * inner.Second) + (j * across.Second),
                    sum + (i * inner.Sum) + (j * across.Sum));
            }
        }
    }

    private static void Along<T>(in EinsumAxis axis, T* first, T* second, T* sum)
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

    private static void Step<T>(in EinsumAxis axis, T* first, T* second, T* sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (nint stepFirst, nint stepSecond, nint stepSum) = (axis.First, axis.Second, axis.Sum);
        for (int i = axis.Size; i > 0; i--)
        {
            *sum += *first * *second;
            first += stepFirst;
            second += stepSecond;
            sum += stepSum;
        }
    }

    private static bool HasTransposed(ReadOnlySpan<EinsumAxis> axes)
    {
        foreach (EinsumAxis axis in axes)
        {
            if (IsTransposed(axis))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTransposed(EinsumAxis axis) => axis.Sum == 1 && axis.Size >= Tile;

    /// <summary>Takes the loop of the greatest merit out of the list.</summary>
    private static EinsumAxis Take(ref Span<EinsumAxis> axes, Func<EinsumAxis, int> merit)
    {
        int best = 0;
        for (int i = 1; i < axes.Length; i++)
        {
            best = merit(axes[i]) > merit(axes[best]) ? i : best;
        }

        EinsumAxis taken = axes[best];
        axes[best] = axes[^1];
        axes = axes[..^1];
        return taken;
    }

    /// <summary>What goes along neighbours in all three buffers is done by vectors.</summary>
    private static int Weight(EinsumAxis axis) => Jumps(axis) switch
    {
        0 => 8,
        1 => 2,
        _ => 1,
    };

    private static int Jumps(EinsumAxis axis) => (axis.First > 1 ? 1 : 0) + (axis.Second > 1 ? 1 : 0) + (axis.Sum > 1 ? 1 : 0);
}
