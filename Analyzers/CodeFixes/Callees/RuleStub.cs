using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using StaticAd.Generator.Families;
using StaticAd.Generator.Frontend;

namespace StaticAd.CodeFixes;

/// <summary>A rule with the right signature that is still to be written.</summary>
internal static class RuleStub
{
    /// <summary>Whether a method can have a rule: it takes and gives numbers that carry derivatives.</summary>
    public static bool IsPossible(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: true, IsGenericMethod: false, ContainingType.IsGenericType: false }
        && Signature.Read(method) is { HasStructures: false, HasRuns: false, HasOpaques: false } signature
        && signature.Parameters.Any(parameter => parameter.CarriesDerivative)
        && ContractSignature.Of(FamilyMember.Jvp, method, signature).Parameters.Any(IsTangentOut);

    /// <param name="name">Of the rule's method.</param>
    public static MemberDeclarationSyntax Write(IMethodSymbol method, FamilyMember mode, string name)
    {
        ContractSignature signature = ContractSignature.Of(mode, method, Signature.Read(method)!);
        string type = method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string text = $$"""
            [global::StaticAd.DerivativeOf(typeof({{type}}), nameof({{type}}.{{method.Name}}), Mode = global::StaticAd.DerivativeMode.{{mode}})]
            public static {{Qualified(signature.Returns)}} {{name}}({{string.Join(", ", signature.Parameters.Select(Declaration))}})
            {
                // {{Task(mode, method, signature)}}
                throw new global::System.NotImplementedException();
            }

            """;
        return SyntaxFactory.ParseMemberDeclaration(text)!
            .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed, SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
    }

    /// <summary>The parameters of a rule, to put in the place of others.</summary>
    public static ParameterListSyntax Parameters(ContractSignature signature) =>
        SyntaxFactory.ParseParameterList($"({string.Join(", ", signature.Parameters.Select(Declaration))})").WithAdditionalAnnotations(Simplifier.Annotation);

    public static TypeSyntax Returns(ContractSignature signature) =>
        SyntaxFactory.ParseTypeName(Qualified(signature.Returns)).WithAdditionalAnnotations(Simplifier.Annotation);

    private static string Declaration(ContractParameter parameter) =>
        (parameter.Modifier.Length > 0 ? parameter.Modifier + " " : "") + $"{Qualified(parameter.Type)} {CSharpNames.Identifier(parameter.Name)}";

    // Contracts name types as a file with the usual usings sees them.
    private static string Qualified(string type) =>
        type.StartsWith("Span<", StringComparison.Ordinal) || type.StartsWith("ReadOnlySpan<", StringComparison.Ordinal) || type == "Half" ? "global::System." + type
        : type.Contains('.') ? "global::" + type
        : type;

    private static bool IsTangentOut(ContractParameter parameter) =>
        parameter.Name.EndsWith("Dot", StringComparison.Ordinal) && (parameter.Modifier is "out" or "ref" || parameter.Type.StartsWith("Span<", StringComparison.Ordinal));

    private static string Task(FamilyMember mode, IMethodSymbol method, ContractSignature signature)
    {
        string[] Named(Func<ContractParameter, bool> which) => [.. signature.Parameters.Skip(method.Parameters.Length).Where(which).Select(parameter => parameter.Name)];
        string value = method.ReturnsVoid ? $"do what '{method.Name}' does" : $"return what '{method.Name}' returns";
        string written = string.Join(", ", Named(parameter => parameter.Modifier is "out" or "ref" || parameter.Type.StartsWith("Span<", StringComparison.Ordinal)));
        return mode switch
        {
            FamilyMember.Jvp => $"Set {written} to the tangents of the outputs, and {value}.",
            FamilyMember.Vjp => $"Set {written} to the gradients: cotangents of the outputs times partial derivatives; and {value}.",
            FamilyMember.Forward => $"Push on the tape what Backward needs, and {value}.",
            _ => $"Pop what Forward has pushed, and add to {written} the gradients: cotangents of the outputs times partial derivatives.",
        };
    }
}
