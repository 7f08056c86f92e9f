using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Runtime.Memory;

public class TapeStackTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1_000_000)]
    public void Pops_what_was_pushed_last(int count)
    {
        using ArenaScope arena = Arena.Enter();
        TapeStack<double> stack = arena.Stack<double>();
        for (int i = 0; i < count; i++)
        {
            stack.Push(i);
        }

        for (int i = count - 1; i >= 0; i--)
        {
            Assert.Equal(i, stack.Pop());
        }

        AssertEmpty(stack);
    }

    [Fact]
    public void Interleaved_stacks_of_odd_sizes_and_buffers_keep_apart()
    {
        var random = new Random(1);
        var modelA = new Stack<(byte, short)>();
        var modelB = new Stack<(long, long, long)>();
        using ArenaScope arena = Arena.Enter();
        TapeStack<(byte, short)> a = arena.Stack<(byte, short)>();
        TapeStack<(long, long, long)> b = arena.Stack<(long, long, long)>();
        for (int i = 0; i < 200_000; i++)
        {
            switch (random.Next(i < 100_000 ? 10 : 20))
            {
                case 0 or 1 or 2 or 3:
                    a.Push(((byte)i, (short)(i + 1)));
                    modelA.Push(((byte)i, (short)(i + 1)));
                    break;
                case 4 or 5 or 6:
                    b.Push((i, -i, i * 2L));
                    modelB.Push((i, -i, i * 2L));
                    break;
                case 7:
                    arena.Allocate<byte>(random.Next(100)).Fill(0xEE);
                    break;
                default:
                    if (modelA.Count > 0 && (i & 1) == 0)
                    {
                        Assert.Equal(modelA.Pop(), a.Pop());
                    }
                    else if (modelB.Count > 0)
                    {
                        Assert.Equal(modelB.Pop(), b.Pop());
                    }

                    break;
            }
        }

        while (modelA.TryPop(out (byte, short) expected))
        {
            Assert.Equal(expected, a.Pop());
        }

        while (modelB.TryPop(out (long, long, long) expected))
        {
            Assert.Equal(expected, b.Pop());
        }
    }

    [Fact]
    public void Rocking_at_a_block_boundary_takes_no_more_memory()
    {
        using var tape = new Tape();
        using TapeRecording recording = tape.Record("rock");
        TapeStack<double> stack = recording.Stack<double>();
        for (int i = 0; i < 128; i++)
        {
            stack.Push(i);
        }

        stack.Push(128);
        long bytes = tape.BytesInUse;
        for (int i = 0; i < 10_000; i++)
        {
            stack.Pop();
            stack.Pop();
            stack.Push(127);
            stack.Push(128);
        }

        Assert.Equal(bytes, tape.BytesInUse);
    }

    [Fact]
    public void A_copy_left_behind_throws()
    {
        using ArenaScope arena = Arena.Enter();
        TapeStack<int> stack = arena.Stack<int>();
        stack.Push(1);
        TapeStack<int> copy = stack;
        stack.Push(2);
        int thrown = 0;
        try
        {
            copy.Push(3);
        }
        catch (InvalidOperationException)
        {
            thrown++;
        }

        try
        {
            copy.Pop();
        }
        catch (InvalidOperationException)
        {
            thrown++;
        }

        Assert.Equal(2, thrown);
        Assert.Equal(2, stack.Pop());
        Assert.Equal(1, stack.Pop());
    }

    [Fact]
    public void Popping_an_empty_stack_throws()
    {
        using ArenaScope arena = Arena.Enter();
        TapeStack<int> stack = arena.Stack<int>();
        AssertEmpty(stack);
        stack.Push(5);
        Assert.Equal(5, stack.Pop());
        AssertEmpty(stack);
        AssertEmpty(stack);
        stack.Push(6);
        Assert.Equal(6, stack.Pop());
    }

    private static void AssertEmpty<T>(TapeStack<T> stack) where T : unmanaged
    {
        bool thrown = false;
        try
        {
            stack.Pop();
        }
        catch (InvalidOperationException e)
        {
            thrown = e.Message.Contains("empty");
        }

        Assert.True(thrown);
    }
}
