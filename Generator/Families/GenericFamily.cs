using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>The families of all instances of a generic method, and the members that are generic themselves.</summary>
internal static class GenericFamily
{
    public static DerivativeFamily Build(MethodModel first, GenericModel generic)
    {
        DerivativeFamily family = FamilyBuilder.Build(PreparedMethod.From(first));
        IEnumerable<GeneratedMethod> others = generic.Others.SelectMany(model => FamilyBuilder.Build(PreparedMethod.From(model)).Methods);
        return family with
        {
            Methods = [.. family.Methods, .. others],
            Generic = [.. new GenericMembers(first, generic).Build(family.Methods)],
        };
    }
}
