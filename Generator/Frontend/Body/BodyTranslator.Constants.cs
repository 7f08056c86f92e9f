using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>
    /// A constant expression. One that mentions constants by name is translated as it is written, so that <c>2 * Math.PI</c>
    /// keeps the name.
    /// </summary>
    private Value? Literal(IOperation operation, string? name)
    {
        if (operation.ConstantValue is not { HasValue: true, Value: { } value } || TypeMap.Scalar(operation.Type) is not { } type)
        {
            return null;
        }

        if (operation is IFieldReferenceOperation field)
        {
            return NamedConstant(field.Field, type, value, name);
        }

        if (operation.Descendants().Any(part => part is IFieldReferenceOperation reference && ConstantText(reference.Field) is not null))
        {
            return null;
        }

        return Number(type, value, null, name);
    }

    private Value NamedConstant(IFieldSymbol field, IrType type, object value, string? name) =>
        type is OpaqueType
            ? SymbolValue(type, $"{CSharpNames.FullName(field.ContainingType)}.{CSharpNames.Identifier(field.Name)}", name)
            : Number(type, value, ConstantText(field), name);

    private Value Number(IrType type, object value, string? text, string? name)
    {
        if (type is OpaqueType opaque)
        {
            return SymbolValue(type, string.Format(CultureInfo.InvariantCulture, "({0})({1})", opaque.CSharpName, value), name);
        }

        double number = value is bool truth ? (truth ? 1 : 0) : System.Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (!IsExact(number, value))
        {
            return SymbolValue(type, text ?? string.Format(CultureInfo.InvariantCulture, value is long ? "({0}L)" : "{0}UL", value), name);
        }

        Value result = _values.New(type, name);
        _block.Append(new Constant(result, number, text));
        return result;
    }

    /// <summary>Whether a constant survives as the <c>double</c> that the IR holds it in; large 64-bit integers need not.</summary>
    private static bool IsExact(double number, object value) => value switch
    {
        long integer => Math.Abs(number) < 1L << 62 && (long)number == integer,
        ulong integer => number < 1L << 62 && (ulong)number == integer,
        _ => true,
    };

    private Value Truth(bool value, string? name = null) => Number(IrType.Bool, value, null, name);

    private Value SymbolValue(IrType type, string text, string? name)
    {
        Value result = _values.New(type, name);
        _block.Append(new Symbol(result, text));
        return result;
    }

    /// <summary>How generated code names a constant; null where it cannot, so that it prints the number.</summary>
    private string? ConstantText(IFieldSymbol field) =>
        field.IsConst && !IsOfOpenType(field) && IsNameable(field) ? _translation.TextOf(field) : null;

    // A surrogate's own are not; and what it knows of the framework need not be the symbols that this compilation has.
    private bool IsNameable(IFieldSymbol field) =>
        field.ContainingType is { SpecialType: not SpecialType.None } or { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        || (!field.ContainingNamespace.ToDisplayString().StartsWith("StaticAd.Surrogates", StringComparison.Ordinal)
            && _translation.Compilation.IsSymbolAccessibleWithin(field, _translation.Home));

    // Inside its own type, generated code elsewhere could not name it.
    private static bool IsOfOpenType(IFieldSymbol field) => field.ContainingType.TypeArguments.Any(type => type is ITypeParameterSymbol);

    private Value Field(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (field.IsStatic && (IsOfOpenType(field) || (field.Type is IArrayTypeSymbol && TypeMap.IsNativeInteger(field.Type))))
        {
            return Unsupported(reference);
        }

        if (PathOf(reference) is { } path && TypeMap.Find(field.Type) is { } held)
        {
            return OfObject(reference, field, held, path.Text);
        }

        if (!field.IsStatic || TypeMap.Find(field.Type) is not { } type)
        {
            return Unsupported(reference);
        }

        if (!field.IsReadOnly || field.IsVolatile)
        {
            Report(Descriptors.MutableState, reference.Syntax, CSharpNames.Short(field));
            return Unknown();
        }

        if (!_translation.Compilation.IsSymbolAccessibleWithin(field, _translation.Home))
        {
            Report(Descriptors.Inaccessible, reference.Syntax, CSharpNames.Short(field), CSharpNames.Short(_translation.Home));
            return Unknown();
        }

        Value value = SymbolValue(type, _translation.TextOf(field), null);
        if (type is BufferType)
        {
            NoteOrigin(value, field);
        }

        return value;
    }
}
