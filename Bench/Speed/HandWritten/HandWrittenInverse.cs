namespace StaticAd.Speed.HandWritten;

/// <summary>Inverses of 3 by 3 by their cofactors, and their pullback Ā = −Yᵀ G Yᵀ, unrolled.</summary>
internal static class HandWrittenInverse
{
    public static void ForwardAndBackward(ReadOnlySpan<double> a, Span<double> y, ReadOnlySpan<double> g, Span<double> da)
    {
        for (int i = 0; i + 9 <= a.Length; i += 9)
        {
            Invert(a.Slice(i, 9), y.Slice(i, 9));
            PullBack(y.Slice(i, 9), g.Slice(i, 9), da.Slice(i, 9));
        }
    }

    private static void Invert(ReadOnlySpan<double> a, Span<double> y)
    {
        double c0 = (a[4] * a[8]) - (a[5] * a[7]), c1 = (a[5] * a[6]) - (a[3] * a[8]), c2 = (a[3] * a[7]) - (a[4] * a[6]);
        double scale = 1 / ((a[0] * c0) + (a[1] * c1) + (a[2] * c2));
        y[0] = c0 * scale;
        y[1] = ((a[2] * a[7]) - (a[1] * a[8])) * scale;
        y[2] = ((a[1] * a[5]) - (a[2] * a[4])) * scale;
        y[3] = c1 * scale;
        y[4] = ((a[0] * a[8]) - (a[2] * a[6])) * scale;
        y[5] = ((a[2] * a[3]) - (a[0] * a[5])) * scale;
        y[6] = c2 * scale;
        y[7] = ((a[1] * a[6]) - (a[0] * a[7])) * scale;
        y[8] = ((a[0] * a[4]) - (a[1] * a[3])) * scale;
    }

    private static void PullBack(ReadOnlySpan<double> y, ReadOnlySpan<double> g, Span<double> da)
    {
        for (int i = 0; i < 3; i++)
        {
            double p0 = (y[i] * g[0]) + (y[3 + i] * g[3]) + (y[6 + i] * g[6]);
            double p1 = (y[i] * g[1]) + (y[3 + i] * g[4]) + (y[6 + i] * g[7]);
            double p2 = (y[i] * g[2]) + (y[3 + i] * g[5]) + (y[6 + i] * g[8]);
            da[3 * i] = -((p0 * y[0]) + (p1 * y[1]) + (p2 * y[2]));
            da[(3 * i) + 1] = -((p0 * y[3]) + (p1 * y[4]) + (p2 * y[5]));
            da[(3 * i) + 2] = -((p0 * y[6]) + (p1 * y[7]) + (p2 * y[8]));
        }
    }
}
