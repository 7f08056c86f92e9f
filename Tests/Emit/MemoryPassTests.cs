using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Loops;
using StaticAd.Generator.Passes.Simplify;
using Xunit;

namespace StaticAd.Tests.Emit;

/// <summary>Passes that move memory accesses change nothing: random programs, interpreted before and after, bit by bit.</summary>
[Trait("Needs", "CompilerOnly")]
public class MemoryPassTests
{
    private const int Programs = 4000;

    [Fact]
    public void Elements_in_locals_compute_the_same() =>
        Compare((body, values) => ElementsInLocals.Run(body, values, new Dictionary<int, Value>()), fewestChanged: 50);

    private static void Compare(Func<Block, ValueSource, Block> pass, int fewestChanged)
    {
        int changed = 0;
        for (int seed = 0; seed < Programs; seed++)
        {
            var program = new RandomProgram(seed, "F");
            // Passes rely on the guards: different roots are apart.
            if (!program.IsDisjoint)
            {
                continue;
            }

            var values = new ValueSource(100_000);
            GeneratedMethod before = program.Method with { Body = Simplification.Run(program.Method.Body, values) };
            GeneratedMethod after = before with { Body = pass(before.Body, values) };
            Verifier.Require(after);
            changed += before.Body.Equals(after.Body) ? 0 : 1;
            Assert.True(Results(before).SequenceEqual(Results(after)), Printer.Print(before) + "\n" + Printer.Print(after));
        }

        Assert.True(changed >= fewestChanged, $"Only {changed} programs were changed: this test would not notice much.");
    }

    private static IEnumerable<object> Results(GeneratedMethod method)
    {
        double[] memory = [0.1, -0.2, 0.3, 0.4, 5, 6, 7, 8];
        object[] arguments = [1.25, -0.75, 3, true, 0.5, new BufferSlice(memory, 0, 4), new BufferSlice(memory, 4, 4)];
        IEnumerable<Value> entries = method.Parameters.Select(parameter => parameter.Value).OfType<Value>();
        var callees = new Dictionary<string, Method> { [RandomCallee.Key] = RandomCallee.Method };
        object[] results = new Interpreter(callees).Run(entries.Zip(arguments), method.Body);
        return [.. results, .. memory.Cast<object>()];
    }
}
