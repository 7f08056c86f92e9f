using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Removes what the translation made and nobody reads: carried values and outputs of regions for variables that are dead by
/// then, flags that no condition asks for, and constants. Reads of memory stay, because they check their index.
/// </summary>
internal sealed class Pruning
{
    private readonly HashSet<int> _live = [];

    public static Block Run(Block body)
    {
        var pruning = new Pruning();
        pruning.MarkAll(body.Yields);
        int before;
        do
        {
            before = pruning._live.Count;
            pruning.Mark(body);
        }
        while (pruning._live.Count > before);

        return pruning.Sweep(body);
    }

    private bool IsLive(Value value) => _live.Contains(value.Id);

    private void MarkAll(IEnumerable<Value> values) => _live.UnionWith(values.Select(value => value.Id));

    private void Mark(Block block)
    {
        foreach (Operation operation in block.Operations.Reverse())
        {
            if (IsKept(operation))
            {
                MarkOperands(operation);
            }
        }
    }

    private bool IsKept(Operation operation) => HasEffect(operation) || operation.Results.Any(IsLive);

    private static bool HasEffect(Operation operation) => operation switch
    {
        Constant or Symbol or Length or Allocate or View { Start: null } => false,
        Compute { Opcode: Opcode.Divide or Opcode.Remainder, Result.Type: ScalarType { IsInteger: true } } => true,
        Compute => false,
        If or For or While => operation.Regions.Any(region => region.Operations.Any(HasEffect)),
        _ => true,
    };

    private void MarkOperands(Operation operation)
    {
        switch (operation)
        {
            case If branch:
                MarkAll([branch.Condition]);
                MarkYields(branch.Outputs, branch.Then, 0);
                MarkYields(branch.Outputs, branch.Else, 0);
                break;
            case For loop:
                MarkAll(loop.Checkpoints is { } checkpoints ? [loop.Start, loop.End, checkpoints] : [loop.Start, loop.End]);
                MarkCarried(loop.Outputs, loop.Initial, [(loop.Body, 0)]);
                break;
            case While loop:
                MarkAll([loop.Condition.Yields[0]]);
                MarkCarried(loop.Outputs, loop.Initial, [(loop.Condition, 1), (loop.Body, 0)]);
                break;
            default:
                MarkAll(operation.Operands);
                break;
        }

        foreach (Block region in operation.Regions.Reverse())
        {
            Mark(region);
        }
    }

    private void MarkYields(EquatableArray<Value> outputs, Block block, int offset)
    {
        for (int i = 0; i < outputs.Count; i++)
        {
            if (IsLive(outputs[i]))
            {
                MarkAll([block.Yields[i + offset]]);
            }
        }
    }

    private void MarkCarried(EquatableArray<Value> outputs, EquatableArray<Value> initial, (Block Block, int Offset)[] regions)
    {
        for (int i = 0; i < outputs.Count; i++)
        {
            if (IsCarried(i, outputs, regions.Select(region => region.Block)))
            {
                MarkAll([outputs[i], initial[i], .. regions.Select(region => region.Block.Yields[i + region.Offset])]);
                MarkAll(regions.Select(region => region.Block.Parameters[i]));
            }
        }
    }

    private bool IsCarried(int index, EquatableArray<Value> outputs, IEnumerable<Block> regions) =>
        IsLive(outputs[index]) || regions.Any(region => IsLive(region.Parameters[index]));

    private Block Sweep(Block block) => Sweep(block, block.Yields, block.Parameters);

    private Block Sweep(Block block, IEnumerable<Value> yields, IEnumerable<Value> parameters) =>
        new(parameters.ToEquatableArray(), block.Operations.Where(IsKept).Select(Sweep).ToEquatableArray(), yields.ToEquatableArray());

    private Operation Sweep(Operation operation)
    {
        switch (operation)
        {
            case If branch:
                return branch with
                {
                    Outputs = Kept(branch.Outputs, branch.Outputs),
                    Then = Sweep(branch.Then, Kept(branch.Then.Yields, branch.Outputs), []),
                    Else = Sweep(branch.Else, Kept(branch.Else.Yields, branch.Outputs), []),
                };
            case For loop:
                return loop with
                {
                    Outputs = Kept(loop.Outputs, loop.Outputs),
                    Initial = Kept(loop.Initial, loop.Outputs),
                    Body = Sweep(loop.Body, Kept(loop.Body.Yields, loop.Outputs), Kept(loop.Body.Parameters, loop.Outputs)),
                };
            case While loop:
                return loop with
                {
                    Outputs = Kept(loop.Outputs, loop.Outputs),
                    Initial = Kept(loop.Initial, loop.Outputs),
                    Condition = SweepCondition(loop),
                    Body = Sweep(loop.Body, Kept(loop.Body.Yields, loop.Outputs), Kept(loop.Body.Parameters, loop.Outputs)),
                };
            default:
                return operation;
        }
    }

    private Block SweepCondition(While loop)
    {
        Block block = loop.Condition;
        EquatableArray<Value> handedOn = Kept(block.Yields.Skip(1).ToEquatableArray(), loop.Outputs);
        return Sweep(block, [block.Yields[0], .. handedOn], Kept(block.Parameters, loop.Outputs));
    }

    /// <summary>The values whose output is live; marking has made the outputs of everything carried live.</summary>
    private EquatableArray<Value> Kept(EquatableArray<Value> values, EquatableArray<Value> outputs) =>
        values.Where((_, i) => IsLive(outputs[i])).ToEquatableArray();
}
