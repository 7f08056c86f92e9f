using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;
using StaticAd.Generator.Passes.Tangent;

namespace StaticAd.Generator.Families;

/// <summary><c>FJvp</c>: values and tangents side by side.</summary>
internal static class JvpMember
{
    public static GeneratedMethod Build(PreparedMethod method)
    {
        var member = new Member(method);
        member.Add(member.Signature.Primal());
        List<SignaturePart> parts = member.Add(member.Signature.Tangents());

        TangentPass pass = Tangents.Over(method.Body, method.ActiveInputs, method.ActiveOutputs, member, member.Body);
        foreach (SignaturePart part in parts.Where(part => part.Role == Role.Tangent))
        {
            pass.SetTangent(part.Of!.Value!, part.Parameter.Value!);
        }

        pass.Run(method.Body, member.Body);
        member.YieldPrimalResults();
        foreach (SignaturePart part in parts.Where(part => part.Output >= 0))
        {
            member.Yield(pass.TangentOf(method.Body.Yields[part.Output], member.Body), part.Parameter);
        }

        return member.Finish(
            "Jvp",
            $"Jacobian-vector product of <c>{method.ShortName}</c>: from the tangents of its inputs to those of its outputs.",
            method.Method.Return,
            "What the method returns.");
    }
}
