using StaticAd.Generator.Emit;
using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Builds the C# expression of a value: the name of its variable, or the whole expression that was folded.</summary>
internal sealed class ExpressionBuilder(Definitions definitions, Folding folding, Variables variables, TypeText types, MemoryOwners memory)
{
    public Expression Build(Value value) =>
        folding.IsFolded(value) ? Build(definitions.Operation(value)!) : new Name(variables.Of(value).Name);

    /// <summary>What an operation with one result computes.</summary>
    public Expression Build(Operation operation) => operation switch
    {
        Constant { Text: { } text } => new Verbatim(types.Known(text)),
        Constant { Result.Type: LaneType } constant => LaneExpressions.Of(constant, types),
        Constant constant => new Literal(constant.Number, (ScalarType)constant.Result.Type),
        Symbol symbol => new Verbatim(types.Known(symbol.Text)),
        Compute compute when LaneExpressions.Covers(compute) => LaneExpressions.Of(compute, [.. compute.Arguments.Select(Build)], types),
        Compute compute => Compute(compute),
        Length { Member: { } member } length => new Member(Array(length.Buffer), member),
        Length { Dimension: { } dimension } length => Call(Array(length.Buffer), "GetLength", new Literal(dimension, IrType.Int)),
        Length length => new Member(Buffer(length.Buffer).Text, "Length"),
        View view => View(view),
        Load { Result.Type: LaneType lane, Buffer.Type: BufferType { Element: ScalarType } } load => Call(new Name(types.Of(lane)), "Load", Build(load.Buffer), Build(load.Index)),
        Load load => Structures.Leaf(load.Buffer, new Element(Buffer(load.Buffer).Text, Build(load.Index))),
        If branch => Choice(branch),
        Pop pop => Call(Build(pop.Stack), "Pop"),
        Recall recall => Recall(recall.Result.Type),
        _ => throw new InvalidOperationException($"{operation.GetType().Name} is not an expression."),
    };

    /// <summary>A buffer, and whether it is an array in C#: a folded view of a whole array is the array itself.</summary>
    public (Expression Text, bool IsArray) Buffer(Value buffer)
    {
        Value source = buffer;
        while (folding.IsFolded(source) && definitions.Operation(source) is View { Start: null } whole)
        {
            source = whole.Buffer;
        }

        IrType? declared = folding.IsFolded(source) ? (definitions.Operation(source) as Symbol)?.Result.Type : variables.Of(source).DeclaredType;
        bool isArray = declared is BufferType { Kind: BufferKind.Array };
        return (Build(source), isArray);
    }

    /// <summary>The parameter whose elements a buffer is, an array of several dimensions.</summary>
    public Name Array(Value elements) => new(Identifiers.Escape(variables.Of(elements).Parameter!.Name));

    /// <summary>A buffer as something that has the methods of a span.</summary>
    public Expression AsSpan(Value buffer)
    {
        (Expression text, bool isArray) = Buffer(buffer);
        return isArray ? Call(text, "AsSpan") : text;
    }

    /// <summary>The opposite of a condition. Comparisons of floating-point numbers have none: NaN fails both ways.</summary>
    public Expression Opposite(Value condition)
    {
        if (!folding.IsFolded(condition))
        {
            return Negated(Build(condition));
        }

        return definitions.Operation(condition) switch
        {
            Compute { Opcode: Opcode.Not } not => Build(not.Arguments[0]),
            Compute compare when Operations.Opposite(compare) is { } opposite => Compare(opposite, compare),
            _ => Negated(Build(condition)),
        };
    }

    private static Expression Negated(Expression condition) =>
        condition is Unary { Operator: UnaryOperator.Not } negation ? negation.Operand : new Unary(UnaryOperator.Not, condition);

    public static Invocation Call(Expression target, string method, params Expression[] arguments) =>
        new(new Member(target, method), arguments.ToEquatableArray());

    private Invocation Recall(IrType type) => Call(new Name(memory.Frame!), type switch
    {
        BufferType buffer => $"Recall<{types.Of(buffer.Element)}>",
        StackType stack => $"RecallStack<{types.Of(stack.Element)}>",
        _ => $"RecallValue<{types.Of(type)}>",
    });

    private Expression View(View view)
    {
        (Expression buffer, bool isArray) = Buffer(view.Buffer);
        if (view.Start is null)
        {
            return buffer;
        }

        string method = isArray ? "AsSpan" : "Slice";
        return view.Count is null
            ? Call(buffer, method, Build(view.Start))
            : Call(buffer, method, Build(view.Start), Build(view.Count));
    }

