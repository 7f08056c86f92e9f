using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Expressions of truth values: of integers, of active numbers, of both.</summary>
internal sealed class Conditions(Dice dice, Rooms rooms)
{
    public Expression Any(Scope scope, int depth) => dice.Weighed<Func<Expression>>(
        (scope.Of("int").Count > 0 ? 4 : 0, () => OfIntegers(scope)),
        (5, () => OfNumbers(scope, depth)),
        (scope.Of("bool").Count > 0 ? 2 : 0, () => new("bool", dice.Pick(scope.Of("bool")).Name)),
        (1, () => rooms.Queries.Truth(scope) ?? OfNumbers(scope, depth)),
        (1, () => rooms.Missing.IsThere(scope) ?? OfNumbers(scope, depth)),
        (1, () => new("bool", "($0 is " + dice.Pick("> 1 and < 5", "0 or 2", "not 1", ">= 2 or 0") + ")", rooms.Integers.Any(scope, 1))),
        (depth > 0 ? 1 : 0, () => new("bool", "($0 && $1)", Any(scope, depth - 1), Any(scope, depth - 1))),
        (depth > 0 ? 1 : 0, () => new("bool", "($0 || $1)", Any(scope, depth - 1), Any(scope, depth - 1))),
        (1, () => new("bool", "!($0)", OfNumbers(scope, 1))))();

    private Expression OfIntegers(Scope scope) => dice.Chance(50)
        ? new Expression("bool", "($0 % 2 == " + dice.Below(2) + ")", rooms.Integers.Any(scope, 1))
        : new Expression("bool", $"($0 {dice.Pick("<", ">", "<=", "!=")} $1)", rooms.Integers.Any(scope, 1), rooms.Integers.Any(scope, 0));

    private Expression OfNumbers(Scope scope, int depth)
    {
        string type = rooms.Types.Number(scope);
        return new Expression("bool", $"($0 {dice.Pick("<", ">")} $1)", rooms.Numbers.Any(scope, type, Math.Max(1, depth)), rooms.Numbers.Leaf(scope, type));
    }
}
