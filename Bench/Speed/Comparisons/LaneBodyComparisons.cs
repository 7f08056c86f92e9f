using StaticAd.Speed.LaneBodies;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>
/// The JIT compiler's cliff: up to a size a body that is generic over its lane type runs as fast as the same body written
/// on the vector type; beyond it, inlining stops. Lane regions of generated code must stay below.
/// </summary>
internal static class LaneBodyComparisons
{
    private const int Length = 256;
    private const int Overhang = 8;

    private static readonly int[] Sizes = [50, 100, 200, 250, 300, 400, 800];
    private static readonly (string Lane, string Vector)[] Forms = [("Double4", "Vector256"), ("Double8", "Vector512")];
    private static readonly Lazy<LaneBodyCompiler> Compiler = new(() => new LaneBodyCompiler(Sizes));

    public static IEnumerable<Comparison> All =>
        from form in Forms
        from operators in Sizes
        select new Comparison(
            $"lane body of {operators} operators: generic {form.Lane} ÷ {form.Vector}",
            () => Prepare(form.Lane, form.Vector, operators));

    private static Contenders Prepare(string lane, string vector, int operators)
    {
        double[] source = RandomArrays.Uniform(new Random(1), Length + Overhang, -1, 1);
        double[] target = new double[Length];
        LaneLoop generic = Compiler.Value.Loop(lane, operators);
        LaneLoop direct = Compiler.Value.Loop(vector, operators);

        generic(source, target);
        double[] byGeneric = [.. target];
        direct(source, target);
        Agreement.Require($"lane body of {operators} operators", byGeneric, target);
        return new(Candidate.Of(() => generic(source, target), Length), Candidate.Of(() => direct(source, target), Length));
    }
}
