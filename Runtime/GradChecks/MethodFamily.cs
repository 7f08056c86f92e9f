using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticAd.GradChecks;

/// <summary>The derivative methods of a function: those that stand beside it, and else its rules.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class MethodFamily
{
    private readonly FunctionSignature _function;
    private readonly bool _isOverloaded;
    private readonly Findings _findings;

    public MethodFamily(FunctionSignature function, Findings findings)
    {
        _function = function;
        _findings = findings;
        Type type = function.Method.DeclaringType!;
        // Instances of a generic method are overloads of each other.
        _isOverloaded = function.Method.IsGenericMethod || type.GetMethods(OverloadFinder.StaticMembers).Count(method => method.Name == function.Method.Name) > 1;
        var contract = new DerivativeContract(function);
        Vjp = Find(contract.Vjp) ?? FindRule(contract.Vjp, DerivativeMode.Vjp);
        Jvp = Find(contract.Jvp) ?? FindRule(contract.Jvp, DerivativeMode.Jvp);
        Forward = Find(contract.Forward) ?? FindRule(contract.Forward, DerivativeMode.Forward);
        Backward = Find(contract.Backward) ?? FindRule(contract.Backward, DerivativeMode.Backward);
        ValueAndGradient = Find(contract.ValueAndGradient);
        Gradient = Find(contract.Gradient);
        Jacobian = Find(contract.Jacobian);
        Hvp = Find(contract.Hvp);
        Hessian = Find(contract.Hessian);
        Batch = Find(contract.Batch);
        ValueAndGradientBatch = Find(contract.ValueAndGradientBatch);
        if (Forward == null != (Backward == null))
        {
            findings.Fail($"Of {contract.Forward.Name} and {contract.Backward.Name} only one exists.");
        }
    }

    public DerivativeMember? Vjp { get; }

    public DerivativeMember? Jvp { get; }

    public DerivativeMember? Forward { get; }

    public DerivativeMember? Backward { get; }

    public DerivativeMember? ValueAndGradient { get; }

    public DerivativeMember? Gradient { get; }

    public DerivativeMember? Jacobian { get; }

    public DerivativeMember? Hvp { get; }

    public DerivativeMember? Hessian { get; }

    public DerivativeMember? Batch { get; }

    public DerivativeMember? ValueAndGradientBatch { get; }

    /// <summary>Whether anything but a batched value is there to be checked.</summary>
    public bool HasDerivative =>
        (Vjp ?? Jvp ?? Backward ?? ValueAndGradient ?? Gradient ?? Jacobian ?? Hvp ?? Hessian ?? ValueAndGradientBatch) != null;

    private DerivativeMember? Find(MemberSignature? signature)
    {
        if (signature == null)
        {
            return null;
        }

        MethodInfo[] named = [.. _function.Method.DeclaringType!.GetMethods(OverloadFinder.StaticMembers)
            .Where(method => method.Name == signature.Name)];
        return Choose(signature, named);
    }

    private DerivativeMember? FindRule(MemberSignature signature, DerivativeMode mode) =>
        Choose(signature, [.. DerivativeRules.Of(_function.Method, mode)]);

    private DerivativeMember? Choose(MemberSignature signature, MethodInfo[] candidates)
    {
        MethodInfo? found = candidates.FirstOrDefault(signature.Accepts);
        if (found == null && candidates.Length > 0 && !_isOverloaded)
        {
            // With overloads of the function, what does not fit may be another overload's.
            _findings.Fail(
                $"{candidates[0].Name} has not the signature that belongs to {_function.Method.Name}: it must be {signature}.");
        }

        return found == null ? null : new DerivativeMember(signature, found);
    }
}
