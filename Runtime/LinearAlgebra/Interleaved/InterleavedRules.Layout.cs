using System.Numerics;
using StaticAd.Kernels;

namespace StaticAd.CompilerServices;

// The elements of a matrix as vectors: they go to other places, are added up, or multiplied by one vector.
public static unsafe partial class InterleavedRules
{
    /// <summary><see cref="TransposeRules.TransposeForward"/>.</summary>
    public static void TransposeForward<T>(ReadOnlySpan<T> a, Span<T> transposed, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(transposed, rows * columns, a, rows * columns))
        {
            return;
        }

        fixed (T* source = a, target = transposed)
        {
            WidestLanes.Run<T, TransposeWork>(new TransposeWork(source, target, Groups(a, rows * columns), rows, columns, adds: false));
        }
    }

    /// <summary><see cref="TransposeRules.TransposeBackward"/>.</summary>
    public static void TransposeBackward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<T> transposed, int rows, int columns, Span<T> transposedBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(transposedBar, rows * columns, a, rows * columns))
        {
            return;
        }

        fixed (T* source = transposedBar, target = da)
        {
            WidestLanes.Run<T, TransposeWork>(new TransposeWork(source, target, Groups(a, rows * columns), columns, rows, adds: true));
        }
    }

    /// <summary><see cref="TransposeRules.TraceForward"/>.</summary>
    public static void TraceForward<T>(ReadOnlySpan<T> a, Span<T> traces, int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(traces, 1, a, rows * columns))
        {
            return;
        }

        fixed (T* source = a, target = traces)
        {
            WidestLanes.Run<T, TraceWork>(new TraceWork(source, target, Groups(traces, 1), rows, columns, isGradient: false));
        }
    }

    /// <summary><see cref="TransposeRules.TraceBackward"/>.</summary>
    public static void TraceBackward<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> traces, int rows, int columns, Span<T> tracesBar, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(tracesBar, 1, a, rows * columns))
        {
            return;
        }

        fixed (T* gradient = da, cotangent = tracesBar)
        {
            WidestLanes.Run<T, TraceWork>(new TraceWork(gradient, cotangent, Groups(traces, 1), rows, columns, isGradient: true));
        }
    }

    /// <summary><see cref="ReductionRules.ScaleForward"/>.</summary>
    public static void ScaleForward<T>(ReadOnlySpan<T> factors, ReadOnlySpan<T> a, Span<T> scaled, int size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(scaled, size, a, size) || !Fit(scaled, size, factors, 1))
        {
            return;
        }

        fixed (T* factor = factors, source = a, target = scaled)
        {
            WidestLanes.Run<T, ScaleWork>(new ScaleWork(factor, source, target, Groups(factors, 1), size));
        }
    }

    /// <summary><see cref="ReductionRules.ScaleBackward"/>.</summary>
    public static void ScaleBackward<T>(
        ReadOnlySpan<T> factors, ReadOnlySpan<T> a, ReadOnlySpan<T> scaled, int size, Span<T> scaledBar, Span<T> dfactors, Span<T> da)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!Fit(scaledBar, size, a, size) || !Fit(scaledBar, size, factors, 1))
        {
            return;
        }

        fixed (T* factor = factors, source = a, cotangent = scaledBar, factorGradient = dfactors, gradient = da)
        {
            WidestLanes.Run<T, ScaleGradientWork>(
                new ScaleGradientWork(factor, source, cotangent, factorGradient, gradient, Groups(factors, 1), size));
        }
    }
}
