using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <param name="HasCompileErrors">The method is not valid C#; the compiler reports it, we do not.</param>
internal sealed record BodyResult(Block? Block, IReadOnlyList<DiagnosticInfo> Faults, bool HasCompileErrors, PassiveStores? Stores = null)
{
    /// <summary>What is differentiated, but perhaps not as meant.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>The body before anything was left out of it; there is one if it could be translated.</summary>
    public Block Whole => Stores!.Body!;
}

/// <summary>A body's operations; null with the reasons.</summary>
internal sealed record BodySource(IOperation? Root, IReadOnlyList<DiagnosticInfo> Faults, bool HasCompileErrors);

/// <summary>From a method's declaration to its body's IR.</summary>
internal static class MethodBody
{
    public static BodyResult Translate(Translation translation, IMethodSymbol method, MethodDeclarationSyntax syntax, Signature signature)
    {
        BodySource source = Read(translation, method, syntax);
        if (source.Root is not { } root)
        {
            return new BodyResult(null, source.Faults, source.HasCompileErrors);
        }

        using var arguments = TypeArguments.Enter(method);
        return BodyTranslator.Translate(translation, method.OriginalDefinition, signature, root);
    }

    /// <summary>The body's operations, unless it has faults that are seen without translating it.</summary>
    public static BodySource Read(Translation translation, IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        SemanticModel model = (Home(syntax.SyntaxTree, translation) ?? translation.Compilation).GetSemanticModel(syntax.SyntaxTree);
        if (translation.Derivatives is null && GeneratedNames.AreCalledIn(syntax, model, translation.Cancellation))
        {
            translation.NeedsDerivatives = true;
            return new BodySource(null, [], HasCompileErrors: true);
        }

        if (translation.Derivatives is not null && GeneratedNames.BatchCallIn(syntax, model, translation.Cancellation) is { } batch)
        {
            return new BodySource(null, [new DiagnosticInfo(Descriptors.NestedDerivative.Id, [batch.Expression.ToString(), "it works in batches"], SourceSpan.Of(batch), [])], HasCompileErrors: false);
        }

        if (HasErrors(model, syntax, translation.Cancellation))
        {
            return new BodySource(null, [], HasCompileErrors: true);
        }

        if (Obstacle(method, syntax) is { } obstacle)
        {
            return new BodySource(null, [obstacle], HasCompileErrors: false);
        }

        var body = (IMethodBodyOperation)model.GetOperation(syntax, translation.Cancellation)!;
        return new BodySource(body.BlockBody ?? body.ExpressionBody!, [], HasCompileErrors: false);
    }

    /// <summary>The method's declaration if it is in this compilation; that of a referenced project is not ours to read.</summary>
    public static MethodDeclarationSyntax? Source(IMethodSymbol method, Translation translation) =>
        method.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && Home(reference.SyntaxTree, translation) is not null
            ? reference.GetSyntax(translation.Cancellation) as MethodDeclarationSyntax
            : null;

    /// <summary>The compilation to which a file belongs: the user's, or that of the surrogates; null for that of another project.</summary>
    public static Compilation? Home(SyntaxTree tree, Translation translation)
    {
        if (translation.Compilation.ContainsSyntaxTree(tree))
        {
            return translation.Compilation;
        }

        Compilation surrogates = Surrogates.Of(translation.Compilation).Compilation;
        return surrogates.ContainsSyntaxTree(tree) ? surrogates : null;
    }

    public static bool HasErrors(SemanticModel model, MethodDeclarationSyntax syntax, CancellationToken cancellation) => model
        .GetDiagnostics(syntax.Span, cancellation)
        .Any(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);

    private static DiagnosticInfo? Obstacle(IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        string? what = method switch
        {
            { IsAsync: true } => "An async method",
            _ when syntax.Body is null && syntax.ExpressionBody is null => "A method without a body",
            _ => null,
        };
        return what is null
            ? null
            : new DiagnosticInfo(
                Descriptors.UnsupportedConstruct.Id, [what, "Make it an ordinary static method"], SourceSpan.Of(syntax.Identifier), []);
    }
}
