using System.Globalization;
using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.CodeFixes;

/// <summary>A diagnostic at its place in a document; of a fault inside a called method, the fault itself.</summary>
internal sealed record Fault(string Id, Document Document, SyntaxNode Root, SemanticModel Model, SyntaxNode Node, CancellationToken Cancellation)
{
    /// <summary>Null if its place is not in the solution's source.</summary>
    public static async Task<Fault?> Of(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        (string id, Location place) = Innermost(diagnostic);
        if (place.SourceTree is not { } tree || Holding(document, tree) is not { } home)
        {
            return null;
        }

        SyntaxNode? root = await home.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await home.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null || place.SourceSpan.End > root.FullSpan.End
            ? null
            : new Fault(id, home, root, model, root.FindNode(place.SourceSpan, getInnermostNodeForTie: true), cancellation);
    }

    private static (string Id, Location Place) Innermost(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(DiagnosticInfo.CauseProperty, out string? cause) && cause is not null
            && diagnostic.Properties.TryGetValue(DiagnosticInfo.CausePlaceProperty, out string? place) && place is not null
            ? (cause, diagnostic.AdditionalLocations[int.Parse(place, CultureInfo.InvariantCulture)])
            : (diagnostic.Id, diagnostic.Location);

    // An editor may hand on locations whose trees are not those of its documents.
    private static Document? Holding(Document document, SyntaxTree tree)
    {
        Solution solution = document.Project.Solution;
        return document.FilePath == tree.FilePath
            ? document
            : solution.GetDocument(tree) ?? solution.GetDocumentIdsWithFilePath(tree.FilePath).Select(solution.GetDocument).FirstOrDefault();
    }
}
