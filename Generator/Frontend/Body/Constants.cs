using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Constants, by their names where generated code can name them.</summary>
internal sealed class Constants(BodyState state)
{
    /// <summary>
    /// A constant expression. One that mentions constants by name is translated as it is written, so that <c>2 * Math.PI</c>
    /// keeps the name.
    /// </summary>
    public Value? Literal(IOperation operation, string? name)
    {
        if (operation.ConstantValue is not { HasValue: true, Value: { } value } || TypeMap.Scalar(operation.Type) is not { } type)
        {
            return null;
        }

        if (operation is IFieldReferenceOperation field)
        {
            return Named(field.Field, type, value, name);
        }

        if (operation.Descendants().Any(part => part is IFieldReferenceOperation reference && ConstantText(reference.Field) is not null))
        {
            return null;
        }

        return Number(type, value, null, name);
    }

    private Value Named(IFieldSymbol field, IrType type, object value, string? name) =>
        type is OpaqueType
            ? Member(type, value, $"{CSharpNames.FullName(field.ContainingType)}.{CSharpNames.Identifier(field.Name)}", name)
            : Number(type, value, ConstantText(field), name);

    public Value Number(IrType type, object value, string? text, string? name)
    {
        if (type is OpaqueType opaque)
        {
            return Member(type, value, string.Format(CultureInfo.InvariantCulture, "({0})({1})", opaque.CSharpName, value), name);
        }

        double number = value is bool truth ? (truth ? 1 : 0) : System.Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (!IsExact(number, value))
        {
            return Symbol(type, text ?? string.Format(CultureInfo.InvariantCulture, value is long ? "({0}L)" : "{0}UL", value), name);
        }

        Value result = state.Values.New(type, name);
        state.Block.Append(new Constant(result, number, text));
        return result;
    }

    public Value Truth(bool value, string? name = null) => Number(IrType.Bool, value, null, name);

    public Value Symbol(IrType type, string text, string? name) => Append(new Symbol(state.Values.New(type, name), text));

    private Value Member(IrType type, object value, string text, string? name)
    {
        double? number = type is OpaqueType { IsEnum: true } ? System.Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
        return Append(new Symbol(state.Values.New(type, name), text, Number: number));
    }

    private Value Append(Symbol symbol)
    {
        state.Block.Append(symbol);
        return symbol.Result;
    }

    /// <summary>Whether a constant survives as the <c>double</c> that the IR holds it in; large 64-bit integers need not.</summary>
    private static bool IsExact(double number, object value) => value switch
    {
        long integer => Math.Abs(number) < 1L << 62 && (long)number == integer,
        ulong integer => number < 1L << 62 && (ulong)number == integer,
        _ => true,
    };

    /// <summary>How generated code names a constant; null where it cannot, so that it prints the number.</summary>
    private string? ConstantText(IFieldSymbol field) =>
        field.IsConst && !IsOfOpenType(field) && IsNameable(field) ? state.Translation.TextOf(field) : null;

    // A surrogate's own are not; and what it knows of the framework need not be the symbols that this compilation has.
    private bool IsNameable(IFieldSymbol field) =>
        field.ContainingType is { SpecialType: not SpecialType.None } or { Name: "Math" or "MathF", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        || (!field.ContainingNamespace.ToDisplayString().StartsWith("StaticAd.Surrogates", StringComparison.Ordinal)
            && state.Translation.Compilation.IsSymbolAccessibleWithin(field, state.Translation.Home));

    // Inside its own type, generated code elsewhere could not name it.
    public static bool IsOfOpenType(IFieldSymbol field) => field.ContainingType.TypeArguments.Any(type => type is ITypeParameterSymbol);
}
