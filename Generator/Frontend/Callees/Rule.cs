using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>One <c>[DerivativeOf]</c> on a method.</summary>
/// <param name="Target">The method it belongs to; null if there is none.</param>
/// <param name="At">The name of the rule's method.</param>
internal sealed record Rule(IMethodSymbol Method, IMethodSymbol? Target, FamilyMember Mode, SourceSpan At, IReadOnlyList<DiagnosticInfo> Faults)
{
    /// <summary>The signature that a rule should have whose own does not fit; null where it does.</summary>
    public ContractSignature? Expected { get; init; }

    /// <summary>The modes in the order of the runtime's <c>DerivativeMode</c>.</summary>
    private static readonly FamilyMember[] Modes = [FamilyMember.Jvp, FamilyMember.Vjp, FamilyMember.Forward, FamilyMember.Backward];

    /// <summary>The rules that a method states: a generic one for each type of numbers, those of the first with its faults.</summary>
    public static IEnumerable<Rule> DeclaredBy(IMethodSymbol method, Compilation compilation)
    {
        IReadOnlyList<IMethodSymbol> instances = method.IsGenericMethod && Instances.Of(method, compilation) is { Count: > 0 } found ? found : [method];
        return
            from attribute in Attributes.All(method, Attributes.DerivativeOf)
            from i in Enumerable.Range(0, instances.Count)
            let rule = Read(instances[i], attribute)
            where rule is not null && (i == 0 || rule.Faults.Count == 0)
            select rule;
    }

    /// <summary>The generated members of a marked method of another assembly, or of an instance of one, which serve as its rules.</summary>
    public static IEnumerable<Rule> GeneratedFor(IMethodSymbol method)
    {
        if (method is not { MethodKind: MethodKind.Ordinary, IsStatic: true }
            || Attributes.Find(method, Attributes.Differentiable) is not { } mark
            || Signature.Read(method) is not { HasStructures: false, HasRuns: false, HasOpaques: false } signature)
        {
            yield break;
        }

        string family = Attributes.Family(method, mark);
        foreach (FamilyMember mode in Modes)
        {
            ContractSignature expected = ContractSignature.Of(mode, method, signature);
            IMethodSymbol? member = method.ContainingType.GetMembers(family + mode).OfType<IMethodSymbol>().FirstOrDefault(candidate => Fits(candidate, expected));
            if (member is not null && CanBeNamed(method.ContainingType))
            {
                yield return new Rule(member, method, mode, SourceSpan.Of(member.Locations[0]), []);
            }
        }
    }

    /// <summary>Null where the attribute itself is not valid C#.</summary>
    private static Rule? Read(IMethodSymbol method, AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol type }, { Value: string name }]
            || Attributes.Option(attribute, "Mode") is not int mode || mode < 0 || mode >= Modes.Length)
        {
            return null;
        }

        FamilyMember member = Modes[mode];
        SourceSpan at = SourceSpan.Of(method.Locations[0]);
        (IMethodSymbol Method, ContractSignature Expected)[] candidates =
        [
            .. from declared in type.GetMembers(name).OfType<IMethodSymbol>()
               where declared is { MethodKind: MethodKind.Ordinary, IsStatic: true } && (declared.Arity == 0 || declared.Arity == method.Arity) && !GeneratedNames.IsGenerated(declared)
               let candidate = declared.IsGenericMethod ? declared.Construct([.. method.TypeArguments]) : declared
               let signature = Signature.Read(candidate)
               where signature is not null
               select (candidate, ContractSignature.Of(member, candidate, signature)),
        ];
        if (candidates.Length == 0 || type.IsUnboundGenericType)
        {
            return new Rule(method, null, member, at, [new DiagnosticInfo(Descriptors.RuleTargetMissing.Id, [CSharpNames.Short(type), name], at, [])]);
        }

        IMethodSymbol? target = candidates.FirstOrDefault(candidate => candidate.Method.Arity == method.Arity && Fits(method, candidate.Expected, OnlyRead(member, candidate.Method))).Method;
        if (target is null)
        {
            return Mismatch(method, member, at, candidates);
        }

        return CanBeNamed(method.ContainingType)
            ? new Rule(method, target, member, at, [])
            : new Rule(method, target, member, at, [Unfit(member, target, "stand in a type without type parameters that is not a 'file' type", at)]);
    }

    // A backward sweep may only read what the forward sweep has written.
    private static int OnlyRead(FamilyMember mode, IMethodSymbol target) =>
        mode == FamilyMember.Backward ? target.Parameters.Count(parameter => parameter.RefKind != RefKind.Out) : 0;

    private static bool Fits(IMethodSymbol rule, ContractSignature expected, int onlyRead = 0) =>
        rule.IsStatic
        && ContractSignature.Text(rule.ReturnType) == expected.Returns
        && expected.HasTypesOf(ContractSignature.Own(rule), onlyRead);

    /// <summary>The rule as generated code calls it.</summary>
    public RuleMethod Call
    {
        get
        {
            (IParameterSymbol Written, IParameterSymbol Read)[] read = Mode == FamilyMember.Backward
                ? [.. Target!.Parameters.Where(parameter => parameter.RefKind != RefKind.Out).Zip(Method.Parameters, (written, own) => (written, own))
                    .Where(pair => TypeMap.Buffer(pair.written.Type) is { Kind: BufferKind.Span } && TypeMap.Buffer(pair.own.Type) is { Kind: BufferKind.ReadOnlySpan })]
                : [];
            return new RuleMethod(
                CSharpNames.Key(Method),
                CSharpNames.FullName(Method),
                [.. read.Select(pair => pair.Written.Name)],
                [.. read.Where(pair => Attributes.Has(pair.Read, Attributes.Scratch)).Select(pair => pair.Written.Name)]);
        }
    }

    /// <summary>Whether another file can name the members of a type.</summary>
    private static bool CanBeNamed(INamedTypeSymbol? type) =>
        type is null || (type is { IsFileLocal: false, TypeParameters.Length: 0 } && CanBeNamed(type.ContainingType));

    private static DiagnosticInfo Unfit(FamilyMember mode, IMethodSymbol target, string demand, SourceSpan at) =>
        new(Descriptors.RuleSignature.Id, [mode.ToString(), CSharpNames.Short(target), demand], at, []);

    /// <summary>The overload is then the one whose own parameters the rule starts with, else the first.</summary>
    private static Rule Mismatch(
        IMethodSymbol rule, FamilyMember mode, SourceSpan at, (IMethodSymbol Method, ContractSignature Expected)[] candidates)
    {
        ContractParameter[] actual = ContractSignature.Own(rule);
        (IMethodSymbol target, ContractSignature expected) = candidates
            .OrderByDescending(candidate => candidate.Expected.Parameters.Zip(actual, (left, right) => left.Type == right.Type).TakeWhile(same => same).Count())
            .First();
        string text = $"static {expected.Returns} {rule.Name}({string.Join(", ", expected.Parameters)})";
        return new Rule(rule, target, mode, at, [Unfit(mode, target, $"have the signature '{text}'", at)]) { Expected = expected };
    }
}
