using Microsoft.CodeAnalysis;
using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>One parameter of a member of the family.</summary>
/// <param name="Modifier"><c>ref</c>, <c>out</c>, <c>in</c> or nothing.</param>
internal sealed record ContractParameter(string Modifier, string Type, string Name)
{
    public override string ToString() => (Modifier.Length > 0 ? Modifier + " " : "") + Type + " " + Name;
}

/// <summary>The signature of a member of the family, as users rely on it; rules have the same.</summary>
internal sealed record ContractSignature(string Returns, IReadOnlyList<ContractParameter> Parameters)
{
    private const string Tape = "StaticAd.Tape";

    public static ContractSignature Of(FamilyMember member, IMethodSymbol method, Signature signature)
    {
        string returns = Text(method.ReturnType);
        Parameter[] active =
        [
            .. signature.Parameters.Where(parameter => parameter.CarriesDerivative)
                .GroupBy(parameter => parameter.DeclaredName)
                .Select(leaves => leaves.First()),
        ];
        ContractParameter[] own = Own(method);
        return member switch
        {
            FamilyMember.Jvp => new(returns, [.. own, .. Tangents(active), .. Outputs(signature, active, "out", "Dot")]),
            FamilyMember.Vjp => new(returns, [.. own, .. Cotangents(signature, active), .. Gradients(active, "out")]),
            FamilyMember.Forward => new(returns, [.. own, new("", Tape, "tape")]),
            FamilyMember.Backward => new(
                "void",
                [.. own.Where(parameter => parameter.Modifier != "out"), .. Cotangents(signature, active), .. Gradients(active, "ref"), new("", Tape, "tape")]),
            FamilyMember.ValueAndGradient => new(returns, [.. own, .. Gradients(active, "out")]),
            FamilyMember.Jacobian => new(returns, [.. own, new("", "Span<double>", "jacobian")]),
            FamilyMember.Hvp => new(returns, [.. own, .. Tangents(active), .. Products(active)]),
            FamilyMember.Hessian => new(returns, [.. own, new("", "Span<double>", "hessian")]),
            _ when IsScalarGradient(active) => new(returns, own),
            _ => new("void", [.. own, .. Gradients(active, "out")]),
        };
    }

    /// <summary>The members that are generated for a method.</summary>
    public static IEnumerable<FamilyMember> MembersOf(Signature signature, int order)
    {
        bool isFunction = signature.Return is { Struct: null, Components: [{ IsActive: true }] }
            && !signature.Parameters.Any(parameter => parameter.CarriesDerivative && (parameter.YieldsScalar || parameter.IsWritableSpan));
        FamilyMember[] always = [FamilyMember.Vjp, FamilyMember.Jvp, FamilyMember.Forward, FamilyMember.Backward, FamilyMember.Jacobian];
        FamilyMember[] second = order > 1 ? [FamilyMember.Hvp, FamilyMember.Hessian] : [];
        return isFunction ? [FamilyMember.ValueAndGradient, FamilyMember.Gradient, .. always, .. second] : always;
    }

    /// <summary>The parameters of the method as it declares them.</summary>
    public static ContractParameter[] Own(IMethodSymbol method) =>
        [.. method.Parameters.Select(parameter => new ContractParameter(Modifier(parameter.RefKind), Text(parameter.Type), parameter.Name))];

    /// <param name="onlyRead">How many parameters, from the first on, may also be read-only spans where they are spans here.</param>
    public bool HasTypesOf(IReadOnlyList<ContractParameter> others, int onlyRead = 0) =>
        Parameters.Count == others.Count
        && Parameters.Zip(others, (own, other) => Shape(own) == Shape(other) || (onlyRead-- > 0 && IsOnlyReadIn(own, other))).All(fits => fits);

    /// <summary>Whether a parameter that is written in one signature is only read in another.</summary>
    public static bool IsOnlyReadIn(ContractParameter own, ContractParameter other) =>
        own.Type.StartsWith("Span<", StringComparison.Ordinal) && other.Modifier.Length == 0 && other.Type == "ReadOnly" + own.Type;

    public static string Text(ITypeSymbol type) => TypeMap.IsSpan(type)
        ? $"{type.Name}<{Text(((INamedTypeSymbol)type).TypeArguments[0])}>"
        : type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(new SymbolDisplayFormat(
            typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
            genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
            miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes)).Replace("System.Half", "Half");

    private static string Shape(ContractParameter parameter) => parameter.Modifier + " " + parameter.Type;

