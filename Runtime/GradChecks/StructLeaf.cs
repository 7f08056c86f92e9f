using System.Diagnostics.CodeAnalysis;

namespace StaticAd.GradChecks;

/// <summary>One number of a structure that takes part in the derivative.</summary>
/// <param name="Path">How C# reads it: <c>Position.X</c>, <c>Weights[2]</c>.</param>
/// <param name="Parts">The parts that lead to it, outermost first.</param>
internal sealed record StructLeaf(string Path, IReadOnlyList<StructPart> Parts)
{
    /// <summary><see cref="double"/>, <see cref="float"/> or <see cref="Half"/>.</summary>
    public Type Type => Parts[^1].Type;

    /// <summary>Whether a type is a structure that the check can take apart. One that may be missing is not: it has no derivative.</summary>
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    public static bool IsStruct(Type type) =>
        type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && type != typeof(Half) && !type.IsByRefLike
        && Nullable.GetUnderlyingType(type) is null && Of(type).Count > 0;

    /// <summary>The active numbers of a structure, in the order of its fields.</summary>
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    public static IReadOnlyList<StructLeaf> Of(Type type) => [.. Of(type, "", [])];

    /// <summary>The number in a structure.</summary>
    public double Get(object whole) => Number.Of(Parts.Aggregate(whole, static (value, part) => part.Get(value)));

    /// <summary>The structure with another number in its place.</summary>
    public object With(object whole, double number) => With(whole, 0, number);

    private object With(object whole, int depth, double number)
    {
        StructPart part = Parts[depth];
        object value = depth < Parts.Count - 1 ? With(part.Get(whole), depth + 1, number) : Number.In(Type, number);
        part.Set(whole, value);
        return whole;
    }

    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    private static IEnumerable<StructLeaf> Of(Type type, string prefix, StructPart[] above)
    {
        foreach (StructPart part in StructPart.Of(type).Where(static part => !part.IsPassive))
        {
            string path = prefix.Length == 0 || part.Name[0] == '[' ? prefix + part.Name : $"{prefix}.{part.Name}";
            StructPart[] parts = [.. above, part];
            if (Number.Is(part.Type))
            {
                yield return new StructLeaf(path, parts);
            }
            else if (part.Type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && Nullable.GetUnderlyingType(part.Type) is null)
            {
                foreach (StructLeaf leaf in Of(part.Type, path, parts))
                {
                    yield return leaf;
                }
            }
        }
    }
}
