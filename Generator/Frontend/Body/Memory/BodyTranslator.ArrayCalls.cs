using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Copies, fillings and reversals of parts of arrays and spans: of numbers, one buffer; of structures, one for each leaf; of arrays of
/// several dimensions, the run of their elements.
/// </summary>
internal sealed partial class BodyTranslator
{
    private Value[] OnArray(IInvocationOperation call, ArrayCall.Kind kind)
    {
        IOperation[] operands =
        [
            .. call.Instance is { } instance ? [instance] : Array.Empty<IOperation>(),
            .. call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value),
        ];
        if (!AreCallable(operands, kind))
        {
            Value unsupported = Unsupported(call);
            return call.TargetMethod.ReturnsVoid ? [] : [unsupported];
        }

        Value[][] values = [.. operands.Select(operand => IsRangeOrIndex(operand) ? [] : BuffersOf(operand))];
        if (values.SelectMany(value => value).Any(UnknownType.Is))
        {
            return call.TargetMethod.ReturnsVoid ? [] : [Unknown()];
        }

        switch (kind)
        {
            case ArrayCall.Kind.Copy when operands.Length == 3:
                Copy(call, Parts(values[0], null, values[2][0]), Parts(values[1], null, values[2][0]));
                return [];
            case ArrayCall.Kind.Copy:
                Copy(call, Parts(values[0], values[1][0], values[4][0]), Parts(values[2], values[3][0], values[4][0]));
                return [];
            case ArrayCall.Kind.CopyTo:
                Copy(call, values[0], Parts(values[1], values[2][0], null));
                return [];
            case ArrayCall.Kind.Clear:
                Fill(call, Parts(values[0], values[1][0], values[2][0]), [.. values[0].Select(buffer => Zero(((BufferType)buffer.Type).Element))]);
                return [];
            case ArrayCall.Kind.Fill:
                Fill(call, Parts(values[0], values[2][0], values[3][0]), values[1]);
                return [];
            case ArrayCall.Kind.Reverse:
                Reverse(call, operands.Length == 3 ? Parts(values[0], values[1][0], values[2][0]) : values[0]);
                return [];
            default:
                return [.. AsSpans(values[0], Unwrapped(operands[1]))];
        }
    }

    /// <summary>Whether both arrays of a copy have elements of one type, and as many dimensions; the library converts and compares at run time.</summary>
    private static bool AreCallable(IOperation[] operands, ArrayCall.Kind kind)
    {
        bool IsMemory(IOperation operand) => TypeMap.Find(Unwrapped(operand).Type) is BufferType || Structs.Buffer(Unwrapped(operand).Type) is not null
            || (kind == ArrayCall.Kind.Copy && Grid.Of(Unwrapped(operand).Type) is not null);
        if (!IsMemory(operands[0]))
        {
            return false;
        }

        int target = kind switch
        {
            ArrayCall.Kind.Copy => operands.Length == 3 ? 1 : 2,
            ArrayCall.Kind.CopyTo => 1,
            _ => 0,
        };
        return SymbolEqualityComparer.Default.Equals(Unwrapped(operands[0]).Type, Unwrapped(operands[target]).Type);
    }

    private static bool IsRangeOrIndex(IOperation operand) => operand.Type is { Name: "Range" or "Index", ContainingNamespace.Name: "System" };

    private Value[] BuffersOf(IOperation operand)
    {
        IOperation own = operand.Type is IArrayTypeSymbol || operand.Type?.SpecialType == SpecialType.System_Array ? Unwrapped(operand) : operand;
        Value[] values = EvaluateAll(own, []);
        return Grid.Of(own.Type) is null ? values : [.. values.Take(1)];
    }

    private Value[] Parts(Value[] buffers, Value? start, Value? count) => start is null && count is null ? buffers
        : [.. buffers.Select(buffer => ViewOf(buffer, PartType(buffer), start ?? _block.Constant(0), count, null))];

    private static BufferType PartType(Value buffer) =>
        (BufferType)buffer.Type is var type && type.Kind == BufferKind.Array ? type with { Kind = BufferKind.Span } : type;

    private void Copy(IInvocationOperation call, Value[] sources, Value[] targets)
    {
        for (int i = 0; i < sources.Length; i++)
        {
            CheckWritable(targets[i], call.Syntax);
            Write(new Copy(sources[i], targets[i]), call.Syntax);
        }
    }

    private void Fill(IInvocationOperation call, Value[] buffers, Value[] values)
    {
        for (int i = 0; i < buffers.Length; i++)
        {
            CheckWritable(buffers[i], call.Syntax);
            Write(new Fill(buffers[i], Convert(values[i], ((BufferType)buffers[i].Type).Element, null)), call.Syntax);
        }
    }

    private void Reverse(IInvocationOperation call, Value[] buffers)
    {
        Value length = _block.Length(buffers[0]);
        Value last = _block.Subtract(length, _block.Constant(1));
        BlockBuilder swap = _block.Nested();
        Value index = _values.New(IrType.Int);
        Value mirrored = swap.Subtract(last, index);
        foreach (Value buffer in buffers)
        {
            CheckWritable(buffer, call.Syntax);
            Value front = swap.Load(buffer, index), back = swap.Load(buffer, mirrored);
            foreach (Store store in (Store[])[new Store(buffer, index, back), new Store(buffer, mirrored, front)])
            {
                swap.Append(store);
                _passive.Note(store, StoresActive(call.Syntax));
            }
        }

        Value half = Compute(Opcode.Divide, IrType.Int, null, length, _block.Constant(2));
        _block.Append(new For([], index, _block.Constant(0), half, 1, [], swap.Finish([])));
    }

    private IEnumerable<Value> AsSpans(Value[] buffers, IOperation where)
    {
        if (where is IRangeOperation range)
        {
            Value start = range.LeftOperand is { } left ? Index(buffers[0], left) : _block.Constant(0);
            Value? end = range.RightOperand is { } right ? Index(buffers[0], right) : null;
            Value? count = end is null || range.LeftOperand is null ? end : Compute(Opcode.Subtract, IrType.Int, null, end, start);
            return Parts(buffers, start, count);
        }

        return where is IUnaryOperation or IConversionOperation
            ? Parts(buffers, Index(buffers[0], where), null)
            : [.. buffers.Select(_ => Unsupported(where))];
    }
}
