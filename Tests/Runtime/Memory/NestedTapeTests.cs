using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Runtime.Memory;

/// <summary>Callees record and replay on their caller's tape while the caller's own frame is open.</summary>
public class NestedTapeTests
{
    [Fact]
    public void Callees_frames_belong_to_the_callers()
    {
        using var tape = new Tape();
        for (int round = 0; round < 3; round++)
        {
            OuterForward(tape, 10);
            OuterForward(tape, 20);
            OuterBackward(tape, 20);
            OuterBackward(tape, 10);
            Assert.Equal(0, tape.BytesInUse);
        }
    }

    [Fact]
    public void The_same_callers_frame_is_not_open_to_the_top_level()
    {
        using var tape = new Tape();
        OuterForward(tape, 3);
        Assert.Throws<InvalidOperationException>(() => TapeTests.Backward(tape, "Inner"));
        OuterBackward(tape, 3);
    }

    [Fact]
    public void A_backward_sweep_may_recompute_its_callees()
    {
        using var tape = new Tape();
        using (TapeRecording outer = tape.Record("Outer"))
        {
            outer.Allocate<int>(4).Fill(4);
            outer.Complete();
        }

        using (TapeReplay outer = tape.Replay("Outer"))
        {
            Span<double> adjoint = outer.AllocateZeroed<double>(1000);
            adjoint.Fill(1);
            long bytes = tape.BytesInUse;
            for (int i = 0; i < 100; i++)
            {
                TapeTests.Forward(tape, "Inner", i);
                Assert.Equal(i, TapeTests.Backward(tape, "Inner"));
            }

            Assert.Equal(bytes, tape.BytesInUse);
            Assert.Equal([4, 4, 4, 4], outer.Recall<int>());
            Assert.Equal(-1, adjoint.IndexOfAnyExcept(1.0));
        }

        Assert.Equal(0, tape.BytesInUse);
    }

    [Fact]
    public void A_forward_sweep_may_run_a_whole_derivative_inside()
    {
        using var tape = new Tape();
        using (TapeRecording outer = tape.Record("Outer"))
        {
            TapeTests.Forward(tape, "Kept", 1);
            Span<double> own = outer.Allocate<double>(10);
            own.Fill(3);
            TapeTests.Forward(tape, "Passing", 2);
            TapeTests.Backward(tape, "Passing");
            outer.Allocate<double>(5000).Fill(4);
            outer.Complete();
        }

        using (TapeReplay outer = tape.Replay("Outer"))
        {
            Assert.Equal(1, TapeTests.Backward(tape, "Kept"));
            Assert.Equal(-1, outer.Recall<double>().IndexOfAnyExcept(3.0));
            Assert.Equal(-1, outer.Recall<double>().IndexOfAnyExcept(4.0));
        }
    }

    [Fact]
    public void A_callee_that_throws_leaves_the_caller_able_to_go_on()
    {
        using var tape = new Tape();
        using (TapeRecording outer = tape.Record("Outer"))
        {
            Assert.Throws<InvalidDataException>((Action)(() =>
            {
                using TapeRecording inner = tape.Record("Inner");
                inner.Allocate<double>(1000).Fill(double.NaN);
                throw new InvalidDataException();
            }));
            outer.Keep(1.0);
            TapeTests.Forward(tape, "Inner", 7);
            outer.Complete();
        }

        using TapeReplay replay = tape.Replay("Outer");
        Assert.Equal(7, TapeTests.Backward(tape, "Inner"));
        Assert.Equal(1.0, replay.RecallValue<double>());
    }

    [Fact]
    public void Only_the_innermost_recording_takes_memory()
    {
        using var tape = new Tape();
        using TapeRecording outer = tape.Record("Outer");
        using TapeRecording inner = tape.Record("Inner");
        int refused = 0;
        try
        {
            outer.Keep(1);
        }
        catch (InvalidOperationException)
        {
            refused++;
        }

        try
        {
            outer.Allocate<double>(1);
        }
        catch (InvalidOperationException)
        {
            refused++;
        }

        try
        {
            outer.Complete();
        }
        catch (InvalidOperationException)
        {
            refused++;
        }

        Assert.Equal(3, refused);
    }

    [Fact]
    public void Nesting_allocates_nothing_on_the_managed_heap()
    {
        using var tape = new Tape();
        Assert.Equal(0, AllocationMeter.BytesAfterWarmUp(() =>
        {
            OuterForward(tape, 50);
            OuterBackward(tape, 50);
        }));
    }

    private static void OuterForward(Tape tape, int calls)
    {
        using TapeRecording recording = tape.Record("Outer");
        TapeStack<int> stack = recording.Stack<int>();
        for (int i = 0; i < calls; i++)
        {
            stack.Push(i);
            TapeTests.Forward(tape, "Inner", i);
            recording.Keep(2.0 * i);
        }

        recording.Complete();
    }

    private static void OuterBackward(Tape tape, int calls)
    {
        using TapeReplay replay = tape.Replay("Outer");
        TapeStack<int> stack = replay.RecallStack<int>();
        for (int i = calls - 1; i >= 0; i--)
        {
            Span<double> working = replay.AllocateZeroed<double>(17);
            Assert.True(TapeTests.Backward(tape, "Inner") == i);
            Assert.True(stack.Pop() == i);
            Assert.True(working.IndexOfAnyExcept(0.0) == -1);
        }

        for (int i = 0; i < calls; i++)
        {
            Assert.True(replay.RecallValue<double>() == 2.0 * i);
        }
    }
}
