using StaticAd.Generator.Ir;

namespace StaticAd.Tests.Emit;

/// <summary>The interpreter's scalar operations.</summary>
internal static class Arithmetic
{
    public static object Number(Constant constant) => ((ScalarType)constant.Result.Type).Kind switch
    {
        ScalarKind.Double => constant.Number,
        ScalarKind.Float => (float)constant.Number,
        ScalarKind.Int => (int)constant.Number,
        ScalarKind.Bool => constant.Number != 0,
        _ => throw new NotSupportedException(),
    };

    public static object Compute(Compute compute, object[] arguments)
    {
        if (compute.Opcode == Opcode.Select)
        {
            return (bool)arguments[0] ? arguments[1] : arguments[2];
        }

        return arguments[0] switch
        {
            double x when arguments.Length == 1 => OfDouble(compute, x),
            double x => OfDoubles(compute, x, (double)arguments[1]),
            int x when arguments.Length == 1 => OfInt(compute, x),
            int x => OfInts(compute.Opcode, x, (int)arguments[1]),
            bool x when arguments.Length == 1 => !x,
            bool x => OfBools(compute.Opcode, x, (bool)arguments[1]),
            _ => throw new NotSupportedException(),
        };
    }

    private static object OfDouble(Compute compute, double x) => compute.Opcode switch
    {
        Opcode.Negate => -x,
        Opcode.Function when compute.Function == "Sin" => Math.Sin(x),
        Opcode.Function when compute.Function == "Abs" => Math.Abs(x),
        _ => throw new NotSupportedException(compute.ToString()),
    };

    private static object OfDoubles(Compute compute, double x, double y) => compute.Opcode switch
    {
        Opcode.Add => x + y,
        Opcode.Subtract => x - y,
        Opcode.Multiply => x * y,
        Opcode.Divide => x / y,
        Opcode.Less => x < y,
        Opcode.LessOrEqual => x <= y,
        Opcode.Greater => x > y,
        Opcode.GreaterOrEqual => x >= y,
        Opcode.Equal => x == y,
        Opcode.NotEqual => x != y,
        Opcode.Function when compute.Function == "Max" => Math.Max(x, y),
        _ => throw new NotSupportedException(compute.ToString()),
    };

    private static object OfInt(Compute compute, int x) => compute.Opcode switch
    {
        Opcode.Negate => -x,
        Opcode.Not => ~x,
        Opcode.Convert => (double)x,
        _ => throw new NotSupportedException(compute.ToString()),
    };

    private static object OfInts(Opcode opcode, int x, int y) => opcode switch
    {
        Opcode.Add => x + y,
        Opcode.Subtract => x - y,
        Opcode.Multiply => x * y,
        Opcode.And => x & y,
        Opcode.Or => x | y,
        Opcode.Xor => x ^ y,
        Opcode.ShiftLeft => x << y,
        Opcode.ShiftRight => x >> y,
        Opcode.Less => x < y,
        Opcode.LessOrEqual => x <= y,
        Opcode.Greater => x > y,
        Opcode.GreaterOrEqual => x >= y,
        Opcode.Equal => x == y,
        Opcode.NotEqual => x != y,
        _ => throw new NotSupportedException(opcode.ToString()),
    };

    private static object OfBools(Opcode opcode, bool x, bool y) => opcode switch
    {
        Opcode.And => x & y,
        Opcode.Or => x | y,
        Opcode.Xor => x ^ y,
        Opcode.Equal => x == y,
        Opcode.NotEqual => x != y,
        _ => throw new NotSupportedException(opcode.ToString()),
    };
}
