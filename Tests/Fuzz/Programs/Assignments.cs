using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Statements that give variables and elements new values.</summary>
internal sealed class Assignments(Dice dice, Rooms rooms)
{
    public Statement? Variable(Scope scope)
    {
        string type = rooms.Types.Number(scope);
        return scope.Of(type, isWritable: true) is { Count: > 0 } variables
            ? Changed(scope, new Expression(type, dice.Recent(variables).Name)) : null;
    }

    public Statement? Element(Scope scope)
    {
        string type = rooms.Types.Number(scope);
        return scope.BuffersOf(type, isWritable: true) is { Count: > 0 } buffers
            ? Changed(scope, rooms.Indices.Element(scope, dice.Recent(buffers))) : null;
    }

    /// <summary>An element by what stood beside it.</summary>
    public Statement? Recurrence(Scope scope)
    {
        string type = rooms.Types.Number(scope);
        if (scope.BuffersOf(type, isWritable: true) is not { Count: > 0 } buffers)
        {
            return null;
        }

        Memory buffer = dice.Pick(buffers);
        return new Statement($"$0 = {dice.Pick("$1 * $2", "$1 + $2 * $3", "$1 * $2 - $3")};", rooms.Indices.Element(scope, buffer),
            rooms.Indices.Element(scope, buffer), rooms.Numbers.Tame(scope, type, 1), rooms.Indices.Element(scope, buffer));
    }

    /// <summary>Two places exchange what they hold, or more than that.</summary>
    public Statement? Swap(Scope scope)
    {
        string type = rooms.Types.Number(scope);
        if (Place(scope, type) is not { } first || Place(scope, type) is not { } second || first.ToString() == second.ToString())
        {
            return null;
        }

        return new Statement(dice.Pick("($0, $1) = ($1, $0);", "($0, $1) = ($1, $0 * $2);", "($0, $1) = ($1 + $2, $0);"),
            first, second, rooms.Numbers.Tame(scope, type, 1));
    }

    public Statement? Integer(Scope scope)
    {
        if (scope.BuffersOf("int", isWritable: true) is { Count: > 0 } buffers && dice.Chance(50))
        {
            Memory buffer = dice.Pick(buffers);
            Expression element = rooms.Indices.Element(scope, buffer);
            return dice.Chance(50)
                ? new Statement("($0, $1) = ($1, $0);", element, rooms.Indices.Element(scope, buffer))
                : new Statement("$0 = $1 % 4;", element, rooms.Integers.Any(scope, 1));
        }

        if (scope.Of("int", isWritable: true) is not { Count: > 0 } variables)
        {
            return null;
        }

        Variable variable = dice.Pick(variables);
        return new Statement($"{variable.Name} = $0;", new Expression("int", $"$0 % {variable.Max + 1}", rooms.Integers.Any(scope, 2)));
    }

    public Statement? Truth(Scope scope) => scope.Of("bool", isWritable: true) is { Count: > 0 } variables
        ? new Statement($"{dice.Recent(variables).Name} = $0;", rooms.Conditions.Any(scope, 1)) : null;

    public Statement Changed(Scope scope, Expression place)
    {
        string type = place.Type;
        return dice.Weighed<Func<Statement>>(
            (6, () => new("$0 = $1;", place, rooms.Numbers.Stored(scope, type, 3))),
            (5, () => new(dice.Pick("$0 += $1;", "$0 -= $1;"), place, rooms.Numbers.Stored(scope, type, 3))),
            (4, () => new("$0 *= $1;", place, rooms.Numbers.Tame(scope, type, 2))),
            (1, () => new("$0 /= $1;", place, rooms.Numbers.Positive(scope, type, 1))))();
    }

    private Expression? Place(Scope scope, string type)
        => scope.BuffersOf(type, isWritable: true) is { Count: > 0 } buffers && dice.Chance(70) ? rooms.Indices.Element(scope, dice.Recent(buffers))
            : scope.Of(type, isWritable: true) is { Count: > 0 } variables ? new Expression(type, dice.Recent(variables).Name)
            : null;
}
