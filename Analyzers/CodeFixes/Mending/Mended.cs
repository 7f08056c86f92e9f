using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace StaticAd.CodeFixes;

/// <summary>The solution after mends.</summary>
internal static class Mended
{
    public static async Task<Solution> Apply(Solution solution, IEnumerable<Mend> mends, CancellationToken cancellation)
    {
        Solution mended = solution;
        foreach (IGrouping<SyntaxTree, Mend> inFile in mends.GroupBy(mend => mend.Subject.SyntaxTree))
        {
            if (solution.GetDocument(inFile.Key) is not { } document)
            {
                continue;
            }

            SyntaxNode root = await inFile.Key.GetRootAsync(cancellation).ConfigureAwait(false);
            var editor = new SyntaxEditor(root, solution.Services);
            foreach (Mend mend in inFile.GroupBy(mend => (mend.Key, mend.Subject)).Select(same => same.First()))
            {
                mend.Edit(editor);
            }

            mended = mended.WithDocumentSyntaxRoot(document.Id, editor.GetChangedRoot());
        }

        return mended;
    }
}
