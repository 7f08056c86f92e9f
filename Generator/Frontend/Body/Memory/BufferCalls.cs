using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Methods of arrays and spans of numbers.</summary>
internal sealed class BufferCalls(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>A method of a span or array, the receiver first whether it is an extension or not.</summary>
    public Value[] Invoke(IInvocationOperation call, BufferCall.Kind kind, string? name)
    {
        IOperation[] operands = Operands.WithReceiver(call);
        Value buffer = rooms.Expressions.Evaluate(OperationTree.Unwrapped(operands[0]));
        Value[] rest = [.. operands.Skip(1).Select(operand => rooms.Expressions.Evaluate(operand))];
        if (UnknownType.Is(buffer) || rest.Any(UnknownType.Is))
        {
            return call.TargetMethod.ReturnsVoid ? [] : [state.Unknown()];
        }

        return buffer.Type is BufferType type ? Invoke(call, kind, name, buffer, type, rest) : [faults.Unsupported(call)];
    }

    private Value[] Invoke(IInvocationOperation call, BufferCall.Kind kind, string? name, Value buffer, BufferType type, Value[] rest)
    {
        switch (kind)
        {
            case BufferCall.Kind.Slice:
                return [rooms.Views.Of(buffer, type, rest[0], rest.Length > 1 ? rest[1] : null, name)];
            case BufferCall.Kind.AsSpan:
                BufferType span = type with { Kind = BufferKind.Span };
                return [rooms.Views.Of(buffer, span, rest.Length > 0 ? rest[0] : null, rest.Length > 1 ? rest[1] : null, name)];
            case BufferCall.Kind.CopyTo:
                rooms.Origins.CheckWritable(rest[0], call.Syntax);
                rooms.Contents.Write(new Copy(buffer, rest[0]), call.Syntax);
                return [];
            case BufferCall.Kind.Clear:
                rooms.Origins.CheckWritable(buffer, call.Syntax);
                rooms.Contents.Write(new Fill(buffer, state.Block.Constant(0, type.Element)), call.Syntax);
                return [];
            case BufferCall.Kind.Fill:
                rooms.Origins.CheckWritable(buffer, call.Syntax);
                rooms.Contents.Write(new Fill(buffer, rooms.Conversions.Convert(rest[0], type.Element, null)), call.Syntax);
                return [];
            case BufferCall.Kind.ToArray:
                return [rooms.Allocations.Copy(buffer, name)];
            default:
                return [faults.Unsupported(call)];
        }
    }
}
