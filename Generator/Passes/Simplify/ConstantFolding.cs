using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Lanes;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>Evaluates operations on literals exactly as the running program would.</summary>
internal static class ConstantFolding
{
    public static double? Evaluate(Compute compute, double[] x)
    {
        if (compute.Arguments[0].Type is OpaqueType { IsEnum: true })
        {
            return x.All(IsExact) ? Comparison(compute.Opcode, x) : null;
        }

        if (compute.Result.Type is not ScalarType result || compute.Arguments[0].Type is not ScalarType operand)
        {
            return null;
        }

        double? number = operand.Kind switch
        {
            ScalarKind.Float when compute.Function == Halves.ToHalf => Halves.Nearest(x[0]),
            _ when compute.Opcode == Opcode.Function => operand.IsInteger && x.All(IsExact) ? Larger(compute.Function!, x) : null,
            ScalarKind.Double => Floating(compute.Opcode, x),
            ScalarKind.Float => Floating(compute.Opcode, x) is { } wide ? (float)wide : null,
            ScalarKind.Int => Integer(compute.Opcode, x),
            ScalarKind.Long when x.All(IsExact) => LongInteger(compute.Opcode, x),
            ScalarKind.Bool => Logical(compute.Opcode, x),
            _ when operand.IsInteger && x.All(IsExact) => Comparison(compute.Opcode, x),
            _ => null,
        };
        return compute.Opcode == Opcode.Convert ? Converted(result, operand, x[0]) : number;
    }

    // A float operation on two floats, done in double and rounded once, is the float operation: double has more than twice the bits.
    private static double? Floating(Opcode opcode, double[] x) => opcode switch
    {
        Opcode.Add => x[0] + x[1],
        Opcode.Subtract => x[0] - x[1],
        Opcode.Multiply => x[0] * x[1],
        Opcode.Divide when x[1] != 0 => x[0] / x[1],
        Opcode.Remainder when x[1] != 0 => x[0] % x[1],
        Opcode.Negate => -x[0],
        _ => Comparison(opcode, x),
    };

    private static double? Integer(Opcode opcode, double[] x) =>
        Whole(opcode, x) is { } exact and >= int.MinValue and <= int.MaxValue ? exact : null;

    private static double? LongInteger(Opcode opcode, double[] x) => Whole(opcode, x) is { } exact && IsExact(exact) ? exact : null;

    // An integer has one zero only: 0 * -1 is 0.
    private static double? Whole(Opcode opcode, double[] x) => opcode switch
    {
        Opcode.Add => x[0] + x[1],
        Opcode.Subtract => x[0] - x[1],
        Opcode.Multiply => x[0] * x[1] + 0.0,
        Opcode.Divide when x[1] != 0 => (long)x[0] / (long)x[1],
        Opcode.Remainder when x[1] != 0 => (long)x[0] % (long)x[1],
        Opcode.Negate => 0.0 - x[0],
        _ => Comparison(opcode, x),
    };

    private static double? Larger(string function, double[] x) => function switch
    {
        "Max" => x.Max(),
        "Min" => x.Min(),
        GridFunctions.Count when x.All(length => length >= 0) && x[0] * x[1] <= int.MaxValue / 2 => x[0] * x[1],
        GridFunctions.Common or GridFunctions.Renewed when x[0] == x[1] => x[0],
        GridFunctions.Batch when x[0] == x[1] || x[1] == 1 => x[0],
        GridFunctions.Batch when x[0] == 1 => x[1],
        _ => null,
    };

    private static double? Logical(Opcode opcode, double[] x) => opcode switch
    {
        Opcode.Not => 1 - x[0],
        Opcode.And => x[0] * x[1],
        Opcode.Or => Math.Max(x[0], x[1]),
        Opcode.Xor => Math.Abs(x[0] - x[1]),
        _ => Comparison(opcode, x),
    };

    // A long constant beyond this may have been rounded.
    private static bool IsExact(double number) => Math.Abs(number) < 1L << 53;

    private static double? Comparison(Opcode opcode, double[] x)
    {
        bool? holds = opcode switch
        {
            Opcode.Less => x[0] < x[1],
            Opcode.LessOrEqual => x[0] <= x[1],
            Opcode.Greater => x[0] > x[1],
            Opcode.GreaterOrEqual => x[0] >= x[1],
            Opcode.Equal => x[0] == x[1],
            Opcode.NotEqual => x[0] != x[1],
            _ => null,
        };
        return holds is { } value ? value ? 1 : 0 : null;
    }

    private static double? Converted(ScalarType result, ScalarType operand, double x) => (operand.Kind, result.Kind) switch
    {
        (ScalarKind.Int, ScalarKind.Double) => x,
        (ScalarKind.Float, ScalarKind.Double) => x,
        (ScalarKind.Double or ScalarKind.Int, ScalarKind.Float) => (float)x,
        _ when operand.IsInteger && IsExact(x) && IntegerRange.OfType(result)?.Contains(new IntegerRange(x, x)) == true => x,
        _ => null,
    };
}
