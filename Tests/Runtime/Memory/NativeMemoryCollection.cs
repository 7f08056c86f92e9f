using StaticAd.Memory;
using Xunit;

namespace StaticAd.Tests.Runtime.Memory;

/// <summary>Tests that count live native bytes run alone: the count is of the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NativeMemoryCollection
{
    public const string Name = "native memory";

    /// <summary>Lets the garbage collector give back what ended threads and forgotten tapes hold.</summary>
    public static long SettledLiveBytes()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return NativeHeap.LiveBytes;
    }
}
