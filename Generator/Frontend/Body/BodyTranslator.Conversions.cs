using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    private Value Conversion(IConversionOperation conversion, string? name)
    {
        IrType? target = TypeMap.Find(conversion.Type);
        if (target is BufferType && ArrayCall.CloneOf(conversion.Operand) is { } cloned && SymbolEqualityComparer.Default.Equals(cloned.Type, conversion.Type))
        {
            Value original = Evaluate(cloned);
            return UnknownType.Is(original) ? original : Copied(original, name);
        }

        if (target is BufferType buffer)
        {
            Value source = Evaluate(conversion.Operand, name);
            return UnknownType.Is(source) || source.Type is BufferType ? Under(source, buffer, name) : Unsupported(conversion);
        }

        if (target is ScalarType number && conversion.OperatorMethod is { } converter && TypeMap.IsHalf(converter.ContainingType))
        {
            return OfHalf(conversion, converter, number, name);
        }

        if (target is not ScalarType scalar || conversion.OperatorMethod is not null || TypeMap.Scalar(conversion.Operand.Type) is null)
        {
            return target is OpaqueType && conversion.Conversion.IsIdentity ? Evaluate(conversion.Operand, name) : Unsupported(conversion);
        }

        Value operand = Evaluate(conversion.Operand, conversion.Conversion.IsIdentity ? name : null);
        if (!conversion.IsImplicit && !conversion.Conversion.IsIdentity && !conversion.Operand.ConstantValue.HasValue)
        {
            CheckOverflowContext(conversion, conversion.IsChecked, scalar);
        }

        return Convert(operand, scalar, name);
    }

    /// <summary>A conversion from or to <c>Half</c>, which are operators of that type.</summary>
    private Value OfHalf(IConversionOperation conversion, IMethodSymbol converter, ScalarType target, string? name)
    {
        if (TypeMap.Scalar(converter.Parameters[0].Type) is not ScalarType from || TypeMap.Scalar(converter.ReturnType) is not ScalarType to
            || converter.Name is not (WellKnownMemberNames.ExplicitConversionName or WellKnownMemberNames.ImplicitConversionName))
        {
            return Unsupported(conversion);
        }

        Value operand = Convert(Evaluate(conversion.Operand), from, null);
        CheckOverflowContext(conversion, conversion.IsChecked, to);
        return Convert(Convert(operand, to, target.Equals(to) ? name : null), target, name);
    }

    private Value Convert(Value value, IrType type, string? name)
    {
        if (value.Type.Equals(type))
        {
            return value;
        }

        if (Exact(value, type) is { } exact)
        {
            return exact;
        }

        Value converted = Compute(Opcode.Convert, type, name, value);
        if (Widens(value.Type, type))
        {
            NoteExact(converted, value);
        }

        return converted;
    }

    /// <summary>The same memory under another buffer type.</summary>
    private Value Under(Value buffer, BufferType type, string? name) =>
        UnknownType.Is(buffer) || buffer.Type.Equals(type) ? buffer : ViewOf(buffer, type, null, null, name);
}
