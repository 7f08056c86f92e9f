using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Elements of buffers, at indices that are within them.</summary>
internal sealed class Indices(Dice dice, Rooms rooms)
{
    public Expression Element(Scope scope, Memory buffer)
        => new(buffer.Element, $"{buffer.Name}[$0]", Index(scope, buffer));

    private Expression Index(Scope scope, Memory buffer)
    {
        Variable[] counters = [.. scope.Of("int").Where(variable => variable.IndexOf == buffer.Name || variable.Max < buffer.Min)];
        return dice.Weighed<Func<Expression>>(
            (counters.Length > 0 ? 8 : 0, () => new("int", dice.Recent(counters).Name)),
            (counters.Length > 0 ? 3 : 0, () => Mirrored(buffer, dice.Recent(counters))),
            (counters.Length > 0 ? 4 : 0, () => Neighbour(scope, buffer, dice.Recent(counters))),
            (2, () => new("int", dice.Below(buffer.Min).ToString())),
            (1, () => new("int", "^1")),
            (scope.Of("int").Count > 0 ? 2 : 0, () => Wrapped(buffer, rooms.Integers.Any(scope, 1))))();
    }

    private static Expression Mirrored(Memory buffer, Variable counter)
        => new("int", $"{buffer.Name}.Length - 1 - {counter.Name}");

    private Expression Neighbour(Scope scope, Memory buffer, Variable counter)
    {
        if (counter.Min > 0 && dice.Chance(80))
        {
            return new Expression("int", counter.Name + " - 1");
        }

        return counter.Max + 1 < buffer.Min ? new Expression("int", counter.Name + " + 1")
            : Wrapped(buffer, new Expression("int", $"({counter.Name} + $0)", rooms.Integers.Any(scope, 0)));
    }

    private static Expression Wrapped(Memory buffer, Expression number) => new("int", $"$0 % {buffer.Name}.Length", number);
}
