using StaticAd.Generator.Ir;
using Xunit;

namespace StaticAd.Tests.Emit;

/// <summary>The text of small programs, as a person would write them.</summary>
[Trait("Needs", "CompilerOnly")]
public class ReadabilityTests
{
    [Fact]
    public void Power_and_gradient_with_a_tape()
    {
        var method = new MethodUnderTest();
        Value x = method.Double("x"), n = method.Int("n");
        method.Out("dx");
        BlockBuilder body = method.Body;
        Value zero = body.Constant(0), one = body.Constant(1);
        Value tape = method.Values.New(new BufferType(IrType.Double, BufferKind.Span), "rTape");
        body.Append(new Allocate(tape, n, Storage.Arena, false));
        Value r0 = body.Constant(1, IrType.Double) with { Name = "r" };
        Value[] power = body.For("i", zero, n, 1, [r0], (loop, i, carried) =>
        {
            loop.Append(new Store(tape, i, carried[0]));
            return [loop.Multiply(carried[0], x, "r")];
        });
        Value dx0 = body.Constant(0, IrType.Double) with { Name = "dx" }, dr0 = body.Constant(1, IrType.Double) with { Name = "dr" };
        Value last = body.Subtract(n, one), minusOne = body.Constant(-1);
        Value[] adjoint = body.For("i", last, minusOne, -1, [dx0, dr0], (loop, i, carried) =>
        [
            loop.Add(carried[0], loop.Multiply(loop.Load(tape, i), carried[1]), "dx"),
            loop.Multiply(carried[1], x, "dr"),
        ]);
        method.Return(power[0]);
        method.Yield(adjoint[0], "dx");

        Assert.Equal(
            """
            using var arena = Arena.Enter();
            Span<double> rTape = arena.Allocate<double>(n);
            double r = 1;
            for (int i = 0; i < n; i++)
            {
                rTape[i] = r;
                r *= x;
            }

            double dx2 = 0;
            double dr = 1;
            for (int i = n - 1; i >= 0; i--)
            {
                dx2 += rTape[i] * dr;
                dr *= x;
            }

            dx = dx2;
            return r;
            """,
            method.Text());
    }

    [Fact]
    public void Fibonacci()
    {
        var method = new MethodUnderTest();
        Value n = method.Int("n");
        BlockBuilder body = method.Body;
        Value zero = body.Constant(0);
        Value a = body.Constant(0, IrType.Double) with { Name = "a" }, b = body.Constant(1, IrType.Double) with { Name = "b" };
        Value[] pair = body.For("i", zero, n, 1, [a, b], (loop, i, carried) => [carried[1], loop.Add(carried[0], carried[1], "b")]);
        method.Return(pair[0]);
        Assert.Equal(
            """
            double a = 0;
            double b = 1;
            for (int i = 0; i < n; i++)
            {
                (a, b) = (b, a + b);
            }

            return a;
            """,
            method.Text());
    }
}