    private Expression Compute(Compute compute) => compute.Opcode switch
    {
        Opcode.Function => Function(compute),
        Opcode.Select => new Conditional(
            Build(compute.Arguments[0]), Build(compute.Arguments[1]), Build(compute.Arguments[2])),
        Opcode.Convert => Convert(compute),
        Opcode.Negate => Narrowed(compute, new Unary(UnaryOperator.Minus, Build(compute.Arguments[0]))),
        Opcode.Not when compute.Result.Type is MaskType || compute.Result.Type == IrType.Bool => Opposite(compute.Arguments[0]),
        Opcode.Not => Narrowed(compute, new Unary(UnaryOperator.Complement, Build(compute.Arguments[0]))),
        Opcode.Add => Narrowed(compute, Sum(BinaryOperator.Add, BinaryOperator.Subtract, compute)),
        Opcode.Subtract => Narrowed(compute, Sum(BinaryOperator.Subtract, BinaryOperator.Add, compute)),
        _ when Operations.IsComparison(compute.Opcode) => Compare(compute.Opcode, compute),
        _ => Narrowed(
            compute, new Binary(Operations.Binary(compute.Opcode), Build(compute.Arguments[0]), Build(compute.Arguments[1]))),
    };

    private Expression Function(Compute compute)
    {
        string text = types.Known(ElementaryFunctions.Text(compute.Function!, (ScalarType)compute.Arguments[0].Type));
        return new Invocation(new Name(text), compute.Arguments.Select(Build).ToEquatableArray(), TakesAnyType: false);
    }

    // a + -b is a - b, also in floating point.
    private Expression Sum(BinaryOperator op, BinaryOperator inverse, Compute compute)
    {
        Expression left = Build(compute.Arguments[0]), right = Build(compute.Arguments[1]);
        return right switch
        {
            Unary { Operator: UnaryOperator.Minus } negative => new Binary(inverse, left, negative.Operand),
            Literal { Number: < 0 and > int.MinValue } negative =>
                new Binary(inverse, left, negative with { Number = -negative.Number }),
            _ => new Binary(op, left, right),
        };
    }

    private Binary Compare(Opcode comparison, Compute compute)
    {
        Expression left = Build(compute.Arguments[0]), right = Build(compute.Arguments[1]);
        // C# warns of comparing a variable with itself, and of code that a constant condition keeps from running.
        return left is Name && left.Equals(right)
            ? new Binary(Operations.Binary(comparison), Same(left, compute.Arguments[0].Type), right)
            : new Binary(Operations.Binary(comparison), left, right);
    }

    private static Binary Same(Expression expression, IrType type) => type == IrType.Bool
        ? new Binary(BinaryOperator.BitOr, expression, new Literal(0, IrType.Bool))
        : new Binary(BinaryOperator.Add, expression, new Literal(0, IrType.Int));

    private Expression Convert(Compute compute)
    {
        Value operand = compute.Arguments[0];
        Expression converted = Build(operand);
        return operand.Type.Equals(compute.Result.Type)
            ? converted
            : new Cast(types.Of(compute.Result.Type), converted, Operations.IsImplicitConversion(operand.Type, compute.Result.Type));
    }

    // C# computes with int where the operands are smaller.
    private Expression Narrowed(Compute compute, Expression expression) =>
        compute.Result.Type is ScalarType { Kind: ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Short or ScalarKind.UShort }
            ? new Cast(types.Of(compute.Result.Type), expression, false)
            : expression;

    private Expression Choice(If branch)
    {
        (Value thenValue, Value elseValue) = folding.Arms(branch);
        Expression condition = Build(branch.Condition), whenTrue = Build(thenValue), whenFalse = Build(elseValue);
        return (IsTruth(whenTrue), IsTruth(whenFalse)) switch
        {
            (true, false) => condition,
            (false, true) => Opposite(branch.Condition),
            (null, false) => new Binary(BinaryOperator.And, condition, whenTrue),
            (true, null) => new Binary(BinaryOperator.Or, condition, whenFalse),
            (false, null) => new Binary(BinaryOperator.And, Opposite(branch.Condition), whenFalse),
            (null, true) => new Binary(BinaryOperator.Or, Opposite(branch.Condition), whenTrue),
            _ => new Conditional(condition, whenTrue, whenFalse),
        };
    }

    private static bool? IsTruth(Expression expression) =>
        expression is Literal { Type.Kind: ScalarKind.Bool } literal ? literal.Number != 0 : null;
}
