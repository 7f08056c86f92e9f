using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.CodeFixes;

/// <summary>Removes an option of <c>[Differentiable]</c> that is not possible.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OptionFix))]
[Shared]
public sealed class OptionFix() : MendProvider(Descriptors.BatchNotPossible.Id, Descriptors.OrderNotSupported.Id, Descriptors.InvalidName.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        string option = fault.Id == Descriptors.BatchNotPossible.Id ? "Batch" : fault.Id == Descriptors.OrderNotSupported.Id ? "Order" : "Name";
        AttributeArgumentSyntax? argument = fault.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?
            .AttributeLists.SelectMany(list => list.Attributes)
            .SelectMany(attribute => attribute.ArgumentList?.Arguments ?? [])
            .FirstOrDefault(candidate => candidate.NameEquals?.Name.Identifier.ValueText == option);
        if (argument is { Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } list })
        {
            yield return Mend.Replacing(
                $"Remove '{argument}'", $"{nameof(OptionFix)}.{option}", attribute,
                current => list.Arguments.Count == 1
                    ? current.WithArgumentList(null)
                    : current.WithArgumentList(current.ArgumentList!.WithArguments(current.ArgumentList.Arguments.RemoveAt(list.Arguments.IndexOf(argument)))));
        }
    }
}