    private static string Modifier(RefKind kind) => kind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref",
        RefKind.Out => "out",
        _ => "in",
    };

    private static bool IsScalarGradient(Parameter[] active) =>
        active.All(parameter => parameter is { Type: ScalarType, Passing: Passing.Value, Of: null });

    private static IEnumerable<ContractParameter> Tangents(Parameter[] active) =>
        from parameter in active
        where parameter.Passing != Passing.Out
        select parameter switch
        {
            { HasRun: true, IsView: false } => new ContractParameter("", ArrayText(parameter), parameter.DeclaredName + "Dot"),
            { IsWritableSpan: true } => new ContractParameter("", $"Span<{Element(parameter)}>", parameter.DeclaredName + "Dot"),
            { Type: BufferType } => new ContractParameter("", $"ReadOnlySpan<{Element(parameter)}>", parameter.DeclaredName + "Dot"),
            { Passing: Passing.Ref } => new ContractParameter("ref", Element(parameter), parameter.DeclaredName + "Dot"),
            _ => new ContractParameter("", Element(parameter), parameter.DeclaredName + "Dot"),
        };

    /// <summary>In-out buffers and scalars, then <c>out</c> parameters and results.</summary>
    private static IEnumerable<ContractParameter> Cotangents(Signature signature, Parameter[] active)
    {
        IEnumerable<ContractParameter> written =
            from parameter in active
            where parameter.YieldsScalar || parameter.IsWritableSpan
            let modifier = parameter.Passing == Passing.Ref ? "ref" : ""
            let type = parameter.IsWritableSpan ? $"Span<{Element(parameter)}>" : Element(parameter)
            select new ContractParameter(modifier, type, parameter.DeclaredName + "Bar");
        return [.. written, .. Results(signature, "", "Bar")];
    }

    private static IEnumerable<ContractParameter> Outputs(Signature signature, Parameter[] active, string modifier, string suffix) =>
    [
        .. active
            .Where(parameter => parameter.Passing == Passing.Out)
            .Select(parameter => new ContractParameter(modifier, Element(parameter), parameter.DeclaredName + suffix)),
        .. Results(signature, modifier, suffix),
    ];

    private static IEnumerable<ContractParameter> Results(Signature signature, string modifier, string suffix) =>
        signature.Return.Struct is { } shape
            ? signature.Return.Components.Any(component => component.IsActive) ? [new(modifier, Plain(shape), "result" + suffix)] : []
            : Components(signature, modifier, suffix);

    private static IEnumerable<ContractParameter> Components(Signature signature, string modifier, string suffix) =>
        from item in signature.Return.Components.Select((component, i) => (Component: component, Index: i))
        where item.Component.IsActive
        let name = signature.Return.Components.Count == 1 ? "" : item.Component.Name ?? $"Item{item.Index + 1}"
        select new ContractParameter(modifier, Keyword(item.Component.Type), "result" + Pascal(name) + suffix);

    private static IEnumerable<ContractParameter> Gradients(Parameter[] active, string modifier) =>
        from parameter in active
        where !parameter.YieldsScalar && !parameter.IsWritableSpan
        let name = parameter.DeclaredName.Length == 1 ? "d" + parameter.DeclaredName : "d" + Pascal(parameter.DeclaredName)
        select parameter.Type is BufferType
            ? new ContractParameter("", parameter is { HasRun: true, IsView: false } ? ArrayText(parameter) : $"Span<{Element(parameter)}>", name)
            : new ContractParameter(modifier, Element(parameter), name);

    private static IEnumerable<ContractParameter> Products(Parameter[] active) =>
        from parameter in active
        select parameter.Type is BufferType
            ? new ContractParameter("", parameter is { HasRun: true, IsView: false } ? ArrayText(parameter) : $"Span<{Element(parameter)}>", parameter.DeclaredName + "Hvp")
            : new ContractParameter("out", Element(parameter), parameter.DeclaredName + "Hvp");

    private static string Pascal(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static string ArrayText(Parameter parameter) =>
        Element(parameter) + (parameter.IsJagged ? "[][]" : $"[{new string(',', parameter.Dimensions - 1)}]");

    private static string Element(Parameter parameter) => parameter.Of is { } whole ? Plain(whole.Shape) : Keyword(parameter.Type is BufferType buffer ? buffer.Element : parameter.Type);

    private static string Plain(StructShape shape) => shape.CSharpType.Replace("global::", "").Replace("System.Half", "Half");

    private static string Keyword(IrType type) =>
        type == IrType.Half ? "Half" : type == IrType.Float ? "float" : "double";
}
