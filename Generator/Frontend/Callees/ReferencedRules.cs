using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// The rules that referenced assemblies declare, the runtime's among them, and what was generated there for marked methods. Every
/// method of a reference is looked at once; later compilations with the same reference look only at the types that were found to
/// declare rules or marked methods.
/// </summary>
internal static class ReferencedRules
{
    private const string Runtime = "StaticAd";

    private static readonly ConditionalWeakTable<MetadataReference, string[]> DeclaringTypes = new();

    private static readonly ConditionalWeakTable<IAssemblySymbol, Found> Last = new();

    /// <summary>The rules in some assemblies that a certain assembly may call.</summary>
    private sealed record Found(AssemblyIdentity Caller, IAssemblySymbol[] Assemblies, RuleTable Rules);

    /// <summary>Those that the compilation may call; of several for one derivative, the first counts.</summary>
    public static RuleTable In(Compilation compilation, CancellationToken cancellation)
    {
        (MetadataReference Reference, IAssemblySymbol Assembly)[] assemblies =
        [
            .. from reference in compilation.References
               let assembly = compilation.GetAssemblyOrModuleSymbol(reference) as IAssemblySymbol
               where assembly is not null && KnowsTheRuntime(assembly)
               orderby assembly.Name == Runtime ? "" : assembly.Name
               select (reference, assembly),
        ];
        IAssemblySymbol[] symbols = [.. assemblies.Select(pair => pair.Assembly)];
        if (symbols.Length == 0)
        {
            return RuleTable.Empty;
        }

        // Versions of a project that have the same references have the same symbols for them.
        AssemblyIdentity caller = compilation.Assembly.Identity;
        if (Last.TryGetValue(symbols[0], out Found known) && known.Caller.Equals(caller) && known.Assemblies.Length == symbols.Length && known.Assemblies.Zip(symbols, ReferenceEquals).All(same => same))
        {
            return known.Rules;
        }

        var found = new Found(caller, symbols, new RuleTable(In(compilation, assemblies.Select(pair => (pair.Assembly, TypesOf(pair.Reference, pair.Assembly, cancellation))))));
        Last.Remove(symbols[0]);
        // Another compilation may have been there in between: what counts for this one is what it has found.
        _ = Last.GetValue(symbols[0], _ => found);
        return found.Rules;
    }

    private static Rule[] In(Compilation compilation, IEnumerable<(IAssemblySymbol Assembly, string[] Types)> declaring)
    {
        IMethodSymbol[] methods =
        [
            .. from pair in declaring
               from name in pair.Types
               let type = pair.Assembly.GetTypeByMetadataName(name)
               where type is not null
               from method in type.GetMembers().OfType<IMethodSymbol>()
               select method,
        ];
        Rule[] written = [.. Usable(methods.SelectMany(method => Rule.DeclaredBy(method, compilation)), compilation)];
        var ruled = new HashSet<ISymbol?>(written.Select(rule => rule.Target), SymbolEqualityComparer.Default);
        IEnumerable<IMethodSymbol> marked = methods.Where(method => Attributes.Has(method, Attributes.Differentiable)).SelectMany(method => Instances.OrItself(method, compilation));
        return [.. written, .. Usable(marked.SelectMany(Rule.GeneratedFor), compilation).Where(rule => !ruled.Contains(rule.Target))];
    }

    private static IEnumerable<Rule> Usable(IEnumerable<Rule> rules, Compilation compilation) => rules.Where(rule =>
        rule is { Target: not null, Faults.Count: 0 } && compilation.IsSymbolAccessibleWithin(rule.Method, compilation.Assembly));

    private static string[] TypesOf(MetadataReference reference, IAssemblySymbol assembly, CancellationToken cancellation)
    {
        if (!DeclaringTypes.TryGetValue(reference, out string[] types))
        {
            // A referenced project's own syntax says at once where to look.
            IEnumerable<INamedTypeSymbol> found = reference is CompilationReference project
                ? new OwnRules(project.Compilation, cancellation).All().Select(rule => rule.Method.ContainingType)
                    .Concat(DerivativeDeclarations.Marked(project.Compilation, cancellation).Select(method => method.ContainingType))
                : AllTypes(assembly.GlobalNamespace, cancellation).Where(DeclaresRules);
            types = [.. found.Select(MetadataName).Distinct().OrderBy(name => name, StringComparer.Ordinal)];
            DeclaringTypes.GetValue(reference, _ => types);
        }

        return types;
    }

    private static bool KnowsTheRuntime(IAssemblySymbol assembly) =>
        assembly.Name == Runtime || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(identity => identity.Name == Runtime));

    private static bool DeclaresRules(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Any(method => method.IsStatic && (Attributes.Has(method, Attributes.DerivativeOf) || Attributes.Has(method, Attributes.Differentiable)));

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol scope, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (INamespaceOrTypeSymbol member in scope.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (INamedTypeSymbol inner in AllTypes(member, cancellation))
            {
                yield return inner;
            }
        }
    }

    private static string MetadataName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? MetadataName(outer) + "+" + type.MetadataName
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;
}
