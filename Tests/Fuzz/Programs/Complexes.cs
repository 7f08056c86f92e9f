using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Complex numbers: expressions of them, numbers from them, statements that change them.</summary>
internal sealed class Complexes(Dice dice, Rooms rooms)
{
    public const string Type = "Complex";

    /// <summary>The type of the parts.</summary>
    public const string Number = "double";

    public bool IsUsed { get; } = rooms.Types.Main == Number && dice.Chance(15);

    public Expression Value(Scope scope, int depth) => depth <= 0 ? Leaf(scope) : dice.Weighed<Func<Expression>>(
        (5, () => Leaf(scope)),
        (3, () => Made(scope, depth)),
        (3, () => new(Type, dice.Pick("($0 + $1)", "($0 - $1)"), Value(scope, depth - 1), Value(scope, depth - 1))),
        (4, () => new(Type, "($0 * $1)", Value(scope, depth - 1), Value(scope, depth - 1))),
        (2, () => new(Type, "($0 / $1)", Value(scope, depth - 1), Right(scope, depth - 1))),
        (2, () => new(Type, dice.Pick("($0 * $1)", "($0 + $1)", "($0 - $1)"), rooms.Numbers.Any(scope, Number, 1), Value(scope, depth - 1))),
        (1, () => new(Type, dice.Pick("(-($0))", "Complex.Conjugate($0)"), Value(scope, depth - 1))),
        (1, () => new(Type, "Complex.FromPolarCoordinates($0, $1)", rooms.Numbers.Positive(scope, Number, 1), rooms.Numbers.Any(scope, Number, 1))),
        (4, () => Function(scope, depth)),
        (1, () => new(Type, "($0 ? $1 : $2)", rooms.Conditions.Any(scope, 0), Value(scope, depth - 1), Leaf(scope))))();

    /// <summary>A number of a complex one.</summary>
    public Expression? Part(Scope scope, string type)
        => IsUsed && type == Number && (scope.Of(Type).Count > 0 || scope.BuffersOf(Type).Count > 0)
            ? new Expression(type, dice.Pick("$0.Real", "$0.Real", "$0.Imaginary", "$0.Imaginary", "$0.Magnitude", "Complex.Abs($0)"), Leaf(scope))
            : null;

    public Statement New(Scope scope)
    {
        Expression[] values = [Value(scope, 2), Value(scope, 1)];
        if (dice.Chance(35))
        {
            string array = scope.Fresh("zs");
            bool isEmpty = dice.Chance(40);
            int length = isEmpty ? dice.Between(2, 3) : values.Length;
            scope.Buffers.Add(new Memory(array, Type + "[]", Type, length, length, true, array));
            return isEmpty ? new Statement($"{Type}[] {array} = new {Type}[{length}];") : new Statement($"{Type}[] {array} = [$0, $1];", values);
        }

        string name = scope.Fresh("z");
        scope.Variables.Add(new Variable(name, Type, true));
        return new Statement($"{Type} {name} = $0;", values[0]);
    }

    public Statement? Change(Scope scope) => Place(scope, isWritable: true) is not { } place ? null : dice.Weighed<Func<Statement>>(
        (3, () => new("$0 = $1;", place, Stored(scope))),
        (3, () => new(dice.Pick("$0 += $1;", "$0 -= $1;"), place, Stored(scope))),
        (3, () => new("$0 *= $1;", place, Tame(scope, 1))),
        (1, () => new("$0 /= $1;", place, Right(scope, 1))))();

    private Expression Stored(Scope scope) => scope.Loops > 0 ? Tame(scope, 2) : Value(scope, 2);

    private Expression? Place(Scope scope, bool isWritable)
    {
        IReadOnlyList<Memory> buffers = scope.BuffersOf(Type, isWritable);
        return buffers.Count > 0 && dice.Chance(50) ? rooms.Indices.Element(scope, dice.Pick(buffers))
            : scope.Of(Type, isWritable) is { Count: > 0 } variables ? new Expression(Type, dice.Recent(variables).Name)
            : null;
    }

    private Expression Leaf(Scope scope) => Place(scope, isWritable: false) ?? Made(scope, 1);

    private Expression Made(Scope scope, int depth)
        => new(Type, "new Complex($0, $1)", rooms.Numbers.Any(scope, Number, depth - 1), rooms.Numbers.Any(scope, Number, depth - 1));

    /// <summary>A number of at least 1 or so, with a positive real part: far from zero and from branch cuts.</summary>
    private Expression Right(Scope scope, int depth)
        => new(Type, "new Complex($0, $1)", rooms.Numbers.Positive(scope, Number, depth), rooms.Numbers.Tame(scope, Number, depth));

    /// <summary>A number whose parts are between −1 and 1, or little more than another one.</summary>
    private Expression Tame(Scope scope, int depth) => dice.Chance(40)
        ? new Expression(Type, "(0.5 * $0)", Value(scope, depth))
        : new Expression(Type, "new Complex($0, $1)", rooms.Numbers.Tame(scope, Number, depth), rooms.Numbers.Tame(scope, Number, depth));

    private Expression Function(Scope scope, int depth) => dice.Weighed<Func<Expression>>(
        (3, () => new(Type, $"Complex.{dice.Pick("Exp", "Sin", "Cos", "Tanh")}($0)", Tame(scope, depth - 1))),
        (3, () => new(Type, $"Complex.{dice.Pick("Sqrt", "Log", "Reciprocal")}($0)", Right(scope, depth - 1))),
        (1, () => new(Type, "Complex.Pow($0, $1)", Right(scope, depth - 1), Tame(scope, depth - 1))),
        (1, () => new(Type, $"Complex.Pow($0, {dice.Pick("2.0", "0.5", "-1.5")})", Right(scope, depth - 1))))();
}
