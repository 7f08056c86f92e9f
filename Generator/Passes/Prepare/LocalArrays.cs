using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Prepare;

/// <summary>
/// Makes spans of the arrays that a method allocates, and of array variables that are parts of a memory: generated code takes their
/// memory from the stack or the arena.
/// </summary>
internal sealed class LocalArrays : Rewriter
{
    private readonly Dictionary<int, Value> _spans = [];

    private LocalArrays(Block body)
    {
        foreach (Operation operation in body.AllOperations())
        {
            Value? own = operation switch
            {
                Allocate allocate => allocate.Result,
                View { Start: not null } part => part.Result,
                _ => null,
            };
            if (own is { Type: BufferType { Kind: BufferKind.Array } array })
            {
                _spans.Add(own.Id, own with { Type = array with { Kind = BufferKind.Span } });
            }
        }
    }

    public static Block Run(Block body) => new LocalArrays(body).Rewrite(body);

    protected override Value Use(Value value) => _spans.TryGetValue(value.Id, out Value? span) ? span : value;

    protected override Value Define(Value value) => Use(value);
}
