using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Lanes;

internal sealed partial class LanePass
{
    /// <summary>
    /// What the arms of earlier branches on a mask were merged into: where the mask is known to be on, as inside the arm of a
    /// later branch on it, the merged value is the arm's own.
    /// </summary>
    private readonly List<(Value Mask, Value Merged, Value WhenTrue, Value WhenFalse)> _merged = [];

    private readonly Dictionary<int, Value> _known = [];

    /// <summary>A branch on a varying condition.</summary>
    private void Mask(If branch, BlockBuilder target, Value? active)
    {
        Value mask = Map(branch.Condition);
        Value takesThen = And(active, mask, target), takesElse = And(active, Not(mask, target), target);
        Value[] Then(BlockBuilder block) => RunArm(branch.Then, mask, true, block, takesThen);
        Value[] Else(BlockBuilder block) => RunArm(branch.Else, mask, false, block, takesElse);
        Value[] MergeAll(Value[] whenTrue, Value[] whenFalse, BlockBuilder block) =>
            [.. branch.Outputs.Select((output, i) => Merge(mask, whenTrue[i], whenFalse[i], output.Name, block))];

        bool skipsThen = Skipping.IsWorthwhile(branch.Then), skipsElse = Skipping.IsWorthwhile(branch.Else);
        Value[] results, whenTrue, whenFalse;
        if (skipsElse)
        {
            whenTrue = skipsThen ? IfAny(takesThen, branch, Then, Nothing(branch, target), target) : Then(target);
            results = IfAny(takesElse, branch, block => MergeAll(whenTrue, Else(block), block), whenTrue, target);
        }
        else if (skipsThen)
        {
            whenFalse = Else(target);
            results = IfAny(takesThen, branch, block => MergeAll(Then(block), whenFalse, block), whenFalse, target);
        }
        else
        {
            (whenTrue, whenFalse) = (Then(target), Else(target));
            results = MergeAll(whenTrue, whenFalse, target);
            _merged.AddRange(results.Select((merged, i) => (mask, merged, whenTrue[i], whenFalse[i])));
        }

        DefineAll(branch.Outputs, results);
    }

    private Value[] RunArm(Block arm, Value mask, bool isThen, BlockBuilder target, Value taken)
    {
        (Value Merged, Value Own)[] known =
        [
            .. _merged.Where(merge => merge.Mask.Equals(mask) && !_known.ContainsKey(merge.Merged.Id))
                .Select(merge => (merge.Merged, isThen ? merge.WhenTrue : merge.WhenFalse))
                .Where(pair => !pair.Item1.Equals(pair.Item2))
                .Distinct(),
        ];
        foreach ((Value merged, Value own) in known)
        {
            _known[merged.Id] = own;
        }

        Run(arm, target, taken);
        Value[] yields = [.. arm.Yields.Select(value => InLanes(value, target))];
        foreach ((Value merged, _) in known)
        {
            _known.Remove(merged.Id);
        }

        return yields;
    }

    /// <summary>Runs something only if any of the given lanes is on.</summary>
    private Value[] IfAny(Value lanes, If branch, Func<BlockBuilder, Value[]> run, Value[] otherwise, BlockBuilder target)
    {
        Value any = target.Compute(Opcode.AnyTrue, IrType.Bool, null, lanes);
        BlockBuilder inner = target.Nested();
        Value[] results = run(inner);
        Value[] outputs = [.. results.Select((result, i) => target.Values.New(result.Type, branch.Outputs[i].Name))];
        target.Append(new If([.. outputs], any, inner.Finish(results), target.Nested().Finish(otherwise)));
        return outputs;
    }

    // Stands for the results of an arm that no lane takes.
    private Value[] Nothing(If branch, BlockBuilder target) =>
        [.. branch.Outputs.Select(output => Spread(_uniforms.Zero(output.Type == IrType.Bool), target))];

    private Value And(Value? left, Value right, BlockBuilder target) =>
        left is null ? right : target.Compute(Opcode.And, _types.Mask, null, left, right);

    private Value InTakenArm(Value value)
    {
        while (_known.TryGetValue(value.Id, out Value? own))
        {
            value = own;
        }

        return value;
    }
}
