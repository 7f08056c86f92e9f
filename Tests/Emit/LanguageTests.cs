using System.Reflection;
using StaticAd.Generator.Ir;
using Xunit;

namespace StaticAd.Tests.Emit;

/// <summary>Constructs of the IR, one at a time: the emitted method runs and gives the expected numbers.</summary>
[Trait("Needs", "CompilerOnly")]
public class LanguageTests
{
    private delegate double OverSpan(Span<double> u);

    private delegate double OverTwoSpans(Span<double> u, ReadOnlySpan<double> x);

    private delegate double ScalarAndSpan(double x, Span<double> u);

    private delegate double OverReadOnlySpan(ReadOnlySpan<double> x, double y, out double dy);

    [Fact]
    public void A_swap_loop_exchanges_its_values()
    {
        var method = new MethodUnderTest();
        Value x = method.Double("x"), y = method.Double("y"), n = method.Int("n");
        Value[] swapped = method.Body.For("i", method.Body.Constant(0), n, 1, [x, y], (_, _, carried) => [carried[1], carried[0]]);
        method.Return(method.Body.Subtract(swapped[0], swapped[1]));
        Assert.Equal(3.0, method.Run(5.0, 2.0, 4));
        Assert.Equal(-3.0, method.Run(5.0, 2.0, 5));
        Assert.Contains("(x, y) = (y, x);", method.Text());
    }

    [Fact]
    public void Three_values_rotate()
    {
        var method = new MethodUnderTest();
        Value x = method.Double("x"), y = method.Double("y"), z = method.Double("z"), n = method.Int("n");
        Value[] rotated = method.Body.For("i", method.Body.Constant(0), n, 1, [x, y, z], (_, _, c) => [c[1], c[2], c[0]]);
        method.Return(rotated[0], "a");
        method.Return(rotated[2], "b");
        Assert.Equal((2.0, 1.0), method.Run(1.0, 2.0, 3.0, 1));
        Assert.Equal((3.0, 2.0), method.Run(1.0, 2.0, 3.0, 2));
    }

    [Fact]
    public void Fibonacci_with_a_named_sum()
    {
        var method = new MethodUnderTest();
        Value n = method.Int("n");
        BlockBuilder body = method.Body;
        Value a = body.Constant(0, IrType.Double) with { Name = "a" }, b = body.Constant(1, IrType.Double) with { Name = "b" };
        Value[] pair = body.For("i", body.Constant(0), n, 1, [a, b], (loop, _, c) => [c[1], loop.Add(c[0], c[1], "next")]);
        method.Return(pair[0]);
        Assert.Equal(55.0, method.Run(10));
    }

    [Fact]
    public void A_variable_assigned_in_one_branch_keeps_its_value_in_the_other()
    {
        var method = new MethodUnderTest();
        Value x = method.Double("x"), c = method.Bool("c"), d = method.Bool("d");
        Value[] outer = method.Body.If(
            c,
            ["r"],
            then => then.If(d, ["r"], inner => [inner.Multiply(x, x, "r")], _ => [x]),
            _ => [x]);
        method.Return(method.Body.Add(outer[0], x));
        Assert.Equal(12.0, method.Run(3.0, true, true));
        Assert.Equal(6.0, method.Run(3.0, true, false));
        Assert.Equal(6.0, method.Run(3.0, false, true));
    }

    [Fact]
    public void A_branch_in_a_loop_changes_what_the_loop_carries()
    {
        var method = new MethodUnderTest();
        Value n = method.Int("n");
        BlockBuilder body = method.Body;
        Value start = body.Constant(1, IrType.Double) with { Name = "r" };
        Value[] result = body.For("i", body.Constant(0), n, 1, [start], (loop, i, carried) => loop.If(
            loop.Compare(Opcode.Equal, loop.Compute(Opcode.And, IrType.Int, null, i, loop.Constant(1)), loop.Constant(0)),
            ["r"],
            then => [then.Multiply(carried[0], then.Constant(3, IrType.Double), "r")],
            otherwise => [otherwise.Subtract(carried[0], otherwise.Constant(1, IrType.Double), "r")]));
        method.Return(result[0]);
        Assert.Equal(5.0, method.Run(4));
    }

