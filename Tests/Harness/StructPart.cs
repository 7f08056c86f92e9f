using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticAd.Tests.Harness;

/// <summary>One part of a boxed structure: a field, or an element of an inline array.</summary>
internal sealed record StructPart(string Name, Type Type, bool IsPassive, Func<object> Get, Action<object> Set)
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static IEnumerable<StructPart> Of(object whole)
    {
        Type type = whole.GetType();
        FieldInfo[] fields = [.. type.GetFields(Instance).OrderBy(field => field.MetadataToken)];
        return type.GetCustomAttribute<InlineArrayAttribute>() is { Length: var length }
            ? Enumerable.Range(0, length).Select(i => Element(whole, fields[0].FieldType, i))
            : fields.Select(field => Field(whole, field));
    }

    private static StructPart Field(object whole, FieldInfo field)
    {
        string name = field.Name is ['<', .. var rest] ? rest[..rest.IndexOf('>', StringComparison.Ordinal)] : field.Name;
        bool isPassive = field.IsDefined(typeof(NoDerivativeAttribute))
            || whole.GetType().GetProperty(name, Instance)?.IsDefined(typeof(NoDerivativeAttribute)) == true;
        return new StructPart(name, field.FieldType, isPassive, () => field.GetValue(whole)!, value => field.SetValue(whole, value));
    }

    private static StructPart Element(object whole, Type element, int index)
    {
        object?[] at = [whole, index];
        MethodInfo Bound(string name) => typeof(StructPart).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(whole.GetType(), element);
        return new StructPart($"[{index}]", element, false, () => Bound(nameof(Read)).Invoke(null, at)!, value => Bound(nameof(Write)).Invoke(null, [.. at, value]));
    }

    private static T Read<TArray, T>(object whole, int index)
        where TArray : struct
        => Elements<TArray, T>(whole)[index];

    private static void Write<TArray, T>(object whole, int index, T value)
        where TArray : struct
        => Elements<TArray, T>(whole)[index] = value;

    private static Span<T> Elements<TArray, T>(object whole)
        where TArray : struct
        => MemoryMarshal.CreateSpan(ref Unsafe.As<TArray, T>(ref Unsafe.Unbox<TArray>(whole)), Unsafe.SizeOf<TArray>() / Unsafe.SizeOf<T>());
}
