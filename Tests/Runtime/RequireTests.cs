using System.Runtime.InteropServices;
using StaticAd.CompilerServices;
using Xunit;

namespace StaticAd.Tests.Runtime;

public class RequireTests
{
    [Fact]
    public void A_wrong_length_is_told_with_both_lengths()
    {
        var buffer = new double[3];
        Require.Length(buffer, 3, "dx", "x");
        Require.Length(buffer.AsSpan(), 3, "dx", "x");
        Require.Length((ReadOnlySpan<double>)buffer, 3, "dx", "x");
        foreach (Action check in new Action[]
        {
            () => Require.Length(buffer, 4, "dx", "x"),
            () => Require.Length(buffer.AsSpan(), 4, "dx", "x"),
            () => Require.Length((ReadOnlySpan<double>)buffer, 4, "dx", "x"),
        })
        {
            ArgumentException e = Assert.Throws<ArgumentException>(check);
            Assert.Equal("dx", e.ParamName);
            Assert.StartsWith("'dx' has 3 elements and must have the 4 of 'x'.", e.Message);
        }
    }

    [Theory]
    [InlineData(0, 4, 4, 4, false)]
    [InlineData(4, 4, 0, 4, false)]
    [InlineData(0, 5, 4, 4, true)]
    [InlineData(4, 4, 0, 5, true)]
    [InlineData(0, 8, 3, 1, true)]
    [InlineData(3, 1, 0, 8, true)]
    [InlineData(2, 3, 2, 3, true)]
    [InlineData(2, 0, 0, 8, false)]
    [InlineData(0, 8, 2, 0, false)]
    [InlineData(2, 0, 2, 0, false)]
    public void Overlap_is_found_exactly(int start, int length, int otherStart, int otherLength, bool overlaps)
    {
        var memory = new double[8];
        AssertOverlap(overlaps, () => Require.Disjoint(
            memory.AsSpan(start, length), memory.AsSpan(otherStart, otherLength), "dx", "x"));
        AssertOverlap(overlaps, () => Require.Disjoint(
            memory.AsSpan(start, length), (ReadOnlySpan<double>)memory.AsSpan(otherStart, otherLength), "dx", "x"));
    }

    [Fact]
    public void Overlap_is_found_across_element_types_and_with_arrays()
    {
        var memory = new double[8];
        Span<float> view = MemoryMarshal.Cast<double, float>(memory.AsSpan(4));
        Require.Disjoint(memory.AsSpan(0, 4), view, "dx", "x");
        AssertOverlap(true, () => Require.Disjoint(
            memory.AsSpan(0, 5), MemoryMarshal.Cast<double, float>(memory.AsSpan(4)), "dx", "x"));
        AssertOverlap(true, () => Require.Disjoint(memory.AsSpan(7), memory, "dx", "x"));
        AssertOverlap(false, () => Require.Disjoint(memory.AsSpan(), new double[8], "dx", "x"));
    }

    [Fact]
    public void Null_and_negative_arguments_are_named()
    {
        Require.NotNull("", "x");
        Assert.Equal("x", Assert.Throws<ArgumentNullException>(() => Require.NotNull(null, "x")).ParamName);
        Assert.Equal("x", Assert.Throws<ArgumentNullException>(() => Require.Length((double[])null!, 0, "x", "y")).ParamName);
        Require.NonNegative(0, "n");
        Assert.Equal("n", Assert.Throws<ArgumentOutOfRangeException>(() => Require.NonNegative(-1, "n")).ParamName);
    }

    [Fact]
    public void Checks_that_pass_allocate_nothing()
    {
        var x = new double[4];
        var dx = new double[4];
        Assert.Equal(0, Memory.AllocationMeter.BytesAfterWarmUp(() =>
        {
            Require.Length(dx, x.Length, nameof(dx), nameof(x));
            Require.Disjoint(dx.AsSpan(), x, nameof(dx), nameof(x));
            Require.NotNull(x, nameof(x));
        }));
    }

    private static void AssertOverlap(bool overlaps, Action check)
    {
        if (!overlaps)
        {
            check();
            return;
        }

        ArgumentException e = Assert.Throws<ArgumentException>(check);
        Assert.Equal("dx", e.ParamName);
        Assert.Contains("'dx'", e.Message);
        Assert.Contains("'x'", e.Message);
    }
}
