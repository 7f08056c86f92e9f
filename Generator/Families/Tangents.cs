using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Simplify;
using StaticAd.Generator.Passes.Tangent;

namespace StaticAd.Generator.Families;

/// <summary>Several tangents beside one primal: the forward pass over its own result, once per direction.</summary>
internal static class Tangents
{
    /// <summary>
    /// The block with the derivatives of some of its yields with respect to each of the inputs, as further yields: input by
    /// input, and for each of them yield by yield.
    /// </summary>
    /// <remarks>What an earlier direction added carries no derivative in a later one: no chosen yield depends on it.</remarks>
    public static Block Beside(Block block, IReadOnlyList<Value> inputs, IReadOnlyList<int> yields, Member member)
    {
        foreach (Value input in inputs)
        {
            var builder = new BlockBuilder(member.Values);
            Value one = builder.Constant(1, input.Type);
            Value[] outputs = [.. yields.Select(i => block.Yields[i])];
            TangentPass pass = Over(block, [input], outputs, member, builder);
            pass.SetTangent(input, one);
            pass.Run(block, builder);
            Value[] tangents = [.. outputs.Select(output => output.Equals(input) ? one : pass.TangentOf(output, builder))];
            block = Simplification.Run(builder.Finish([.. block.Yields, .. tangents]), member.Values);
        }

        return block;
    }

    /// <summary>The forward pass over a block that may be an adjoint; working memory of the caller's gets its tangents here.</summary>
    public static TangentPass Over(Block block, IEnumerable<Value> inputs, IEnumerable<Value> outputs, Member member, BlockBuilder builder)
    {
        var order = new ProgramOrder(block);
        var memory = new Memory(block, order, member.Calls);
        var activity = new Activity(block, memory, member.Calls, inputs, outputs);
        var pass = new TangentPass(activity, memory, member.Rules, member.Values);
        foreach (Value scratch in member.Scratch.Where(activity.IsActive))
        {
            pass.SetTangent(scratch, Shadows.OfScratch(scratch, builder));
        }

        return pass;
    }
}
