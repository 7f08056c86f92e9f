using System.Reflection;
using Xunit;

namespace StaticAd.Tests.Runtime;

public class MarkingTests
{
    [Fact]
    public void StopGradient_passes_the_value_through_bit_for_bit()
    {
        Assert.Equal(BitConverter.DoubleToInt64Bits(-0.0), BitConverter.DoubleToInt64Bits(Ad.StopGradient(-0.0)));
        Assert.Equal(float.Epsilon, Ad.StopGradient(float.Epsilon));
        Assert.True(double.IsNaN(Ad.StopGradient(double.NaN)));
    }

    [Fact]
    public void A_rule_states_its_method_and_mode()
    {
        MethodInfo rule = typeof(MarkingTests).GetMethod(nameof(CubeVjp), BindingFlags.NonPublic | BindingFlags.Static)!;
        DerivativeOfAttribute attribute = rule.GetCustomAttribute<DerivativeOfAttribute>()!;
        Assert.Equal(typeof(MarkingTests), attribute.Type);
        Assert.Equal(nameof(Cube), attribute.Method);
        Assert.Equal(DerivativeMode.Vjp, attribute.Mode);
    }

    [Theory]
    [InlineData(typeof(DifferentiableAttribute), AttributeTargets.Method)]
    [InlineData(typeof(DerivativeOfAttribute), AttributeTargets.Method)]
    [InlineData(typeof(ScratchAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(NoDerivativeAttribute), AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property)]
    public void Each_mark_stands_where_it_means_something(Type attribute, AttributeTargets targets)
    {
        Assert.Equal(targets, attribute.GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn);
    }

    private static double Cube(double x) => x * x * x;

    [DerivativeOf(typeof(MarkingTests), nameof(Cube), Mode = DerivativeMode.Vjp)]
    private static double CubeVjp(double x, double resultBar, out double dx)
    {
        dx = 3 * x * x * resultBar;
        return Cube(x);
    }
}
