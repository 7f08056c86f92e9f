using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>
/// Removes what need not be computed: repeated computations and loads, identities, unused results. Every rewrite is exact in
/// floating point, so that a primal result keeps its last bit.
/// </summary>
internal static class Simplification
{
    private const int MaxRounds = 6;

    /// <summary>The simplified body; the same object if nothing is left to do.</summary>
    public static Block Run(Block body, ValueSource values)
    {
        for (int round = 0; round < MaxRounds; round++)
        {
            Block next = DeadCode.Remove(new ValueNumbering(values).Rewrite(body));
            if (next.Equals(body))
            {
                return body;
            }

            body = next;
        }

        return body;
    }
}
