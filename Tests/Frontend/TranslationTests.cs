using System.Collections.Concurrent;
using StaticAd.Generator.Ir;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Frontend;

/// <summary>The IR of every program of the corpus does what the program does, and is well-formed.</summary>
[Trait("Needs", "CompilerOnly")]
public class TranslationTests
{
    public static TheoryData<string> Programs => [.. CorpusFile.Names(CorpusFile.Accept)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void TheTranslationComputesWhatTheMethodComputes(string program)
    {
        IReadOnlyList<Primal> cases = Cases(program);
        Assert.NotEmpty(cases);
        List<string> failures = [];
        var isRounded = Widening.UsesNumerics(Toolchain.Parse(CorpusFile.Read(CorpusFile.Accept, program).Text, program));
        foreach (Primal primal in cases)
        {
            object[] expected = primal.Call(), actual = primal.Interpret();
            if (expected.Length != actual.Length || !expected.Zip(actual, (left, right) => Agree(left, right, isRounded)).All(same => same))
            {
                failures.Add($"{primal.Name}: C# gives {string.Join(", ", expected)}, the IR {string.Join(", ", actual)}");
            }
        }

        Verdict.None(failures);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void TheTranslationIsWellFormed(string program)
    {
        var faults =
            from primal in Cases(program)
            from method in primal.Model.Callees.Append(primal.Model.Method)
            where method.Body is not null
            from fault in Verifier.Check(method, primal.Model.Callees)
            select $"{method.Text}: {fault}";
        Verdict.None([.. faults.Distinct()]);
    }

    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<Primal>>> Translated = new();

    private static IReadOnlyList<Primal> Cases(string program) => Translated.GetOrAdd(
        program, static name => new(() => Primal.In(CorpusFile.Read(CorpusFile.Accept, name)))).Value;

    /// <summary>Bit for bit, but for operations on whole buffers, whose sums the runtime orders in its own way, and for vectors of <c>System.Numerics</c>.</summary>
    private static bool Agree(object expected, object actual, bool isRounded) =>
        expected.Equals(actual)
        || (isRounded && expected is float value && actual is float translated && Math.Abs(value - translated) <= 1e-5F * Math.Max(1, Math.Abs(value)))
        || (expected is double left && actual is double right && Math.Abs(left - right) <= 1e-14 * Math.Abs(left));
}
