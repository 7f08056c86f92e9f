using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.CodeFixes;

/// <summary>Makes the types around a marked method <c>partial</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialTypeFix))]
[Shared]
public sealed class PartialTypeFix() : MendProvider(Descriptors.TypeNotPartial.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        TypeDeclarationSyntax[] types = [.. fault.Node.Ancestors().OfType<TypeDeclarationSyntax>().Where(PartialType.IsNot)];
        if (types.Length > 0)
        {
            yield return new Mend(
                $"Make '{string.Join("', '", Enumerable.Reverse(types).Select(type => type.Identifier.ValueText))}' partial",
                nameof(PartialTypeFix),
                types[types.Length - 1],
                editor => PartialType.Make(editor, types));
        }
    }
}
