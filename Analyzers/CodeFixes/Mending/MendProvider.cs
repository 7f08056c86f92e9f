using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.CodeFixes;

/// <summary>Offers mends for diagnostics, where they stand and inside the methods that are called.</summary>
public abstract class MendProvider : CodeFixProvider
{
    private readonly HashSet<string> _ids;

    private protected MendProvider(params string[] ids) => _ids = [.. ids];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => [.. _ids, Descriptors.FaultInCallee.Id];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => MendAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Mend mend in await MendsOf(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                Solution solution = context.Document.Project.Solution;
                context.RegisterCodeFix(
                    CodeAction.Create(mend.Title, cancellation => Mended.Apply(solution, [mend], cancellation), mend.Key), diagnostic);
            }
        }
    }

    internal async Task<IReadOnlyList<Mend>> MendsOf(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        Fault? fault = await Fault.Of(document, diagnostic, cancellation).ConfigureAwait(false);
        return fault is null || !_ids.Contains(fault.Id) ? [] : [.. Mends(fault)];
    }

    private protected abstract IEnumerable<Mend> Mends(Fault fault);
}
