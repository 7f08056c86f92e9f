using System.Runtime.CompilerServices;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary><c>FForward</c> and <c>FBackward</c>: the sweeps apart, with a tape between them.</summary>
internal static class SweepMembers
{
    private static readonly ConditionalWeakTable<PreparedMethod, GeneratedMethod> Forwards = new();

    /// <summary>The forward sweep; once for the remarks on what it keeps and for the file.</summary>
    public static GeneratedMethod Forward(PreparedMethod method) => Forwards.GetValue(method, BuildForward);

    private static GeneratedMethod BuildForward(PreparedMethod method)
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
        SignaturePart[] left = [.. member.Signature.Left(method.IsLevel)];
        member.Add([.. left, .. parts.Derivatives, parts.Tape]);
        Block backward = method.IsLevel ? OnCotangents(split.Backward, left, parts.Derivatives) : split.Backward;
        member.Body.Append(backward.Operations);
        for (int i = 0; i < parts.Targets.Count; i++)
        {
            member.Yield(backward.Yields[i], parts.Targets[i]);
        }

        return member.Finish(
            "Backward",
            $"Backward sweep of <c>{method.ShortName}</c>: adds to the gradients. The inputs are as the forward sweep left them.",
            ReturnShape.Void,
            null,
            TapeUse.Replay);
    }

    // What the sweep still wants of in-out memory is its length.
    private static Block OnCotangents(Block backward, SignaturePart[] left, List<SignaturePart> derivatives)
    {
        HashSet<string> given = [.. left.Select(part => part.Parameter.Name)];
        return new Substitution(derivatives
            .Where(part => part is { Role: Role.Cotangent, Of: { IsWritableSpan: true } } && !given.Contains(part.Of.Name))
            .ToDictionary(part => part.Of!.Value!.Id, part => part.Parameter.Value!)).Rewrite(backward);
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
