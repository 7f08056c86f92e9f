using System.Globalization;
using System.Runtime.CompilerServices;

namespace StaticAd.Tests.Harness;

/// <summary>The numbers of a structure, found by reflection in the order of its fields.</summary>
public static class StructLeaves
{
    /// <summary>Calls an action with the path and value of each active leaf.</summary>
    public static void Visit<T>(T value, Action<string, double> visit)
        where T : struct
        => Walk(value, "", (path, part, isActive) =>
        {
            if (isActive)
            {
                visit(path, (double)In(typeof(double), part.Get()));
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
        Walk(whole, "", (path, part, isActive) =>
        {
            if (isActive)
            {
                part.Set(In(part.Type, number(path)));
            }
        });
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
        foreach (StructPart part in StructPart.Of(whole))
        {
            object inner = part.Get();
            if (IsStruct(part.Type))
            {
                Take(inner, leaves);
            }

            part.Set(IsStruct(part.Type) ? inner
                : part.Type == typeof(nint) ? (nint)(long)leaves.Dequeue()
                : part.Type.IsEnum ? Enum.ToObject(part.Type, leaves.Dequeue())
                : In(part.Type, leaves.Dequeue()));
        }
    }

    private static object In(Type type, object number) => type == typeof(Half) ? (Half)Convert.ToDouble(number, CultureInfo.InvariantCulture)
        : Convert.ChangeType(number is Half half ? (double)half : number, type, CultureInfo.InvariantCulture);

    /// <summary>The passive leaves, as text.</summary>
    public static string Passive<T>(T value)
        where T : struct
    {
        var parts = new List<string>();
        Walk(value, "", (path, part, isActive) =>
        {
            if (!isActive)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{path}={part.Get()}"));
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
        Walk(value, "", (_, part, _) => leaves.Add(part.Get() is nint native ? (long)native : part.Get()));
        return leaves;
    }

    private static bool IsStruct(Type type) => type is { IsValueType: true, IsPrimitive: false, IsEnum: false } && type != typeof(Half) && Nullable.GetUnderlyingType(type) is null;

    /// <summary>Calls an action with the path of each leaf, and whether it is active.</summary>
    private static void Walk(object whole, string prefix, Action<string, StructPart, bool> visit, bool isPassive = false)
    {
        foreach (StructPart part in StructPart.Of(whole))
        {
            bool passive = isPassive || part.IsPassive;
            if (IsStruct(part.Type))
            {
                object inner = part.Get();
                Walk(inner, prefix + part.Name + ".", visit, passive);
                part.Set(inner);
            }
            else
            {
                visit(prefix + part.Name, part, !passive && (part.Type == typeof(double) || part.Type == typeof(float) || part.Type == typeof(Half)));
            }
        }
    }
}
