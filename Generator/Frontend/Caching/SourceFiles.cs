using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>The files of a compilation by their paths.</summary>
internal sealed class SourceFiles
{
    private static readonly ConditionalWeakTable<Compilation, SourceFiles> Known = new();

    private static readonly ConditionalWeakTable<SyntaxTree, object> Mentions = new();

    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);

    private SourceFiles(Compilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            CanMove &= !_trees.ContainsKey(tree.FilePath) && !MentionsLines(tree);
            _trees[tree.FilePath] = tree;
        }
    }

    /// <summary>
    /// Whether a method may be recognised in a later version of its file: paths tell the files apart, and no method knows the line in
    /// which it is called.
    /// </summary>
    public bool CanMove { get; } = true;

    public static SourceFiles Of(Compilation compilation) => Known.GetValue(compilation, static key => new SourceFiles(key));

    private static bool MentionsLines(SyntaxTree tree) =>
        (bool)Mentions.GetValue(tree, static key => key.GetText().ToString().Contains("CallerLineNumber"));

    public SyntaxTree? Find(string path) => _trees.TryGetValue(path, out SyntaxTree tree) ? tree : null;
}
