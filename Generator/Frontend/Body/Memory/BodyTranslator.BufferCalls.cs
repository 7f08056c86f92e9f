using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>A method of a span or array, the receiver first whether it is an extension or not.</summary>
    private Value[] OnBuffer(IInvocationOperation call, BufferCall.Kind kind, string? name)
    {
        IOperation[] operands =
        [
            .. call.Instance is { } instance ? [instance] : Array.Empty<IOperation>(),
            .. call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value),
        ];
        Value buffer = Evaluate(Unwrapped(operands[0]));
        Value[] rest = [.. operands.Skip(1).Select(operand => Evaluate(operand))];
        if (UnknownType.Is(buffer) || rest.Any(UnknownType.Is))
        {
            return call.TargetMethod.ReturnsVoid ? [] : [Unknown()];
        }

        return buffer.Type is BufferType type ? OnBuffer(call, kind, name, buffer, type, rest) : [Unsupported(call)];
    }

    private Value[] OnBuffer(IInvocationOperation call, BufferCall.Kind kind, string? name, Value buffer, BufferType type, Value[] rest)
    {
        switch (kind)
        {
            case BufferCall.Kind.Slice:
                return [ViewOf(buffer, type, rest[0], rest.Length > 1 ? rest[1] : null, name)];
            case BufferCall.Kind.AsSpan:
                BufferType span = type with { Kind = BufferKind.Span };
                return [ViewOf(buffer, span, rest.Length > 0 ? rest[0] : null, rest.Length > 1 ? rest[1] : null, name)];
            case BufferCall.Kind.CopyTo:
                CheckWritable(rest[0], call.Syntax);
                Write(new Copy(buffer, rest[0]), call.Syntax);
                return [];
            case BufferCall.Kind.Clear:
                CheckWritable(buffer, call.Syntax);
                Write(new Fill(buffer, _block.Constant(0, type.Element)), call.Syntax);
                return [];
            case BufferCall.Kind.Fill:
                CheckWritable(buffer, call.Syntax);
                Write(new Fill(buffer, Convert(rest[0], type.Element, null)), call.Syntax);
                return [];
            case BufferCall.Kind.ToArray:
                return [Copied(buffer, name)];
            default:
                return [Unsupported(call)];
        }
    }
}
