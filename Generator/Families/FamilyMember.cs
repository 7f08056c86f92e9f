namespace StaticAd.Generator.Families;

/// <summary>The members of a derivative family whose signatures follow from the declaration.</summary>
internal enum FamilyMember
{
    Jvp,
    Vjp,
    Forward,
    Backward,
    ValueAndGradient,
    Gradient,
    Jacobian,
    Hvp,
    Hessian,
}
