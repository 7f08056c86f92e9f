using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Simplify;
using Xunit;

namespace StaticAd.Tests.Emit;

/// <summary>Each fault that a pass could make is found; a sound program has none and prints in full.</summary>
[Trait("Needs", "CompilerOnly")]
public class VerifierTests
{
    private static readonly ValueSource Values = new(100);
    private static readonly Value X = Values.New(IrType.Double, "x");
    private static readonly Value Buffer = Values.New(new BufferType(IrType.Double, BufferKind.ReadOnlySpan), "v");

    private static string Check(Action<BlockBuilder> build, params Value[] yields)
    {
        var block = new BlockBuilder(Values);
        build(block);
        return string.Join("\n", Verifier.Check(block.Finish(yields), [X, Buffer]));
    }

    [Fact]
    public void A_sound_block_has_no_faults() => Assert.Equal("", Check(block => block.Multiply(X, X), X));

    [Fact]
    public void A_value_is_defined_once() => Assert.Contains("more than once", Check(block =>
    {
        Value sum = block.Add(X, X);
        block.Append(new Constant(sum, 1, null));
    }));

    [Fact]
    public void A_value_of_a_region_is_not_seen_outside() => Assert.Contains("not defined", Check(block =>
    {
        Value inner = X;
        block.If(block.Compare(Opcode.Less, X, X), [], then => [inner = then.Add(X, X)], _ => [X]);
        block.Add(inner, X);
    }));

    [Fact]
    public void Operands_have_one_type() => Assert.Contains("wrong number or type", Check(block => block.Add(X, block.Constant(1))));

    [Fact]
    public void Arms_yield_what_the_branch_gives() => Assert.Contains("wrong number or type", Check(block =>
    {
        Value condition = block.Compare(Opcode.Less, X, X);
        block.Append(new If([Values.New(IrType.Double)], condition, new Block([], [], [X]), new Block([], [], [])));
    }));

    [Fact]
    public void A_loop_yields_what_it_carries() => Assert.Contains("wrong number or type", Check(block =>
        block.For("i", block.Constant(0), block.Constant(3), 1, [X], (_, i, _) => [i])));

    [Fact]
    public void Read_only_memory_is_not_written() => Assert.Contains("wrong number or type", Check(block =>
        block.Append(new Store(Buffer, block.Constant(0), X))));

    [Fact]
    public void A_method_yields_one_value_per_target()
    {
        var method = new MethodUnderTest();
        Value n = method.Int("n");
        method.Out("dx");
        method.Yield(n, "dx");
        Assert.Contains("does not fit its target 'dx'", string.Join("\n", Verifier.Check(method.Finish())));
        Assert.Throws<InvalidOperationException>(() => Verifier.Require(method.Finish()));
    }

    [Fact]
    public void Passes_are_verified_in_tests()
    {
        Assert.True(PassCheck.IsOn);
        var method = new MethodUnderTest();
        Value x = method.Double("x");
        Block unsound = new([], [], [Values.New(IrType.Double)]);
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => PassCheck.After("Sinking", unsound, method.Finish().Parameters));
        Assert.StartsWith("After Sinking:", e.Message, StringComparison.Ordinal);
        Block sound = new([], [], [x]);
        Assert.Same(sound, PassCheck.After("Sinking", sound, method.Finish().Parameters));
    }

    [Fact]
    public void Every_construct_prints()
    {
        var method = new MethodUnderTest();
        Value x = method.Double("x"), n = method.Int("n"), u = method.Span("u");
        BlockBuilder body = method.Body;
        Value[] loop = body.For("i", body.Constant(0), n, 1, [x], (inner, i, carried) =>
        {
            inner.Append(new Accumulate(u, i, carried[0]));
            return [inner.Function("Sin", inner.Load(u, i))];
        });
        Value[] choice = body.If(body.Compare(Opcode.Less, loop[0], x), ["r"], _ => [x], _ => [loop[0]]);
        method.Return(choice[0]);
        Assert.Equal(
            """
            F(double %0:x, int %1:n, span<double> %2:u) -> return
              %3 = constant 0 int
              %8:x = for %4:i from %3 to %1:n by 1 with (%5:x) = (%0:x)
                accumulate %2:u[%4:i] += %5:x
                %6 = load %2:u[%4:i]
                %7 = Sin(%6)
                yield %7
              %9 = less %8:x, %0:x
              %10:r = if %9
                yield %0:x
              else
                yield %8:x
              yield %10:r

            """,
            Printer.Print(method.Finish()));
    }
}
