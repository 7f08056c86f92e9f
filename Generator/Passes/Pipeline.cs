using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Passes;

/// <summary>From the model of a marked method to the methods that are generated for it.</summary>
internal static class Pipeline
{
    public static DerivativeFamily Run(MethodModel model) =>
        model.Generic is { } generic ? GenericFamily.Build(model, generic) : FamilyBuilder.Build(PreparedMethod.Take(model));
}
