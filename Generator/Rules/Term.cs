using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Rules;

/// <summary>
/// A value together with the block that goes on computing with it: lets rules be written as formulas, each operator
/// appending one operation. Numbers take the type of the term they meet.
/// </summary>
internal readonly struct Term(BlockBuilder block, Value value)
{
    public BlockBuilder Block { get; } = block;

    public Value Value { get; } = value;

    public bool IsFloat => Value.Type == IrType.Float;

    public static Term operator +(Term left, Term right) => left.Then(left.Block.Add(left.Value, right.Value));

    public static Term operator +(double left, Term right) => right.Constant(left) + right;

    public static Term operator -(Term left, Term right) => left.Then(left.Block.Subtract(left.Value, right.Value));

    public static Term operator -(Term left, double right) => left - left.Constant(right);

    public static Term operator -(double left, Term right) => right.Constant(left) - right;

    public static Term operator -(Term operand) => operand.Then(operand.Block.Negate(operand.Value));

    public static Term operator *(Term left, Term right) => left.Then(left.Block.Multiply(left.Value, right.Value));

    public static Term operator *(double left, Term right) => right.Constant(left) * right;

    public static Term operator /(Term left, Term right) => left.Then(left.Block.Divide(left.Value, right.Value));

    public static Term operator /(double left, Term right) => right.Constant(left) / right;

    public static Term operator <(Term left, Term right) => left.Compare(Opcode.Less, right);

    public static Term operator >(Term left, Term right) => left.Compare(Opcode.Greater, right);

    public static Term operator <=(Term left, Term right) => left.Compare(Opcode.LessOrEqual, right);

    public static Term operator >=(Term left, Term right) => left.Compare(Opcode.GreaterOrEqual, right);

    public static Term operator <(Term left, double right) => left < left.Constant(right);

    public static Term operator >(Term left, double right) => left > left.Constant(right);

    public static Term operator <=(Term left, double right) => left <= left.Constant(right);

    public static Term operator >=(Term left, double right) => left >= left.Constant(right);

    public static Term operator &(Term left, Term right) => left.Logic(Opcode.And, left, right);

    public static Term operator |(Term left, Term right) => left.Logic(Opcode.Or, left, right);

    public static Term operator !(Term operand) => operand.Logic(Opcode.Not, operand);

    /// <summary>IEEE equality: zeros of either sign are equal, NaN equals nothing.</summary>
    public Term Is(Term other) => Compare(Opcode.Equal, other);

    public Term Is(double number) => Is(Constant(number));

    /// <summary>A literal of this term's type.</summary>
    public Term Constant(double number, string? text = null) => Then(Block.Constant(number, Value.Type, text));

    public Term ConvertTo(IrType type) => Then(Block.Compute(Opcode.Convert, type, null, Value));

    public Term Call(string id, params Term[] others) => Then(Block.Function(id, [Value, .. others.Select(other => other.Value)]));

    /// <summary>With this condition, one of two terms.</summary>
    public Term Choose(Term whenTrue, Term whenFalse) => Then(Block.Select(Value, whenTrue.Value, whenFalse.Value));

    private Term Compare(Opcode comparison, Term other) => Then(Block.Compare(comparison, Value, other.Value));

    private Term Logic(Opcode opcode, params Term[] operands) =>
        Then(Block.Compute(opcode, IrType.Bool, null, [.. operands.Select(operand => operand.Value)]));

    private Term Then(Value next) => new(Block, next);
}
