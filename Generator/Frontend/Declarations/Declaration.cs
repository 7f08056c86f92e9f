using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RuleSet = StaticAd.Generator.Ir.RuleSet;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Frontend;

/// <summary>A marked method as it is declared: its options, its place, and what is wrong with them.</summary>
internal sealed class Declaration(IMethodSymbol method, AttributeData mark, Compilation compilation, CancellationToken cancellation)
{
    private readonly SourceSpan _name = SourceSpan.Of(method.Locations[0]);

    private string Family => Attributes.Family(method, mark);

    /// <summary>The instance of a generic method for <c>Half</c>, which lanes do not support, has no batches.</summary>
    public bool IsBatch => Attributes.Option(mark, "Batch") is true && !(method.IsGenericMethod && TypeMap.IsHalf(method.TypeArguments[0]));

    public int Order => Attributes.Order(mark);

    /// <summary>What makes it no candidate at all, so that nothing else is worth saying.</summary>
    public DiagnosticInfo? Unfit()
    {
        string? what = method switch
        {
            { MethodKind: MethodKind.LocalFunction } => "a local function",
            { MethodKind: not MethodKind.Ordinary } => "not an ordinary method",
            { IsAbstract: true } or { IsVirtual: true } or { IsOverride: true } => "abstract or virtual",
            { IsStatic: false, ContainingType: { TypeKind: TypeKind.Struct } type } when !Structs.Is(type) =>
                "an instance method of a structure with other fields than numbers, 'bool', enums and structures of these",
            { IsExtern: true } => "extern",
            { IsPartialDefinition: true } or { PartialDefinitionPart: not null } => "a partial method",
            { IsAsync: true } => "async",
            _ => null,
        };
        if (what is not null)
        {
            return Fault(Descriptors.NotDifferentiableKind, CSharpNames.Short(method), what);
        }

        string? generic = Enclosing().FirstOrDefault(type => type.IsGenericType) is { } outer
            ? $"it stands in the generic type '{CSharpNames.Short(outer)}'; move it to a type without type parameters"
            : method.IsGenericMethod ? Instances.Obstacle(method, compilation) : null;
        return generic is null ? null : Fault(Descriptors.GenericMethod, CSharpNames.Short(method), generic);
    }

    public List<DiagnosticInfo> Faults(out Signature? signature)
    {
        var faults = new List<DiagnosticInfo>();
        faults.AddRange(TypeFaults());
        faults.AddRange(OptionFaults());
        faults.AddRange(ScratchFaults());
        signature = Signature.Read(method, compilation, (symbol, type) => faults.Add(
            symbol is INamedTypeSymbol ? SignatureFault.Of(symbol, type) with { Location = _name } : SignatureFault.Of(symbol, type)));
        if (signature is not null)
        {
            faults.AddRange(ActivityFaults(signature));
            faults.AddRange(NameClash.Find(method, Family, signature, Order, compilation).Select(clash =>
                Fault(Descriptors.NameClash, clash.Generated, clash.With)));
        }

        return faults;
    }

    private DiagnosticInfo Fault(DiagnosticDescriptor descriptor, params IEnumerable<string> arguments) =>
        new(descriptor.Id, arguments.ToEquatableArray(), _name, []);

    /// <summary>The enclosing types, outermost first.</summary>
    private IEnumerable<INamedTypeSymbol> Enclosing()
    {
        var types = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            types.Push(type);
        }

