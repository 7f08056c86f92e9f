using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace StaticAd.CodeFixes;

/// <summary>All mends of one kind at once, in as many files as they concern.</summary>
internal sealed class MendAll : FixAllProvider
{
    public static readonly MendAll Instance = new();

    private MendAll()
    {
    }

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        var mends = new List<Mend>();
        foreach (Document document in Documents(context))
        {
            foreach (Diagnostic diagnostic in await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
            {
                IReadOnlyList<Mend> offered = await ((MendProvider)context.CodeFixProvider).MendsOf(document, diagnostic, cancellation).ConfigureAwait(false);
                mends.AddRange(offered.Where(mend => mend.Key == context.CodeActionEquivalenceKey));
            }
        }

        Solution solution = context.Solution;
        return mends.Count == 0
            ? null
            : CodeAction.Create(mends[0].Title, token => Mended.Apply(solution, mends, token), context.CodeActionEquivalenceKey);
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Project => context.Project.Documents,
        FixAllScope.Solution => context.Solution.Projects.SelectMany(project => project.Documents),
        _ => context.Document is { } document ? [document] : [],
    };
}
