using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>One level of a recursion with both sweeps in one: as <c>FVjp</c>, but it adds to the gradients of buffers.</summary>
internal static class PullbackMember
{
    public static GeneratedMethod Build(PreparedMethod method)
    {
        var member = new Member(method);
        member.Add(member.Signature.Primal());
        List<SignaturePart> parts = member.Add([.. member.Signature.Cotangents(), .. member.Signature.Gradients()]);
        (_, Sweeps sweeps) = ReverseSweep.Run(member, method, parts, isSplit: false);
        ReverseSweep.AppendJoint(member, parts, sweeps);
        return member.Finish(
            "Pullback",
            $"<c>{method.ShortName}</c> and its gradients for known cotangents of its results; adds to those of buffers.",
            method.Method.Return,
            "What the method returns.");
    }
}
