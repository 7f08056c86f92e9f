using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticAd.GradChecks;

/// <summary>Finds the derivative methods of a function: those that stand beside it, and its rules.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class FamilyFinder
{
    private readonly FunctionSignature _function;
    private readonly Findings _findings;
    private readonly Assembly? _rulesOf;
    private readonly DerivativeContract _contract;
    private readonly bool _isOverloaded;

    /// <param name="function">The function.</param>
    /// <param name="findings">Where to report what does not fit.</param>
    /// <param name="rulesOf">The assembly whose rules count; those of all loaded ones if null.</param>
    public FamilyFinder(FunctionSignature function, Findings findings, Assembly? rulesOf)
    {
        _function = function;
        _findings = findings;
        _rulesOf = rulesOf;
        _contract = new DerivativeContract(function);
        // Instances of a generic method are overloads of each other.
        _isOverloaded = function.Method.IsGenericMethod
            || function.Method.DeclaringType!.GetMethods(OverloadFinder.Members).Count(method => method.Name == function.Method.Name) > 1;
    }

    /// <summary>What stands beside the function, with rules for what does not; then the rules that are left, which are checked as well.</summary>
    public IReadOnlyList<MethodFamily> FindAll()
    {
        var vjps = new Queue<DerivativeMember>([.. Beside(_contract.Vjp), .. Rules(_contract.Vjp, DerivativeMode.Vjp)]);
        var jvps = new Queue<DerivativeMember>([.. Beside(_contract.Jvp), .. Rules(_contract.Jvp, DerivativeMode.Jvp)]);
        var forwards = new Queue<DerivativeMember>([.. Beside(_contract.Forward), .. Rules(_contract.Forward, DerivativeMode.Forward)]);
        var backwards = new Queue<DerivativeMember>([.. Beside(_contract.Backward), .. Rules(_contract.Backward, DerivativeMode.Backward)]);
        if (forwards.Count != backwards.Count)
        {
            _findings.Fail($"Of {_contract.Forward.Name} and {_contract.Backward.Name} only one exists.");
        }

        List<MethodFamily> families = [Family(new MethodFamily
        {
            ValueAndGradient = Beside(_contract.ValueAndGradient).FirstOrDefault(),
            Gradient = Beside(_contract.Gradient).FirstOrDefault(),
            Jacobian = Beside(_contract.Jacobian).FirstOrDefault(),
            Hvp = Beside(_contract.Hvp).FirstOrDefault(),
            Hessian = Beside(_contract.Hessian).FirstOrDefault(),
            Batch = Beside(_contract.Batch).FirstOrDefault(),
            ValueAndGradientBatch = Beside(_contract.ValueAndGradientBatch).FirstOrDefault(),
        })];
        while (vjps.Count + jvps.Count + backwards.Count > 0)
        {
            families.Add(Family(new MethodFamily()));
        }

        return families;

        MethodFamily Family(MethodFamily family) => family with
        {
            Vjp = Next(vjps), Jvp = Next(jvps), Forward = Next(forwards), Backward = Next(backwards),
        };
    }

    private static DerivativeMember? Next(Queue<DerivativeMember> members) => members.TryDequeue(out DerivativeMember? member) ? member : null;

    private IEnumerable<DerivativeMember> Beside(MemberSignature? signature) => signature == null ? [] : Fitting(
        signature, [.. _function.Method.DeclaringType!.GetMethods(OverloadFinder.Members)
            .Where(method => method.Name == signature.Name && !method.IsDefined(typeof(DerivativeOfAttribute)))]).Take(1);

    private IEnumerable<DerivativeMember> Rules(MemberSignature signature, DerivativeMode mode) =>
        Fitting(signature, [.. DerivativeRules.Of(_function.Method, mode).Where(rule => _rulesOf is null || rule.Module.Assembly == _rulesOf)]);

    private IEnumerable<DerivativeMember> Fitting(MemberSignature signature, MethodInfo[] candidates)
    {
        // With overloads of the function, what does not fit may be another overload's.
        MethodInfo? misfit = _isOverloaded ? null : candidates.FirstOrDefault(candidate => !signature.Accepts(candidate));
        if (misfit != null)
        {
            _findings.Fail($"{misfit.Name} has not the signature that belongs to {_function.Method.Name}: it must be {signature}.");
        }

        return candidates.Where(signature.Accepts).Select(method => new DerivativeMember(signature, method));
    }
}
