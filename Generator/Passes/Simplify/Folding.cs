using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>
/// Identities of single operations. All are exact: signs move through products, a constant one disappears, but a sum with zero
/// stays, for it can change the sign of a zero. Only in derivatives, where a zero's sign is of no account, signs move out of sums too.
/// </summary>
internal sealed class Folding(ValueSource values, IReadOnlyDictionary<int, Operation> definitions)
{
    private readonly List<Operation> _helpers = [];

    /// <summary>Operations that the folded one needs first.</summary>
    public IReadOnlyList<Operation> Helpers => _helpers;

    /// <summary>Returns a simpler operation, or in <paramref name="same"/> the value that is already there.</summary>
    public Operation Fold(Operation operation, out Value? same)
    {
        same = null;
        switch (operation)
        {
            case Length { Dimension: null } length:
                same = FoldLength(length);
                return operation;
            case View { Start: null } view when view.Buffer.Type.Equals(view.Result.Type):
                same = view.Buffer;
                return operation;
            case Compute compute:
                if (FoldConstants(compute) is { } constant)
                {
                    return constant;
                }

                same = FoldToOperand(compute);
                return same is null ? FoldSigns(compute) : compute;
            default:
                return operation;
        }
    }

    private Value? FoldLength(Length length) => Definition(length.Buffer) switch
    {
        View { Start: null } view => LengthOf(view.Buffer),
        View { Count: { } count } => count,
        _ => null,
    };

    private Value LengthOf(Value buffer)
    {
        Value result = values.New(IrType.Int);
        _helpers.Add(new Length(result, buffer));
        return result;
    }

    private Operation? FoldConstants(Compute compute)
    {
        // A sum of named constants reads better as it is; a comparison has to be decided, or the compiler finds dead code.
        bool isCondition = compute.Result.Type == IrType.Bool;
        double[] numbers = [.. compute.Arguments.Select(argument => Worth(argument, isCondition)).OfType<double>()];
        return numbers.Length == compute.Arguments.Count && ConstantFolding.Evaluate(compute, numbers) is { } number
            ? new Constant(compute.Result, number, null)
            : null;
    }

    private double? Worth(Value value, bool isCondition) => Definition(value) switch
    {
        Constant constant when constant.Text is null || isCondition => constant.Number,
        Symbol symbol when isCondition => symbol.Number,
        _ => null,
    };

    private Value? FoldToOperand(Compute compute)
    {
        Value first = compute.Arguments[0];
        Value? second = compute.Arguments.Count > 1 ? compute.Arguments[1] : null;
        switch (compute.Opcode)
        {
            case Opcode.Multiply when IsNumber(second!, 1):
            case Opcode.Divide when IsNumber(second!, 1):
            case Opcode.Subtract when IsNumber(second!, 0) && !IsNegativeZero(second!):
            case Opcode.Add when compute.Result.Type is ScalarType { IsInteger: true } && IsNumber(second!, 0):
            case Opcode.Convert when first.Type.Equals(compute.Result.Type):
                return first;
            case Opcode.Multiply when IsNumber(first, 0) && first.Type is ScalarType { IsInteger: true }:
                return first;
            case Opcode.Multiply when IsNumber(first, 1):
            case Opcode.Add when compute.Result.Type is ScalarType { IsInteger: true } && IsNumber(first, 0):
                return second;
            case Opcode.Negate when Definition(first) is Compute { Opcode: Opcode.Negate } inner:
                return inner.Arguments[0];
            case Opcode.Function when compute.Function == "Max" && compute.Result.Type is ScalarType { IsInteger: true }
                && IsNumber(second!, 0) && IsNonNegative(first):
                return first;
            case Opcode.Function when compute.Function is GridFunctions.Common or GridFunctions.Renewed or GridFunctions.Batch && first.Equals(second!):
                return first;
            case Opcode.Select when Definition(first) is Constant { Number: var chosen }:
                return compute.Arguments[chosen != 0 ? 1 : 2];
            case Opcode.Select when compute.Arguments[1].Equals(compute.Arguments[2]):
                return second;
            default:
                return null;
        }
    }

