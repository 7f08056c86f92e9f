using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Remembers what the front end says of each method. The generator and the analyzer ask for all of them again after every edit; most
/// edits are inside some other method's body and change nothing, or move it at most.
/// </summary>
internal sealed class CheckCache
{
    // Lives as long as the framework's reference, which the versions of a project share.
    private static readonly ConditionalWeakTable<MetadataReference, CheckCache> Known = new();

    // A method that is renamed leaves its entry behind.
    private const int Capacity = 5000;

    private readonly ConcurrentDictionary<(string? Assembly, string Path, string Member), CheckEntry?[]> _entries = new();

    private CheckCache()
    {
    }

    /// <summary>What the front end says of a method; of one that is not marked, nothing.</summary>
    public static CheckResult Check(MethodDeclarationSyntax syntax, Compilation compilation, CancellationToken cancellation)
    {
        SourceFiles files = SourceFiles.Of(compilation);
        return MemberIndex.Of(syntax.SyntaxTree, cancellation).NameOf(syntax) is { } name && files.CanMove && compilation.References.FirstOrDefault() is { } framework
            ? Known.GetValue(framework, static _ => new CheckCache()).Check(syntax, name, compilation, files, cancellation)
            : Fresh(syntax, compilation, cancellation).Result;
    }

    private static CheckedMethod Fresh(MethodDeclarationSyntax syntax, Compilation compilation, CancellationToken cancellation) =>
        compilation.GetSemanticModel(syntax.SyntaxTree).GetDeclaredSymbol(syntax, cancellation) is IMethodSymbol method
            ? DerivativeCompiler.CheckWithSources(method, compilation, cancellation)
            : new CheckedMethod(CheckResult.Silent, []);

    // No symbol is asked for where an answer is known: that would bind the attributes of all marked methods after every edit.
    private CheckResult Check(MethodDeclarationSyntax syntax, string name, Compilation compilation, SourceFiles files, CancellationToken cancellation)
    {
        var key = (compilation.AssemblyName, syntax.SyntaxTree.FilePath, name);
        Fingerprint fingerprint = Fingerprint.Of(compilation, cancellation);
        CheckEntry?[] known = _entries.TryGetValue(key, out CheckEntry?[] found) ? found : [];
        foreach (CheckEntry? entry in known)
        {
            if (entry?.Now(fingerprint, files, cancellation) is { } result)
            {
                return result;
            }
        }

        CheckedMethod check = Fresh(syntax, compilation, cancellation);
        if (CheckEntry.Of(syntax, check, compilation, fingerprint, cancellation) is { } fresh)
        {
            if (_entries.Count >= Capacity)
            {
                _entries.Clear();
            }

            // Two, as the analyzer may see files that other generators have written, and ours does not.
            _entries[key] = [fresh, known.FirstOrDefault()];
        }

        return check.Result;
    }
}
