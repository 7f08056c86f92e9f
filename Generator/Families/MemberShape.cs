using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>What a member of a family takes and returns; it follows from the method's declaration alone.</summary>
internal sealed record MemberShape(IReadOnlyList<SignaturePart> Parts, ReturnShape Return)
{
    public static MemberShape Of(FamilyMember member, Method method)
    {
        var signature = new Signature(method, new ValueSource());
        SignaturePart[] primal = [.. member == FamilyMember.Backward ? signature.Left(isLevel: false) : signature.Primal()];
        return member switch
        {
            FamilyMember.Jvp => new([.. primal, .. signature.Tangents()], method.Return),
            FamilyMember.Vjp => new([.. primal, .. signature.Cotangents(), .. signature.Gradients()], method.Return),
            FamilyMember.Forward => new([.. primal, signature.Tape()], method.Return),
            FamilyMember.Backward => new(
                [.. primal, .. signature.Cotangents(), .. signature.Gradients(Passing.Ref), signature.Tape()], ReturnShape.Void),
            FamilyMember.Jacobian => new([.. primal, signature.Matrix("jacobian")], method.Return),
            FamilyMember.Hvp => new(
                [.. primal, .. signature.Tangents().Where(part => part.Role == Role.Tangent), .. signature.Products()], method.Return),
            FamilyMember.Hessian => new([.. primal, signature.Matrix("hessian")], method.Return),
            FamilyMember.ValueAndGradient => new([.. primal, .. signature.Gradients()], method.Return),
            _ => OfGradient(method, primal, signature.Gradients()),
        };
    }

    private static MemberShape OfGradient(Method method, SignaturePart[] primal, List<SignaturePart> gradients)
    {
        bool returned = GradientMembers.ReturnsGradient(method);
        return new(returned ? primal : [.. primal, .. gradients], GradientMembers.ShapeOf(returned, gradients));
    }
}
