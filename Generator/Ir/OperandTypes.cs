namespace StaticAd.Generator.Ir;

/// <summary>The verifier's knowledge of what each operation wants of its operands and regions.</summary>
internal sealed class OperandTypes(List<string> messages)
{
    public void Check(Operation operation)
    {
        bool fits = operation switch
        {
            Compute compute => Fits(compute),
            If branch => Fits(branch),
            For loop => Fits(loop),
            While loop => Fits(loop),
            _ => FitsMemory(operation),
        };
        if (!fits)
        {
            messages.Add($"{operation.GetType().Name} {string.Join(", ", operation.Results)} has operands or yields of wrong number or type.");
        }
    }

    private static bool FitsMemory(Operation operation) => operation switch
    {
        Constant constant => constant.Result.Type is ScalarType or LaneType,
        Length length => length.Buffer.Type is BufferType && length.Result.Type == IrType.Int,
        View view => FitsView(view),
        Load load => Holds(load.Buffer, load.Result) && IsInteger(load.Index),
        Store store => IsWritable(store.Buffer) && Holds(store.Buffer, store.Stored) && IsInteger(store.Index),
        Accumulate add => IsWritable(add.Buffer) && Holds(add.Buffer, add.Addend) && IsInteger(add.Index),
        Copy copy => IsWritable(copy.Destination) && Element(copy.Source) is { } element && element.Equals(Element(copy.Destination)),
        Fill fill => IsWritable(fill.Buffer) && Holds(fill.Buffer, fill.Stored),
        Allocate allocate => allocate.Result.Type is BufferType { IsWritable: true } && IsInteger(allocate.Count),
        AllocateStack allocate => allocate.Result.Type is StackType,
        Push push => push.Stack.Type is StackType stack && stack.Element.Equals(push.Pushed.Type),
        Throw @throw => @throw.Text.Count == @throw.Arguments.Count + 1 && @throw.Arguments.All(argument => argument.Type is not (BufferType or StackType)),
        Pop pop => pop.Stack.Type is StackType stack && stack.Element.Equals(pop.Result.Type),
        _ => true,
    };

    private static bool FitsView(View view) =>
        view.Buffer.Type is BufferType whole && view.Result.Type is BufferType part && whole with { Kind = part.Kind } == part
        && (view.Start is null || IsInteger(view.Start)) && (view.Count is null || IsInteger(view.Count))
        && (IsWritable(view.Buffer) || !IsWritable(view.Result));

    private static bool Fits(Compute compute)
    {
        EquatableArray<Value> arguments = compute.Arguments;
        IrType result = compute.Result.Type;
        bool AllOf(IrType type) => arguments.All(argument => argument.Type.Equals(type));
        return compute.Opcode switch
        {
            Opcode.Function => compute.Function is not null && arguments.Count > 0,
            Opcode.Select => arguments.Count == 3 && (IsBool(arguments[0]) || (arguments[0].Type is MaskType && result is LaneType))
                && arguments[1].Type.Equals(result) && arguments[2].Type.Equals(result),
            Opcode.Convert => arguments.Count == 1,
            Opcode.Negate or Opcode.Not => arguments.Count == 1 && AllOf(result),
            Opcode.ShiftLeft or Opcode.ShiftRight =>
                arguments.Count == 2 && arguments[0].Type.Equals(result) && IsInteger(arguments[1]),
            Opcode.Less or Opcode.LessOrEqual or Opcode.Greater or Opcode.GreaterOrEqual or Opcode.Equal or Opcode.NotEqual =>
                arguments.Count == 2 && AllOf(arguments[0].Type) && (arguments[0].Type is LaneType ? result is MaskType : result == IrType.Bool),
            Opcode.Broadcast => arguments.Count == 1 && (result is MaskType ? IsBool(arguments[0]) : arguments[0].Type.Equals((result as LaneType)?.Element)),
            Opcode.Multiply or Opcode.Divide when result is LaneType lane => arguments.Count == 2 && IsFactor(arguments[1], lane)
                && IsFactor(arguments[0], lane) && (arguments[0].Type is LaneType || (arguments[1].Type is LaneType && compute.Opcode == Opcode.Multiply)),
            Opcode.AnyTrue => arguments.Count == 1 && arguments[0].Type is MaskType && result == IrType.Bool,
            _ => arguments.Count == 2 && AllOf(result),
        };
    }

    private static bool Fits(If branch) =>
        IsBool(branch.Condition) && branch.Then.Parameters.Count == 0 && branch.Else.Parameters.Count == 0
        && Agree(branch.Then.Yields, branch.Outputs) && Agree(branch.Else.Yields, branch.Outputs);

    private static bool Fits(For loop) =>
        loop.Step != 0 && IsInteger(loop.Induction) && (loop.Checkpoints is null || loop.Checkpoints.Type == IrType.Int)
        && loop.Start.Type.Equals(loop.Induction.Type) && loop.End.Type.Equals(loop.Induction.Type)
        && Agree(loop.Initial, loop.Body.Parameters) && Agree(loop.Body.Yields, loop.Body.Parameters)
        && Agree(loop.Body.Parameters, loop.Outputs);

    private static bool Fits(While loop) =>
        Agree(loop.Initial, loop.Condition.Parameters) && Agree(loop.Body.Yields, loop.Condition.Parameters)
        && loop.Condition.Yields.Count > 0 && IsBool(loop.Condition.Yields[0])
        && Agree([.. loop.Condition.Yields.Skip(1)], loop.Body.Parameters) && Agree(loop.Body.Parameters, loop.Outputs);

    private static bool Agree(EquatableArray<Value> left, EquatableArray<Value> right) =>
        left.Select(value => value.Type).SequenceEqual(right.Select(value => value.Type));

    private static bool IsBool(Value value) => value.Type == IrType.Bool;

    private static bool IsInteger(Value value) => value.Type is ScalarType { IsInteger: true };

    private static bool IsWritable(Value value) => value.Type is BufferType { IsWritable: true };

    private static IrType? Element(Value buffer) => (buffer.Type as BufferType)?.Element;

    // Of all lanes, a number is the same factor.
    private static bool IsFactor(Value value, LaneType lane) => value.Type.Equals(lane) || value.Type.Equals(lane.Element);

    // Elements may be lanes; of a buffer of numbers, lanes are as many consecutive elements.
    private static bool Holds(Value buffer, Value value) =>
        value.Type.Equals(Element(buffer)) || (value.Type is LaneType lane && lane.Element.Equals(Element(buffer)));
}
