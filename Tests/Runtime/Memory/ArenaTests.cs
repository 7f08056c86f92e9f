using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Runtime.Memory;

public unsafe class ArenaTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(100_000)]
    public void Buffers_are_aligned_and_apart(int count)
    {
        using ArenaScope arena = Arena.Enter();
        Span<double> first = arena.Allocate<double>(count);
        Span<byte> second = arena.Allocate<byte>(count);
        Span<double> third = arena.AllocateZeroed<double>(count);
        Assert.Equal(count, first.Length);
        Assert.Equal(0, Address(first) % 64);
        Assert.Equal(0, Address(second) % 64);
        Assert.Equal(0, Address(third) % 64);

        first.Fill(1);
        second.Fill(0xFF);
        Assert.Equal(-1, third.IndexOfAnyExcept(0.0));
        third.Fill(3);
        Assert.Equal(-1, first.IndexOfAnyExcept(1.0));
        Assert.Equal(-1, second.IndexOfAnyExcept((byte)0xFF));
    }

    [Fact]
    public void Zeroed_memory_is_zero_after_use_as_garbage()
    {
        using (ArenaScope arena = Arena.Enter())
        {
            arena.Allocate<double>(1000).Fill(double.NaN);
        }

        using ArenaScope again = Arena.Enter();
        Assert.Equal(-1, again.AllocateZeroed<double>(1000).IndexOfAnyExcept(0.0));
    }

    [Fact]
    public void Contents_survive_growth()
    {
        using ArenaScope arena = Arena.Enter();
        Span<int> first = arena.Allocate<int>(1000);
        Span<int> second = arena.Allocate<int>(1000);
        first.Fill(1);
        second.Fill(2);
        for (int i = 0; i < 200; i++)
        {
            arena.Allocate<int>(5000).Fill(-1);
        }

        Assert.Equal(-1, first.IndexOfAnyExcept(1));
        Assert.Equal(-1, second.IndexOfAnyExcept(2));
    }

    [Fact]
    public void A_closed_scope_gives_its_memory_to_the_next()
    {
        nint first;
        using (ArenaScope arena = Arena.Enter())
        {
            first = Address(arena.Allocate<double>(100));
        }

        using ArenaScope next = Arena.Enter();
        Assert.Equal(first, Address(next.Allocate<double>(100)));
    }

    [Fact]
    public void Inner_scopes_restore_the_outer_mark()
    {
        using ArenaScope outer = Arena.Enter();
        Span<double> kept = outer.Allocate<double>(10);
        kept.Fill(1);
        nint inner;
        using (ArenaScope scope = Arena.Enter())
        {
            Span<double> buffer = scope.Allocate<double>(100_000);
            buffer.Fill(2);
            inner = Address(scope.Allocate<double>(1));
        }

        using (ArenaScope scope = Arena.Enter())
        {
            scope.Allocate<double>(100_000);
            Assert.Equal(inner, Address(scope.Allocate<double>(1)));
        }

        Assert.Equal(Address(kept) + 128, Address(outer.Allocate<double>(1)));
        Assert.Equal(-1, kept.IndexOfAnyExcept(1.0));
    }

    [Fact]
    public void Repeated_calls_of_different_shapes_come_to_rest()
    {
        static void Call(params ReadOnlySpan<int> sizes)
        {
            using ArenaScope arena = Arena.Enter();
            foreach (int size in sizes)
            {
                arena.Allocate<double>(size);
            }
        }

        static void Round()
        {
            Call(10, 100_000, 3_000_000);
            Call(3_000_000, 10, 100_000);
            Call(20_000, 20_000, 20_000, 20_000, 3_000_000);
        }

        for (int i = 0; i < 8; i++)
        {
            Round();
        }

        long reserved = Arena.BytesReserved;
        Round();
        Assert.Equal(reserved, Arena.BytesReserved);
        Assert.InRange(reserved, 24_000_000, 200_000_000);
        Arena.Release();
    }

    [Fact]
    public void An_exception_in_a_scope_gives_its_memory_back()
    {
        nint first = 0;
        for (int i = 0; i < 2; i++)
        {
            try
            {
                using ArenaScope arena = Arena.Enter();
                nint address = Address(arena.Allocate<double>(50));
                Assert.True(first == 0 || first == address);
                first = address;
                throw new InvalidDataException();
            }
            catch (InvalidDataException)
            {
            }
        }

        Arena.Release();
        Assert.Equal(0, Arena.BytesReserved);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(1L + int.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Counts_that_no_buffer_can_have_are_refused(long count)
    {
        using ArenaScope arena = Arena.Enter();
        nint before = Address(arena.Allocate<double>(1));
        Assert.Equal("count", Capture<ArgumentOutOfRangeException>(arena, count).ParamName);
        Assert.Equal(before + 64, Address(arena.Allocate<double>(1)));

        static TException Capture<TException>(ArenaScope scope, long count) where TException : Exception
        {
            try
            {
                scope.Allocate<double>(count);
            }
            catch (TException e)
            {
                return e;
            }

            throw new Xunit.Sdk.XunitException("nothing was thrown");
        }
    }

    [Fact]
    public void Running_out_of_memory_is_told_and_harmless()
    {
        using ArenaScope arena = Arena.Enter();
        Span<double> kept = arena.Allocate<double>(10);
        kept.Fill(4);
        long reserved = Arena.BytesReserved;
        try
        {
            arena.Allocate<Megabyte>(int.MaxValue);
            Assert.Fail("nothing was thrown");
        }
        catch (InsufficientMemoryException e)
        {
            Assert.Contains("bytes of native memory", e.Message);
        }

        Assert.True(Arena.BytesReserved <= reserved);
        Assert.Equal(Address(kept) + 128, Address(arena.Allocate<double>(1)));
        Assert.Equal(-1, kept.IndexOfAnyExcept(4.0));
    }

    [Fact]
    public void Only_the_innermost_scope_allocates()
    {
        using ArenaScope outer = Arena.Enter();
        TapeStack<double> stack = outer.Stack<double>();
        using ArenaScope inner = Arena.Enter();
        AssertRefused(outer);
        try
        {
            stack.Push(1);
            Assert.Fail("nothing was thrown");
        }
        catch (InvalidOperationException e)
        {
            Assert.Contains("innermost", e.Message);
        }
    }

    [Fact]
    public void A_closed_scope_refuses_to_allocate()
    {
        ArenaScope arena = Arena.Enter();
        arena.Dispose();
        arena.Dispose();
        AssertRefused(arena);
    }

    [Fact]
    public void Release_inside_a_scope_is_refused()
    {
        using ArenaScope arena = Arena.Enter();
        Assert.Throws<InvalidOperationException>(Arena.Release);
        arena.AllocateZeroed<double>(3);
    }

    [Fact]
    public void Nothing_is_allocated_on_the_managed_heap()
    {
        Assert.Equal(0, AllocationMeter.BytesAfterWarmUp(static () =>
        {
            using ArenaScope outer = Arena.Enter();
            outer.Allocate<double>(50_000);
            using ArenaScope inner = Arena.Enter();
            inner.AllocateZeroed<float>(50_000);
            TapeStack<double> stack = inner.Stack<double>();
            for (int i = 0; i < 10_000; i++)
            {
                stack.Push(i);
            }
        }));
    }

    [Fact]
    public void Memory_taken_anew_after_release_costs_no_managed_bytes()
    {
        Assert.Equal(0, AllocationMeter.BytesAfterWarmUp(static () =>
        {
            using (ArenaScope arena = Arena.Enter())
            {
                arena.Allocate<double>(100_000);
            }

            Arena.Release();
        }));
    }

    internal static nint Address<T>(Span<T> span) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(span));

    private static void AssertRefused(ArenaScope scope)
    {
        bool refused = false;
        try
        {
            scope.Allocate<double>(1);
        }
        catch (InvalidOperationException)
        {
            refused = true;
        }

        Assert.True(refused);
    }

    [StructLayout(LayoutKind.Sequential, Size = 1 << 20)]
    private struct Megabyte;
}
