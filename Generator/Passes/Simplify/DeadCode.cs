using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>Removes operations without effect whose results are not used, and values that loops and branches carry for nobody.</summary>
internal sealed class DeadCode
{
    private readonly Effectfulness _effects;
    private readonly Liveness _liveness;

    private DeadCode(Block body)
    {
        _effects = new Effectfulness(body);
        _liveness = new Liveness(body, _effects);
    }

    /// <summary>The body without dead code; the same object if there is none.</summary>
    public static Block Remove(Block body) => new DeadCode(body).Sweep(body, body.Yields, body.Parameters);

    private Block Sweep(Block block, EquatableArray<Value> yields, EquatableArray<Value> parameters)
    {
        var operations = new List<Operation>(block.Operations.Count);
        bool isSame = yields.IsSameAs(block.Yields) && parameters.IsSameAs(block.Parameters);
        foreach (Operation operation in block.Operations)
        {
            if (!_effects.Has(operation) && !IsAnyLive(operation.Results))
            {
                isSame = false;
                continue;
            }

            Operation swept = SweepRegions(operation);
            isSame &= ReferenceEquals(swept, operation);
            operations.Add(swept);
        }

        return isSame ? block : new Block(parameters, operations.ToEquatableArray(), yields);
    }

    private Operation SweepRegions(Operation operation) => operation switch
    {
        If branch => SweepIf(branch),
        For loop => SweepFor(loop),
        While loop => SweepWhile(loop),
        _ => operation,
    };

    private If SweepIf(If branch)
    {
        bool[] keep = [.. branch.Outputs.Select(_liveness.IsLive)];
        var swept = new If(
            Kept(branch.Outputs, keep),
            branch.Condition,
            Sweep(branch.Then, Kept(branch.Then.Yields, keep), branch.Then.Parameters),
            Sweep(branch.Else, Kept(branch.Else.Yields, keep), branch.Else.Parameters));
        return swept.HasPartsOf(branch) ? branch : swept;
    }

    private For SweepFor(For loop)
    {
        bool[] keep = [.. loop.Outputs.Select((output, i) => _liveness.IsLive(output) || _liveness.IsLive(loop.Body.Parameters[i]))];
        For swept = loop with
        {
            Outputs = Kept(loop.Outputs, keep),
            Initial = Kept(loop.Initial, keep),
            Body = Sweep(loop.Body, Kept(loop.Body.Yields, keep), Kept(loop.Body.Parameters, keep)),
        };
        return swept.HasPartsOf(loop) ? loop : swept;
    }

    private While SweepWhile(While loop)
    {
        bool[] keep =
        [
            .. loop.Outputs.Select((output, i) =>
                _liveness.IsLive(output) || _liveness.IsLive(loop.Body.Parameters[i]) || _liveness.IsLive(loop.Condition.Parameters[i])),
        ];
        bool[] yields = [true, .. keep];
        var swept = new While(
            Kept(loop.Outputs, keep),
            Kept(loop.Initial, keep),
            Sweep(loop.Condition, Kept(loop.Condition.Yields, yields), Kept(loop.Condition.Parameters, keep)),
            Sweep(loop.Body, Kept(loop.Body.Yields, keep), Kept(loop.Body.Parameters, keep)));
        return swept.HasPartsOf(loop) ? loop : swept;
    }

    private bool IsAnyLive(EquatableArray<Value> values)
    {
        foreach (Value value in values)
        {
            if (_liveness.IsLive(value))
            {
                return true;
            }
        }

        return false;
    }

    private static EquatableArray<Value> Kept(EquatableArray<Value> values, bool[] keep) =>
        Array.IndexOf(keep, false) < 0 ? values : values.Where((_, i) => keep[i]).ToEquatableArray();
}
