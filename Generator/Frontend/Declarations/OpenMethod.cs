using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// A generic method as its own callers see it: the signature of an instance, with a type of the type parameter's name wherever that has
/// its type argument. It has no body; nothing but text is made of it.
/// </summary>
internal static class OpenMethod
{
    public static Method Of(IMethodSymbol instance, Signature signature)
    {
        IMethodSymbol method = instance.OriginalDefinition;
        ITypeParameterSymbol type = method.TypeParameters[0];
        var open = new OpaqueType(CSharpNames.Identifier(type.Name));
        Parameter[] parameters =
        [
            .. signature.OfReceiver,
            .. method.Parameters.SelectMany(symbol => signature.Of(symbol).Select(parameter =>
                Instances.Mentions(symbol.Type, type) ? Opened(parameter, symbol, open) : parameter)),
        ];
        ReturnShape result = Instances.Mentions(method.ReturnType, type) ? Opened(signature.Return, method, open) : signature.Return;
        return new Method(CSharpNames.Key(method), CSharpNames.FullName(method), [.. parameters], result, null, null);
    }

    /// <summary>The clause behind <c>where T :</c>.</summary>
    public static string Constraints(ITypeParameterSymbol type)
    {
        string? kind = type.HasUnmanagedTypeConstraint ? "unmanaged"
            : type.HasValueTypeConstraint ? "struct"
            : type.HasNotNullConstraint ? "notnull"
            : null;
        IEnumerable<string> constraints = type.ConstraintTypes.Select(CSharpNames.FullName);
        string[] last = type.HasConstructorConstraint ? ["new()"] : [];
        return string.Join(", ", [.. kind is null ? (string[])[] : [kind], .. constraints, .. last]);
    }

    private static Parameter Opened(Parameter parameter, IParameterSymbol symbol, OpaqueType open)
    {
        string declaration = Signature.Declaration(symbol);
        if (parameter.Of is not { } whole)
        {
            return parameter with { Declaration = declaration, Type = Opened(parameter.Type, open) };
        }

        StructShape shape = whole.Shape with { CSharpType = CSharpNames.FullName(ElementOf(symbol.Type)) };
        return parameter with { Declaration = declaration, Of = whole with { Declaration = declaration, Shape = shape } };
    }

    private static ITypeSymbol ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol span when TypeMap.IsSpan(span) => span.TypeArguments[0],
        _ => type,
    };

    private static IrType Opened(IrType type, OpaqueType open) => type is BufferType buffer ? buffer with { Element = open } : open;

    private static ReturnShape Opened(ReturnShape result, IMethodSymbol method, OpaqueType open)
    {
        string text = CSharpNames.FullName(method.ReturnType);
        if (result.Struct is { } shape)
        {
            return result with { CSharpType = text, Struct = shape with { CSharpType = text } };
        }

        ITypeSymbol[] types = method.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple
            ? [.. tuple.TupleElements.Select(element => element.Type)]
            : [method.ReturnType];
        return result with
        {
            CSharpType = text,
            Components = [.. result.Components.Zip(types, (component, type) => type is ITypeParameterSymbol ? component with { Type = open } : component)],
        };
    }
}
