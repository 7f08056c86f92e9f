using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>The method itself, in the form of a generated one.</summary>
internal static class PrimalMember
{
    public static GeneratedMethod Build(PreparedMethod method)
    {
        var member = new Member(method);
        member.Add(member.Signature.Primal());
        member.Body.Append(method.Body.Operations);
        member.YieldPrimalResults();
        return member.Finish("", $"Value of <c>{method.ShortName}</c>.", method.Method.Return, "The value.");
    }
}
