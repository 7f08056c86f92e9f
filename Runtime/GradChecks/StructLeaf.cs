using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticAd.GradChecks;

/// <summary>One number of a structure that takes part in the derivative.</summary>
/// <param name="Path">How C# reads it: <c>Position.X</c>.</param>
/// <param name="Fields">The fields that lead to it, outermost first.</param>
internal sealed record StructLeaf(string Path, IReadOnlyList<FieldInfo> Fields)
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary><see cref="double"/>, <see cref="float"/> or <see cref="Half"/>.</summary>
    public Type Type => Fields[^1].FieldType;

    /// <summary>Whether a type is a structure that the check can take apart.</summary>
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    public static bool IsStruct(Type type) =>
        type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && type != typeof(Half) && !type.IsByRefLike && Of(type).Count > 0;

    /// <summary>The active numbers of a structure, in the order of its fields.</summary>
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    public static IReadOnlyList<StructLeaf> Of(Type type) => [.. Of(type, "", [])];

    /// <summary>The number in a structure.</summary>
    public double Get(object whole) => Number.Of(Fields.Aggregate(whole, static (part, field) => field.GetValue(part)!));

    /// <summary>The structure with another number in its place.</summary>
    public object With(object whole, double number) => With(whole, 0, number);

    private object With(object whole, int depth, double number)
    {
        FieldInfo field = Fields[depth];
        object value = depth < Fields.Count - 1 ? With(field.GetValue(whole)!, depth + 1, number)
            : Number.In(Type, number);
        field.SetValue(whole, value);
        return whole;
    }

    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    private static IEnumerable<StructLeaf> Of(Type type, string prefix, FieldInfo[] above)
    {
        foreach (FieldInfo field in type.GetFields(Instance).OrderBy(static field => field.MetadataToken))
        {
            string name = field.Name is ['<', .. var rest] ? rest[..rest.IndexOf('>')] : field.Name;
            bool isPassive = field.IsDefined(typeof(NoDerivativeAttribute))
                || type.GetProperty(name, Instance)?.IsDefined(typeof(NoDerivativeAttribute)) == true;
            if (isPassive)
            {
                continue;
            }

            FieldInfo[] fields = [.. above, field];
            if (Number.Is(field.FieldType))
            {
                yield return new StructLeaf(prefix + name, fields);
            }
            else if (field.FieldType is { IsValueType: true, IsPrimitive: false, IsEnum: false } && Nullable.GetUnderlyingType(field.FieldType) is null)
            {
                foreach (StructLeaf leaf in Of(field.FieldType, prefix + name + ".", fields))
                {
                    yield return leaf;
                }
            }
        }
    }
}
