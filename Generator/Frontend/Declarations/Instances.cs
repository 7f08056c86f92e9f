using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>The instances of a marked generic method that get derivatives: those for the types of numbers that meet its constraints.</summary>
internal static class Instances
{
    private const string Half = "System.Half";

    public static IReadOnlyList<IMethodSymbol> Of(IMethodSymbol method, Compilation compilation) =>
    [
        .. Numbers(compilation)
            .Where(number => method.TypeParameters is [var only] && Meets(only, number))
            .Select(number => method.OriginalDefinition.Construct(number)),
    ];

    /// <summary>The instances of a method if it is generic, else the method.</summary>
    public static IReadOnlyList<IMethodSymbol> OrItself(IMethodSymbol method, Compilation compilation) =>
        !method.IsGenericMethod ? [method] : Obstacle(method, compilation) is null ? Of(method, compilation) : [];

    /// <summary>The instance of a method, in whatever compilation it is declared, for the type that another one is for.</summary>
    public static IMethodSymbol For(IMethodSymbol method, ITypeSymbol argument, Compilation compilation) =>
        Of(method, compilation).First(instance => CSharpNames.FullName(instance.TypeArguments[0]) == CSharpNames.FullName(argument));

    /// <summary>Why a generic method cannot have derivatives; null if it can.</summary>
    public static string? Obstacle(IMethodSymbol method, Compilation compilation)
    {
        if (method.TypeParameters is not [var type])
        {
            return $"it has {method.TypeParameters.Length} type parameters; leave one, for the type of the numbers";
        }

        if (method.Parameters.FirstOrDefault(parameter => !IsPlain(parameter.Type, type)) is { } parameter)
        {
            return Unplain($"parameter '{parameter.Name}'", parameter.Type, type);
        }

        if (!IsPlain(method.ReturnType, type))
        {
            return Unplain("its result", method.ReturnType, type);
        }

        // A parameter that is only an output is none of the backward sweep's.
        if (!method.Parameters.Any(own => own.RefKind != RefKind.Out && Mentions(own.Type, type)))
        {
            return $"no input has a type with '{type.Name}' in it, so that the methods for different types would be the same; give it one";
        }

        return Of(method, compilation).Count == 0
            ? $"none of 'double', 'float' and 'Half' meets the constraints of '{type.Name}'; relax them"
            : null;
    }

    private static string Unplain(string what, ITypeSymbol type, ITypeParameterSymbol parameter) =>
        $"{what} has type '{CSharpNames.Short(type)}'; take '{parameter.Name}', or arrays, spans and tuples of it";

    private static IEnumerable<ITypeSymbol> Numbers(Compilation compilation) => new[]
    {
        compilation.GetSpecialType(SpecialType.System_Double),
        compilation.GetSpecialType(SpecialType.System_Single),
        compilation.GetTypeByMetadataName(Half),
    }.OfType<ITypeSymbol>();

    private static bool Meets(ITypeParameterSymbol parameter, ITypeSymbol number) =>
        !parameter.HasReferenceTypeConstraint
        && parameter.ConstraintTypes.All(constraint => constraint.TypeKind == TypeKind.Error
            || number.AllInterfaces.Contains(Substituted(constraint, parameter, number), SymbolEqualityComparer.Default));

    private static ITypeSymbol Substituted(ITypeSymbol type, ITypeParameterSymbol parameter, ITypeSymbol number) =>
        SymbolEqualityComparer.Default.Equals(type, parameter) ? number
        : type is INamedTypeSymbol { IsGenericType: true } named
            ? named.ConstructedFrom.Construct([.. named.TypeArguments.Select(argument => Substituted(argument, parameter, number))])
        : type;

    /// <summary>Whether a type is without the type parameter, or has it only in forms in which it is the type of a number.</summary>
    private static bool IsPlain(ITypeSymbol type, ITypeParameterSymbol parameter) =>
        type is ITypeParameterSymbol || !Mentions(type, parameter) || type switch
        {
            IArrayTypeSymbol array => IsPlain(array.ElementType, parameter),
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(element => IsPlain(element.Type, parameter)),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsPlain(nullable.TypeArguments[0], parameter),
            INamedTypeSymbol span when TypeMap.IsSpan(span) => IsPlain(span.TypeArguments[0], parameter),
            _ => false,
        };

    public static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol => SymbolEqualityComparer.Default.Equals(type.WithNullableAnnotation(NullableAnnotation.None), parameter),
        IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, parameter))
            || (named.ContainingType is { } outer && Mentions(outer, parameter)),
        _ => false,
    };
}
