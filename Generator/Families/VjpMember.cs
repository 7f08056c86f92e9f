using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary><c>FVjp</c>: both sweeps in one method.</summary>
internal static class VjpMember
{
    public static GeneratedMethod Build(PreparedMethod method)
    {
        var member = new Member(method);
        member.Add(member.Signature.Primal());
        List<SignaturePart> parts = member.Add([.. member.Signature.Cotangents(), .. member.Signature.Gradients()]);

        ReverseSweep.ClearGradients(member, parts);
        (_, Sweeps sweeps) = ReverseSweep.Run(member, method, parts, isSplit: false);
        ReverseSweep.AppendJoint(member, parts, sweeps);
        return member.Finish(
            "Vjp",
            $"Vector-Jacobian product of <c>{method.ShortName}</c>: from the cotangents of its outputs to the gradients of its inputs.",
            method.Method.Return,
            "What the method returns.");
    }
}
