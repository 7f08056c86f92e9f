using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary><c>FBatch</c> and <c>FValueAndGradientBatch</c>: the scalar methods over spans, in lanes.</summary>
internal static class BatchMembers
{
    public static IEnumerable<GeneratedMethod> Build(PreparedMethod method)
    {
        if (!method.Model.Batch)
        {
            yield break;
        }

        foreach (GeneratedMethod scalar in (GeneratedMethod[])[Primal(method), GradientMembers.ValueAndGradient(method)!])
        {
            var signature = new BatchSignature(scalar, method.Model);
            IReadOnlyList<GeneratedMethod> kernel = new BatchKernel(signature).Build();
            yield return PassCheck.Finished(BatchDriver.Build(signature, kernel[0]));
            foreach (GeneratedMethod part in kernel)
            {
                yield return PassCheck.Finished(part);
            }
        }
    }

    // The method itself, in the form of a generated one.
    private static GeneratedMethod Primal(PreparedMethod method)
    {
        var member = new Member(method);
        member.Add(member.Signature.Primal());
        member.Body.Append(method.Body.Operations);
        member.YieldPrimalResults();
        return member.Finish("", $"Value of <c>{method.ShortName}</c>.", method.Method.Return, "The value.");
    }
}
