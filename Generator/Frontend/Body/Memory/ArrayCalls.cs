using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Copies, fillings and reversals of parts of arrays and spans: of numbers, one buffer; of structures, one for each leaf; of arrays of
/// several dimensions, the run of their elements.
/// </summary>
internal sealed class ArrayCalls(BodyState state, Faults faults, Rooms rooms)
{
    public Value[] Invoke(IInvocationOperation call, ArrayCall.Kind kind)
    {
        IOperation[] operands = Operands.WithReceiver(call);
        if (!AreCallable(operands, kind))
        {
            Value unsupported = faults.Unsupported(call);
            return call.TargetMethod.ReturnsVoid ? [] : [unsupported];
        }

        Value[][] values = [.. operands.Select(operand => IsRangeOrIndex(operand) ? [] : BuffersOf(operand))];
        if (values.SelectMany(value => value).Any(UnknownType.Is))
        {
            return call.TargetMethod.ReturnsVoid ? [] : [state.Unknown()];
        }

        switch (kind)
        {
            case ArrayCall.Kind.Copy when operands.Length == 3:
                Copy(call, rooms.Views.Parts(values[0], null, values[2][0]), rooms.Views.Parts(values[1], null, values[2][0]));
                return [];
            case ArrayCall.Kind.Copy:
                Copy(call, rooms.Views.Parts(values[0], values[1][0], values[4][0]), rooms.Views.Parts(values[2], values[3][0], values[4][0]));
                return [];
            case ArrayCall.Kind.CopyTo:
                Copy(call, values[0], rooms.Views.Parts(values[1], values[2][0], null));
                return [];
            case ArrayCall.Kind.Clear:
                Fill(call, rooms.Views.Parts(values[0], values[1][0], values[2][0]), [.. values[0].Select(buffer => state.Zero(((BufferType)buffer.Type).Element))]);
                return [];
            case ArrayCall.Kind.Fill:
                Fill(call, rooms.Views.Parts(values[0], values[2][0], values[3][0]), values[1]);
                return [];
            case ArrayCall.Kind.Reverse:
                Reverse(call, operands.Length == 3 ? rooms.Views.Parts(values[0], values[1][0], values[2][0]) : values[0]);
                return [];
            default:
                return [.. AsSpans(values[0], OperationTree.Unwrapped(operands[1]))];
        }
    }

    /// <summary>Whether both arrays of a copy have elements of one type, and as many dimensions; the library converts and compares at run time.</summary>
    private static bool AreCallable(IOperation[] operands, ArrayCall.Kind kind)
    {
        bool IsMemory(IOperation operand) => TypeMap.Find(OperationTree.Unwrapped(operand).Type) is BufferType || Structs.Buffer(OperationTree.Unwrapped(operand).Type) is not null
            || (kind == ArrayCall.Kind.Copy && Grid.Of(OperationTree.Unwrapped(operand).Type) is not null);
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
        return SymbolEqualityComparer.Default.Equals(OperationTree.Unwrapped(operands[0]).Type, OperationTree.Unwrapped(operands[target]).Type);
    }

    private static bool IsRangeOrIndex(IOperation operand) => operand.Type is { Name: "Range" or "Index", ContainingNamespace.Name: "System" };

    private Value[] BuffersOf(IOperation operand)
    {
        IOperation own = operand.Type is IArrayTypeSymbol || operand.Type?.SpecialType == SpecialType.System_Array ? OperationTree.Unwrapped(operand) : operand;
        Value[] values = rooms.Expressions.EvaluateAll(own, []);
        return Grid.Of(own.Type) is null ? values : [.. values.Take(1)];
    }

    private void Copy(IInvocationOperation call, Value[] sources, Value[] targets)
    {
        for (int i = 0; i < sources.Length; i++)
        {
            rooms.Origins.CheckWritable(targets[i], call.Syntax);
            rooms.Contents.Write(new Copy(sources[i], targets[i]), call.Syntax);
        }
    }

    private void Fill(IInvocationOperation call, Value[] buffers, Value[] values)
    {
        for (int i = 0; i < buffers.Length; i++)
        {
            rooms.Origins.CheckWritable(buffers[i], call.Syntax);
            rooms.Contents.Write(new Fill(buffers[i], rooms.Conversions.Convert(values[i], ((BufferType)buffers[i].Type).Element, null)), call.Syntax);
        }
    }

    private void Reverse(IInvocationOperation call, Value[] buffers)
    {
        Value length = state.Block.Length(buffers[0]);
        Value last = state.Block.Subtract(length, state.Block.Constant(1));
        BlockBuilder swap = state.Block.Nested();
        Value index = state.Values.New(IrType.Int);
        Value mirrored = swap.Subtract(last, index);
        foreach (Value buffer in buffers)
        {
            rooms.Origins.CheckWritable(buffer, call.Syntax);
            Value front = swap.Load(buffer, index), back = swap.Load(buffer, mirrored);
            foreach (Store store in (Store[])[new Store(buffer, index, back), new Store(buffer, mirrored, front)])
            {
                swap.Append(store);
                state.PassiveStores.Note(store, faults.StoresActive(call.Syntax));
            }
        }

        Value half = rooms.Arithmetic.Compute(Opcode.Divide, IrType.Int, null, length, state.Block.Constant(2));
        state.Block.Append(new For([], index, state.Block.Constant(0), half, 1, [], swap.Finish([])));
    }

    private IEnumerable<Value> AsSpans(Value[] buffers, IOperation where)
    {
        if (where is IRangeOperation range)
        {
            (Value start, Value? count) = rooms.Buffers.Bounds(range, index => rooms.Buffers.Index(buffers[0], index));
            return rooms.Views.Parts(buffers, start, count);
        }

        return where is IUnaryOperation or IConversionOperation
            ? rooms.Views.Parts(buffers, rooms.Buffers.Index(buffers[0], where), null)
            : [.. buffers.Select(_ => faults.Unsupported(where))];
    }
}
