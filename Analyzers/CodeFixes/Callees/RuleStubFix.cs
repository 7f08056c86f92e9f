using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Families;

namespace StaticAd.CodeFixes;

/// <summary>Writes the stub of a rule for a called method that has no derivative.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RuleStubFix))]
[Shared]
public sealed class RuleStubFix() : MendProvider(Descriptors.CallWithoutDerivative.Id)
{
    private protected override IEnumerable<Mend> Mends(Fault fault)
    {
        if (fault.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } caller
            || CalledMethod.At(fault) is not { } called
            || !RuleStub.IsPossible(called))
        {
            yield break;
        }

        foreach (FamilyMember mode in new[] { FamilyMember.Vjp, FamilyMember.Jvp })
        {
            string name = RuleName.In(type, called.Name + mode);
            // Several calls of one method need one rule: its declaration, or else its display string, is not at hand as a node.
            yield return new Mend(
                $"Write a {mode} rule for '{called.ContainingType.Name}.{called.Name}'", $"{nameof(RuleStubFix)}.{mode}.{called.ToDisplayString()}", type,
                editor => editor.InsertAfter(caller, RuleStub.Write(called, mode, name)));
        }
    }
}
