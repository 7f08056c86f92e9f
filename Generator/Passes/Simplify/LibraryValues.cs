using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>
/// Once the derivatives are there, <c>WithValue(formula, value)</c> is its value, and what only the formula needed is dead code.
/// </summary>
internal sealed class LibraryValues : Substitution
{
    public static Block Lower(Block body) => new LibraryValues().Rewrite(body);

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        Operation rebuilt = Rebuild(operation);
        if (rebuilt is Compute { Function: SubstitutedValues.WithValue } compute)
        {
            Replacements[compute.Result.Id] = compute.Arguments[1];
        }
        else
        {
            target.Add(rebuilt);
        }
    }
}
