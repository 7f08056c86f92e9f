using System.Runtime.CompilerServices;
using StaticAd.CompilerServices;
using StaticAd.Memory;
using Xunit;

namespace StaticAd.Tests.Runtime.Memory;

[Collection(NativeMemoryCollection.Name)]
public class LeakTests
{
    [Fact]
    public void Release_gives_all_of_a_threads_memory_back()
    {
        Arena.Release();
        long before = NativeMemoryCollection.SettledLiveBytes();
        using (ArenaScope arena = Arena.Enter())
        {
            arena.Allocate<double>(1_000_000);
            Assert.InRange(NativeHeap.LiveBytes - before, 8_000_000, 20_000_000);
        }

        Assert.InRange(NativeHeap.LiveBytes - before, 8_000_000, 20_000_000);
        Arena.Release();
        Assert.Equal(before, NativeHeap.LiveBytes);
    }

    [Fact]
    public void A_thread_that_ends_gives_its_memory_back()
    {
        long before = NativeMemoryCollection.SettledLiveBytes();
        RunThread();
        Assert.True(NativeMemoryCollection.SettledLiveBytes() <= before);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void RunThread()
        {
            long live = 0;
            var thread = new Thread(() =>
            {
                using ArenaScope arena = Arena.Enter();
                arena.Allocate<double>(1_000_000);
                live = NativeHeap.LiveBytes;
            });
            long start = NativeHeap.LiveBytes;
            thread.Start();
            thread.Join();
            Assert.True(live - start >= 8_000_000);
        }
    }

    [Fact]
    public void Dispose_gives_all_of_a_tapes_memory_back()
    {
        long before = NativeMemoryCollection.SettledLiveBytes();
        var tape = new Tape();
        for (int i = 0; i < 1000; i++)
        {
            TapeTests.Forward(tape, "F", i);
        }

        Assert.True(NativeHeap.LiveBytes > before);
        tape.Dispose();
        Assert.Equal(before, NativeHeap.LiveBytes);
    }

    [Fact]
    public void A_forgotten_tape_gives_its_memory_back()
    {
        long before = NativeMemoryCollection.SettledLiveBytes();
        Forget();
        Assert.True(NativeMemoryCollection.SettledLiveBytes() <= before);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Forget() => TapeTests.Forward(new Tape(), "F", 1);
    }

    [Fact]
    public void Running_out_of_memory_while_recording_leaks_nothing()
    {
        long before = NativeMemoryCollection.SettledLiveBytes();
        using (var tape = new Tape())
        {
            Assert.Throws<InsufficientMemoryException>(() =>
            {
                using TapeRecording recording = tape.Record("F");
                recording.Allocate<double>(100_000);
                recording.Allocate<Megabyte>(int.MaxValue);
            });
            Assert.Equal(0, tape.BytesInUse);
            TapeTests.Forward(tape, "F", 1);
            Assert.Equal(1, TapeTests.Backward(tape, "F"));
        }

        Assert.Equal(before, NativeHeap.LiveBytes);
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Size = 1 << 20)]
    private struct Megabyte;
}
