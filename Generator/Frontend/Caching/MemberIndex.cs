using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Generator.Frontend;

/// <summary>The members of the types in a file, by names that stay the same when something else in the file is edited.</summary>
internal sealed class MemberIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, MemberIndex> Known = new();

    private readonly Dictionary<string, MemberDeclarationSyntax> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<MemberDeclarationSyntax, string> _names = [];

    private MemberIndex(SyntaxNode root) => AddMembers(root, "");

    public static MemberIndex Of(SyntaxTree tree, CancellationToken cancellation) =>
        Known.TryGetValue(tree, out MemberIndex known) ? known : Known.GetValue(tree, key => new MemberIndex(key.GetRoot(cancellation)));

    /// <summary>The member with a name; null if the file has none.</summary>
    public MemberDeclarationSyntax? Find(string name) => _members.TryGetValue(name, out MemberDeclarationSyntax member) ? member : null;

    /// <summary>The name of the member that a node is or stands in; null if it is in none.</summary>
    public string? NameOf(SyntaxNode node)
    {
        for (SyntaxNode? around = node; around is not null; around = around.Parent)
        {
            if (around is MemberDeclarationSyntax member && _names.TryGetValue(member, out string name))
            {
                return name;
            }
        }

        return null;
    }

    private void AddMembers(SyntaxNode scope, string prefix)
    {
        foreach (SyntaxNode child in scope.ChildNodes())
        {
            switch (child)
            {
                case BaseNamespaceDeclarationSyntax space:
                    AddMembers(space, $"{prefix}{space.Name}.");
                    break;
                case TypeDeclarationSyntax type:
                    AddMembers(type, $"{prefix}{type.Identifier.ValueText}`{type.TypeParameterList?.Parameters.Count}.");
                    break;
                case MemberDeclarationSyntax member:
                    Add(member, prefix + Name(member));
                    break;
            }
        }
    }

    /// <summary>Members of the same name, which are not valid C# or are parts of others, are told apart by their order.</summary>
    private void Add(MemberDeclarationSyntax member, string name)
    {
        string distinct = name;
        for (int i = 2; _members.ContainsKey(distinct); i++)
        {
            distinct = $"{name}#{i}";
        }

        _members.Add(distinct, member);
        _names.Add(member, distinct);
    }

    private static string Name(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => $"{method.ExplicitInterfaceSpecifier}{method.Identifier.ValueText}`{method.Arity}{method.ParameterList}",
        ConstructorDeclarationSyntax constructor => $"{constructor.Modifiers.Any(SyntaxKind.StaticKeyword)}new{constructor.ParameterList}",
        PropertyDeclarationSyntax property => $"{property.ExplicitInterfaceSpecifier}{property.Identifier.ValueText}",
        IndexerDeclarationSyntax indexer => $"{indexer.ExplicitInterfaceSpecifier}this{indexer.ParameterList}",
        OperatorDeclarationSyntax @operator => $"{@operator.OperatorToken.Text}{@operator.ParameterList}",
        ConversionOperatorDeclarationSyntax conversion => $"{conversion.Type}{conversion.ParameterList}",
        _ => member.Kind().ToString(),
    };
}
