using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Branches;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Frontend;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator;

/// <summary>Names of the pipeline's steps, for those who track why a step ran.</summary>
internal static class TrackingNames
{
    /// <summary>The models of the marked methods that have a derivative.</summary>
    public const string Methods = nameof(Methods);

    /// <summary>The generated files.</summary>
    public const string Derivatives = nameof(Derivatives);
}

/// <summary>Writes the derivatives of methods marked <c>[Differentiable]</c>. Errors are the analyzer's to report.</summary>
[Generator]
public sealed class DerivativeGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Not ForAttributeWithMetadataName: it binds the attributes of all marked methods after every edit.
        IncrementalValuesProvider<Found> marked = context.CompilationProvider.SelectMany(static (compilation, cancellation) =>
            AttributeMentions.Differentiable.Methods(compilation, cancellation).Select(method => Find(method, compilation, cancellation)).ToImmutableArray());
        IncrementalValuesProvider<GeneratedFile> files = marked
            .Where(static found => found.Model is not null)
            .Select(static (found, _) => found.Model!)
            .WithTrackingName(TrackingNames.Methods)
            .Select(static (model, _) => DerivativeCompiler.Generate(model))
            .WithTrackingName(TrackingNames.Derivatives);

        context.RegisterSourceOutput(files, static (output, file) =>
        {
            if (file.Text is not null)
            {
                output.AddSource(file.Name, file.Text);
            }
            else
            {
                // A fault of ours behind the front end: the one thing that the analyzer cannot know.
                output.ReportDiagnostic(Diagnostic.Create(Descriptors.InternalError, Location.None, [.. file.Fault]));
            }
        });

        // In Debug builds, copies of the methods that count their branches.
        context.RegisterSourceOutput(
            marked.Where(static found => found.Branches is not null).Select(static (found, _) => found.Branches!),
            static (output, copy) => output.AddSource(copy.Name, copy.Text));
    }

    private static Found Find(MethodDeclarationSyntax method, Compilation compilation, CancellationToken cancellation)
    {
        MethodModel? model = IsOtherPart(method, compilation, cancellation) ? null : CheckCache.Check(method, compilation, cancellation).Model;
        return new Found(model, model is null ? null : BranchFile.Of(model, method, compilation, cancellation));
    }

    /// <summary>Whether the mark stands at the other part of a partial method.</summary>
    private static bool IsOtherPart(MethodDeclarationSyntax method, Compilation compilation, CancellationToken cancellation) =>
        method.Modifiers.Any(SyntaxKind.PartialKeyword)
        && compilation.GetSemanticModel(method.SyntaxTree).GetDeclaredSymbol(method, cancellation) is { } symbol
        && Attributes.Find(symbol, Attributes.Differentiable)?.ApplicationSyntaxReference is { } mark
        && !(mark.SyntaxTree == method.SyntaxTree && method.Span.Contains(mark.Span));

    /// <summary>What is to be written for a marked method; nothing where it has an error.</summary>
    private sealed record Found(MethodModel? Model, BranchFile? Branches);
}
