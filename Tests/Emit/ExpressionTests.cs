using System.Reflection;
using StaticAd.Generator.Ir;
using Xunit;

namespace StaticAd.Tests.Emit;

/// <summary>Expressions: literals, types, precedence and names, as text and as numbers.</summary>
[Trait("Needs", "CompilerOnly")]
public class ExpressionTests
{
    private delegate double OverSpan(Span<double> u);

    [Fact]
    public void Comparisons_in_a_list_are_not_read_as_a_generic_call()
    {
        var method = new MethodUnderTest();
        Value x = method.Double("x"), y = method.Double("y"), z = method.Double("z");
        BlockBuilder body = method.Body;
        method.Return(body.Compare(Opcode.Less, x, y), "a");
        method.Return(body.Compare(Opcode.Greater, y, body.Multiply(body.Add(x, y), z)), "b");
        Assert.Equal((true, true), method.Run(1.0, 2.0, -3.0));
        Assert.Equal("return ((x < y), y > (x + y) * z);", method.Text());
    }

    [Fact]
    public void Names_that_mean_something_else_are_not_taken()
    {
        var method = new MethodUnderTest();
        Value x = method.Double("class");
        BlockBuilder body = method.Body;
        Value named = body.Rename(body.Function("Sin", x), "Math");
        Value other = body.Add(named, x, "int");
        Value again = body.Rename(body.Function("Abs", body.Multiply(other, named, "class")), "Require");
        method.Return(body.Add(again, body.Multiply(named, other)));
        double sin = Math.Sin(2.0), sum = sin + 2.0;
        Assert.Equal(Math.Abs(sum * sin) + (sin * sum), method.Run(2.0));
    }

    [Fact]
    public void Types_that_the_user_hides_are_qualified()
    {
        var method = new MethodUnderTest();
        Value x = method.Double("x");
        method.Return(method.Body.Function("Sin", x));
        GeneratedMethod finished = method.Finish();
        DerivativeFamily family = MethodUnderTest.Family(finished) with { HiddenNames = ["Math"] };
        string file = StaticAd.Generator.Emit.CSharpWriter.Write(family);
        MethodInfo compiled = Compiled.Method(Compiled.Load(file, "namespace Testing; internal static class Math;"), "F");
        Assert.Equal(Math.Sin(1), compiled.Invoke(null, [1.0]));
    }

    [Fact]
    public void Conditions_of_regions_are_short_circuited()
    {
        var method = new MethodUnderTest();
        Value u = method.Span("u");
        BlockBuilder body = method.Body;
        Value length = body.Length(u);
        Value isLong = body.Compare(Opcode.Greater, length, body.Constant(0));
        Value[] positive = body.If(
            isLong,
            [],
            then => [then.Compare(Opcode.Greater, then.Load(u, then.Constant(0)), then.Constant(0, IrType.Double))],
            otherwise => [otherwise.Constant(0, IrType.Bool)]);
        Value[] result = body.If(
            positive[0], [], then => [then.Constant(1, IrType.Double)], otherwise => [otherwise.Constant(2, IrType.Double)]);
        method.Return(result[0]);
        OverSpan compiled = method.Compile().CreateDelegate<OverSpan>();
        Assert.Equal((2.0, 2.0, 1.0), (compiled([]), compiled([-1]), compiled([3])));
        Assert.Equal("return u.Length > 0 && u[0] > 0 ? 1 : 2;", method.Text());
    }

    [Fact]
    public void Division_of_whole_numbers_stays_in_floating_point()
    {
        var method = new MethodUnderTest();
        Value n = method.Int("n"), m = method.Int("m");
        BlockBuilder body = method.Body;
        Value one = body.Constant(1, IrType.Double), two = body.Constant(2, IrType.Double);
        Value x = body.Compute(Opcode.Convert, IrType.Double, null, n), y = body.Compute(Opcode.Convert, IrType.Double, null, m);
        method.Return(body.Add(body.Divide(one, two), body.Divide(x, y)));
        Assert.Equal(0.5 + 0.75, method.Run(3, 4));
        Assert.Equal("return 1.0 / 2 + (double)n / m;", method.Text());
    }

    [Fact]
    public void Association_is_kept()
    {
        var method = new MethodUnderTest();
        Value x = method.Double("x"), y = method.Double("y"), z = method.Double("z");
        BlockBuilder body = method.Body;
        Value right = body.Subtract(x, body.Subtract(y, body.Add(z, x)));
        method.Return(body.Multiply(right, body.Divide(y, body.Multiply(z, body.Negate(x)))));
        Assert.Equal("return (x - (y - (z + x))) * (y / (z * -x));", method.Text());
    }

    [Theory]
    [InlineData(double.PositiveInfinity, "double.PositiveInfinity")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e-9, "1e-9")]
    [InlineData(double.Epsilon, "4.94065645841247e-324")]
    [InlineData(double.MaxValue, "1.7976931348623157e308")]
    [InlineData(3e9, "3000000000.0")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    public void Literals_keep_every_bit(double number, string text)
    {
        var method = new MethodUnderTest();
        method.Return(method.Body.Constant(number, IrType.Double));
        Assert.Equal($"return {text};", method.Text());
        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits((double)method.Run()!));
    }
}
