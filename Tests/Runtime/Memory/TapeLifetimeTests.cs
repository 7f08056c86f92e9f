using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Runtime.Memory;

/// <summary>Threads, concurrent use, clearing, trimming and disposal.</summary>
public class TapeLifetimeTests
{
    [Fact]
    public void The_tape_moves_between_threads_between_calls()
    {
        using var tape = new Tape();
        for (int i = 0; i < 10; i++)
        {
            OnNewThread(() => TapeTests.Forward(tape, "F", i));
        }

        for (int i = 9; i >= 0; i--)
        {
            OnNewThread(() => Assert.Equal(i, TapeTests.Backward(tape, "F")));
        }
    }

    [Fact]
    public async Task The_tape_crosses_an_await()
    {
        using var tape = new Tape();
        TapeTests.Forward(tape, "F", 11);
        await Task.Delay(1, TestContext.Current.CancellationToken);
        Assert.Equal(11, await Task.Run(() => TapeTests.Backward(tape, "F"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Two_calls_at_once_are_refused()
    {
        using var tape = new Tape();
        using TapeRecording recording = tape.Record("F");
        OnNewThread(() =>
        {
            Assert.Contains("in use", Assert.Throws<InvalidOperationException>(() => TapeTests.Forward(tape, "F", 1)).Message);
            Assert.Throws<InvalidOperationException>(() => TapeTests.Backward(tape, "F"));
            Assert.Throws<InvalidOperationException>(() => tape.BytesInUse);
            Assert.Throws<InvalidOperationException>(tape.Dispose);
            Assert.Throws<InvalidOperationException>(tape.Clear);
            Assert.Throws<InvalidOperationException>(tape.Trim);
        });
        recording.Keep(1);
        recording.Complete();
    }

    [Fact]
    public void Clear_Trim_and_Dispose_are_refused_while_open()
    {
        using var tape = new Tape();
        TapeTests.Forward(tape, "F", 1);
        using TapeReplay replay = tape.Replay("F");
        Assert.Throws<InvalidOperationException>(tape.Clear);
        Assert.Throws<InvalidOperationException>(tape.Trim);
        Assert.Throws<InvalidOperationException>(tape.Dispose);
        Assert.Equal(1, replay.RecallValue<int>());
    }

    [Fact]
    public void Clear_discards_frames_and_Trim_gives_memory_back()
    {
        using var tape = new Tape();
        for (int i = 0; i < 1000; i++)
        {
            TapeTests.Forward(tape, "F", i);
        }

        Assert.InRange(tape.BytesInUse, 1000 * 100 * sizeof(double), tape.BytesReserved);
        long reserved = tape.BytesReserved;
        tape.Clear();
        Assert.Equal(0, tape.BytesInUse);
        Assert.Equal(reserved, tape.BytesReserved);
        Assert.Throws<InvalidOperationException>(() => TapeTests.Backward(tape, "F"));
        TapeTests.Forward(tape, "F", 5);
        tape.Trim();
        Assert.InRange(tape.BytesReserved, tape.BytesInUse, 70_000);
        Assert.Equal(5, TapeTests.Backward(tape, "F"));
        tape.Trim();
        Assert.Equal(0, tape.BytesReserved);
        TapeTests.Forward(tape, "F", 6);
        Assert.Equal(6, TapeTests.Backward(tape, "F"));
    }

    [Fact]
    public void A_disposed_tape_refuses_everything_but_disposal()
    {
        var tape = new Tape();
        TapeTests.Forward(tape, "F", 1);
        tape.Dispose();
        tape.Dispose();
        Assert.Throws<ObjectDisposedException>(() => TapeTests.Forward(tape, "F", 1));
        Assert.Throws<ObjectDisposedException>(() => TapeTests.Backward(tape, "F"));
        Assert.Throws<ObjectDisposedException>(() => tape.BytesInUse);
        Assert.Throws<ObjectDisposedException>(() => tape.BytesReserved);
        Assert.Throws<ObjectDisposedException>(tape.Clear);
        Assert.Throws<ObjectDisposedException>(tape.Trim);
    }

    [Fact]
    public void Threads_that_fight_over_a_tape_are_refused_or_served_whole()
    {
        using var tape = new Tape();
        int served = 0;
        var failures = new Exception?[3];
        void Fight(int id)
        {
            for (int i = 0; i < 2000; i++)
            {
                try
                {
                    using TapeRecording recording = tape.Record("Fight");
                    TapeTests.Forward(tape, "F", id);
                    Assert.Equal(id, TapeTests.Backward(tape, "F"));
                    Interlocked.Increment(ref served);
                }
                catch (InvalidOperationException e) when (e.Message.Contains("in use"))
                {
                }
            }
        }

        Thread[] rivals = [.. Enumerable.Range(1, 3).Select(id => new Thread(() => failures[id - 1] = Xunit.Record.Exception(() => Fight(id))))];
        Array.ForEach(rivals, static thread => thread.Start());
        Array.ForEach(rivals, static thread => thread.Join());
        Assert.All(failures, Assert.Null);
        Assert.True(served > 0);
        Assert.Equal(0, tape.BytesInUse);
    }

    private static void OnNewThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
