using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Frontend;

namespace StaticAd.Generator.Branches;

/// <summary>A file with the copy of one marked method that counts its branches, for <c>GradCheck</c>; written in Debug builds only.</summary>
internal sealed record BranchFile(string Name, string Text)
{
    private static readonly ConditionalWeakTable<MethodDeclarationSyntax, StrongBox<BranchFile?>> Known = new();

    /// <summary>The file for a method that has a derivative; null in Release builds, and where there are no branches.</summary>
    public static BranchFile? Of(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        if (model.Compilation.Options.OptimizationLevel != OptimizationLevel.Debug || !BranchCopy.HasBranches(syntax))
        {
            return null;
        }

        // It follows from the file that the method stands in, which is another one after each edit.
        return Known.GetValue(syntax, _ => new StrongBox<BranchFile?>(Write(method, syntax, model, cancellation))).Value;
    }

    private static BranchFile? Write(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        try
        {
            return BranchCopy.Text(method, syntax, model, cancellation) is { } text ? new BranchFile(FileName.Of(method) + ".Branches.g.cs", text) : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Derivatives do not depend on it: without the copy, the report says nothing of branches.
            return null;
        }
    }
}
