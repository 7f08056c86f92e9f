using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Tests.Frontend;

/// <summary>C#'s arithmetic on boxed scalars.</summary>
internal static class ScalarArithmetic
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

    public static object Apply(Compute compute, object[] arguments)
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
}
