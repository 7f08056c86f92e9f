using Microsoft.CodeAnalysis;
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
        IncrementalValuesProvider<GeneratedFile> files = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                Attributes.Differentiable,
                static (node, _) => node is MethodDeclarationSyntax,
                static (marked, cancellation) => CheckCache.Check(
                    (IMethodSymbol)marked.TargetSymbol,
                    (MethodDeclarationSyntax)marked.TargetNode,
                    marked.SemanticModel.Compilation,
                    cancellation).Model)
            .Where(static model => model is not null)
            .WithTrackingName(TrackingNames.Methods)
            .Select(static (model, _) => DerivativeCompiler.Generate(model!))
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
        RegisterBranches(context);
    }

    /// <summary>In Debug builds, copies of the methods that count their branches.</summary>
    private static void RegisterBranches(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<BranchFile?> copies = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                Attributes.Differentiable,
                static (node, _) => node is MethodDeclarationSyntax,
                static (marked, cancellation) => BranchFile.Of(
                    (IMethodSymbol)marked.TargetSymbol, (MethodDeclarationSyntax)marked.TargetNode, marked.SemanticModel, cancellation))
            .Where(static copy => copy is not null);
        context.RegisterSourceOutput(copies, static (output, copy) => output.AddSource(copy!.Name, copy.Text));
    }
}
