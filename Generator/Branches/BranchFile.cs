using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Frontend;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Branches;

/// <summary>A file with the copy of one marked method that counts its branches, for <c>GradCheck</c>; written in Debug builds only.</summary>
internal sealed record BranchFile(string Name, string Text)
{
    // A model is that of one method in one program, as long as nothing of it changes that the copy has in it: the method's text, the type
    // around it, and all other declarations.
    private static readonly ConditionalWeakTable<MethodModel, StrongBox<BranchFile?>> Known = new();

    /// <summary>The file for a method that has a derivative; null in Release builds, and where there are no branches.</summary>
    public static BranchFile? Of(MethodModel model, MethodDeclarationSyntax syntax, Compilation compilation, CancellationToken cancellation) =>
        compilation.Options.OptimizationLevel != OptimizationLevel.Debug ? null
        : Known.TryGetValue(model, out StrongBox<BranchFile?> known) ? known.Value
        : Known.GetValue(model, _ => new StrongBox<BranchFile?>(Write(syntax, compilation, cancellation))).Value;

    private static BranchFile? Write(MethodDeclarationSyntax syntax, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            SemanticModel model = compilation.GetSemanticModel(syntax.SyntaxTree);
            var method = (IMethodSymbol)model.GetDeclaredSymbol(syntax, cancellation)!;
            return BranchCopy.HasBranches(syntax) && BranchCopy.Text(method, syntax, model, cancellation) is { } text ? new BranchFile(FileName.Of(method) + ".Branches.g.cs", text) : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Derivatives do not depend on it: without the copy, the report says nothing of branches.
            return null;
        }
    }
}
