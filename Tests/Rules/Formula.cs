using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Tests.Rules;

/// <summary>
/// A function of scalars as IR together with its derivatives, made by the chain rule from the table's partial derivatives: what
/// any mode of differentiation does with them, in its shortest form.
/// </summary>
internal sealed class Formula
{
    private readonly BlockBuilder _block;
    private readonly Value[] _arguments;
    private readonly Value _result;
    private readonly Value?[] _derivatives;

    public Formula(int arity, Func<BlockBuilder, Value[], Value> build, ScalarType? type = null)
        : this([.. Enumerable.Repeat(type ?? IrType.Double, arity)], build)
    {
    }

    public Formula(ScalarType[] types, Func<BlockBuilder, Value[], Value> build)
    {
        _block = new BlockBuilder(new ValueSource());
        _arguments = [.. types.Select(type => _block.Values.New(type))];
        _result = build(_block, _arguments);
        _derivatives = Differentiate();
    }

    private Formula(BlockBuilder block, Value[] arguments, Value result)
    {
        _block = block;
        _arguments = arguments;
        _result = result;
        _derivatives = Differentiate();
    }

    /// <summary>The partial derivative as a formula, to be differentiated once more.</summary>
    public Formula Derivative(int argument)
    {
        var block = new BlockBuilder(_block.Values);
        if (_derivatives[argument] is not { } derivative)
        {
            return new Formula(block, _arguments, block.Constant(0, _result.Type));
        }

        block.Append(OperationsThatLeadTo(derivative));
        return new Formula(block, _arguments, derivative);
    }

    /// <summary>The elementary function with the given id.</summary>
    public static Formula Of(string id, ScalarType? type = null) =>
        new(ElementaryFunctions.Get(id).Arity, (block, x) => block.Function(id, x), type);

    public Point At(params double[] arguments)
    {
        var evaluator = new BlockEvaluator();
        foreach ((Value value, double number) in _arguments.Zip(arguments))
        {
            evaluator.Set(value, number);
        }

        evaluator.Run(_block.Operations);
        return new Point(Number(evaluator, _result), [.. _derivatives.Select(value => Number(evaluator, value))]);
    }

    /// <summary>Structurally zero derivatives are zero.</summary>
    private static double Number(BlockEvaluator evaluator, Value? value) => value is null ? 0 : Convert.ToDouble(evaluator[value]);

    private IEnumerable<Operation> OperationsThatLeadTo(Value result)
    {
        HashSet<Value> needed = [result];
        var kept = new Stack<Operation>();
        foreach (Operation operation in _block.Operations.Reverse().Where(operation => operation.Results.Any(needed.Contains)))
        {
            needed.UnionWith(operation.Operands);
            kept.Push(operation);
        }

        return kept;
    }

    private Value?[] Differentiate() => [.. _arguments.Select(DerivativeBy)];

    private Value? DerivativeBy(Value argument)
    {
        if (!argument.Type.IsDifferentiable)
        {
            return null;
        }

        // Null stands for the seed, by which nothing needs to be multiplied.
        var tangents = new Dictionary<Value, Value?> { [argument] = null };
        foreach (Compute operation in _block.Operations.OfType<Compute>().ToArray())
        {
            Value? sum = null;
            IReadOnlyList<Partial?> partials = Partials.Of(operation);
            for (int i = 0; i < partials.Count; i++)
            {
                if (partials[i] is { } partial && tangents.TryGetValue(operation.Arguments[i], out Value? tangent))
                {
                    Value term = Contribution(operation, i, partial, tangent);
                    sum = sum is null ? term : _block.Add(sum, term);
                }
            }

            if (sum is not null)
            {
                tangents[operation.Result] = sum;
            }
        }

        return tangents.TryGetValue(_result, out Value? derivative) ? derivative ?? _block.Constant(1, _result.Type) : null;
    }

    /// <summary>The arm of a selection that is not taken contributes 0, whatever its tangent is.</summary>
    private Value Contribution(Compute operation, int index, Partial partial, Value? tangent)
    {
        if (tangent is null)
        {
            return partial(_block, operation.Arguments, operation.Result);
        }

        if (operation.Opcode == Opcode.Select)
        {
            Value zero = _block.Constant(0, tangent.Type);
            Value condition = operation.Arguments[0];
            return index == 1 ? _block.Select(condition, tangent, zero) : _block.Select(condition, zero, tangent);
        }

        return _block.Multiply(partial(_block, operation.Arguments, operation.Result), tangent);
    }
}

/// <summary>A function's value and partial derivatives at one point.</summary>
internal sealed record Point(double Value, double[] Derivatives);
