using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes;

/// <summary>The memory of derivatives beside the memory of values: same length, same views.</summary>
internal static class Shadows
{
    /// <summary>The shadow of working memory, which the caller has none for: zero, as what it holds on entry is no input.</summary>
    public static Value OfScratch(Value scratch, BlockBuilder builder) =>
        builder.ZerosLike(scratch, scratch.Name is null ? null : Naming.Gradient(scratch.Name));

    /// <summary>The shadow of any buffer, given those of the roots.</summary>
    public static Value Of(Value buffer, Memory memory, IReadOnlyDictionary<int, Value> roots, BlockBuilder builder)
    {
        if (roots.TryGetValue(buffer.Id, out Value? root))
        {
            return root;
        }

        if (memory.FrozenFrom(buffer) is { } source)
        {
            return Of(source, memory, roots, builder);
        }

        View view = memory.ViewOf(buffer) ?? throw new InvalidOperationException($"{buffer} has no shadow.");
        Value parent = Of(view.Buffer, memory, roots, builder);
        if (view.Start is null)
        {
            return parent;
        }

        var whole = (BufferType)parent.Type;
        BufferType type = whole with { Kind = whole.Kind == BufferKind.Array ? BufferKind.Span : whole.Kind };
        Value shadow = builder.Values.New(type, buffer.Name is null ? null : Naming.Gradient(buffer.Name));
        builder.Append(new View(shadow, parent, view.Start, view.Count));
        return shadow;
    }
}
