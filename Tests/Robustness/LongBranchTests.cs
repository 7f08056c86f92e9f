using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Adjoint;
using Xunit;

namespace StaticAd.Tests.Robustness;

/// <summary>A branch with thousands of operations that cannot be done again, as helpers of helpers put together make them.</summary>
public class LongBranchTests
{
    [Fact]
    public void ItsCostDoesNotOverflow()
    {
        var values = new ValueSource();
        Value condition = values.New(IrType.Bool), number = values.New(IrType.Double), result = values.New(IrType.Double);
        Value buffer = values.New(new BufferType(IrType.Double, BufferKind.Span));
        var arm = new Block([], [.. Enumerable.Repeat<Operation>(new Fill(buffer, number), 3000)], [number]);
        var plan = new TapePlan([], [new If([result], condition, arm, arm)], _ => false, saveCost: 4);
        plan.Require([result]);
        Assert.Equal([(result, true)], plan.Steps);
    }
}
