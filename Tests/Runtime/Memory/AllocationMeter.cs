namespace StaticAd.Tests.Runtime.Memory;

/// <summary>Counts the managed bytes that an action allocates on this thread once it has run before.</summary>
internal static class AllocationMeter
{
    public static long BytesAfterWarmUp(Action action)
    {
        for (int i = 0; i < 3; i++)
        {
            action();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
