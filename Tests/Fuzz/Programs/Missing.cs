using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Numbers that may be missing: <c>double?</c>.</summary>
internal sealed class Missing(Dice dice, Rooms rooms)
{
    public Statement New(Scope scope)
    {
        string type = rooms.Types.Any();
        Expression value = rooms.Numbers.Any(scope, type, 2);
        Expression condition = rooms.Conditions.Any(scope, 1);
        string name = scope.Fresh("m");
        scope.Variables.Add(new Variable(name, type + "?", true));
        return dice.Chance(70)
            ? new Statement($"{type}? {name} = $0 ? $1 : null;", condition, value)
            : new Statement($"{type}? {name} = {dice.Pick("null", "$0")};", value);
    }

    public Expression? Value(Scope scope, string type) => scope.Of(type + "?") is { Count: > 0 } variables
        ? dice.Pick(
            new Expression(type, $"({dice.Recent(variables).Name} ?? $0)", rooms.Numbers.Leaf(scope, type)),
            new Expression(type, dice.Recent(variables).Name + ".GetValueOrDefault()"))
        : null;

    public Expression? IsThere(Scope scope) => scope.Variables.Where(variable => variable.Type.EndsWith('?')).ToArray() is { Length: > 0 } variables
        ? new Expression("bool", dice.Pick(variables).Name + dice.Pick(".HasValue", " is null", " is not null"))
        : null;

    public Statement? Change(Scope scope)
    {
        string type = rooms.Types.Any();
        return scope.Of(type + "?", isWritable: true) is { Count: > 0 } variables
            ? new Statement(dice.Recent(variables).Name + dice.Pick(" = $0;", " += $0;", " *= $0;", " ??= $0;", " = null;"), rooms.Numbers.Tame(scope, type, 2))
            : null;
    }
}
