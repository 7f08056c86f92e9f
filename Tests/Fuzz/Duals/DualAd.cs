namespace StaticAd.Tests.Fuzz.Duals;

/// <summary>What stands for <see cref="Ad"/>.</summary>
public static class DualAd
{
    public static Dual StopGradient(Dual x) => x.V;

    public static DualF StopGradient(DualF x) => (float)x.Wide.V;

    public static DualH StopGradient(DualH x) => (DualH)x.Wide.V;

    public static IEnumerable<int> Checkpointed(int from, int to, int kept) => Enumerable.Range(from, Math.Max(0, to - from));
}