    [Fact]
    public void A_while_loop_hands_on_what_its_condition_computes()
    {
        // Newton's iteration for a square root; the condition computes the next iterate.
        var method = new MethodUnderTest();
        Value x = method.Double("x");
        Value[] root = method.Body.While([x], (test, carried) =>
        {
            Value half = test.Constant(0.5, IrType.Double);
            Value next = test.Multiply(half, test.Add(carried[0], test.Divide(x, carried[0])), "next");
            return [test.Compare(Opcode.Less, next, carried[0]), next];
        }, (_, entering) => [entering[0]]);
        method.Return(root[0]);
        Assert.Equal(3.0, (double)method.Run(9.0)!, 1e-12);
    }

    [Fact]
    public void A_condition_is_tested_before_what_it_changes_is_handed_on()
    {
        // while (n-- > 0) { r *= 2; }
        var method = new MethodUnderTest();
        Value n = method.Int("n");
        BlockBuilder body = method.Body;
        Value r = body.Constant(1, IrType.Double) with { Name = "r" };
        Value[] results = body.While([n, r], (test, carried) =>
        {
            Value goes = test.Compare(Opcode.Greater, carried[0], test.Constant(0));
            return [goes, test.Subtract(carried[0], test.Constant(1), "n"), carried[1]];
        }, (inner, entering) => [entering[0], inner.Multiply(entering[1], inner.Constant(2, IrType.Double), "r")]);
        method.Return(results[0], "n");
        method.Return(results[1], "r");
        Assert.Equal((-1, 8.0), method.Run(3));
    }

    [Fact]
    public void The_end_of_a_loop_stays_while_a_value_of_its_name_changes()
    {
        var method = new MethodUnderTest();
        Value n = method.Int("n");
        Value[] left = method.Body.For("i", method.Body.Constant(0), n, 1, [n], (loop, _, carried) =>
            [loop.Subtract(carried[0], loop.Constant(1), "n")]);
        method.Return(left[0]);
        Assert.Equal(0, method.Run(4));
    }

    [Fact]
    public void Versions_of_one_variable_share_it()
    {
        var method = new MethodUnderTest();
        Value x = method.Double("x");
        BlockBuilder body = method.Body;
        method.Out("dx");
        Value first = body.Multiply(x, x, "t");
        Value gradient = body.Multiply(first, x, "dx");
        Value second = body.Add(body.Function("Sin", x), x, "t");
        method.Return(body.Multiply(second, second));
        method.Yield(body.Add(gradient, second, "dx"), "dx");
        Assert.Equal(
            """
            double t = x * x;
            double dx2 = t * x;
            t = Math.Sin(x) + x;
            dx = dx2 + t;
            return t * t;
            """,
            method.Text());
    }

    [Fact]
    public void An_out_parameter_is_assigned_last_and_never_read()
    {
        var method = new MethodUnderTest();
        Value x = method.ReadOnlySpan("x"), y = method.Double("y");
        method.Out("dy");
        BlockBuilder body = method.Body;
        Value zero = body.Constant(0, IrType.Double);
        Value[] sums = body.For("i", body.Constant(0), body.Length(x), 1, [zero with { Name = "sum" }, zero with { Name = "dy" }], (loop, i, carried) =>
        {
            Value element = loop.Load(x, i);
            return [loop.Add(carried[0], loop.Multiply(element, y), "sum"), loop.Add(carried[1], element, "dy")];
        });
        method.Return(sums[0]);
        method.Yield(sums[1], "dy");
        double value = method.Compile().CreateDelegate<OverReadOnlySpan>()([1, 2, 4], 0.5, out double dy);
        Assert.Equal((3.5, 7.0), (value, dy));
        Assert.Equal(
            """
            double sum = 0;
            double dy2 = 0;
            for (int i = 0; i < x.Length; i++)
            {
                double xi = x[i];
                sum += xi * y;
                dy2 += xi;
            }

            dy = dy2;
            return sum;
            """,
            method.Text());
    }

