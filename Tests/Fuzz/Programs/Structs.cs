using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>A structure of two numbers, with methods and operators.</summary>
internal sealed class Structs(Dice dice, Rooms rooms)
{
    public const string Type = "Pair";

    public bool IsUsed { get; } = dice.Chance(30) && !rooms.Types.IsGeneric;

    private string Number => rooms.Types.Main;

    /// <summary>The structure's declaration.</summary>
    public string Text()
    {
        string library = NumberTypes.Library(Number);
        string half = NumberTypes.Constant(Number, "0.5");
        return $$"""
            public record struct Pair({{Number}} X, {{Number}} Y)
            {
                public readonly {{Number}} Norm => {{library}}.Sqrt({{NumberTypes.Constant(Number, "1.5")}} + X * X + Y * Y);

                public void Turn({{Number}} by)
                {
                    {{Number}} x = X;
                    X -= by * Y;
                    Y = {{library}}.Sin(Y + by * x);
                }

                public readonly Pair Scaled({{Number}} by) => this with { X = X * by };

                public static Pair operator +(Pair a, Pair b) => new(a.X + b.X, {{half}} * a.Y + b.Y);

                public static Pair operator *(Pair a, Pair b) => new({{half}} * (a.X * b.X - a.Y * b.Y), {{library}}.Tanh(a.X * b.Y + a.Y * b.X));
            }
            """;
    }

    public Expression Value(Scope scope, int depth) => dice.Weighed<Func<Expression>>(
        (6, () => Leaf(scope)),
        (3, () => new(Type, "new Pair($0, $1)", Part(scope, depth - 1), Part(scope, depth - 1))),
        (depth > 0 ? 3 : 0, () => new(Type, dice.Pick("($0 + $1)", "($0 * $1)"), Value(scope, depth - 1), Value(scope, depth - 1))),
        (depth > 0 ? 2 : 0, () => new(Type, "$0.Scaled($1)", Leaf(scope), Part(scope, depth - 1))),
        (depth > 0 ? 2 : 0, () => new(Type, "($0 with { Y = $1 })", Leaf(scope), Part(scope, depth - 1))),
        (depth > 0 ? 1 : 0, () => new(Type, "($0 ? $1 : $2)", rooms.Conditions.Any(scope, 0), Leaf(scope), Leaf(scope))))();

    /// <summary>A number of a structure.</summary>
    public Expression? Member(Scope scope, string type)
        => type == Number && Place(scope, isWritable: false) is { } place
            ? new Expression(type, dice.Pick("$0.X", "$0.Y", "$0.Norm"), place)
            : null;

    /// <summary>A statement that changes a structure.</summary>
    public Statement? Change(Scope scope) => Place(scope, isWritable: true) is not { } place ? null : dice.Weighed<Func<Statement>>(
        (3, () => new($"$0.{dice.Pick("X", "Y")} {dice.Pick("=", "+=", "*=")} $1;", place, rooms.Numbers.Stored(scope, Number, 2))),
        (3, () => new("$0.Turn($1);", place, rooms.Numbers.Any(scope, Number, 1))),
        (2, () => new("$0 = $1;", place, Value(scope, 2))))();

    /// <summary>A variable or element.</summary>
    public Expression? Place(Scope scope, bool isWritable)
    {
        IReadOnlyList<Memory> buffers = scope.BuffersOf(Type, isWritable);
        return buffers.Count > 0 && dice.Chance(50) ? rooms.Indices.Element(scope, dice.Pick(buffers))
            : scope.Of(Type, isWritable) is { Count: > 0 } variables ? new Expression(Type, dice.Pick(variables).Name)
            : null;
    }

    private Expression Leaf(Scope scope)
        => Place(scope, isWritable: false) ?? new Expression(Type, "new Pair($0, $1)", Part(scope, 0), Part(scope, 0));

    private Expression Part(Scope scope, int depth) => rooms.Numbers.Any(scope, Number, depth);
}
