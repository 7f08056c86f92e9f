using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes;

/// <summary>Makes spans of the arrays that a method allocates: generated code takes their memory from the stack or the arena.</summary>
internal sealed class LocalArrays : Rewriter
{
    private readonly Dictionary<int, Value> _spans = [];

    private LocalArrays(Block body)
    {
        foreach (Operation operation in body.AllOperations())
        {
            if (operation is Allocate { Result.Type: BufferType { Kind: BufferKind.Array } array } allocate)
            {
                _spans.Add(allocate.Result.Id, allocate.Result with { Type = array with { Kind = BufferKind.Span } });
            }
        }
    }

    public static Block Run(Block body) => new LocalArrays(body).Rewrite(body);

    protected override Value Use(Value value) => _spans.TryGetValue(value.Id, out Value? span) ? span : value;

    protected override Value Define(Value value) => Use(value);
}
