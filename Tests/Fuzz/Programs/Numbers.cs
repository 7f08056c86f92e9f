using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Expressions of floating-point numbers. Their functions stay within their domains, whatever the operands are.</summary>
internal sealed class Numbers(Dice dice, Rooms rooms)
{
    public Expression Any(Scope scope, string type, int depth)
        => depth <= 0 ? Leaf(scope, type) : dice.Weighed<Func<Scope, string, int, Expression>>(
            (8, (s, t, _) => Leaf(s, t)),
            (9, Sum),
            (8, Product),
            (2, Quotient),
            (5, Function),
            (2, KinkedFunction),
            (2, Choice),
            (1, Switched),
            (1, Assignment),
            (1, FromInteger),
            (1, Stopped),
            (2, (s, t, d) => rooms.Queries.Number(s, t, d) ?? Leaf(s, t)),
            (2, rooms.Calls.Number))(scope, type, depth);

    /// <summary>A number between −1 and 1, or little more than another one.</summary>
    public Expression Tame(Scope scope, string type, int depth)
    {
        Expression any = Any(scope, type, depth);
        return dice.Pick(
            new Expression(type, $"{NumberTypes.Library(type)}.Sin($0)", any),
            new Expression(type, $"{NumberTypes.Library(type)}.Tanh($0)", any),
            new Expression(type, $"({NumberTypes.Constant(type, "0.5")} * $0)", any));
    }

    /// <summary>What a loop may store again and again without growing beyond bounds, most of the time.</summary>
    public Expression Stored(Scope scope, string type, int depth)
        => scope.Loops > 0 && dice.Chance(65) ? Tame(scope, type, depth) : Any(scope, type, depth);

    /// <summary>An element or variable, seldom a constant.</summary>
    public Expression Leaf(Scope scope, string type)
    {
        Expression? leaf = dice.Weighed<Func<Scope, string, Expression?>>(
            (12, Variable), (12, Element), (3, rooms.Structs.Member), (rooms.Complexes.IsUsed ? 6 : 0, rooms.Complexes.Part), (2, Converted), (5, rooms.Grids.Element), (2, rooms.Missing.Value))(scope, type);
        return dice.Chance(6) ? new Expression(type, dice.Number(type))
            : leaf ?? Variable(scope, type) ?? Element(scope, type) ?? rooms.Structs.Member(scope, type) ?? Converted(scope, type) ?? new Expression(type, dice.Number(type));
    }

    /// <summary>A variable that has a number.</summary>
    private Expression? Variable(Scope scope, string type)
        => scope.Of(type) is { Count: > 0 } variables ? new Expression(type, dice.Recent(variables).Name) : null;

    private Expression? Element(Scope scope, string type)
        => scope.BuffersOf(type) is { Count: > 0 } buffers ? rooms.Indices.Element(scope, dice.Recent(buffers)) : null;

    private Expression? Converted(Scope scope, string type)
    {
        string other = dice.Pick(NumberTypes.OthersThan(type));
        return type != NumberTypes.Parameter && (Variable(scope, other) ?? Element(scope, other)) is { } found
            ? new Expression(type, $"({type})$0", found) : null;
    }

    private Expression Sum(Scope scope, string type, int depth)
        => new(type, dice.Chance(65) ? "($0 + $1)" : "($0 - $1)", Any(scope, type, depth - 1), Any(scope, type, depth - 1));

    private Expression Product(Scope scope, string type, int depth)
        => dice.Chance(8) ? new Expression(type, "(-($0))", Leaf(scope, type))
            : new Expression(type, "($0 * $1)", Any(scope, type, depth - 1), Any(scope, type, depth - 1));

    private Expression Quotient(Scope scope, string type, int depth)
        => dice.Chance(20)
            ? new Expression(type, "($0 % " + NumberTypes.Constant(type, "1.375") + ")", Any(scope, type, depth - 1))
            : new Expression(type, "($0 / $1)", Any(scope, type, depth - 1), Positive(scope, type, depth - 1));

