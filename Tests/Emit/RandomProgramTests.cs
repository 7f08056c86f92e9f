using System.Reflection;
using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using Xunit;

namespace StaticAd.Tests.Emit;

/// <summary>What is emitted computes what the IR means, bit by bit: random programs, interpreted and compiled.</summary>
[Trait("Needs", "CompilerOnly")]
public class RandomProgramTests
{
    private const int ProgramsPerCompilation = 400;

    private delegate double Program(double x, double y, int n, bool c, ref double s, out double t, Span<double> u, ReadOnlySpan<double> v);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Emitted_programs_compute_what_the_interpreter_does(int batch)
    {
        RandomProgram[] programs = [.. Enumerable.Range(0, ProgramsPerCompilation)
            .Select(i => new RandomProgram((batch * ProgramsPerCompilation) + i, $"F{i}"))];
        foreach (RandomProgram program in programs)
        {
            Verifier.Require(program.Method);
        }

        string file = CSharpWriter.Write(MethodUnderTest.Family(programs.Select(program => program.Method)));
        Assembly assembly = Compiled.Load(file, RandomCallee.Source);
        foreach (RandomProgram program in programs)
        {
            var compiled = Compiled.Method(assembly, program.Method.Name).CreateDelegate<Program>();
            Compare(program, compiled, new Inputs(1.25, -0.75, 3, true, 0.5));
            Compare(program, compiled, new Inputs(-2, 3.5, 6, false, -1.5));
        }
    }

    private sealed record Inputs(double X, double Y, int N, bool C, double S);

    private static void Compare(RandomProgram program, Program compiled, Inputs inputs)
    {
        double[] expectedMemory = [0.1, -0.2, 0.3, 0.4, 5, 6, 7, 8], actualMemory = [.. expectedMemory];
        int second = program.IsDisjoint ? 4 : 0;
        GeneratedMethod method = program.Method;
        object[] arguments =
        [
            inputs.X, inputs.Y, inputs.N, inputs.C, inputs.S,
            new BufferSlice(expectedMemory, 0, 4), new BufferSlice(expectedMemory, second, 4),
        ];
        IEnumerable<Value> entries = method.Parameters.Select(parameter => parameter.Value).OfType<Value>();
        var callees = new Dictionary<string, Method> { [RandomCallee.Key] = RandomCallee.Method };
        object[] expected = new Interpreter(callees).Run(entries.Zip(arguments), method.Body);

        double s = inputs.S;
        double result = compiled(
            inputs.X, inputs.Y, inputs.N, inputs.C, ref s, out double t, actualMemory.AsSpan(0, 4), actualMemory.AsSpan(second, 4));

        object[] actual = [result, s, t];
        bool same = actual.SequenceEqual(expected) && actualMemory.SequenceEqual(expectedMemory);
        Assert.True(same, $"Expected {string.Join(", ", expected)}; {string.Join(", ", expectedMemory)}\n"
            + $"Got {string.Join(", ", actual)}; {string.Join(", ", actualMemory)}\n"
            + Printer.Print(method) + "\n" + CSharpWriter.Write(MethodUnderTest.Family(method)));
    }
}
