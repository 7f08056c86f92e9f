using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>Computes a value of an inner region earlier, where it depends only on what is known there.</summary>
/// <param name="divisions">The divisions that have been done there; null if none is known.</param>
internal sealed class Hoisting(IReadOnlyDictionary<int, Operation> definitions, BlockBuilder target, DoneDivisions? divisions = null)
{
    private readonly Dictionary<int, Value> _hoisted = [];

    /// <summary>The value as computed at the target; null where it depends on a loop, on memory, or could fail.</summary>
    public Value? Hoist(Value value)
    {
        if (_hoisted.TryGetValue(value.Id, out Value? known))
        {
            return known;
        }

        if (!definitions.TryGetValue(value.Id, out Operation? definition))
        {
            return value;
        }

        if (!IsHarmless(definition))
        {
            return null;
        }

        var map = new Dictionary<int, Value>();
        foreach (Value operand in definition.Operands)
        {
            if (Hoist(operand) is not { } hoisted)
            {
                return null;
            }

            map[operand.Id] = hoisted;
        }

        Operation copy = new Cloner(target.Values, map).Clone(definition);
        target.Append(copy);
        return _hoisted[value.Id] = copy.Results.Single();
    }

    private bool IsHarmless(Operation operation) => operation switch
    {
        Constant or Symbol or Length => true,
        Compute { Result.Type: ScalarType result } compute when result.IsInteger || result.Equals(IrType.Bool) =>
            compute.Arguments.All(static a => a.Type is ScalarType { IsInteger: true } || a.Type.Equals(IrType.Bool))
            && !GridFunctions.MayThrow(compute)
            && (compute.Opcode is not (Opcode.Divide or Opcode.Remainder) || CannotFail(compute)),
        _ => false,
    };

    // A length is not negative: the smallest integer divided by -1 fails as a division by zero does.
    private bool CannotFail(Compute division)
    {
        Value dividend = division.Arguments[0], divisor = division.Arguments[1];
        if (divisions?.IsPositive(divisor) == true || (definitions.TryGetValue(divisor.Id, out Operation? known) && known is Constant { Number: > 0 }))
        {
            return true;
        }

        bool isLength = definitions.TryGetValue(dividend.Id, out Operation? definition)
            ? definition is Length
            : divisions?.IsLength(dividend) == true;
        return isLength && divisions?.IsDivisor(divisor) == true;
    }
}

/// <summary>What a straight run of operations has divided by, which then is not zero, and the lengths that it has read.</summary>
internal sealed class DoneDivisions
{
    private readonly HashSet<int> _divisors = [];
    private readonly HashSet<int> _lengths = [];
    private readonly HashSet<int> _positive = [];

    /// <summary>Whether a value is a constant by which every number can be divided.</summary>
    public bool IsPositive(Value value) => _positive.Contains(value.Id);

    public bool IsDivisor(Value value) => _divisors.Contains(value.Id);

    public bool IsLength(Value value) => _lengths.Contains(value.Id);

    public void Note(Operation operation)
    {
        switch (operation)
        {
            case Length length:
                _lengths.Add(length.Result.Id);
                break;
            case Constant { Number: > 0, Result.Type: ScalarType { IsInteger: true } } constant:
                _positive.Add(constant.Result.Id);
                break;
            case Compute { Opcode: Opcode.Divide or Opcode.Remainder, Result.Type: ScalarType { IsInteger: true } } division:
                _divisors.Add(division.Arguments[1].Id);
                break;
        }
    }
}

/// <summary>Arithmetic of counted loops.</summary>
internal static class Trips
{
    /// <summary>Number of iterations, never negative; of the type of the loop's variable.</summary>
    public static Value Count(BlockBuilder builder, Value start, Value end, int step)
    {
        Value distance = step > 0 ? builder.Subtract(end, start) : builder.Subtract(start, end);
        int size = Math.Abs(step);
        if (size == 1)
        {
            return builder.Function("Max", distance, builder.Constant(0, distance.Type));
        }

        // Rounded up; close to the largest int the sum before the division needs a wider type.
        Value wide = TapeSize.Wide(builder, distance);
        Value padded = builder.Add(wide, builder.Constant(size - 1, IrType.Long));
        Value whole = builder.Divide(padded, builder.Constant(size, IrType.Long));
        Value count = builder.Function("Max", whole, builder.Constant(0, IrType.Long));
        return distance.Type.Equals(IrType.Int) ? builder.Compute(Opcode.Convert, IrType.Int, null, count) : count;
    }

    /// <summary>The number of the current iteration, from zero.</summary>
    public static Value Ordinal(BlockBuilder builder, For loop)
    {
        Value distance = loop.Step > 0 ? builder.Subtract(loop.Induction, loop.Start) : builder.Subtract(loop.Start, loop.Induction);
        int size = Math.Abs(loop.Step);
        return Fitting(builder, size == 1 ? distance : builder.Divide(distance, builder.Constant(size, distance.Type)));
    }

    /// <summary>As an <c>int</c>, of a number that a buffer's length bounds.</summary>
    public static Value Fitting(BlockBuilder builder, Value number) =>
        number.Type.Equals(IrType.Int) ? number : builder.Compute(Opcode.Convert, IrType.Int, null, number);

    /// <summary>The last value of the induction variable of a loop that runs at least once.</summary>
    public static Value Last(BlockBuilder builder, For loop)
    {
        int size = Math.Abs(loop.Step);
        if (size == 1)
        {
            Value one = builder.Constant(1, loop.End.Type);
            return loop.Step > 0 ? builder.Subtract(loop.End, one) : builder.Add(loop.End, one);
        }

        Value whole = Count(builder, loop.Start, loop.End, loop.Step);
        Value before = builder.Subtract(whole, builder.Constant(1, whole.Type));
        return builder.Add(loop.Start, builder.Multiply(before, builder.Constant(loop.Step, whole.Type)));
    }
}
