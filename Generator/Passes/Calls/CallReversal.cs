using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Adjoint;

namespace StaticAd.Generator.Passes.Calls;

/// <summary>The reverse of one call through a pullback.</summary>
internal sealed class CallReversal(
    CallSite site, Pullback pullback, CallMemory memory, BlockBuilder reverse, AdjointMap adjoints, ReversalContext context)
{
    private readonly List<(Value Gradient, Parameter Parameter)> _added = [];
    private readonly HashSet<int> _direct = [];

    /// <summary>Through a Vjp rule: it runs the primal again, on private copies of what the call wrote.</summary>
    public void Pull() => Finish(pullback.Apply(reverse, Primal, new PullbackOperands(Cotangent, Temporary)));

    /// <summary>Through a Backward rule, for the recorded call: it sees what the call wrote as the call left it.</summary>
    public void Replay() => Finish(pullback.Replay(reverse, Left, new PullbackOperands(Cotangent, Target)));

    private Value Primal(Parameter parameter) =>
        parameter.Type is not BufferType ? site.Argument(parameter)
        : parameter.IsScratch ? memory.Scratch(site.Argument(parameter), reverse)
        : parameter.IsWritableSpan ? memory.CopyBefore(site.Argument(parameter), reverse)
        : memory.Unchanged(site.Argument(parameter), reverse);

    private Value Left(Parameter parameter) =>
        parameter.Passing == Passing.Ref ? site.Left(parameter)
        : parameter.IsWritableSpan && site.Callee.IsRecursive ? memory.OfLength(site.Argument(parameter), reverse)
        : site.Callee.Rules!.Backward!.Unread.Contains(parameter.Name) ? memory.OfLength(site.Argument(parameter), reverse)
        : site.Callee.Rules.Backward.OnlyRead.Contains(parameter.Name) ? memory.UnchangedAfter(site.Argument(parameter), reverse)
        : parameter is { IsWritableSpan: true, IsScratch: false } ? memory.CopyAfter(site.Argument(parameter), reverse)
        : Primal(parameter);

    private Value Cotangent(SignaturePart part)
    {
        if (part.Parameter.Type is not BufferType)
        {
            return adjoints.Get(site.Output(part)) ?? reverse.Constant(0, part.Parameter.Type);
        }

        return site.IsActiveArgument(part.Of!) ? Shadow(part.Of!) : memory.Scratch(site.Argument(part.Of!), reverse);
    }

    // A Vjp rule overwrites gradients.
    private Value Temporary(SignaturePart part)
    {
        Value gradient = memory.Scratch(site.Argument(part.Of!), reverse, part.Parameter.Name);
        if (site.IsActiveArgument(part.Of!))
        {
            _added.Add((gradient, part.Of!));
        }

        return gradient;
    }

    // A Backward rule adds to gradients; those of one memory must not overlap, so only one of them is the memory itself.
    private Value Target(SignaturePart part)
    {
        int root = context.Memory.DerivativeRoot(site.Argument(part.Of!)).Id;
        bool isInOut = site.Buffers.Any(other => other.IsWritableSpan && context.Memory.DerivativeRoot(site.Argument(other)).Id == root);
        return site.IsActiveArgument(part.Of!) && !isInOut && _direct.Add(root) ? Shadow(part.Of!) : Temporary(part);
    }

    private Value Shadow(Parameter parameter) => context.Shadow(site.Argument(parameter), reverse);

    private void Finish(ScalarGradients gradients)
    {
        foreach ((Value gradient, Parameter parameter) in _added)
        {
            reverse.AddAll(gradient, Shadow(parameter));
        }

        foreach (Parameter parameter in site.Callee.Parameters.Where(parameter => parameter.Passing != Passing.Out))
        {
            adjoints.Add(site.Argument(parameter), gradients.Find(parameter), reverse);
        }
    }
}
