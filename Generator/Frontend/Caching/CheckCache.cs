using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Remembers the model of each declaration. The compiler asks for all of them again after every edit; most edits are inside
/// some other method's body and change nothing.
/// </summary>
internal static class CheckCache
{
    private static readonly ConditionalWeakTable<MethodDeclarationSyntax, StrongBox<Entry?>> Entries = new();

    /// <param name="Helpers">The files of the methods that it calls: their bodies matter too.</param>
    private sealed record Entry(Fingerprint Fingerprint, IReadOnlyList<SyntaxTree> Helpers, MethodModel? Model)
    {
        public bool HoldsFor(Compilation compilation, Fingerprint fingerprint) =>
            Fingerprint.Equals(fingerprint) && Helpers.All(compilation.ContainsSyntaxTree);
    }

    /// <summary>The method's model; null if it has an error.</summary>
    public static MethodModel? Model(
        IMethodSymbol method, MethodDeclarationSyntax syntax, Compilation compilation, CancellationToken cancellation)
    {
        StrongBox<Entry?> box = Entries.GetValue(syntax, static _ => new StrongBox<Entry?>(null));
        Fingerprint fingerprint = Fingerprint.Of(compilation, cancellation);
        if (box.Value is { } known && known.HoldsFor(compilation, fingerprint))
        {
            return known.Model;
        }

        CheckedMethod check = DerivativeCompiler.CheckWithSources(method, compilation, cancellation);
        box.Value = new Entry(fingerprint, [.. check.Sources.Select(source => source.SyntaxTree).Distinct()], check.Result.Model);
        return check.Result.Model;
    }
}
