using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Frontend;

namespace StaticAd.Generator.Branches;

/// <summary>A file with the copy of one marked method that counts its branches, for <c>GradCheck</c>; written in Debug builds only.</summary>
internal sealed record BranchFile(string Name, string Text)
{
    private static readonly ConditionalWeakTable<MethodDeclarationSyntax, StrongBox<Entry?>> Known = new();

    private sealed record Entry(Fingerprint Program, BranchFile? File);

    /// <summary>The file for a method that has a derivative; null in Release builds, and where there are no branches.</summary>
    public static BranchFile? Of(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        if (model.Compilation.Options.OptimizationLevel != OptimizationLevel.Debug)
        {
            return null;
        }

        // It names the type around the method as all of its parts declare it, and its own members.
        Fingerprint program = Fingerprint.Of(model.Compilation, cancellation);
        StrongBox<Entry?> box = Known.GetValue(syntax, static _ => new StrongBox<Entry?>(null));
        Entry entry = box.Value is { } known && known.Program.Equals(program) ? known : new Entry(program, Write(method, syntax, model, cancellation));
        box.Value = entry;
        return entry.File;
    }

    private static BranchFile? Write(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        try
        {
            return BranchCopy.HasBranches(syntax) && BranchCopy.Text(method, syntax, model, cancellation) is { } text ? new BranchFile(FileName.Of(method) + ".Branches.g.cs", text) : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Derivatives do not depend on it: without the copy, the report says nothing of branches.
            return null;
        }
    }
}
