using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>
/// The sweeps as two methods. What the backward sweep needs and cannot compute again from its arguments, the forward sweep keeps
/// in the tape's frame: scalars one by one, buffers by being allocated there.
/// </summary>
internal sealed record SplitSweeps(IReadOnlyList<Operation> Forward, Block Backward)
{
    private const int KeepCost = 3;

    public static SplitSweeps From(PreparedMethod method, AdjointPass pass, IReadOnlyList<Operation> forward, Block backward, ValueSource values)
    {
        // The backward sweep gets a ref parameter as the forward sweep left it.
        IEnumerable<Value> lost = method.Method.Parameters.Where(parameter => parameter.Passing == Passing.Ref).Select(parameter => parameter.Value!);
        var plan = new TapePlan(lost, forward, pass.CanReload, KeepCost, memorySurvives: true);
        plan.Require(backward.FreeValues());

        HashSet<int> recalled = [.. plan.Steps.Where(step => !step.Save && step.Value.Type is BufferType or StackType).Select(step => step.Value.Id)];
        Operation[] onTape = [.. forward.Select(operation => OnTape(operation, recalled))];
        var recalls = new BlockBuilder(values);
        var replacements = new Dictionary<int, Value>();
        foreach (Value memory in onTape.Where(IsOnTape).SelectMany(operation => operation.Results))
        {
            Value again = values.New(memory.Type, memory.Name);
            recalls.Append(new Recall(again));
            replacements.Add(memory.Id, again);
        }

        var keeps = new List<Operation>();
        Block restored = Restoration.Apply(backward, plan, replacements, values, (value, prelude) =>
        {
            keeps.Add(new Keep(value));
            Value again = values.New(value.Type, value.Name);
            prelude.Append(new Recall(again));
            return again;
        });
        return new SplitSweeps([.. onTape, .. keeps], restored with { Operations = [.. recalls.Operations, .. restored.Operations] });
    }

    private static bool IsOnTape(Operation operation) =>
        operation is Allocate { Storage: Storage.Tape } or AllocateStack { Storage: Storage.Tape };

    private static Operation OnTape(Operation operation, HashSet<int> recalled) => operation switch
    {
        Allocate allocate when recalled.Contains(allocate.Result.Id) => allocate with { Storage = Storage.Tape },
        AllocateStack stack when recalled.Contains(stack.Result.Id) => stack with { Storage = Storage.Tape },
        _ => operation,
    };
}
