using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.LeaveSsa;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>Names what one part hands on to the next: both ends should call it the same.</summary>
internal sealed class HandedOn : Rewriter
{
    private readonly Dictionary<int, Value> _named = [];

    private HandedOn(Block block, IEnumerable<Value> values)
    {
        Dictionary<int, Operation> definitions = [];
        foreach (Operation operation in block.Operations)
        {
            foreach (Value result in operation.Results)
            {
                definitions[result.Id] = operation;
            }
        }

        foreach (Value value in values.Where(value => value.Name is null))
        {
            string name = definitions[value.Id] is Compute compute ? TemporaryNames.Of(compute) : value.Type is MaskType ? "mask" : "lanes";
            _named[value.Id] = value with { Name = name };
        }
    }

    public static Block Named(Block block, IEnumerable<Value> values) => new HandedOn(block, values).Rewrite(block);

    protected override Value Use(Value value) => _named.TryGetValue(value.Id, out Value? named) ? named : value;

    protected override Value Define(Value value) => Use(value);
}
