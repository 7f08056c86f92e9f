using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Prepare;

/// <summary>
/// Removes the checks of indices of lists and arrays of several dimensions that cannot fail: the index stays as it is. What remains is a
/// computation that throws.
/// </summary>
internal sealed class IndexChecks : Substitution
{
    private readonly KnownBounds _bounds;

    private IndexChecks(Block body) => _bounds = new KnownBounds(body);

    public static Block Run(Block body) => new IndexChecks(body).Rewrite(body);

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        switch (operation)
        {
            case Compute check when GridFunctions.IsIndex(check) && _bounds.IsInside(check.Arguments[0], check.Arguments[1]):
                Replacements[check.Result.Id] = Use(check.Arguments[0]);
                break;
            case If branch:
                Block then = Under(branch.Condition, true, branch.Then);
                Block otherwise = Under(branch.Condition, false, branch.Else);
                target.Add(branch with { Condition = Use(branch.Condition), Then = then, Else = otherwise });
                break;
            default:
                base.Rewrite(operation, target);
                break;
        }
    }

    private Block Under(Value condition, bool holds, Block arm)
    {
        int known = _bounds.Assume(condition, holds);
        Block rewritten = Rewrite(arm);
        _bounds.Forget(known);
        return rewritten;
    }
}
