using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Adjoint;

internal sealed partial class RegionReversal
{
    // A value that leaves a branch for the tape's sake lives in a local.
    private const int BranchSaveCost = 2;
    private const int Absent = -1;

    /// <summary>One arm while it is reversed.</summary>
    private sealed record Arm(Block Primal, ArmAdjoints Adjoints, BlockBuilder Reverse, List<Operation> Forward, TapePlan Plan);

    private If ReverseIf(If branch, LoopNest nest)
    {
        Arm then = ReverseArm(branch.Then, branch.Outputs, nest), otherwise = ReverseArm(branch.Else, branch.Outputs, nest);
        Value[] touched = [.. then.Adjoints.Touched.Concat(otherwise.Adjoints.Touched).Distinct()];

        var extras = new List<Value>();
        Block thenReverse = FinishArm(then, touched, extras, out List<Value> thenSaved);
        Block elseReverse = FinishArm(otherwise, touched, extras, out List<Value> elseSaved);
        Value[] outputs = [.. touched.Select(value => context.Values.New(value.Type, AdjointName(value)))];
        reverse.Append(new If([.. outputs], branch.Condition, thenReverse, elseReverse));
        for (int i = 0; i < touched.Length; i++)
        {
            adjoints.Set(touched[i], outputs[i]);
        }

        return new If(
            [.. branch.Outputs, .. extras],
            branch.Condition,
            ForwardArm(then, thenSaved, Zeros(elseSaved)),
            ForwardArm(otherwise, Zeros(thenSaved), elseSaved));
    }

    private Arm ReverseArm(Block primal, EquatableArray<Value> outputs, LoopNest nest)
    {
        BlockBuilder inner = reverse.Nested();
        var own = new ArmAdjoints(context.Activity, Ids(primal.Definitions()), adjoints);
        for (int i = 0; i < outputs.Count; i++)
        {
            if (context.Activity.IsActive(outputs[i]) && adjoints.Get(outputs[i]) is { } cotangent)
            {
                own.Add(primal.Yields[i], cotangent, inner);
            }
        }

        List<Operation> forward = new RegionReversal(context, scope, own, inner).Run(primal, nest);
        var plan = new TapePlan([], forward, CanReload, BranchSaveCost);
        return new Arm(primal, own, inner, forward, plan);
    }

    /// <summary>Completes the arm's reverse; a value it needs saved becomes one more output of the forward branch.</summary>
    private Block FinishArm(Arm arm, Value[] touched, List<Value> extras, out List<Value> saved)
    {
        Value[] yields = [.. touched.Select(value => arm.Adjoints.Get(value) ?? arm.Reverse.Constant(0, value.Type))];
        Block block = arm.Reverse.Finish(yields);
        arm.Plan.Require(block.FreeValues());
        context.SavedLoads.UnionWith(arm.Plan.SavedLoads);
        var kept = new List<Value>();
        saved = kept;
        return Restoration.Apply(block, arm.Plan, [], context.Values, (value, _) =>
        {
            Value output = context.Values.New(value.Type, value.Name);
            extras.Add(output);
            kept.Add(value);
            return output;
        });
    }

    private Block ForwardArm(Arm arm, IReadOnlyList<Value> savedByThen, IReadOnlyList<Value> savedByElse)
    {
        var builder = new BlockBuilder(context.Values);
        builder.Append(arm.Forward);
        Value[] saved = [.. savedByThen.Concat(savedByElse)];
        for (int i = 0; i < saved.Length; i++)
        {
            saved[i] = saved[i].Id == Absent ? builder.Constant(0, saved[i].Type) : saved[i];
        }

        return builder.Finish([.. arm.Primal.Yields, .. saved]);
    }

    // Stands for what the other arm saves: here it is never read.
    private static Value[] Zeros(List<Value> values) => [.. values.Select(value => new Value(Absent, value.Type, null))];

    private bool CanReload(Operation operation) => operation is Load load && context.CanReload(load, scope);

    private static string? AdjointName(Value value) => value.Name is null ? null : Naming.Gradient(value.Name);

    private static HashSet<int> Ids(IEnumerable<Value> values) => [.. values.Select(value => value.Id)];
}
