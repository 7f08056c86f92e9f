using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Adjoint;

namespace StaticAd.Generator.Passes.Calls;

/// <summary>
/// What gives value and gradient at once, a Vjp rule or one level of a recursion, in place of the call: where the cotangents of its
/// results are known before it, and the memory that takes gradients is there and not cleared until the end of the scope.
/// </summary>
internal sealed class EarlyPullback(CallSite site, RuleMethods rules, ReversalContext context, Scope scope)
{
    // A Vjp rule overwrites gradients.
    private readonly bool _adds = site.Callee.Rules!.Pullback is not null;
    private readonly RuleSignature _rule = site.Callee.Rules!.Pullback is not null ? rules.Pullback(site.Callee) : rules.Vjp(site.Callee);

    /// <summary>Whether a method has both sweeps in one: its in-out memory would be transformed too early.</summary>
    public static bool Serves(Method callee) => callee.Rules is { Pullback: not null }
        || (callee.Rules is { Vjp: not null, MayThrow: false }
            && !callee.Parameters.Any(parameter => parameter.CarriesDerivative && (parameter.IsWritableSpan || parameter.Passing == Passing.Ref)));

    /// <summary>Whether gradients may be added to memory now rather than when the reverse comes to the call.</summary>
    public bool IsPossible => !site.Silences && site.Buffers.Where(site.IsActiveArgument).Select(site.Argument).All(IsAdditive);

    /// <summary>The outputs that have a cotangent.</summary>
    public IEnumerable<SignaturePart> Cotangents => _rule.Parts.Where(part => part.Role == Role.Cotangent);

    /// <summary>The call, its gradients handed on to the arguments.</summary>
    /// <param name="cotangents">One for each of <see cref="Cotangents"/>, known before the call.</param>
    /// <param name="before">Operations right before the call.</param>
    /// <param name="after">Operations right after it.</param>
    public Call Build(IReadOnlyList<Value> cotangents, BlockBuilder before, BlockBuilder after, BlockBuilder reverse, AdjointMap adjoints)
    {
        site.CheckDisjoint(rules, before);
        SignaturePart[] seeded = [.. Cotangents];
        var gradients = new List<(Parameter Parameter, Value Gradient)>();
        var direct = new HashSet<int>();
        Call call = _rule.Invoke(
            site.Returned,
            part => part.Role switch
            {
                Role.Primal => site.Argument(part.Of!),
                Role.Cotangent => cotangents[Array.IndexOf(seeded, part)],
                _ => Gradient(part.Of!, direct, before, after),
            },
            part => part.Role == Role.Primal ? site.Output(part) : NewGradient(part, gradients));
        foreach ((Parameter parameter, Value gradient) in gradients)
        {
            adjoints.Add(site.Argument(parameter), gradient, reverse);
        }

        return call;
    }

    private bool IsAdditive(Value buffer) =>
        context.IsThroughout(buffer, scope) && context.Memory.IsUnchangedUntilEnd(site.Call, buffer, scope.Extent);

    // Gradients of one memory must not overlap.
    private Value Gradient(Parameter parameter, HashSet<int> direct, BlockBuilder before, BlockBuilder after)
    {
        Value argument = site.Argument(parameter);
        if (_adds && site.IsActiveArgument(parameter) && direct.Add(context.Memory.DerivativeRoot(argument).Id))
        {
            return context.Shadow(argument, before);
        }

        Value gradient = before.ZerosLike(argument, argument.Name is null ? null : Naming.Gradient(argument.Name));
        if (site.IsActiveArgument(parameter))
        {
            after.AddAll(gradient, context.Shadow(argument, after));
        }

        return gradient;
    }

    private Value NewGradient(SignaturePart part, List<(Parameter Parameter, Value Gradient)> gradients)
    {
        string? name = site.Argument(part.Of!).Name;
        Value gradient = context.Values.New(part.Parameter.Type, name is null ? null : Naming.Gradient(name));
        gradients.Add((part.Of!, gradient));
        return gradient;
    }
}
