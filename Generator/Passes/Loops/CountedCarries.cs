using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Loops;

/// <summary>
/// A counter that a counted loop advances by a constant is a function of the loop's own variable: computed from it, the counter
/// needs no tape and does not tie the iterations together.
/// </summary>
internal sealed class CountedCarries : Rewriter
{
    private readonly ValueSource _values;
    private readonly Dictionary<int, double> _constants;

    private CountedCarries(Block body, ValueSource values)
    {
        _values = values;
        _constants = body.AllOperations().OfType<Constant>().ToDictionary(constant => constant.Result.Id, constant => constant.Number);
    }

    public static Block Run(Block body, ValueSource values) => new CountedCarries(body, values).Rewrite(body);

    protected override Value Use(Value value) => value;

    protected override Value Define(Value value) => value;

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        if (operation is For { Induction.Type: ScalarType { Kind: ScalarKind.Int } } loop)
        {
            for (int i = 0; i < loop.Initial.Count; i++)
            {
                if (StepOf(loop, i) is { } step)
                {
                    operation = loop = Derive(loop, i, step);
                }
            }
        }

        base.Rewrite(operation, target);
    }

    /// <summary>The constant that the body adds to the carried value, if that is all it does with it.</summary>
    private int? StepOf(For loop, int place)
    {
        Value parameter = loop.Body.Parameters[place], yield = loop.Body.Yields[place];
        if (!parameter.Type.Equals(IrType.Int))
        {
            return null;
        }

        Compute? sum = loop.Body.Operations.OfType<Compute>().FirstOrDefault(candidate => candidate.Result.Equals(yield));
        if (sum is not { Opcode: Opcode.Add or Opcode.Subtract } || !sum.Arguments[0].Equals(parameter))
        {
            return null;
        }

        return _constants.TryGetValue(sum.Arguments[1].Id, out double step) ? (int)(sum.Opcode == Opcode.Add ? step : -step) : null;
    }

    // The carry stays, unused in the body: what it is after the loop is its own affair.
    private For Derive(For loop, int place, int step)
    {
        Value initial = loop.Initial[place];
        var builder = new BlockBuilder(_values);
        Value distance = builder.Subtract(loop.Induction, loop.Start);
        Value ordinal = loop.Step == 1 ? distance : builder.Divide(distance, builder.Constant(loop.Step));
        Value advanced = step == 1 ? ordinal : builder.Multiply(ordinal, builder.Constant(step));
        Value derived = builder.Add(initial, advanced, loop.Body.Parameters[place].Name);
        Value entry = _values.New(IrType.Int, loop.Body.Parameters[place].Name);

        var renamed = new Dictionary<int, Value> { [loop.Body.Parameters[place].Id] = derived };
        Block body = new Substitution(renamed).Rewrite(loop.Body);
        Value[] parameters = [.. loop.Body.Parameters];
        Value[] yields = [.. body.Yields];
        parameters[place] = entry;
        Value next = _values.New(IrType.Int, entry.Name);
        Value amount = _values.New(IrType.Int);
        yields[place] = next;
        return loop with
        {
            Body = new Block(
                [.. parameters],
                [
                    .. builder.Operations,
                    .. body.Operations,
                    new Constant(amount, step, null),
                    new Compute(next, Opcode.Add, [entry, amount]),
                ],
                [.. yields]),
        };
    }
}
