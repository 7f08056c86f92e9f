using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.Generator.Frontend;

/// <summary>A member whose text a check has read: to be found again in later versions of its file.</summary>
internal sealed class ReadMember
{
    private readonly string _path;
    private readonly string _name;
    private readonly TextSpan _span;
    private readonly byte[] _hash;

    // As long as the last version of the file is alive, whether the parser has taken the member over tells at once.
    private WeakReference<MemberDeclarationSyntax> _last;

    private ReadMember(string path, string name, MemberDeclarationSyntax member)
    {
        _path = path;
        _name = name;
        _span = member.FullSpan;
        _hash = Hash(member);
        _last = new WeakReference<MemberDeclarationSyntax>(member);
    }

    /// <summary>The member that a declaration is or belongs to; null if it belongs to none.</summary>
    public static ReadMember? Of(SyntaxNode declaration, CancellationToken cancellation)
    {
        MemberIndex index = MemberIndex.Of(declaration.SyntaxTree, cancellation);
        return index.NameOf(declaration) is { } name ? new ReadMember(declaration.SyntaxTree.FilePath, name, index.Find(name)!) : null;
    }

    public bool Holds(SourceSpan place) => place.Path == _path && _span.Contains(place.Span);

    /// <summary>The member as it stands now; null if its text is another.</summary>
    public MemberDeclarationSyntax? Now(SourceFiles files, CancellationToken cancellation)
    {
        if (files.Find(_path) is not { } tree || MemberIndex.Of(tree, cancellation).Find(_name) is not { } member)
        {
            return null;
        }

        WeakReference<MemberDeclarationSyntax> last = _last;
        if (last.TryGetTarget(out MemberDeclarationSyntax known) ? !ReferenceEquals(known, member) && !known.IsIncrementallyIdenticalTo(member) && !HasText(member) : !HasText(member))
        {
            return null;
        }

        if (!ReferenceEquals(known, member))
        {
            _last = new WeakReference<MemberDeclarationSyntax>(member);
        }

        return member;
    }

    /// <summary>A place in the member, where the member stands now.</summary>
    public SourceSpan Moved(SourceSpan place, MemberDeclarationSyntax now)
    {
        var span = new TextSpan(place.Span.Start - _span.Start + now.FullSpan.Start, place.Span.Length);
        return new SourceSpan(place.Path, span, now.SyntaxTree.GetLineSpan(span).Span);
    }

    private bool HasText(MemberDeclarationSyntax member) => member.FullSpan.Length == _span.Length && Hash(member).SequenceEqual(_hash);

    private static byte[] Hash(MemberDeclarationSyntax member)
    {
        using SHA256 hash = SHA256.Create();
        return hash.ComputeHash(Encoding.UTF8.GetBytes(member.ToFullString()));
    }
}
