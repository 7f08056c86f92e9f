using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace StaticAd.Generator.Diagnostics;

/// <summary>A place in a source file, as a value that keeps no syntax tree alive.</summary>
internal sealed record SourceSpan(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SourceSpan Of(SyntaxNode node) => Of(node.GetLocation());

    public static SourceSpan Of(SyntaxToken token) => Of(token.GetLocation());

    /// <summary>What another assembly declares has no path.</summary>
    public static SourceSpan Of(Location location)
    {
        FileLinePositionSpan lines = location.GetLineSpan();
        return new SourceSpan(location.SourceTree?.FilePath ?? lines.Path ?? "", location.SourceSpan, lines.Span);
    }

    /// <summary>The location in the compilation's own tree, so that editors and suppressions find it.</summary>
    public Location ToLocation(Compilation compilation)
    {
        SyntaxTree? tree = compilation.SyntaxTrees.FirstOrDefault(candidate => candidate.FilePath == Path);
        return tree is not null && Span.End <= tree.Length ? tree.GetLocation(Span)
            : Path.Length == 0 ? Location.None
            : Location.Create(Path, Span, Lines);
    }
}
