using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;
using MethodThunk = StaticAd.GradChecks.MethodThunk;

namespace StaticAd.Tests.Frontend;

/// <summary>C#'s arithmetic on boxed scalars, and what C# names mean in a loaded program.</summary>
internal sealed class ScalarArithmetic(Assembly program, IReadOnlyDictionary<string, object> objects)
{
    public static Type ClrType(IrType type) => ((ScalarType)type).Kind switch
    {
        ScalarKind.Double => typeof(double),
        ScalarKind.Float => typeof(float),
        ScalarKind.Half => typeof(Half),
        ScalarKind.Bool => typeof(bool),
        ScalarKind.SByte => typeof(sbyte),
        ScalarKind.Byte => typeof(byte),
        ScalarKind.Short => typeof(short),
        ScalarKind.UShort => typeof(ushort),
        ScalarKind.Int => typeof(int),
        ScalarKind.UInt => typeof(uint),
        ScalarKind.Long => typeof(long),
        _ => typeof(ulong),
    };

    public static bool Fits(object value, IrType type) => type is not ScalarType || value.GetType() == ClrType(type);

    /// <summary>A C# conversion, unchecked.</summary>
    public static object To(object value, IrType type)
    {
        dynamic number = value is Enum member ? Convert.ToInt64(member) : value is bool truth ? (truth ? 1 : 0) : value;
        return unchecked(((ScalarType)type).Kind switch
        {
            ScalarKind.Double => (object)(double)number,
            ScalarKind.Float => (float)number,
            ScalarKind.Half => (Half)number,
            ScalarKind.Bool => number != 0,
            ScalarKind.SByte => (sbyte)number,
            ScalarKind.Byte => (byte)number,
            ScalarKind.Short => (short)number,
            ScalarKind.UShort => (ushort)number,
            ScalarKind.Int => (int)number,
            ScalarKind.UInt => (uint)number,
            ScalarKind.Long => (long)number,
            _ => (ulong)number,
        });
    }

    public object Apply(Compute compute, object[] arguments)
    {
        object result = compute.Opcode switch
        {
            Opcode.Function => Function(compute, arguments),
            Opcode.Convert => To(arguments[0], compute.Result.Type),
            Opcode.Select => (bool)arguments[0] ? arguments[1] : arguments[2],
            Opcode.Negate => unchecked(-(dynamic)arguments[0]),
            Opcode.Not => arguments[0] is bool truth ? !truth : ~(dynamic)arguments[0],
            _ => Binary(compute.Opcode, arguments[0], arguments[1]),
        };
        Xunit.Assert.True(Fits(result, compute.Result.Type), $"{compute.Opcode} gives {result.GetType().Name}, not {compute.Result.Type}");
        return result;
    }

    private static object Binary(Opcode opcode, dynamic left, dynamic right) => unchecked(opcode switch
    {
        Opcode.Add => (object)(left + right),
        Opcode.Subtract => left - right,
        Opcode.Multiply => left * right,
        Opcode.Divide => left / right,
        Opcode.Remainder => left % right,
        Opcode.And => left & right,
        Opcode.Or => left | right,
        Opcode.Xor => left ^ right,
        Opcode.ShiftLeft => left << right,
        Opcode.ShiftRight => left >> right,
        Opcode.Less => left < right,
        Opcode.LessOrEqual => left <= right,
        Opcode.Greater => left > right,
        Opcode.GreaterOrEqual => left >= right,
        Opcode.Equal => left == right,
        Opcode.NotEqual => left != right,
        _ => throw new NotSupportedException(opcode.ToString()),
    });

    private static object Function(Compute compute, object[] arguments)
    {
        if (compute.Function == SubstitutedValues.WithValue)
        {
            return arguments[1];
        }

