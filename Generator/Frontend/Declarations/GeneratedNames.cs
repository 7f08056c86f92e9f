using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// What belongs to the generator's own output. The generator's compilation lacks it and the analyzer's has it, so both go by
/// names that follow from the declarations.
/// </summary>
internal static class GeneratedNames
{
    private static readonly string[] Suffixes =
    [
        "ValueAndGradientBatch", "ValueAndGradient", "Gradient", "Vjp", "Jvp", "Forward", "Backward", "Jacobian", "Hvp", "Hessian", "Batch",
    ];

    /// <summary>The path that the compiler gives a file of this generator contains its type's name.</summary>
    private const string Generator = "StaticAd.Generator.DerivativeGenerator";

    /// <summary>The file that declares generated methods while a body is bound that calls them.</summary>
    public const string DeclarationsPath = Generator + "/Declarations.cs";

    public static bool IsGenerated(SyntaxTree tree) => tree.FilePath.Contains(Generator);

    public static bool IsGenerated(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Length > 0 && symbol.DeclaringSyntaxReferences.All(reference => IsGenerated(reference.SyntaxTree));

    /// <summary>Whether a method's body calls generated derivatives.</summary>
    public static bool AreCalledIn(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation) =>
        CallsIn(method).Any(call =>
            model.GetSymbolInfo(call.Call, cancellation).Symbol is var symbol
            && (symbol is null ? IsFamilyKnown(call.Call, call.Name, model) : IsGenerated(symbol)));

    /// <summary>A call of a generated method that works in batches: these are never declared where bodies are translated.</summary>
    public static InvocationExpressionSyntax? BatchCallIn(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation) =>
        CallsIn(method).FirstOrDefault(call => call.Name.Identifier.ValueText.EndsWith("Batch", StringComparison.Ordinal)
            && model.GetSymbolInfo(call.Call, cancellation).Symbol is null
            && IsFamilyKnown(call.Call, call.Name, model)).Call;

    /// <summary>Calls whose names may be those of generated derivatives, as far as the text tells.</summary>
    public static IEnumerable<(SimpleNameSyntax Name, InvocationExpressionSyntax Call)> CallsIn(SyntaxNode node) =>
        from call in node.DescendantNodes().OfType<InvocationExpressionSyntax>()
        let name = call.Expression switch
        {
            SimpleNameSyntax simple => simple,
            MemberAccessExpressionSyntax access => access.Name,
            _ => null,
        }
        where name is not null && Families(name.Identifier.ValueText).Any()
        select (name, call);

    /// <summary>Whether a call may be one of a generated method, as far as its name tells.</summary>
    public static bool MayBeGenerated(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax simple => simple,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    } is { } name && Families(name.Identifier.ValueText).Any();

    /// <summary>The families that a name may be of.</summary>
    public static IEnumerable<string> Families(string name) => Suffixes
        .Where(suffix => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
        .Select(suffix => name.Substring(0, name.Length - suffix.Length));

    private static bool IsFamilyKnown(InvocationExpressionSyntax call, SimpleNameSyntax name, SemanticModel model)
    {
        string[] families = [.. Families(name.Identifier.ValueText)];
        if (call.Expression is MemberAccessExpressionSyntax access)
        {
            return (model.GetSymbolInfo(access.Expression).Symbol as INamedTypeSymbol ?? model.GetTypeInfo(access.Expression).Type) is INamedTypeSymbol type
                && Declares(type, families);
        }

        for (INamedTypeSymbol? type = model.GetEnclosingSymbol(call.SpanStart)?.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Declares(type, families))
            {
                return true;
            }
        }

        return families
            .SelectMany(family => model.LookupStaticMembers(call.SpanStart, name: family))
            .Any(symbol => Attributes.Has(symbol, Attributes.Differentiable));
    }

    private static bool Declares(INamedTypeSymbol type, string[] families) => type.GetMembers()
        .OfType<IMethodSymbol>()
        .Any(method => Attributes.Find(method, Attributes.Differentiable) is { } mark && families.Contains(Attributes.Family(method, mark)));
}
