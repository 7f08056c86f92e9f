using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace StaticAd.GradChecks;

/// <summary>Finds the rules that <see cref="DerivativeOfAttribute"/> declares in the loaded assemblies.</summary>
[RequiresUnreferencedCode("Looks through all methods of an assembly.")]
internal static class DerivativeRules
{
    private static readonly ConditionalWeakTable<Assembly, MethodInfo[]> s_rules = [];

    public static IEnumerable<MethodInfo> Of(MethodInfo function, DerivativeMode mode) =>
        AppDomain.CurrentDomain.GetAssemblies()
            .Where(static assembly => !assembly.IsDynamic)
            .SelectMany(In)
            .Where(rule => rule.GetCustomAttribute<DerivativeOfAttribute>() is { } attribute &&
                attribute.Type == function.DeclaringType && attribute.Method == function.Name && attribute.Mode == mode);

    /// <summary>The rules that an assembly declares.</summary>
    public static IReadOnlyList<MethodInfo> In(Assembly assembly) => s_rules.GetValue(assembly, RulesIn);

    private static MethodInfo[] RulesIn(Assembly assembly)
    {
        Assembly runtime = typeof(DerivativeOfAttribute).Assembly;
        bool mayHoldRules = assembly == runtime ||
            assembly.GetReferencedAssemblies().Any(reference => reference.Name == runtime.GetName().Name);
        return mayHoldRules
            ? [.. LoadableTypes(assembly)
                .SelectMany(static type => type.GetMethods(OverloadFinder.Members))
                .Where(static method => method.IsDefined(typeof(DerivativeOfAttribute)))]
            : [];
    }

    /// <summary>The types whose own references are all there; the others can't be called anyway.</summary>
    public static IEnumerable<Type> LoadableTypes(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }
}
