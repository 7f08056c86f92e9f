using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace StaticAd.Tests.Harness;

/// <summary>The numbers of a structure, found by reflection in the order of its fields.</summary>
public static class StructLeaves
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Calls an action with the path and value of each active leaf.</summary>
    public static void Visit<T>(T value, Action<string, double> visit)
        where T : struct
        => Walk(value, "", (path, field, owner) =>
        {
            if (field is not null)
            {
                visit(path, (double)In(typeof(double), field.GetValue(owner)!));
            }
        });

    /// <summary>The structure with other numbers in its active leaves.</summary>
    public static T Fill<T>(T template, Func<string, double> number)
        where T : struct
        => (T)Refill(template, number);

    /// <summary>The same of a boxed structure: a new box.</summary>
    public static object Refill(object template, Func<string, double> number)
    {
        var whole = RuntimeHelpers.GetObjectValue(template);
        Walk(whole, "", (path, field, owner) => field?.SetValue(
            owner, In(field.FieldType, number(path))));
        return whole;
    }

    /// <summary>The same leaves in a structure of another type, in its own types of numbers.</summary>
    public static T As<T>(object value)
        where T : struct
    {
        var leaves = new Queue<object>(All(value));
        object whole = default(T);
        Take(whole, leaves);
        return (T)whole;
    }

    private static void Take(object whole, Queue<object> leaves)
    {
        foreach (FieldInfo field in whole.GetType().GetFields(Instance).OrderBy(field => field.MetadataToken))
        {
            object inner = field.GetValue(whole)!;
            if (IsStruct(field.FieldType))
            {
                Take(inner, leaves);
            }

            field.SetValue(whole, IsStruct(field.FieldType) ? inner
                : field.FieldType.IsEnum ? Enum.ToObject(field.FieldType, leaves.Dequeue())
                : In(field.FieldType, leaves.Dequeue()));
        }
    }

    private static object In(Type type, object number) => type == typeof(Half) ? (Half)Convert.ToDouble(number, CultureInfo.InvariantCulture)
        : Convert.ChangeType(number is Half half ? (double)half : number, type, CultureInfo.InvariantCulture);

    /// <summary>The passive leaves, as text.</summary>
    public static string Passive<T>(T value)
        where T : struct
    {
        var parts = new List<string>();
        Walk(value, "", (path, field, owner) =>
        {
            if (field is null)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{path}={owner}"));
            }
        });
        return string.Join(";", parts);
    }

    public static string Passive<T>(T[] values)
        where T : struct
        => string.Join("|", values.Select(Passive));

    /// <summary>All leaves of a structure, active or not; anything else itself.</summary>
    public static IEnumerable<object> All(object value)
    {
        if (!IsStruct(value.GetType()))
        {
            return [value];
        }

        var leaves = new List<object>();
        Walk(value, "", (_, field, owner) => leaves.Add(field is null ? owner! : field.GetValue(owner)!));
        return leaves;
    }

    private static bool IsStruct(Type type) => type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && type != typeof(Half) && Nullable.GetUnderlyingType(type) is null;

    /// <summary>For an active leaf its field and what it is a field of; for a passive one no field, and its value.</summary>
    private static void Walk(object whole, string prefix, Action<string, FieldInfo?, object?> visit, bool isPassive = false)
    {
        foreach (FieldInfo field in whole.GetType().GetFields(Instance).OrderBy(field => field.MetadataToken))
        {
            string name = field.Name is ['<', .. var rest] ? rest[..rest.IndexOf('>', StringComparison.Ordinal)] : field.Name;
            bool passive = isPassive || field.IsDefined(typeof(NoDerivativeAttribute))
                || whole.GetType().GetProperty(name, Instance)?.IsDefined(typeof(NoDerivativeAttribute)) == true;
            if (IsStruct(field.FieldType))
            {
                object inner = field.GetValue(whole)!;
                Walk(inner, prefix + name + ".", visit, passive);
                field.SetValue(whole, inner);
            }
            else if (!passive && (field.FieldType == typeof(double) || field.FieldType == typeof(float) || field.FieldType == typeof(Half)))
            {
                visit(prefix + name, field, whole);
            }
            else
            {
                visit(prefix + name, null, field.GetValue(whole));
            }
        }
    }
}
