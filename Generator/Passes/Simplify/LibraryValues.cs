using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>
/// Once the derivatives are there, <c>WithValue(formula, value)</c> is its value, and what only the formula needed is dead code.
/// </summary>
internal sealed class LibraryValues : Rewriter
{
    private readonly Dictionary<int, Value> _replacements = [];

    public static Block Lower(Block body) => new LibraryValues().Rewrite(body);

    protected override Value Use(Value value) => _replacements.TryGetValue(value.Id, out Value? replacement) ? replacement : value;

    protected override Value Define(Value value) => value;

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        Operation rebuilt = Rebuild(operation);
        if (rebuilt is Compute { Function: SubstitutedValues.WithValue } compute)
        {
            _replacements[compute.Result.Id] = compute.Arguments[1];
        }
        else
        {
            target.Add(rebuilt);
        }
    }
}
