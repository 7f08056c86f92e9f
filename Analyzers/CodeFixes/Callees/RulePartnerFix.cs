using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Families;
using StaticAd.Generator.Frontend;

namespace StaticAd.CodeFixes;

/// <summary>Writes the stub of the rule that a <c>Forward</c> or <c>Backward</c> rule lacks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RulePartnerFix))]
[Shared]
public sealed class RulePartnerFix() : MendProvider(Descriptors.RuleUnpaired.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        if (fault.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } present
            || fault.Model.GetDeclaredSymbol(present, fault.Cancellation) is not { IsGenericMethod: false } symbol)
        {
            yield break;
        }

        foreach (Rule rule in Rule.DeclaredBy(symbol, fault.Model.Compilation))
        {
            if (rule is { Target: { } target, Mode: FamilyMember.Forward or FamilyMember.Backward })
            {
                FamilyMember missing = rule.Mode == FamilyMember.Forward ? FamilyMember.Backward : FamilyMember.Forward;
                string name = RuleName.In(type, target.Name + missing);
                yield return new Mend(
                    $"Write the {missing} rule for '{target.Name}'", nameof(RulePartnerFix), present,
                    editor => editor.InsertAfter(present, RuleStub.Write(target, missing, name)));
            }
        }
    }
}
