using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Emit.Tree;

// The part of C# that generated code is made of. Expressions carry no parentheses and no suffixes of literals: the writer
// adds those that C# needs.

/// <summary>A C# expression.</summary>
internal abstract record Expression;

/// <summary>A local, a parameter or a type, by its name as C# writes it.</summary>
internal sealed record Name(string Text) : Expression;

/// <summary>C# text that is taken over as it is: a named constant, an enum member.</summary>
internal sealed record Verbatim(string Text) : Expression;

/// <summary>A number or truth value.</summary>
internal sealed record Literal(double Number, ScalarType Type) : Expression;

internal sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right) : Expression;

internal sealed record Unary(UnaryOperator Operator, Expression Operand) : Expression;

/// <summary>A conversion. One that C# also does by itself is left out where the context asks for the same type.</summary>
internal sealed record Cast(string Type, Expression Operand, bool IsImplicit) : Expression;

internal sealed record Conditional(Expression Condition, Expression WhenTrue, Expression WhenFalse) : Expression;

internal sealed record Member(Expression Target, string Text) : Expression;

internal sealed record Element(Expression Buffer, Expression Index) : Expression;

/// <summary>A call. <paramref name="TakesAnyType"/>: an argument's own type selects the overload or a type argument.</summary>
internal sealed record Invocation(Expression Function, EquatableArray<Expression> Arguments, bool TakesAnyType = true) : Expression;

/// <summary>An argument with <c>ref</c> or <c>out</c>; with a type it declares the variable.</summary>
internal sealed record ReferenceArgument(string Modifier, string? Type, string Variable) : Expression;

/// <summary>A variable that a deconstruction declares.</summary>
internal sealed record Designation(string Type, string Variable) : Expression;

/// <summary>C# text with expressions between its pieces.</summary>
internal sealed record Template(EquatableArray<string> Pieces, EquatableArray<Expression> Expressions) : Expression;

internal sealed record TupleOf(EquatableArray<Expression> Elements) : Expression;

/// <summary><c>new T { A = a, B = b }</c></summary>
internal sealed record Creation(string Type, EquatableArray<MemberValue> Members) : Expression;

/// <summary>What a member takes when its object is created.</summary>
internal sealed record MemberValue(string Member, Expression Value);

/// <summary><c>stackalloc double[n]</c></summary>
internal sealed record StackAllocation(string ElementType, Expression Count) : Expression;

internal enum UnaryOperator
{
    Minus,
    Not,
    Complement,
}

internal enum BinaryOperator
{
    Or,
    And,
    BitOr,
    BitXor,
    BitAnd,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    ShiftLeft,
    ShiftRight,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}