    /// <summary>A number of at least 1 or so.</summary>
    public Expression Positive(Scope scope, string type, int depth) => dice.Pick(
        new Expression(type, $"({NumberTypes.Constant(type, "2.5")} + {NumberTypes.Library(type)}.Sin($0))", Any(scope, type, depth)),
        new Expression(type, $"({NumberTypes.Constant(type, "1.25")} + {NumberTypes.Library(type)}.Abs($0))", Any(scope, type, depth)),
        new Expression(type, $"({NumberTypes.Constant(type, "1.5")} + $0 * $0)", Leaf(scope, type)),
        new Expression(type, $"{NumberTypes.Library(type)}.Exp({NumberTypes.Library(type)}.Cos($0))", Any(scope, type, depth)));

    private Expression Function(Scope scope, string type, int depth)
    {
        string library = NumberTypes.Library(type);
        Expression any = Any(scope, type, depth - 1);
        return dice.Weighed<Func<Expression>>(
            (3, () => new(type, library + ".Sin($0)", any)),
            (2, () => new(type, library + ".Cos($0)", any)),
            (2, () => new(type, library + ".Tanh($0)", any)),
            (1, () => new(type, library + ".Atan($0)", any)),
            (1, () => new(type, library + ".Asinh($0)", any)),
            (2, () => new(type, $"{library}.Exp({library}.Sin($0))", any)),
            (2, () => new(type, library + ".Log($0)", Positive(scope, type, depth - 1))),
            (2, () => new(type, library + ".Sqrt($0)", Positive(scope, type, depth - 1))),
            (1, () => new(type, library + ".Cbrt($0)", Positive(scope, type, depth - 1))),
            (1, () => new(type, library + ".Pow($0, $1)", Positive(scope, type, depth - 1), Tame(scope, type, depth - 1))),
            (1, () => new(type, library + ".Pow($0, " + NumberTypes.Constant(type, dice.Pick("2.0", "3.0", "0.5", "-1.0")) + ")", Positive(scope, type, depth - 1))),
            (1, () => new(type, library + ".Atan2($0, $1)", any, Positive(scope, type, depth - 1))),
            (1, () => new(type, library + ".FusedMultiplyAdd($0, $1, $2)", any, Leaf(scope, type), Leaf(scope, type))))();
    }

    private Expression KinkedFunction(Scope scope, string type, int depth)
    {
        string library = NumberTypes.Library(type);
        Expression any = Any(scope, type, depth - 1);
        return dice.Weighed<Func<Expression>>(
            (2, () => new(type, library + ".Abs($0)", any)),
            (2, () => new(type, library + ".Max($0, $1)", any, Any(scope, type, depth - 1))),
            (2, () => new(type, library + ".Min($0, $1)", any, Any(scope, type, depth - 1))),
            (1, () => new(type, $"{(type == "float" ? "Math" : library)}.Clamp($0, {NumberTypes.Constant(type, "-0.75")}, {NumberTypes.Constant(type, "1.25")})", any)),
            (1, () => new(type, library + ".Floor($0)", any)))();
    }

    private Expression Choice(Scope scope, string type, int depth)
        => new(type, "($0 ? $1 : $2)", rooms.Conditions.Any(scope, 1), Any(scope, type, depth - 1), Any(scope, type, depth - 1));

    private Expression Switched(Scope scope, string type, int depth)
        => new(type, dice.Pick("($0 switch { 0 => $1, 1 => $2, _ => $3 })", "($0 switch { > 1 => $1, 1 or 3 => $2, _ => $3 })"), rooms.Integers.Below(scope, 3),
            Any(scope, type, depth - 1), Leaf(scope, type), Any(scope, type, depth - 1));

    private Expression Assignment(Scope scope, string type, int depth)
        => scope.Of(type, isWritable: true) is { Count: > 0 } variables
            ? new Expression(type, $"({dice.Recent(variables).Name} {dice.Pick("=", "+=", "*=")} $0)", Tame(scope, type, depth - 1))
            : Function(scope, type, depth);

    private Expression FromInteger(Scope scope, string type, int depth)
        => dice.Chance(40) ? NumberTypes.Converted(type, rooms.Integers.Any(scope, 1))
            : new Expression(type, "($0 * $1)", Any(scope, type, depth - 1), Factor(type, rooms.Integers.Below(scope, 4)));

    private static Expression Factor(string type, Expression integer)
        => type is "double" or "float" ? integer : NumberTypes.Converted(type, integer);

    private Expression Stopped(Scope scope, string type, int depth)
        => new(type, type == NumberTypes.Parameter ? "$0" : "Ad.StopGradient($0)", Any(scope, type, depth - 1));
}
