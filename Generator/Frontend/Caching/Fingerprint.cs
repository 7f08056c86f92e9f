using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StaticAd.Generator.Frontend;

/// <summary>Everything that the meaning of a method's body depends on, other bodies apart: references, options, declarations.</summary>
internal sealed class Fingerprint : IEquatable<Fingerprint>
{
    private static readonly ConditionalWeakTable<Compilation, Fingerprint> Compilations = new();
    private static readonly ConditionalWeakTable<SyntaxTree, byte[]> Trees = new();

    private readonly MetadataReference[] _references;
    private readonly CompilationOptions _options;
    private readonly string _declarations;

    private Fingerprint(Compilation compilation, CancellationToken cancellation)
    {
        _references = [.. compilation.References];
        _options = compilation.Options;
        using SHA256 hash = SHA256.Create();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            byte[] declarations = Trees.GetValue(tree, key => Declarations(key, cancellation));
            hash.TransformBlock(declarations, 0, declarations.Length, null, 0);
        }

        hash.TransformFinalBlock([], 0, 0);
        _declarations = Convert.ToBase64String(hash.Hash);
    }

    public static Fingerprint Of(Compilation compilation, CancellationToken cancellation) =>
        Compilations.GetValue(compilation, key => new Fingerprint(key, cancellation));

    public bool Equals(Fingerprint? other) =>
        other is not null
        && _declarations == other._declarations
        && _options.Equals(other._options)
        && _references.SequenceEqual(other._references);

    public override bool Equals(object? obj) => Equals(obj as Fingerprint);

    public override int GetHashCode() => _declarations.GetHashCode();

    /// <summary>Hash of a file's tokens without the bodies of its methods; comments and white space do not count.</summary>
    private static byte[] Declarations(SyntaxTree tree, CancellationToken cancellation)
    {
        SyntaxNode root = tree.GetRoot(cancellation);
        var text = new StringBuilder(tree.FilePath).Append('\n');
        TextSpan? body = null;
        foreach (SyntaxToken token in root.DescendantTokens())
        {
            if (body is { } skipped && skipped.Contains(token.Span))
            {
                continue;
            }

            body = token.Parent is BlockSyntax { Parent: MethodDeclarationSyntax } or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax }
                ? token.Parent.Span
                : null;
            if (body is null)
            {
                text.Append(token.Text).Append(' ');
            }
        }

        using SHA256 hash = SHA256.Create();
        return hash.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
