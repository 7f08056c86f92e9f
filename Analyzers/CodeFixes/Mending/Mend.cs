using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace StaticAd.CodeFixes;

/// <summary>One way to mend a fault.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Key">The same for all mends of this kind, so that they can be applied together.</param>
/// <param name="Subject">What is changed; of several mends of one kind for one subject, one is applied.</param>
/// <param name="Edit">Changes the file that holds the subject.</param>
internal sealed record Mend(string Title, string Key, SyntaxNode Subject, Action<SyntaxEditor> Edit)
{
    /// <summary>One declaration or expression put in the place of another.</summary>
    public static Mend Replacing<T>(string title, string key, T subject, Func<T, SyntaxNode> replacement) where T : SyntaxNode =>
        new(title, key, subject, editor => editor.ReplaceNode(subject, (current, _) => replacement((T)current)));
}
