using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// What type parameters stand for while the body of a generic function is translated: a body has one set of symbols, whatever it
/// is called with. Translation runs on one thread from beginning to end.
/// </summary>
internal sealed class TypeArguments : IDisposable
{
    [ThreadStatic]
    private static TypeArguments? t_innermost;

    private readonly TypeArguments? _outer = t_innermost;
    private readonly Dictionary<ITypeParameterSymbol, ITypeSymbol> _arguments = new(SymbolEqualityComparer.Default);

    private TypeArguments(IMethodSymbol method)
    {
        Add(method.TypeParameters, method.TypeArguments);
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            Add(type.TypeParameters, type.TypeArguments);
        }
    }

    /// <summary>From here on the type parameters of a method, and of the types around it, stand for its type arguments.</summary>
    public static TypeArguments Enter(IMethodSymbol method)
    {
        // What the arguments stand for themselves is looked up before they hide it.
        var arguments = new TypeArguments(method);
        t_innermost = arguments;
        return arguments;
    }

    /// <summary>What a type parameter stands for; any other type itself.</summary>
    public static ITypeSymbol Resolve(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            for (TypeArguments? scope = t_innermost; scope is not null; scope = scope._outer)
            {
                if (scope._arguments.TryGetValue(parameter.OriginalDefinition as ITypeParameterSymbol ?? parameter, out ITypeSymbol found))
                {
                    return found;
                }
            }
        }

        return type;
    }

    /// <summary>A called method with what its type arguments stand for; one that is not generic itself.</summary>
    public static IMethodSymbol Resolve(IMethodSymbol called) =>
        called.IsGenericMethod ? called.ConstructedFrom.Construct([.. called.TypeArguments.Select(Resolve)]) : called;

    public void Dispose() => t_innermost = _outer;

    private void Add(IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            _arguments[(ITypeParameterSymbol)parameters[i].OriginalDefinition] = Resolve(arguments[i]);
        }
    }
}
