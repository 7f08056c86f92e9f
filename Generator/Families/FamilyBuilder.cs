using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>All methods that are generated for one marked method.</summary>
internal static class FamilyBuilder
{
    public static DerivativeFamily Build(PreparedMethod method)
    {
        MethodModel model = method.Model;
        GeneratedMethod[] members = [.. Members(method).OfType<GeneratedMethod>(), .. BatchMembers.Build(method)];
        return new DerivativeFamily(
            model.Namespace, model.Types, model.Accessibility, model.FileName, [.. members, .. LevelMembers.Build(model, members)], model.HiddenNames, model.Modifier);
    }

    // In the order in which they stand in the file.
    private static IEnumerable<GeneratedMethod?> Members(PreparedMethod method) =>
    [
        .. InterleavedMembers.With(GradientMembers.ValueAndGradient(method), method.Model),
        GradientMembers.Gradient(method),
        VjpMember.Build(method),
        JvpMember.Build(method),
        SweepMembers.Forward(method),
        SweepMembers.Backward(method),
        .. JacobianMember.Build(method),
        SecondOrderMembers.Hvp(method),
        SecondOrderMembers.Hessian(method),
    ];
}
