using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Generator.Frontend;

/// <summary>Everything that the meaning of a method's body depends on, other bodies apart: references, options, declarations.</summary>
internal sealed class Fingerprint : IEquatable<Fingerprint>
{
    private static readonly ConditionalWeakTable<Compilation, Fingerprint> Compilations = new();
    private static readonly ConditionalWeakTable<SyntaxTree, byte[]> Trees = new();
    private static WeakReference<Fingerprint>? _last;

    private readonly MetadataReference[] _references;
    private readonly CompilationOptions _options;
    private readonly ParseOptions[] _parseOptions;
    private readonly string _declarations;

    private Fingerprint(Compilation compilation, CancellationToken cancellation)
    {
        _references = [.. compilation.References];
        // What editors set, and what says nothing of the meaning.
        _options = compilation.Options.WithReportSuppressedDiagnostics(false);
        _parseOptions = [.. compilation.SyntaxTrees.Select(tree => tree.Options).Distinct()];
        using SHA256 hash = SHA256.Create();
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => !GeneratedNames.IsGenerated(tree)))
        {
            byte[] declarations = Trees.TryGetValue(tree, out byte[] known) ? known : Trees.GetValue(tree, key => Declarations(key, cancellation));
            hash.TransformBlock(declarations, 0, declarations.Length, null, 0);
        }

        hash.TransformFinalBlock([], 0, 0);
        _declarations = Convert.ToBase64String(hash.Hash);
    }

    public static Fingerprint Of(Compilation compilation, CancellationToken cancellation) =>
        Compilations.TryGetValue(compilation, out Fingerprint known) ? known : Compilations.GetValue(compilation, key => Shared(new Fingerprint(key, cancellation)));

    public bool Equals(Fingerprint? other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (_declarations == other._declarations
                && _options.Equals(other._options)
                && _parseOptions.SequenceEqual(other._parseOptions)
                && _references.SequenceEqual(other._references)));

    public override bool Equals(object? obj) => Equals(obj as Fingerprint);

    public override int GetHashCode() => _declarations.GetHashCode();

    /// <summary>The one of the last compilation if they are equal: what is compared often is then the same.</summary>
    private static Fingerprint Shared(Fingerprint fingerprint)
    {
        if (_last is { } last && last.TryGetTarget(out Fingerprint known) && known.Equals(fingerprint))
        {
            return known;
        }

        _last = new WeakReference<Fingerprint>(fingerprint);
        return fingerprint;
    }

    /// <summary>Hash of a file's tokens without the bodies of its methods; comments and white space do not count, directives do.</summary>
    private static byte[] Declarations(SyntaxTree tree, CancellationToken cancellation)
    {
        SyntaxNode root = tree.GetRoot(cancellation);
        var text = new StringBuilder(tree.FilePath).Append('\n');
        foreach (SyntaxNodeOrToken part in root.DescendantNodesAndTokens(node => !IsBody(node)))
        {
            if (part.ContainsDirectives && (part.IsToken || IsBody(part.AsNode()!)))
            {
                AddDirectives(part, text);
            }

            if (part.IsToken)
            {
                text.Append(part.AsToken().Text).Append(' ');
            }
        }

        using SHA256 hash = SHA256.Create();
        return hash.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void AddDirectives(SyntaxNodeOrToken part, StringBuilder text)
    {
        IEnumerable<SyntaxTrivia> all = part.IsToken ? part.GetLeadingTrivia() : part.AsNode()!.DescendantTrivia(static node => node.ContainsDirectives);
        foreach (SyntaxTrivia trivia in all.Where(trivia => trivia.IsDirective))
        {
            text.Append(trivia.ToFullString());
        }
    }

    private static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax { Parent: MethodDeclarationSyntax } or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax };
}
