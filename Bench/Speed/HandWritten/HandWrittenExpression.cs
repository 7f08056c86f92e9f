using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace StaticAd.Speed.HandWritten;

/// <summary>Value and gradient of y(x² − xy + y), with what is common computed once.</summary>
internal static class HandWrittenExpression
{
    public static double ValueAndGradient(double x, double y, out double dx, out double dy)
    {
        double xy = x * y;
        double inner = x * x - xy + y;
        dx = y * (x + x - y);
        dy = inner + y - xy;
        return y * inner;
    }

    /// <summary>The same over spans of one length, eight elements at a time.</summary>
    public static void ValueAndGradientBatch(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> value, Span<double> dx, Span<double> dy)
    {
        ref double xs = ref MemoryMarshal.GetReference(x);
        ref double ys = ref MemoryMarshal.GetReference(y);
        ref double values = ref MemoryMarshal.GetReference(value);
        ref double dxs = ref MemoryMarshal.GetReference(dx);
        ref double dys = ref MemoryMarshal.GetReference(dy);
        int i = 0;
        for (; i <= x.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> a = Vector512.LoadUnsafe(ref xs, (nuint)i);
            Vector512<double> b = Vector512.LoadUnsafe(ref ys, (nuint)i);
            Vector512<double> ab = a * b;
            Vector512<double> inner = a * a - ab + b;
            (b * inner).StoreUnsafe(ref values, (nuint)i);
            (b * (a + a - b)).StoreUnsafe(ref dxs, (nuint)i);
            (inner + b - ab).StoreUnsafe(ref dys, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            Unsafe.Add(ref values, i) = ValueAndGradient(x[i], y[i], out Unsafe.Add(ref dxs, i), out Unsafe.Add(ref dys, i));
        }
    }
}
