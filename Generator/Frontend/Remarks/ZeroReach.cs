using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Which numbers of a body are never negative by the way they are computed and are zero for ordinary inputs: squares, magnitudes, what is
/// cut off at zero, and sums and products of such.
/// </summary>
internal sealed class ZeroReach
{
    private readonly Dictionary<int, Operation> _definitions = [];
    private readonly Dictionary<int, (For Loop, int Index)> _carried = [];
    private readonly HashSet<int> _compared = [];
    private readonly HashSet<int> _divisors = [];
    private readonly HashSet<int> _others = [];
    private readonly HashSet<int> _assumed = [];

    public ZeroReach(Block body)
    {
        _others.UnionWith(body.Yields.Select(value => value.Id));
        foreach (Operation operation in body.AllOperations())
        {
            Note(operation);
            foreach (Value result in operation.Results)
            {
                _definitions[result.Id] = operation;
            }

            if (operation is For loop)
            {
                Note(loop);
            }
            else if (operation is Compute { Opcode: Opcode.Less or Opcode.LessOrEqual or Opcode.Greater or Opcode.GreaterOrEqual or Opcode.Equal or Opcode.NotEqual } test)
            {
                _compared.UnionWith(test.Arguments.Select(argument => argument.Id));
            }
        }
    }

    /// <summary>Whether it is such a number, and one that is compared with nothing: else the programmer has thought of it.</summary>
    /// <param name="result">What is computed of it: if it is only divided by, the result itself is infinite at the edge.</param>
    public bool IsUnguarded(Value number, Value result) => !_compared.Contains(number.Id) && !IsDivisor(result) && Contains(number);

    private void Note(Operation operation)
    {
        bool divides = operation is Compute { Opcode: Opcode.Divide };
        _others.UnionWith((divides ? operation.Operands.Take(1) : operation.Operands).Concat(operation.Regions.SelectMany(region => region.Yields)).Select(value => value.Id));
        if (divides)
        {
            _divisors.Add(operation.Operands.Last().Id);
        }
    }

    private void Note(For loop)
    {
        for (int i = 0; i < loop.Outputs.Count; i++)
        {
            _carried[loop.Outputs[i].Id] = (loop, i);
            _carried[loop.Body.Parameters[i].Id] = (loop, i);
        }
    }

    public bool Contains(Value number)
    {
        if (_carried.TryGetValue(number.Id, out (For Loop, int Index) carried))
        {
            return OfLoop(carried.Loop, carried.Index);
        }

        return _definitions.TryGetValue(number.Id, out Operation definition) && definition switch
        {
            Constant constant => constant.Number == 0,
            Compute { Opcode: Opcode.Multiply, Arguments: [var left, var right] } => AreSame(left, right) || AreProduct(left, right) || AreProduct(right, left),
            Compute { Opcode: Opcode.Add, Arguments: [var left, var right] } => Contains(left) && Contains(right),
            Compute { Opcode: Opcode.Divide, Arguments: [var dividend, var divisor] } => Contains(dividend) && IsPositive(divisor),
            Compute { Opcode: Opcode.Convert, Arguments: [{ Type: ScalarType { IsFloating: true } } source] } => Contains(source),
            Compute { Opcode: Opcode.Function } function => OfFunction(function),
            _ => false,
        };
    }

    private bool IsDivisor(Value result) => _divisors.Contains(result.Id) && !_others.Contains(result.Id);

    // Elements are read where they stand, as no statement lies between the factors of one product.
    private bool AreSame(Value left, Value right) => left.Id == right.Id
        || (_definitions.TryGetValue(left.Id, out Operation first) && _definitions.TryGetValue(right.Id, out Operation second) && (first, second) switch
        {
            (Compute one, Compute other) => one.Opcode == other.Opcode && one.Function == other.Function && AreSame(one.Arguments, other.Arguments),
            (Load one, Load other) => AreSame(one.Buffer, other.Buffer) && AreSame(one.Index, other.Index),
            (Constant one, Constant other) => one.Number == other.Number,
            _ => false,
        });

    private bool AreSame(EquatableArray<Value> left, EquatableArray<Value> right) =>
        left.Count == right.Count && left.Zip(right, AreSame).All(same => same);

    private bool AreProduct(Value zero, Value factor) => Contains(zero) && (IsPositive(factor) || Contains(factor));

    private bool OfFunction(Compute function) => function.Function switch
    {
        "Abs" => true,
        "Sqrt" or "Cbrt" => Contains(function.Arguments[0]),
        "Max" or "MaxNumber" => function.Arguments.Any(argument => NumberOf(argument) == 0),
        "Clamp" => NumberOf(function.Arguments[1]) == 0,
        "Pow" => NumberOf(function.Arguments[1]) is > 0 and var exponent && exponent % 2 == 0,
        _ => false,
    };

    // A sum that a loop builds: zero at first, and never less by what is added.
    private bool OfLoop(For loop, int index)
    {
        if (!_assumed.Add(loop.Body.Parameters[index].Id))
        {
            return true;
        }

        bool reaches = Contains(loop.Initial[index]) && Contains(loop.Body.Yields[index]);
        _assumed.Remove(loop.Body.Parameters[index].Id);
        return reaches;
    }

    // The length of a buffer counts: an empty one has nothing to sum.
    private bool IsPositive(Value number) => NumberOf(number) is > 0
        || (_definitions.TryGetValue(number.Id, out Operation definition)
            && (definition is Length || (definition is Compute { Opcode: Opcode.Convert, Arguments: [var source] } && IsPositive(source))));

    private double? NumberOf(Value value) => _definitions.TryGetValue(value.Id, out Operation definition) && definition is Constant constant ? constant.Number : null;
}
