using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Tangent;

namespace StaticAd.Generator.Passes.Calls;

/// <summary>
/// Calls of methods whose derivative somebody wrote. Whichever rules there are serve every mode: a tangent is had from a
/// pullback by asking for the gradient of each output, a gradient from a JVP by pushing each input forward; element by element
/// where they are buffers.
/// </summary>
internal sealed class RuleCalls(CallGraph calls, ValueSource values)
{
    private readonly RuleMethods _rules = new(calls, values);
    private Value? _tape;

    /// <summary>The rule methods that generated code calls.</summary>
    public IEnumerable<Method> Methods => _rules.Called;

    /// <summary>The tape that rules with sweeps of their own share.</summary>
    public Value Tape => _tape ??= values.New(OpaqueType.Tape, "tape");

    /// <summary>Whether a rule has been called that needs the tape.</summary>
    public bool UsesTape => _tape is not null;

    /// <summary>Takes the caller's tape for it.</summary>
    public void Use(Value tape) => _tape = tape;

    /// <summary>Whether the call, of a recursive method or of what stands for it in a forward sweep, may throw.</summary>
    public bool MayThrow(Call call) => calls.Methods.Any(method =>
        method.Rules is { MayThrow: true } rules && (call.Callee == method.Key || call.Callee == rules.Forward?.Key || call.Callee == rules.Vjp?.Key || call.Callee == rules.Jvp?.Key));

    /// <summary>Whether the sweeps of the call hand something on through the tape.</summary>
    public bool NeedsTape(Call call) => calls[call].Rules is { Forward: not null };

    /// <summary>The call with both sweeps in one; null where it has none or no derivative passes through it.</summary>
    public EarlyPullback? Early(Call call, ReversalContext context, Scope scope) =>
        EarlyPullback.Serves(calls[call]) && Site(call, context.Activity, context.Memory) is { IsActive: true } site
            ? new EarlyPullback(site, _rules, context, scope)
            : null;

    /// <summary>Whether the call changes derivatives: it computes some, or overwrites what carries them.</summary>
    public bool Concern(Call call, Activity activity, Memory memory)
    {
        if (calls[call].IsCheck)
        {
            return false;
        }

        CallSite site = Site(call, activity, memory);
        return site.IsActive || site.Silences;
    }

    /// <summary>Replaces the call by steps that also compute tangents.</summary>
    public void Jvp(Call call, BlockBuilder builder, TangentPass tangents, Activity activity, Memory memory)
    {
        CallSite site = Site(call, activity, memory);
        site.CheckDisjoint(_rules, builder);
        if (!site.IsActive)
        {
            builder.Append(call);
        }
        else if (site.Callee.Rules!.Jvp is not null)
        {
            new PushedTangents(site, _rules, tangents, builder).Append();
        }
        else
        {
            new PulledTangents(site, new Pullback(site, _rules, this), tangents, builder).Append();
        }

        foreach (Value silenced in site.Silenced)
        {
            builder.Clear(tangents.Shadow(silenced, builder));
        }
    }

    /// <summary>Appends the call's reverse, and returns the call that the forward sweep makes.</summary>
    public Operation Reverse(Call call, CallMemory memory, BlockBuilder reverse, AdjointMap adjoints, ReversalContext context)
    {
        CallSite site = Site(call, context.Activity, context.Memory);
        site.CheckDisjoint(_rules, memory.Before);
        foreach (Value silenced in site.Silenced)
        {
            reverse.Clear(context.Shadow(silenced, reverse));
        }

        if (!site.IsActive)
        {
            return call;
        }

        var reversal = new CallReversal(site, new Pullback(site, _rules, this), memory, reverse, adjoints, context);
        switch (site.Callee.Rules!)
        {
            // What the forward sweep keeps is not computed again.
            case { Forward: not null }:
                reversal.Replay();
                return Recording(site);
            case { Vjp: not null }:
                reversal.Pull();
                return call;
            default:
                new PushedGradients(site, _rules, memory, reverse, adjoints, context).Append();
                return call;
        }
    }

    private Call Recording(CallSite site) => _rules.Forward(site.Callee).Invoke(
        site.Returned,
        part => part.Role == Role.Tape ? Tape : site.Argument(part.Of!),
        site.Output);

    private CallSite Site(Call call, Activity activity, Memory memory) => new(call, calls, activity, memory);
}
