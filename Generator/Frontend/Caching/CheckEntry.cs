using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>The result of a check, and all that it depends on.</summary>
internal sealed class CheckEntry
{
    private readonly Fingerprint _fingerprint;
    private readonly ReadMember[] _read;
    private readonly CheckResult _result;

    private CheckEntry(Fingerprint fingerprint, ReadMember[] read, CheckResult result)
    {
        _fingerprint = fingerprint;
        _read = read;
        _result = result;
    }

    /// <summary>Null for a result that cannot be kept.</summary>
    public static CheckEntry? Of(MethodDeclarationSyntax method, CheckedMethod check, Compilation compilation, Fingerprint fingerprint, CancellationToken cancellation)
    {
        // Of a method that failed it is not known what it has read.
        if (check.Result.Diagnostics.Any(diagnostic => diagnostic.Id == Descriptors.InternalError.Id))
        {
            return null;
        }

        // What stands in place of the framework's own source never changes; what a primary constructor does stands in declarations.
        IEnumerable<SyntaxNode> sources = check.Sources.Where(source => source is not TypeDeclarationSyntax && compilation.ContainsSyntaxTree(source.SyntaxTree));
        ReadMember?[] read = [.. sources.Prepend(method).Distinct().Select(source => ReadMember.Of(source, cancellation))];
        return read.Contains(null) || !Said(check.Result).All(diagnostic => IsWithin(diagnostic, read!))
            ? null
            : new CheckEntry(fingerprint, [.. read.OfType<ReadMember>()], check.Result);
    }

    /// <summary>The result as it is now; null if something has changed on which it depends.</summary>
    public CheckResult? Now(Fingerprint fingerprint, SourceFiles files, CancellationToken cancellation)
    {
        if (!fingerprint.Equals(_fingerprint))
        {
            return null;
        }

        var members = new MemberDeclarationSyntax[_read.Length];
        for (int i = 0; i < members.Length; i++)
        {
            if (_read[i].Now(files, cancellation) is not { } member)
            {
                return null;
            }

            members[i] = member;
        }

        return _result.Diagnostics.Count + _result.Remarks.Count == 0
            ? _result
            : _result with { Diagnostics = Moved(_result.Diagnostics, members), Remarks = Moved(_result.Remarks, members) };
    }

    private static IEnumerable<DiagnosticInfo> Said(CheckResult result) => result.Diagnostics.Concat(result.Remarks);

    private EquatableArray<DiagnosticInfo> Moved(EquatableArray<DiagnosticInfo> said, MemberDeclarationSyntax[] members) =>
        [.. said.Select(diagnostic => Moved(diagnostic, members))];

    private static bool IsWithin(DiagnosticInfo diagnostic, ReadMember[] read) =>
        diagnostic.AdditionalLocations.Prepend(diagnostic.Location).All(place => read.Any(member => member.Holds(place)))
        && (diagnostic.Cause is null || IsWithin(diagnostic.Cause, read));

    private DiagnosticInfo Moved(DiagnosticInfo diagnostic, MemberDeclarationSyntax[] members) => diagnostic with
    {
        Location = Moved(diagnostic.Location, members),
        AdditionalLocations = [.. diagnostic.AdditionalLocations.Select(place => Moved(place, members))],
        Cause = diagnostic.Cause is null ? null : Moved(diagnostic.Cause, members),
    };

    private SourceSpan Moved(SourceSpan place, MemberDeclarationSyntax[] members)
    {
        int i = Array.FindIndex(_read, member => member.Holds(place));
        return _read[i].Moved(place, members[i]);
    }
}