    [Fact]
    public void Ref_parameters_are_exchanged_and_the_return_is_computed_first()
    {
        var method = new MethodUnderTest();
        Value s = method.Ref("s"), t = method.Ref("t");
        method.Return(method.Body.Divide(s, t));
        method.Yield(t, "s");
        method.Yield(s, "t");
        object?[] arguments = [6.0, 2.0];
        Assert.Equal(3.0, method.Compile().Invoke(null, arguments));
        Assert.Equal([2.0, 6.0], arguments);
    }

    [Fact]
    public void A_load_is_not_moved_past_a_store()
    {
        var method = new MethodUnderTest();
        Value u = method.Span("u");
        BlockBuilder body = method.Body;
        Value zero = body.Constant(0), one = body.Constant(1);
        Value before = body.Load(u, zero);
        body.Append(new Store(u, zero, body.Constant(7, IrType.Double)));
        Value moved = body.Load(u, one);
        body.Append(new Accumulate(u, zero, body.Multiply(before, moved)));
        method.Return(body.Subtract(before, body.Load(u, zero)));
        double[] memory = [2, 3];
        Assert.Equal(2.0 - 13.0, method.Compile().CreateDelegate<OverSpan>()(memory));
        Assert.Equal([13, 3], memory);
    }

    [Fact]
    public void Parameters_may_overlap_unless_a_guard_says_otherwise()
    {
        string Body(bool guarded)
        {
            MethodUnderTest method = LoadsAndStores();
            if (guarded)
            {
                method.Guard(new Guard.Disjoint("u", "x"));
            }

            return method.Text();
        }

        double[] memory = [2, 3];
        var compiled = LoadsAndStores().Compile().CreateDelegate<OverTwoSpans>();
        Assert.Equal(2.0 * 7.0, compiled(memory, memory));
        Assert.DoesNotContain("return u[0] * x[0];", Body(guarded: false));
        Assert.Contains("return u[0] * x[0];", Body(guarded: true));
    }

    private static MethodUnderTest LoadsAndStores()
    {
        var method = new MethodUnderTest();
        Value u = method.Span("u"), x = method.ReadOnlySpan("x");
        Value zero = method.Body.Constant(0);
        Value loaded = method.Body.Load(x, zero);
        method.Body.Append(new Store(u, zero, method.Body.Constant(7, IrType.Double)));
        method.Return(method.Body.Multiply(method.Body.Load(u, zero), loaded));
        return method;
    }

    [Fact]
    public void Copies_that_read_what_a_circle_overwrites_come_in_time()
    {
        // Two circles, of which the second reads the first.
        var method = new MethodUnderTest();
        Value a = method.Double("a"), b = method.Double("b"), p = method.Double("p"), q = method.Double("q"), n = method.Int("n");
        Value[] last = method.Body.For("i", method.Body.Constant(0), n, 1, [a, b, p, q], (loop, _, c) =>
            [c[1], c[0], c[3], loop.Add(c[2], c[0])]);
        method.Return(last[2], "p");
        method.Return(last[3], "q");
        Assert.Equal((8.0, 6.0), method.Run(1.0, 2.0, 5.0, 8.0, 1));
        Assert.Equal((6.0, 10.0), method.Run(1.0, 2.0, 5.0, 8.0, 2));
    }

    [Fact]
    public void A_call_takes_and_gives_through_its_parameters()
    {
        var method = new MethodUnderTest();
        Value x = method.Double("x"), u = method.Span("u");
        method.Callees.Add(RandomCallee.Method);
        Value returned = method.Values.New(IrType.Double), changed = method.Values.New(IrType.Double, "q"), given = method.Values.New(IrType.Double);
        BlockBuilder body = method.Body;
        body.Append(new Call([returned, changed, given], RandomCallee.Key, [x, x, u]));
        method.Return(body.Add(body.Add(returned, body.Multiply(changed, x)), given));
        MethodInfo compiled = Compiled.Method(Compiled.Load(method.File(), RandomCallee.Source), "F");
        double[] memory = [1, 10];
        Assert.Equal(1.0 + 0.0 + 12.0, compiled.CreateDelegate<ScalarAndSpan>()(2.0, memory));
        Assert.Equal([3, 10], memory);
    }
}
