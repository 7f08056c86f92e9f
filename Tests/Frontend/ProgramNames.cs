using System.Globalization;
using System.Reflection;
using StaticAd.Generator.Ir;

namespace StaticAd.Tests.Frontend;

/// <summary>What C# names mean in a loaded program.</summary>
/// <param name="objects">What is read by name: the receiver and parameters of class types.</param>
internal sealed class ProgramNames(Assembly program, IReadOnlyDictionary<string, object> objects)
{
    /// <summary><c>global::N.T.Member</c>, <c>default(T)</c>, <c>(T)(3)</c> or a number.</summary>
    public object Named(string text, IrType type)
    {
        if (OpaqueExpressions.IsLiteral(text, type, name => objects.ContainsKey(name.TrimStart('@'))))
        {
            return OpaqueExpressions.Evaluate(program, text, []);
        }

        if (text.StartsWith("Lists.Elements<", StringComparison.Ordinal))
        {
            return Memory.Of(((dynamic)Contents(text[(text.IndexOf('(') + 1)..^1])).ToArray());
        }

        if (text.StartsWith("default(", StringComparison.Ordinal))
        {
            return Activator.CreateInstance(Find(text["default(".Length..^1]))!;
        }

        if (text.StartsWith("(global::", StringComparison.Ordinal))
        {
            int end = text.IndexOf(')');
            return Enum.ToObject(Find(text[1..end]), long.Parse(text[(end + 2)..^1], CultureInfo.InvariantCulture));
        }

        if (text.StartsWith("Grid.Elements<", StringComparison.Ordinal))
        {
            return Memory.LeavesOf((Array)Contents(text[(text.IndexOf('(') + 1)..^1]))[0];
        }

        if (text.IndexOf(".GetLength(", StringComparison.Ordinal) is > 0 and var measured)
        {
            return ((Array)Contents(text[..measured])).GetLength(text[^2] - '0');
        }

        if (objects.TryGetValue(text.Split('.')[0].TrimStart('@'), out object? whole))
        {
            return Held(text.Split('.').Skip(1).Aggregate(whole, Read), type);
        }

        if (!text.StartsWith("global::", StringComparison.Ordinal))
        {
            return ScalarArithmetic.To(long.Parse(text.Trim('(', ')', 'L'), CultureInfo.InvariantCulture), type);
        }

        if (MemberOf(text) is { } member)
        {
            return member;
        }

        if (text.EndsWith(']') && text.LastIndexOf('[') is var open)
        {
            int index = int.Parse(text[(open + 1)..^1], CultureInfo.InvariantCulture);
            return Held(Harness.StructLeaves.All(Contents(text[..open])).ElementAt(index), type);
        }

        (Type home, string name) = Split(text);
        object value = home.GetField(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is { } field
            ? field.GetValue(null)!
            : throw new InvalidOperationException($"No field '{text}'.");
        return Held(value, type);
    }

    /// <summary>What a field holds, taken apart or not.</summary>
    private object Contents(string text)
    {
        if (objects.TryGetValue(text.Split('.')[0].TrimStart('@'), out object? whole))
        {
            return text.Split('.').Skip(1).Aggregate(whole, Read);
        }

        (Type home, string name) = Split(text);
        return home.GetField(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!;
    }

    private static object Held(object value, IrType type) => value is Array array && type is not OpaqueType
        ? type is BufferType { Within: { } leaf } ? Memory.LeavesOf(array)[leaf.Leaf] : Memory.Of(array)
        : value;

    private static object Read(object whole, string member)
    {
        const BindingFlags flags = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return whole.GetType().GetField(member, flags)?.GetValue(whole) ?? whole.GetType().GetProperty(member, flags)!.GetValue(whole)!;
    }

    /// <summary>The value of a member of a structure in a static field; null if the text names no such member.</summary>
    private object? MemberOf(string text)
    {
        int dot = text.LastIndexOf('.');
        if (!text.StartsWith("global::", StringComparison.Ordinal) || dot < 0 || !text[..dot].Contains('.') || TryFind(text[..dot]) is not null)
        {
            return null;
        }

        int owner = text[..dot].LastIndexOf('.');
        object? whole = TryFind(text[..owner]) is { } type
            ? type.GetField(text[(owner + 1)..dot], BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(null)
            : MemberOf(text[..dot]);
        return whole?.GetType().GetProperty(text[(dot + 1)..])?.GetValue(whole) ?? whole?.GetType().GetField(text[(dot + 1)..])?.GetValue(whole);
    }

    private Type? TryFind(string name)
    {
        try
        {
            return Find(name);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public (Type Type, string Member) Split(string text)
    {
        // A dot may stand in the type argument of a generic method.
        int dot = text.EndsWith('>') ? text.LastIndexOf('.', text.LastIndexOf('<')) : text.LastIndexOf('.');
        return (Find(text[..dot]), text[(dot + 1)..]);
    }

    /// <summary>The type of that C# name, in which a dot may stand before a nested type.</summary>
    private Type Find(string name)
    {
        if (name.EndsWith('>'))
        {
            int open = name.IndexOf('<');
            return Find(name[..open] + "`1").MakeGenericType(name[(open + 1)..^1] == "int" ? typeof(int) : typeof(long));
        }

        if (name == "double")
        {
            return typeof(double);
        }

        string plain = name["global::".Length..];
        while (true)
        {
            if ((program.GetType(plain) ?? typeof(object).Assembly.GetType(plain) ?? typeof(Special).Assembly.GetType(plain) ?? typeof(ScalarArithmetic).Assembly.GetType(plain) ?? typeof(System.Numerics.Complex).Assembly.GetType(plain) ?? typeof(System.Numerics.Tensors.TensorPrimitives).Assembly.GetType(plain)) is { } type)
            {
                return type;
            }

            int dot = plain.LastIndexOf('.');
            plain = dot < 0 ? throw new InvalidOperationException($"No type '{name}'.") : $"{plain[..dot]}+{plain[(dot + 1)..]}";
        }
    }
}
