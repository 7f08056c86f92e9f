using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticAd.GradChecks;

/// <summary>Finds the method that a rule belongs to.</summary>
[RequiresDynamicCode("Makes generic types.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal static class RuleTargets
{
    /// <summary>The method whose parameters fit those of the rule; null if there is none.</summary>
    public static MethodInfo? Of(MethodInfo rule)
    {
        DerivativeOfAttribute attribute = rule.GetCustomAttribute<DerivativeOfAttribute>()!;
        return attribute.Type.GetMethods(OverloadFinder.Members)
            .Where(method => method.Name == attribute.Method)
            .SelectMany(static method => method.IsGenericMethodDefinition ? OverloadFinder.Instances(method) : [method])
            .FirstOrDefault(method => Fits(rule, method, attribute.Mode));
    }

    private static bool Fits(MethodInfo rule, MethodInfo method, DerivativeMode mode)
    {
        try
        {
            var contract = new DerivativeContract(new FunctionSignature(method, ArgumentSearch.Any(method)));
            MemberSignature signature = mode switch
            {
                DerivativeMode.Vjp => contract.Vjp,
                DerivativeMode.Jvp => contract.Jvp,
                DerivativeMode.Forward => contract.Forward,
                _ => contract.Backward,
            };
            return signature.Accepts(rule);
        }
        catch (NotSupportedException)
        {
            // An overload with parameters that rules can't have.
            return false;
        }
    }
}