    private Operation FoldSigns(Compute compute)
    {
        if (compute.Result.Type is not ScalarType { IsFloating: true } || compute.Arguments.Count is 0 or > 2)
        {
            return compute;
        }

        return compute.Opcode switch
        {
            Opcode.Multiply or Opcode.Divide => FoldProduct(compute),
            Opcode.Add => FoldSum(compute),
            Opcode.Subtract when Negated(compute.Arguments[1]) is { } plus => With(compute, Opcode.Add, compute.Arguments[0], plus),
            Opcode.Subtract when values.IsOfDerivative(compute.Result) && Negated(compute.Arguments[0]) is { } minus => NegatedSum(compute, minus),
            _ => compute,
        };
    }

    private Operation FoldSum(Compute compute)
    {
        Value left = compute.Arguments[0], right = compute.Arguments[1];
        if (Negated(right) is { } minus)
        {
            return With(compute, Opcode.Subtract, left, minus);
        }

        if (Negated(left) is { } subtracted)
        {
            return With(compute, Opcode.Subtract, right, subtracted);
        }

        return left.Equals(right) ? With(compute, Opcode.Multiply, Number(2, left.Type), left) : compute;
    }

    // (-a) - b is -(a + b), rounding included, but where the sum is 0: (-1) - (-1) is 0, -(1 + (-1)) is -0.
    private Compute NegatedSum(Compute compute, Value minus)
    {
        Value sum = values.New(compute.Result.Type);
        _helpers.Add(FoldSum(new Compute(sum, Opcode.Add, [minus, compute.Arguments[1]])));
        return With(compute, Opcode.Negate, sum);
    }

    private Operation FoldProduct(Compute compute)
    {
        Value left = compute.Arguments[0], right = compute.Arguments[1];
        bool leftNegative = Negative(left), rightNegative = Negative(right);
        if (!leftNegative && !rightNegative)
        {
            return compute;
        }

        Value positiveLeft = leftNegative ? Positive(left) : left, positiveRight = rightNegative ? Positive(right) : right;
        if (leftNegative && rightNegative)
        {
            return With(compute, compute.Opcode, positiveLeft, positiveRight);
        }

        Value product = values.New(compute.Result.Type);
        Operation helper = new Compute(product, compute.Opcode, [positiveLeft, positiveRight]);
        if (FoldToOperand((Compute)helper) is { } operand)
        {
            return With(compute, Opcode.Negate, operand);
        }

        _helpers.Add(helper);
        return With(compute, Opcode.Negate, product);
    }

    private bool Negative(Value value) =>
        Negated(value) is not null || Definition(value) is Constant { Text: null, Number: < 0 };

    private Value Positive(Value value) =>
        Negated(value) ?? Number(-((Constant)Definition(value)!).Number, value.Type);

    private Value? Negated(Value value) =>
        Definition(value) is Compute { Opcode: Opcode.Negate } negate ? negate.Arguments[0] : null;

    private Value Number(double number, IrType type)
    {
        Value result = values.New(type);
        _helpers.Add(new Constant(result, number, null));
        return result;
    }

    private static Compute With(Compute compute, Opcode opcode, params Value[] arguments) =>
        new(compute.Result, opcode, arguments.ToEquatableArray());

    private bool IsNumber(Value value, double number) =>
        Definition(value) is Constant { Text: null } constant && constant.Number == number;

    private bool IsNonNegative(Value value) => Definition(value) switch
    {
        Length => true,
        Constant constant => constant.Number >= 0,
        Compute { Opcode: Opcode.Function, Function: "Max" } larger => larger.Arguments.Any(IsNonNegative),
        _ => false,
    };

    // -0.0 - -0.0 is 0.
    private bool IsNegativeZero(Value value) => Definition(value) is Constant constant && double.IsNegativeInfinity(1 / constant.Number);

    private Operation? Definition(Value value) =>
        definitions.TryGetValue(value.Id, out Operation? definition) ? definition : null;
}
