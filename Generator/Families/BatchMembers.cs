using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;

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

        foreach (GeneratedMethod scalar in (GeneratedMethod[])[PrimalMember.Build(method), GradientMembers.ValueAndGradient(method)!])
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
}
