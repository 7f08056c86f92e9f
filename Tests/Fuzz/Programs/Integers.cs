using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Expressions of integers, which are never negative and never large.</summary>
internal sealed class Integers(Dice dice, Rooms rooms)
{
    public Expression Any(Scope scope, int depth) => dice.Weighed<Func<Expression>>(
        (4, () => Leaf(scope)),
        (depth > 0 ? 3 : 0, () => new("int", "($0 + $1)", Any(scope, depth - 1), Any(scope, depth - 1))),
        (depth > 0 ? 1 : 0, () => new("int", "($0 * $1)", Leaf(scope), Leaf(scope))),
        (depth > 0 ? 1 : 0, () => new("int", dice.Pick("Math.Max($0, $1)", "Math.Min($0, $1)"), Any(scope, depth - 1), Leaf(scope))),
        (depth > 0 ? 1 : 0, () => new("int", "($0 / 2)", Any(scope, depth - 1))),
        (depth > 0 ? 1 : 0, () => new("int", "($0 ? $1 : $2)", rooms.Conditions.Any(scope, 0), Leaf(scope), Leaf(scope))))();

    /// <summary>An integer from 0 to a bound that it does not reach.</summary>
    public Expression Below(Scope scope, int bound)
    {
        Variable[] fitting = [.. scope.Of("int").Where(variable => variable.Max < bound)];
        return fitting.Length > 0 && dice.Chance(50) ? new Expression("int", dice.Pick(fitting).Name)
            : dice.Chance(15) && Measured(scope) is { } measured ? new Expression("int", $"((int)(3 * $0) % {bound})", measured)
            : new Expression("int", $"($0 % {bound})", Any(scope, 1));
    }

    // The absolute value of a number that no step of an integer is near.
    private Expression? Measured(Scope scope)
        => scope.Of("double") is { Count: > 0 } variables ? new Expression("double", $"Math.Abs(Math.Sin({dice.Pick(variables).Name}))") : null;

    private Expression Leaf(Scope scope)
    {
        Memory[] readable = [.. scope.BuffersOf("int")];
        Expression? leaf = dice.Weighed<Func<Expression?>>(
            (5, () => scope.Of("int") is { Count: > 0 } variables ? new Expression("int", dice.Pick(variables).Name) : null),
            (2, () => readable.Length > 0 ? rooms.Indices.Element(scope, dice.Pick(readable)) : null),
            (1, () => scope.Buffers.Count > 0 ? new Expression("int", dice.Pick(scope.Buffers).Name + ".Length") : null),
            (2, () => null))();
        return leaf ?? (scope.Of("int") is { Count: > 0 } others && dice.Chance(50) ? new Expression("int", dice.Pick(others).Name) : new Expression("int", dice.Below(5).ToString()));
    }
}
