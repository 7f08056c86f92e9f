using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>Value and gradient of what is done with batches of small matrices, in one sweep for the whole expression.</summary>
internal static class InterleavedMembers
{
    /// <summary>The member itself, and the private methods that it tries first, if the method has the form for them.</summary>
    public static IEnumerable<GeneratedMethod?> With(GeneratedMethod? member, MethodModel model)
    {
        if (member is null || SummedBatch.Of(member) is not { } batch)
        {
            return [member];
        }

        IReadOnlyList<GeneratedMethod> methods = [.. InterleavedMember.Build(batch, model).Select(PassCheck.Finished)];
        return [member with { FirstTried = methods[0] }, .. methods];
    }
}
