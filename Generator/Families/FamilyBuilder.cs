using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>All methods that are generated for one marked method.</summary>
internal static class FamilyBuilder
{
    // In the order in which they stand in the file.
    private static readonly Func<PreparedMethod, GeneratedMethod?>[] Members =
    [
        GradientMembers.ValueAndGradient,
        GradientMembers.Gradient,
        VjpMember.Build,
        JvpMember.Build,
        SweepMembers.Forward,
        SweepMembers.Backward,
        JacobianMember.Build,
        SecondOrderMembers.Hvp,
        SecondOrderMembers.Hessian,
    ];

    public static DerivativeFamily Build(PreparedMethod method)
    {
        MethodModel model = method.Model;
        GeneratedMethod[] members = [.. Members.Select(build => build(method)).OfType<GeneratedMethod>(), .. BatchMembers.Build(method)];
        return new DerivativeFamily(
            model.Namespace, model.Types, model.Accessibility, model.FileName, [.. members, .. LevelMembers.Build(model, members)], model.HiddenNames, model.Modifier);
    }
}
