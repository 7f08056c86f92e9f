using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Generator.Frontend;

/// <summary>What is known of a method that is called: whether it has a rule, a body that can be read here, a surrogate that stands for it.</summary>
internal sealed class MethodFacts(BodyState state)
{
    // A rule of the program stands before what is known of the method otherwise; libraries do not change what Math means.
    public bool HasOwnRule(IMethodSymbol method) => state.Translation.Rules.Find(method) is { IsOwn: true };

    public bool HasRule(IMethodSymbol method) => state.Translation.Rules.Find(method) is not null;

    /// <summary>Whether a member has a body that can be read here.</summary>
    public bool IsWritten(IMethodSymbol method) => !HasRule(method) && !GeneratedNames.IsGenerated(method) && (IsDeclaredHere(method) || Surrogate(method) is not null);

    public IMethodSymbol? Surrogate(IMethodSymbol method) =>
        Surrogates.Covers(method.ContainingType) ? Surrogates.Of(state.Translation.Compilation).Find(method) : null;

    public bool IsDeclaredHere(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
        && Home(reference.SyntaxTree) is not null
        && reference.GetSyntax(state.Translation.Cancellation) is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax;

    public Compilation? Home(SyntaxTree tree) => MethodBody.Home(tree, state.Translation);

    public bool IsStructMethod(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && Structs.Is(method.ContainingType) && IsWritten(method)
        && (!method.IsStatic || Surrogate(method) is not null);

    public static bool IsGeneric(IMethodSymbol method) => method.IsGenericMethod || method.ContainingType.IsGenericType;

    /// <summary>Whether a method is one of <c>Enumerable</c>.</summary>
    public static bool IsQuery(IMethodSymbol method) =>
        method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>Whether a generic method can be translated where it is called.</summary>
    public bool HasKnownTypes(IMethodSymbol method) =>
        MethodBody.Source(method, state.Translation) is not null
        && TypesOf(method).All(type => TypeMap.Scalar(type) is not null || Structs.Is(type));

    public static IEnumerable<ITypeSymbol> TypesOf(IMethodSymbol method)
    {
        IEnumerable<ITypeSymbol> types = method.TypeArguments;
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            types = types.Concat(type.TypeArguments);
        }

        return types;
    }

    public bool IsLevel(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary && !IsGeneric(method) && !method.ReturnsByRef && !method.ReturnsByRefReadonly
        && !method.ContainingType.IsExtension && !HasRule(method) && !GeneratedNames.IsGenerated(method)
        && MethodBody.Source(method, state.Translation) is { } source && state.Translation.Compilation.ContainsSyntaxTree(source.SyntaxTree)
        && HasStructures(method) && HasLeaves(method)
        && state.Translation.Callees.Cycles.Contains(method, state.Translation);

    private static bool HasStructures(IMethodSymbol method) =>
        !method.IsStatic || Structs.Is(method.ReturnType) || method.Parameters.Any(parameter => Structs.Is(parameter.Type));

    /// <summary>Whether all that it takes and returns is numbers, structures of such, and buffers of numbers.</summary>
    private static bool HasLeaves(IMethodSymbol method) =>
        (method.IsStatic || Structs.Is(method.ContainingType))
        && (method.ReturnsVoid || TypeMap.Scalar(method.ReturnType) is not null || Structs.Is(method.ReturnType))
        && method.Parameters.All(parameter => TypeMap.Find(parameter.Type) is not null || Structs.Is(parameter.Type));
}