        string[] text = ElementaryFunctions.Text(compute.Function!, (ScalarType)compute.Arguments[0].Type).Split('.');
        Type home = text[0] switch
        {
            "Math" => typeof(Math),
            "MathF" => typeof(MathF),
            "double" => typeof(double),
            "float" => typeof(float),
            "Special" => typeof(Special),
            "int" => typeof(int),
            "uint" => typeof(uint),
            "long" => typeof(long),
            "ulong" => typeof(ulong),
            "global::System" => typeof(System.Numerics.BitOperations),
            "Grid" => typeof(StaticAd.CompilerServices.Grid),
            "Rounding" => typeof(StaticAd.CompilerServices.Rounding),
            "Checkpoints" => typeof(StaticAd.CompilerServices.Checkpoints),
            _ => typeof(Ad),
        };
        return home.GetMethod(text[^1], [.. arguments.Select(argument => argument.GetType())])!.Invoke(null, arguments)!;
    }

    /// <summary>
    /// Calls the program's method, one that the IR knows by its rules alone: what it returns, then the last values of
    /// <c>ref</c> and <c>out</c> parameters. Buffers are changed in place.
    /// </summary>
    public object[] Invoke(Method callee, object[] arguments)
    {
        if (callee.Pieces.Count > 0)
        {
            return [OpaqueExpressions.Evaluate(program, callee.Key, arguments)];
        }

        var inputs = new Queue<object>(arguments);
        object?[] passed = [.. callee.Parameters.Select(parameter => parameter.Passing == Passing.Out ? null : inputs.Dequeue())];
        object?[] held = [.. passed.Zip(callee.Parameters, (argument, parameter) => AsDeclared(argument is Memory memory ? memory.ToArray() : argument, parameter.IsHalf))];
        object? returned = new MethodThunk(Find(callee)).Invoke(held);
        for (int i = 0; i < held.Length; i++)
        {
            if (passed[i] is Memory memory)
            {
                Memory.Of((Array)InSingle(held[i]!)).CopyTo(memory);
            }
        }

        object[] results = returned is ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i]!)] : returned is null ? [] : [returned];
        return [.. results.Concat(held.Where((_, i) => callee.Parameters[i].YieldsScalar).Select(value => value!)).Select(InSingle)];
    }

    /// <summary>What the IR holds as <c>float</c>, as the program's method takes it.</summary>
    private static object? AsDeclared(object? argument, bool isHalf) => !isHalf ? argument
        : argument is float[] numbers ? Array.ConvertAll(numbers, number => (Half)number) : argument is float single ? (Half)single : argument;

    private static object InSingle(object value) =>
        value is Half[] numbers ? Array.ConvertAll(numbers, number => (float)number) : value is Half half ? (float)half : value;

    private MethodInfo Find(Method callee)
    {
        (Type type, string name) = Split(callee.Text);
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        IEnumerable<MethodInfo> candidates = type.GetMethods(Any).Where(candidate => candidate.GetParameters().Length == callee.Parameters.Count);
        if (name.EndsWith('>'))
        {
            int open = name.IndexOf('<');
            Type argument = name[(open + 1)..^1] switch
            {
                "float" => typeof(float),
                "int" => typeof(int),
                _ => typeof(double),
            };
            name = name[..open];
            candidates = candidates.Where(candidate => candidate.Name == name && candidate.IsGenericMethod).Select(candidate => candidate.MakeGenericMethod(argument));
        }

        return candidates.Single(candidate => candidate.Name == name
            && candidate.GetParameters().Zip(callee.Parameters, (actual, expected) => Takes(actual.ParameterType, expected.HeldType)).All(takes => takes));
    }

    private static bool Takes(Type actual, IrType expected)
    {
        Type type = actual.IsByRef ? actual.GetElementType()! : actual;
        return expected switch
        {
            BufferType { Kind: BufferKind.Array } array => type == ClrType(array.Element).MakeArrayType(),
            BufferType buffer => type.IsGenericType
                && type.GetGenericTypeDefinition() == (buffer.Kind == BufferKind.Span ? typeof(Span<>) : typeof(ReadOnlySpan<>))
                && type.GenericTypeArguments[0] == ClrType(buffer.Element),
            ScalarType => type == ClrType(expected),
            _ => true,
        };
    }

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
            return To(long.Parse(text.Trim('(', ')', 'L'), CultureInfo.InvariantCulture), type);
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

    private static object Held(object value, IrType type) => value is Array array
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

    private (Type Type, string Member) Split(string text)
    {
        int dot = text.LastIndexOf('.');
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
