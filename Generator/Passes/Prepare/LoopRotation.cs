using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Prepare;

/// <summary>
/// Gives every <see cref="While"/> a condition that changes nothing: where the test also computes what the loop carries, or writes
/// memory, it moves before the loop and to the end of its body, and the loop carries its verdict.
/// </summary>
internal sealed class LoopRotation(ValueSource values) : Rewriter
{
    public static Block Run(Block body, ValueSource values) => new LoopRotation(values).Rewrite(body);

    protected override Value Use(Value value) => value;

    protected override Value Define(Value value) => value;

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        Operation rebuilt = Rebuild(operation);
        if (rebuilt is While loop && (!loop.Condition.Yields.Skip(1).SequenceEqual(loop.Condition.Parameters) || loop.Condition.AllOperations().Any(MayWrite)))
        {
            target.Add(Rotate(loop, target));
        }
        else
        {
            target.Add(rebuilt);
        }
    }

    // A condition has no derivative, but what it writes has.
    private static bool MayWrite(Operation operation) =>
        operation.WrittenBuffer is not null || (operation is Call call && call.Arguments.Any(argument => argument.Type is BufferType { IsWritable: true }));

    private While Rotate(While loop, List<Operation> target)
    {
        Block first = Instantiate(loop.Condition, loop.Initial);
        target.AddRange(first.Operations);

        Value again = values.New(IrType.Bool);
        Block body = loop.Body;
        Block test = Instantiate(loop.Condition, body.Yields);
        var rotated = new Block(
            [again, .. body.Parameters],
            [.. body.Operations, .. test.Operations],
            test.Yields);

        Value verdict = values.New(IrType.Bool);
        Value[] carried = [.. loop.Outputs.Select(output => values.New(output.Type, output.Name))];
        var condition = new Block([verdict, .. carried], [], [verdict, verdict, .. carried]);
        return new While([values.New(IrType.Bool), .. loop.Outputs], first.Yields, condition, rotated);
    }

    private Block Instantiate(Block block, EquatableArray<Value> arguments)
    {
        var map = new Dictionary<int, Value>();
        for (int i = 0; i < arguments.Count; i++)
        {
            map.Add(block.Parameters[i].Id, arguments[i]);
        }

        return new Cloner(values, map).Rewrite(block with { Parameters = [] });
    }
}
