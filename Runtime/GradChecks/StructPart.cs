using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace StaticAd.GradChecks;

/// <summary>One part of a boxed structure: a field, or an element of an inline array.</summary>
/// <param name="Name">How C# reads it of the whole.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsPassive">Whether it is marked to have no derivative.</param>
internal abstract record StructPart(string Name, Type Type, bool IsPassive)
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public abstract object Get(object whole);

    public abstract void Set(object whole, object value);

    /// <summary>The parts of a structure, in the order of its fields.</summary>
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    public static IEnumerable<StructPart> Of(Type type)
    {
        FieldInfo[] fields = [.. type.GetFields(Instance).OrderBy(static field => field.MetadataToken)];
        return type.GetCustomAttribute<InlineArrayAttribute>() is { Length: var length }
            ? Enumerable.Range(0, length).Select(i => new Element($"[{i}]", fields[0].FieldType, IsMarked(type, fields[0]), i))
            : fields.Select(field => new Field(NameOf(field), field.FieldType, IsMarked(type, field), field));
    }

    /// <summary>Whether comparing two such structures throws.</summary>
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    public static bool CannotBeCompared(Type type) =>
        type is { IsValueType: true, IsPrimitive: false, IsEnum: false }
        && (type.IsDefined(typeof(InlineArrayAttribute)) || Of(type).Any(static part => CannotBeCompared(part.Type)));

    private static string NameOf(FieldInfo field) => field.Name is ['<', .. var rest] ? rest[..rest.IndexOf('>')] : field.Name;

    private static bool IsMarked([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.NonPublicProperties)] Type type, FieldInfo field) =>
        field.IsDefined(typeof(NoDerivativeAttribute))
        || type.GetProperty(NameOf(field), Instance)?.IsDefined(typeof(NoDerivativeAttribute)) == true;

    private sealed record Field(string Name, Type Type, bool IsPassive, FieldInfo Info) : StructPart(Name, Type, IsPassive)
    {
        public override object Get(object whole) => Info.GetValue(whole)!;

        public override void Set(object whole, object value) => Info.SetValue(whole, value);
    }

    private sealed record Element(string Name, Type Type, bool IsPassive, int Index) : StructPart(Name, Type, IsPassive)
    {
        public override object Get(object whole) => RuntimeHelpers.Box(ref Place(whole), Type.TypeHandle)!;

        public override void Set(object whole, object value) =>
            Unsafe.CopyBlockUnaligned(ref Place(whole), ref Contents(value), (uint)RuntimeHelpers.SizeOf(Type.TypeHandle));

        private ref byte Place(object whole) => ref Unsafe.Add(ref Contents(whole), Index * RuntimeHelpers.SizeOf(Type.TypeHandle));

        private static ref byte Contents(object box) => ref Unsafe.As<Box>(box).First;

        private sealed class Box
        {
            public byte First;
        }
    }
}
