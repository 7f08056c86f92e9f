using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>A block under construction, and what the variables hold at its end.</summary>
internal sealed class Branch(BlockBuilder block, Environment environment)
{
    public BlockBuilder Block { get; } = block;

    public Environment Environment { get; } = environment;

    public List<Value> Yields { get; } = [];
}
