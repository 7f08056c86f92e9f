using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Runtime.Memory;

public class TapeTests
{
    [Fact]
    public void A_frame_gives_back_what_was_saved_in_order()
    {
        using var tape = new Tape();
        using (TapeRecording recording = tape.Record("F"))
        {
            recording.Keep(1.5);
            recording.Allocate<double>(3).Fill(2);
            recording.Keep(7);
            TapeStack<int> stack = recording.Stack<int>();
            Assert.Equal(0, recording.AllocateZeroed<float>(5).IndexOf(0f));
            recording.Keep((byte)3);
            recording.Keep((1.0, 2f, 3L));
            for (int i = 0; i < 1000; i++)
            {
                stack.Push(i);
            }

            recording.Complete();
        }

        using (TapeReplay replay = tape.Replay("F"))
        {
            Assert.Equal([2.0, 2.0, 2.0], replay.Recall<double>());
            Assert.Equal(1.5, replay.RecallValue<double>());
            Assert.Equal(7, replay.RecallValue<int>());
            Assert.Equal([0f, 0f, 0f, 0f, 0f], replay.Recall<float>());
            Assert.Equal((byte)3, replay.RecallValue<byte>());
            Assert.Equal((1.0, 2f, 3L), replay.RecallValue<(double, float, long)>());
            TapeStack<int> stack = replay.RecallStack<int>();
            TapeStack<int> own = replay.Stack<int>();
            for (int i = 999; i >= 0; i--)
            {
                own.Push(i);
                Assert.Equal(i, stack.Pop());
            }

            Assert.Equal(0, own.Pop());
            Assert.Equal(-1, replay.AllocateZeroed<double>(100_000).IndexOfAnyExcept(0.0));
        }

        Assert.Equal(0, tape.BytesInUse);
    }

    [Fact]
    public void Many_values_span_blocks()
    {
        using var tape = new Tape();
        using (TapeRecording recording = tape.Record("F"))
        {
            for (int i = 0; i < 10_000; i++)
            {
                recording.Keep((double)i);
                recording.Keep(i);
                recording.Keep((i, (double)i, (decimal)i));
            }

            recording.Complete();
        }

        using TapeReplay replay = tape.Replay("F");
        for (int i = 0; i < 10_000; i++)
        {
            Assert.Equal(i, replay.RecallValue<double>());
            Assert.Equal(i, replay.RecallValue<int>());
            Assert.Equal((i, (double)i, (decimal)i), replay.RecallValue<(int, double, decimal)>());
        }
    }

    [Fact]
    public void A_first_value_larger_than_a_block_is_found_again()
    {
        using var tape = new Tape();
        using (TapeRecording recording = tape.Record("F"))
        {
            recording.Keep(new Kilobytes { Last = 9 });
            recording.Keep(1.0);
            recording.Complete();
        }

        using TapeReplay replay = tape.Replay("F");
        Assert.Equal(9, replay.RecallValue<Kilobytes>().Last);
        Assert.Equal(1.0, replay.RecallValue<double>());
    }

    [Fact]
    public void Frames_are_replayed_newest_first()
    {
        using var tape = new Tape();
        for (int i = 0; i < 5000; i++)
        {
            Forward(tape, "F", i);
        }

        for (int i = 4999; i >= 0; i--)
        {
            Assert.Equal(i, Backward(tape, "F"));
        }

        Assert.Equal(0, tape.BytesInUse);
    }

    [Fact]
    public void Out_of_order_use_throws_and_leaves_the_tape_as_it_was()
    {
        using var tape = new Tape();
        Assert.Contains("'F'", Assert.Throws<InvalidOperationException>(() => Backward(tape, "F")).Message);
        Forward(tape, "F", 1);
        Forward(tape, "G", 2);
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => Backward(tape, "F"));
        Assert.Contains("'F'", e.Message);
        Assert.Contains("'G'", e.Message);
        Assert.Equal(2, Backward(tape, "G"));
        Assert.Equal(1, Backward(tape, "F"));
        Assert.Throws<InvalidOperationException>(() => Backward(tape, "F"));
        Forward(tape, "F", 3);
        Assert.Equal(3, Backward(tape, "F"));
    }

    [Fact]
    public void An_incomplete_recording_is_discarded()
    {
        using var tape = new Tape();
        Forward(tape, "F", 1);
        long bytes = tape.BytesInUse;
        Assert.Throws<InvalidDataException>((Action)(() =>
        {
            using TapeRecording recording = tape.Record("G");
            recording.Allocate<double>(100_000).Fill(5);
            Forward(tape, "H", 2);
            throw new InvalidDataException();
        }));
        Assert.Equal(bytes, tape.BytesInUse);
        Assert.Equal(1, Backward(tape, "F"));
    }

    [Fact]
    public void A_throwing_replay_has_taken_its_frame()
    {
        using var tape = new Tape();
        Forward(tape, "F", 1);
        Forward(tape, "F", 2);
        Assert.Throws<InvalidDataException>((Action)(() =>
        {
            using TapeReplay replay = tape.Replay("F");
            replay.AllocateZeroed<double>(100_000);
            throw new InvalidDataException();
        }));
        Assert.Equal(1, Backward(tape, "F"));
    }

    [Fact]
    public void Recalling_another_type_or_too_much_throws()
    {
        using var tape = new Tape();
        Forward(tape, "F", 1);
        using TapeReplay replay = tape.Replay("F");
        Assert.Contains("no further stack", Message(replay, static r => r.RecallStack<int>()));
        Assert.Contains("Double", Message(replay, static r => r.Recall<float>()));
        Assert.Contains("Int32", Message(replay, static r => r.RecallValue<double>()));
        Assert.Equal(1, replay.RecallValue<int>());
        Assert.Contains("no further value", Message(replay, static r => r.RecallValue<int>()));
        replay.Recall<double>();
        Assert.Contains("no further buffer", Message(replay, static r => r.Recall<double>()));
    }

    [Fact]
    public void Nothing_is_allocated_on_the_managed_heap()
    {
        using var tape = new Tape();
        Assert.Equal(0, AllocationMeter.BytesAfterWarmUp(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                Forward(tape, "F", i);
            }

            for (int i = 99; i >= 0; i--)
            {
                Backward(tape, "F");
            }
        }));
    }

    internal static void Forward(Tape tape, string name, int value)
    {
        using TapeRecording recording = tape.Record(name);
        recording.Keep(value);
        recording.Allocate<double>(100).Fill(value);
        recording.Complete();
    }

    internal static int Backward(Tape tape, string name)
    {
        using TapeReplay replay = tape.Replay(name);
        Span<double> buffer = replay.Recall<double>();
        int value = replay.RecallValue<int>();
        Assert.True(buffer.Length == 100 && buffer.IndexOfAnyExcept((double)value) == -1);
        return value;
    }

    private delegate void ReplayAction(TapeReplay replay);

    private static string Message(TapeReplay replay, ReplayAction action)
    {
        try
        {
            action(replay);
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }

        return "nothing was thrown";
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Size = 4096)]
    private struct Kilobytes
    {
        public int Last;
    }
}