        return types;
    }

    private IEnumerable<DiagnosticInfo> TypeFaults() =>
        from type in Enclosing()
        where type.IsFileLocal || !IsPartial(type)
        select Fault(Descriptors.TypeNotPartial, CSharpNames.Short(method), CSharpNames.Short(type), type.IsFileLocal ? "not be a 'file' type" : "be declared 'partial'");

    private bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellation))
        .OfType<TypeDeclarationSyntax>()
        .Where(syntax => !GeneratedNames.IsGenerated(syntax.SyntaxTree))
        .All(syntax => syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private IEnumerable<DiagnosticInfo> OptionFaults()
    {
        if (Order is not (1 or 2))
        {
            yield return OrderFault("it is 1 or 2");
        }

        if (!SyntaxFacts.IsValidIdentifier(Family))
        {
            yield return Fault(Descriptors.InvalidName, Family) with { Location = At("Name") };
        }
    }

    /// <summary>What the second derivatives need that cannot be had; counts the rest among the callees.</summary>
    public IEnumerable<DiagnosticInfo> SecondOrderFaults(Signature signature, Block body, Translation translation)
    {
        Method primal = Callee.Of(method, signature, body, null);
        Method? recursive = translation.Callees.Find(primal.Key);
        Method whole = recursive is null ? primal : RecursiveCall.Of(recursive, primal);
        return new DerivedCallees(translation.Callees, translation).RequireGradient(Family, whole) is { } obstacle ? [OrderFault(obstacle)] : [];
    }

    public DiagnosticInfo OrderFault(string obstacle) =>
        Fault(Descriptors.OrderNotSupported, Order.ToString(), obstacle) with { Location = At("Order") };

    /// <summary>The attribute's argument, or the method's name where it has none.</summary>
    private SourceSpan At(string option) =>
        mark.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax { ArgumentList: { } arguments }
        && arguments.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == option) is { } found
            ? SourceSpan.Of(found)
            : _name;

    private IEnumerable<DiagnosticInfo> ScratchFaults() =>
        from parameter in method.Parameters
        where Attributes.Has(parameter, Attributes.Scratch)
            && !(parameter.RefKind == RefKind.None && (TypeMap.Buffer(parameter.Type) is { Kind: BufferKind.Span } || Structs.Buffer(parameter.Type) is { Kind: BufferKind.Span }))
        select Fault(Descriptors.MisplacedScratch, parameter.Name) with { Location = SourceSpan.Of(parameter.Locations[0]) };

    private IEnumerable<DiagnosticInfo> ActivityFaults(Signature signature)
    {
        Parameter[] active = [.. signature.Parameters.Where(parameter => parameter.CarriesDerivative)];
        if (!active.Any(parameter => parameter.Passing != Passing.Out))
        {
            yield return Fault(Descriptors.NoActiveParameter, CSharpNames.Short(method));
        }

        if (!active.Any(parameter => parameter.YieldsScalar || parameter.IsWritableSpan)
            && !signature.Return.Components.Any(component => component.IsActive))
        {
            yield return Fault(Descriptors.NoActiveResult, CSharpNames.Short(method));
        }
    }

    public IEnumerable<DiagnosticInfo> BatchFaults(Signature signature, IEnumerable<Block> bodies, Recursion recursion, SyntaxNode syntax)
    {
        if (!method.IsStatic)
        {
            return [BatchFault("it is an instance method")];
        }

        if (recursion.Calls.Count > 0)
        {
            DiagnosticInfo recursive = BatchFault(Batch.Recursion);
            return [recursion.Calls.FirstOrDefault(syntax.Contains) is { } call ? recursive with { Location = SourceSpan.Of(call) } : recursive];
        }

        if (Batch.Obstacle(signature, bodies) is not { } obstacle)
        {
            return [];
        }

        SyntaxNode? loop = obstacle == Batch.Loop ? syntax.DescendantNodes().FirstOrDefault(IsLoop) : null;
        DiagnosticInfo fault = BatchFault(obstacle);
        return [loop is null ? fault : fault with { Location = SourceSpan.Of(loop.GetFirstToken()) }];
    }

    public DiagnosticInfo BatchFault(string obstacle) => Fault(Descriptors.BatchNotPossible, CSharpNames.Short(method), obstacle);

    private static bool IsLoop(SyntaxNode node) =>
        node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    public MethodModel Model(Signature signature, Block body, CalleeTable callees)
    {
        INamespaceSymbol space = method.ContainingNamespace;
        RuleSet? rules = RuleIndex.Of(compilation, cancellation).Find(method)?.Set;
        string argument = method.IsGenericMethod ? TypeText.Keyword(((ScalarType)TypeMap.Scalar(method.TypeArguments[0])!).Kind) : "";
        string distinction = Ordinal() + (argument.Length == 0 ? "" : "Of" + Naming.Pascal(argument));
        Method[] called = [.. Recursion.Named(callees.Methods, method, Family + distinction, callees.Apart)];
        Method primal = Callee.Of(method, signature, body, rules);
        Method? recursive = called.FirstOrDefault(callee => callee.Key == primal.Key);
        return HalvesAsFloats.In(new MethodModel(
            space.IsGlobalNamespace ? null : NamespaceText(space),
            Enclosing().Select(type => new EnclosingType(TypeHeader.Of(type))).ToEquatableArray(),
            CSharpNames.Accessibility(method.DeclaredAccessibility),
            Family,
            FileName.Of(method.OriginalDefinition),
            CSharpNames.Display(method),
            Order,
            IsBatch,
            recursive is null ? primal : RecursiveCall.Of(recursive, primal),
            called.ToEquatableArray(),
            HiddenNames.At(method.ContainingType).ToEquatableArray(),
            method.IsStatic ? "static " : method.ContainingType.IsValueType ? "readonly " : "",
            argument,
            distinction));
    }

    // Overloads share a family, and may reach the same recursive methods.
    private string Ordinal()
    {
        int before = method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(other => Attributes.Find(other, Attributes.Differentiable) is { } mark && Attributes.Family(other, mark) == Family)
            .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, method.OriginalDefinition))
            .Count();
        return before == 0 ? "" : (before + 1).ToString();
    }

    private static string NamespaceText(INamespaceSymbol space) =>
        space.ContainingNamespace is { IsGlobalNamespace: false } outer
            ? NamespaceText(outer) + "." + CSharpNames.Identifier(space.Name)
            : CSharpNames.Identifier(space.Name);
}
