using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Loops;

/// <summary>
/// Skips a loop that only adds multiples of cotangents where these are zero, if a branch may have made them so: the reverse of
/// what lost a minimum, or of what a rectifier cut off. It would add zeros, or NaN where a partial derivative is infinite.
/// </summary>
/// <remarks>
/// Not for code that is differentiated again: the loop's tangent does not vanish where the cotangent is zero by chance. In the
/// tangent of an adjoint the tangents of the cotangents are among what has to be zero.
/// </remarks>
internal sealed class IdleLoops : Rewriter
{
    // A longer condition would read worse than the loop is slow.
    private const int MaxCotangents = 2;

    private readonly ValueSource _values;
    private readonly Dictionary<int, Operation> _definitions = [];

    private IdleLoops(Block body, ValueSource values)
    {
        _values = values;
        foreach (Operation operation in body.AllOperations())
        {
            foreach (Value result in operation.Results)
            {
                _definitions[result.Id] = operation;
            }
        }
    }

    public static Block Run(Block body, ValueSource values) => new IdleLoops(body, values).Rewrite(body);

    protected override Value Use(Value value) => value;

    protected override Value Define(Value value) => value;

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        if (operation is For { Checkpoints: null } loop && Cotangents(loop) is { } cotangents)
        {
            Skip(loop, cotangents, target);
            return;
        }

        base.Rewrite(operation, target);
    }

    /// <summary>The fewest values that make the loop idle when they are zero; null if there are none, or too many.</summary>
    private List<Value>? Cotangents(For loop)
    {
        List<Value> needed = [.. loop.FreeValues().Where(MayBeSwitchedOff).OrderBy(value => value.Id)];
        if (needed.Count == 0 || !ZeroTerms.Idles(loop, needed))
        {
            return null;
        }

        foreach (Value candidate in needed.ToList())
        {
            Value[] others = [.. needed.Where(value => !value.Equals(candidate))];
            if (others.Length > 0 && ZeroTerms.Idles(loop, others))
            {
                needed.Remove(candidate);
            }
        }

        return needed.Count <= MaxCotangents ? needed : null;
    }

    /// <summary>Whether a branch chooses between a value and zero.</summary>
    private bool MayBeSwitchedOff(Value value)
    {
        if (value.Type is not ScalarType { IsFloating: true } || !_definitions.TryGetValue(value.Id, out Operation? definition))
        {
            return false;
        }

        return definition switch
        {
            Compute { Opcode: Opcode.Select } choice => choice.Arguments.Skip(1).Any(IsZeroOrMayBe),
            Compute { Opcode: Opcode.Multiply } product => product.Arguments.Any(MayBeSwitchedOff),
            Compute { Opcode: Opcode.Divide or Opcode.Negate or Opcode.Convert } scaled => MayBeSwitchedOff(scaled.Arguments[0]),
            If branch => branch.Regions.Any(arm => IsZeroOrMayBe(arm.Yields[Array.IndexOf([.. branch.Outputs], value)])),
            _ => false,
        };
    }

    private bool IsZeroOrMayBe(Value value) =>
        _definitions.TryGetValue(value.Id, out Operation? definition) && definition is Constant constant
            ? constant.Number == 0
            : MayBeSwitchedOff(value);

    private void Skip(For loop, List<Value> cotangents, List<Operation> target)
    {
        var test = new BlockBuilder(_values);
        Value[] conditions = [.. cotangents.Select(value => test.Compare(Opcode.NotEqual, value, test.Constant(0, value.Type)))];
        Value any = conditions.Aggregate((left, right) => test.Compute(Opcode.Or, IrType.Bool, null, left, right));
        target.AddRange(test.Operations);
        Value[] results = [.. loop.Outputs.Select(output => _values.New(output.Type, output.Name))];
        target.Add(new If(
            loop.Outputs,
            any,
            new Block([], [loop with { Outputs = [.. results] }], [.. results]),
            new Block([], [], loop.Initial)));
    }
}
