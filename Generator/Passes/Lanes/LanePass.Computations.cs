using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Lanes;

internal sealed partial class LanePass
{
    /// <summary>One computation of which an operand is varying.</summary>
    private Value Lower(Compute compute, BlockBuilder target)
    {
        string? name = compute.Result.Name;
        Value Argument(int index) => InLanes(compute.Arguments[index], target);
        switch (compute.Opcode)
        {
            case Opcode.Select:
                return LowerSelect(compute, target);
            case Opcode.Function:
                return LowerFunction(compute, target);
            case Opcode.Convert:
                return Argument(0);
            case Opcode.Negate when compute.Result.Type is ScalarType { IsInteger: true }:
                return target.Subtract(Number(0, target), Argument(0), name);
            case Opcode.Multiply when compute.Result.Type is ScalarType { IsInteger: true }:
                // An integer has one zero only: -0 + 0 is 0.
                return target.Add(target.Multiply(Argument(0), Argument(1)), Number(0, target), name);
            case Opcode.Equal or Opcode.NotEqual when compute.Arguments[0].Type == IrType.Bool:
                Value differ = target.Compute(Opcode.Xor, _types.Mask, null, Argument(0), Argument(1));
                return compute.Opcode == Opcode.NotEqual ? differ : Not(differ, target);
            default:
                IrType type = compute.Result.Type == IrType.Bool ? _types.Mask : _types.Lane;
                return target.Compute(compute.Opcode, type, name, [.. compute.Arguments.Select(argument => InLanes(argument, target))]);
        }
    }

    private Value LowerSelect(Compute compute, BlockBuilder target)
    {
        Value condition = Map(compute.Arguments[0]);
        Value whenTrue = InLanes(compute.Arguments[1], target), whenFalse = InLanes(compute.Arguments[2], target);
        if (condition.Type is MaskType)
        {
            return Merge(condition, whenTrue, whenFalse, compute.Result.Name, target);
        }

        return target.Compute(Opcode.Select, whenTrue.Type, compute.Result.Name, condition, whenTrue, whenFalse);
    }

    private Value LowerFunction(Compute compute, BlockBuilder target)
    {
        ElementaryFunction function = ElementaryFunctions.Get(compute.Function!);
        Value first = InLanes(compute.Arguments[0], target);
        if (NumberTests.Lower(function.Id, first, _types, target) is { } lowered)
        {
            return lowered;
        }

        // Arguments that are no numbers of the lanes' own type are passed on as they are: digits, rounding modes.
        bool Shares(Value argument) => function.LaneMethod is null && !IsVarying(argument) && argument.Type is not ScalarType { IsFloating: true };
        Value[] arguments = [.. compute.Arguments.Select(argument => Shares(argument) ? Map(argument) : InLanes(argument, target))];
        Value result = target.Values.New(_types.Lane, compute.Result.Name);
        target.Append(new Compute(result, Opcode.Function, [.. arguments], function.Id));
        return result;
    }

    /// <summary>In each lane the one or the other, by a mask.</summary>
    private Value Merge(Value mask, Value whenTrue, Value whenFalse, string? name, BlockBuilder target)
    {
        if (whenTrue.Equals(whenFalse))
        {
            return whenTrue;
        }

        if (whenTrue.Type is not MaskType)
        {
            return target.Compute(Opcode.Select, whenTrue.Type, name, mask, whenTrue, whenFalse);
        }

        return (_uniforms.Truth(whenTrue), _uniforms.Truth(whenFalse)) switch
        {
            (true, false) => mask,
            (false, true) => Not(mask, target),
            (true, null) => target.Compute(Opcode.Or, _types.Mask, name, mask, whenFalse),
            (false, null) => target.Compute(Opcode.And, _types.Mask, name, Not(mask, target), whenFalse),
            (null, true) => target.Compute(Opcode.Or, _types.Mask, name, Not(mask, target), whenTrue),
            (null, false) => target.Compute(Opcode.And, _types.Mask, name, mask, whenTrue),
            _ => target.Compute(
                Opcode.Or,
                _types.Mask,
                name,
                target.Compute(Opcode.And, _types.Mask, null, mask, whenTrue),
                target.Compute(Opcode.And, _types.Mask, null, Not(mask, target), whenFalse)),
        };
    }

    private Value Not(Value mask, BlockBuilder target) => target.Compute(Opcode.Not, _types.Mask, null, mask);

    private Value Number(double number, BlockBuilder target) =>
        target.Compute(Opcode.Broadcast, _types.Lane, null, target.Constant(number, _types.Element));
}
