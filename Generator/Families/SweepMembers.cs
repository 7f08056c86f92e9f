using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;

namespace StaticAd.Generator.Families;

/// <summary><c>FForward</c> and <c>FBackward</c>: the sweeps apart, with a tape between them.</summary>
internal static class SweepMembers
{
    public static GeneratedMethod Forward(PreparedMethod method)
    {
        var member = new Member(method);
        SplitSweeps split = Split(method, member, out Parts parts);
        member.Add([.. member.Signature.Primal(), parts.Tape]);
        member.Body.Append(split.Forward);
        member.YieldPrimalResults();
        return member.Finish(
            "Forward",
            $"Forward sweep of <c>{method.ShortName}</c>: computes it and saves on the tape what the backward sweep needs.",
            method.Method.Return,
            "What the method returns.",
            TapeUse.Recording);
    }

    public static GeneratedMethod Backward(PreparedMethod method)
    {
        var member = new Member(method);
        SplitSweeps split = Split(method, member, out Parts parts);
        member.Add([.. member.Signature.Primal(withOut: false), .. parts.Derivatives, parts.Tape]);
        member.Body.Append(split.Backward.Operations);
        for (int i = 0; i < parts.Targets.Count; i++)
        {
            member.Yield(split.Backward.Yields[i], parts.Targets[i]);
        }

        return member.Finish(
            "Backward",
            $"Backward sweep of <c>{method.ShortName}</c>: adds to the gradients. The inputs are as the forward sweep left them.",
            ReturnShape.Void,
            null,
            TapeUse.Replay);
    }

    /// <summary>The parameters that the sweeps have beside the primal's, and those that take the backward sweep's yields.</summary>
    private sealed record Parts(List<SignaturePart> Derivatives, SignaturePart Tape, List<Parameter> Targets);

    // Both methods are cut from the same pair of sweeps, so that they agree on the tape.
    private static SplitSweeps Split(PreparedMethod method, Member member, out Parts parts)
    {
        List<SignaturePart> derivatives = [.. member.Signature.Cotangents(), .. member.Signature.Gradients(Passing.Ref)];
        SignaturePart tape = member.Signature.Tape();
        member.Rules.Use(tape.Parameter.Value!);
        (AdjointPass pass, Sweeps sweeps) = ReverseSweep.Run(member, method, derivatives, isSplit: true);
        List<(Value Gradient, Parameter Target)> gradients = ReverseSweep.ScalarGradients(derivatives, sweeps);
        Block backward = sweeps.Backward.Finish(gradients.Select(pair => pair.Gradient));
        parts = new Parts(derivatives, tape, [.. gradients.Select(pair => pair.Target)]);
        return SplitSweeps.From(method, pass, sweeps.Forward, backward, member.Values);
    }
}
