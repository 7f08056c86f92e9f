using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Emit.Tree;

/// <summary>A C# statement.</summary>
internal abstract record Statement;

/// <summary><c>double x = 1;</c>; <paramref name="Prefix"/> is <c>using</c> or <c>scoped</c>.</summary>
internal sealed record Declare(string Type, string Variable, Expression? Initial, string? Prefix = null) : Statement;

/// <summary><c>x = 1;</c></summary>
internal sealed record Assign(Expression Target, Expression Assigned) : Statement;

/// <summary><c>x += 1;</c></summary>
internal sealed record CompoundAssign(Expression Target, BinaryOperator Operator, Expression Operand) : Statement;

internal sealed record Evaluate(Expression Expression) : Statement;

internal sealed record IfStatement(Expression Condition, EquatableArray<Statement> Then, EquatableArray<Statement> Else) : Statement;

/// <summary>A counted loop over an <c>int</c>-like variable.</summary>
internal sealed record ForStatement(
    string Type,
    string Variable,
    Expression Start,
    Expression Condition,
    int Step,
    EquatableArray<Statement> Body) : Statement;

internal sealed record WhileStatement(Expression Condition, EquatableArray<Statement> Body) : Statement;

internal sealed record Break : Statement;

internal sealed record Return(Expression? Result) : Statement;

/// <summary>An empty line between two groups of statements.</summary>
internal sealed record Separator : Statement;
