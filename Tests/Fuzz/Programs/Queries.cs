using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Queries over arrays and ranges. Their functions change nothing, as those have no derivatives that do.</summary>
internal sealed class Queries(Dice dice, Rooms rooms)
{
    /// <summary>Whether queries give numbers of a type: the library has no sums of others.</summary>
    private static bool Gives(string type) => type is "double" or "float";

    /// <summary>A number that a query gives.</summary>
    public Expression? Number(Scope scope, string type, int depth)
    {
        if (!Gives(type) || Elements(scope, type, depth - 1) is not { } elements)
        {
            return null;
        }

        string each = scope.Fresh("v"), all = scope.Fresh("all");
        return dice.Weighed<Func<Expression?>>(
            (4, () => elements.Element == type ? new Expression(type, $"$0.{dice.Pick("Sum", "Sum", "Average", "Max", "Min")}()", elements.Query) : null),
            (5, () => new(type, $"$0.{dice.Pick("Sum", "Sum", "Average", "Max", "Min")}({each} => $1)", elements.Query, Body(scope, type, depth, elements.As(each)))),
            (2, () => new(type, $"$0.Aggregate(({type})($1), ({all}, {each}) => $2)", elements.Query, rooms.Numbers.Leaf(scope, type),
                rooms.Numbers.Tame(Pure(scope, type, elements.As(each), new Variable(all, type, false)), type, depth - 1))),
            (1, () => new(type, "($0.Count() * $1)", elements.Query, rooms.Numbers.Leaf(scope, type))),
            (elements.Element == type ? 1 : 0, () => new(type, $"$0.{dice.Pick("First", "Last")}()", elements.Query)),
            (4, () => Kept(scope, type, depth, elements)))();
    }

    /// <summary>Whether there are elements of a kind.</summary>
    public Expression? Truth(Scope scope)
    {
        string type = rooms.Types.Number(scope), each = scope.Fresh("v");
        return Gives(type) && Elements(scope, type, 1) is { } elements
            ? new Expression("bool", $"$0.{dice.Pick("Any", "All")}({each} => $1)", elements.Query, rooms.Conditions.Any(Pure(scope, type, elements.As(each)), 1))
            : null;
    }

    /// <summary>A number of those elements that are kept, of which there may be none.</summary>
    private Expression Kept(Scope scope, string type, int depth, Source elements)
    {
        string each = scope.Fresh("v"), all = scope.Fresh("all");
        Expression condition = rooms.Conditions.Any(Pure(scope, type, elements.As(each)), 1);
        var kept = new Expression(elements.Query.Type, $"$0.Where({each} => $1)", elements.Query, condition);
        kept = dice.Chance(30) ? new(kept.Type, $"$0.Where({each} => $1)", kept, rooms.Conditions.Any(Pure(scope, type, elements.As(each)), 1)) : kept;
        return dice.Weighed<Func<Expression>>(
            (3, () => new(type, $"$0.Sum({each} => $1)", kept, Body(scope, type, depth, elements.As(each)))),
            (2, () => new(type, $"$0.Aggregate(({type})($1), ({all}, {each}) => $2)", kept, rooms.Numbers.Leaf(scope, type),
                rooms.Numbers.Tame(Pure(scope, type, elements.As(each), new Variable(all, type, false)), type, depth - 1))),
            (2, () => new(type, $"($0.Any() ? $0.{dice.Pick("Average", "Max", "Min")}({each} => $1) : $2)", kept,
                Body(scope, type, depth, elements.As(each)), rooms.Numbers.Leaf(scope, type))),
            (1, () => new(type, $"($0.Count({each} => $1) * $2)", elements.Query, condition, rooms.Numbers.Leaf(scope, type))),
            (1, () => new(type, $"$0.Select({each} => $1).ToArray().Sum()", kept, Body(scope, type, depth, elements.As(each)))))();
    }

    /// <summary>An array of what a query gives.</summary>
    public Statement? Listed(Scope scope)
    {
        string type = rooms.Types.Any();
        if (!Gives(type) || Elements(scope, type, 2) is not { } elements || elements.Element != type || elements.Min != elements.Max)
        {
            return null;
        }

        string name = scope.Fresh("w");
        scope.Buffers.Add(new Memory(name, type + "[]", type, elements.Min, elements.Max, true, name));
        return new Statement($"{type}[] {name} = $0.ToArray();", elements.Query);
    }

    /// <summary>The header of a loop over what a query gives, and the variables that the loop has.</summary>
    public (Statement Header, Variable[] Variables)? Loop(Scope scope)
    {
        string type = rooms.Types.Number(scope);
        string each = scope.Fresh("each"), i = scope.Fresh("i");
        if (!Gives(type) || Elements(scope, type, 2) is not { } elements)
        {
            return null;
        }

        Memory[] arrays = Arrays(scope, type);
        return dice.Weighed<Func<(Statement, Variable[])?>>(
            (3, () => (new($"foreach ({elements.Element} {each} in $0)", elements.Query), [elements.As(each)])),
            (2, () => (new($"foreach (var ({i}, {each}) in $0.Index())", elements.Query), [new(i, "int", false, 0, elements.Max - 1), elements.As(each)])),
            (2, () => arrays.Length == 0 ? null
                : (new($"foreach (var ({i}, {each}) in $0.Zip({dice.Pick(arrays).Name}))", elements.Query), [elements.As(i), new(each, type, false)])))();
    }

    private Source? Elements(Scope scope, string type, int depth)
    {
        if (Start(scope, type) is not { } source)
        {
            return null;
        }

        for (int i = dice.Below(3); i > 0; i--)
        {
            source = Step(scope, type, depth, source);
        }

        return source;
    }

    private Source? Start(Scope scope, string type)
    {
        Memory[] arrays = [.. Arrays(scope, type), .. rooms.Structs.IsUsed && rooms.Types.Main == type ? Arrays(scope, Structs.Type) : []];
        int first = dice.Below(3), count = dice.Between(1, 4);
        return dice.Chance(20) ? new Source(new Expression(Of("int"), $"Enumerable.Range({first}, {count})"), "int", count, count, first, first + count - 1)
            : arrays.Length == 0 ? null
            : dice.Recent(arrays) is var array ? new Source(new Expression(Of(array.Element), array.Name), array.Element, array.Min, array.Max) : null;
    }

    private Source Step(Scope scope, string type, int depth, Source source)
    {
        string each = scope.Fresh("v"), other = scope.Fresh("u");
        Memory[] arrays = Arrays(scope, type);
        return dice.Weighed<Func<Source>>(
            (4, () => new(new(Of(type), $"$0.Select({each} => $1)", source.Query, Body(scope, type, depth, source.As(each))), type, source.Min, source.Max)),
            (2, () => new(new(Of(type), $"$0.Select(({each}, {other}) => $1)", source.Query,
                Body(scope, type, depth, source.As(each), new Variable(other, "int", false, 0, source.Max - 1))), type, source.Min, source.Max)),
            (arrays.Length > 0 ? 3 : 0, () => dice.Pick(arrays) is var second
                ? new(new(Of(type), $"$0.Zip({second.Name}, ({each}, {other}) => $1)", source.Query,
                    Body(scope, type, depth, source.As(each), new Variable(other, type, false))), type, Math.Min(source.Min, second.Min), Math.Min(source.Max, second.Max))
                : source),
            (source.Min > 1 ? 2 : 0, () => source with { Query = new(source.Query.Type, "$0.Skip(1)", source.Query), Min = source.Min - 1, Max = source.Max - 1 }),
            (2, () => dice.Between(1, source.Min) is var count
                ? source with { Query = new(source.Query.Type, $"$0.Take({count})", source.Query), Min = count, Max = count }
                : source))();
    }

    /// <summary>What a function of a query gives.</summary>
    private Expression Body(Scope scope, string type, int depth, params Variable[] parameters)
    {
        Expression body = rooms.Numbers.Any(Pure(scope, type, parameters), type, Math.Max(1, depth));
        Variable first = parameters[0];
        // The cast gives numbers alone the type that they have over dual numbers too.
        return dice.Chance(60) && first.Type == type ? new Expression(type, $"({first.Name} * $0)", body) : new Expression(type, $"({type})($0)", body);
    }

    private static Scope Pure(Scope scope, string type, params Variable[] parameters)
    {
        Scope pure = scope.Captured(type).Unwritable();
        pure.Variables.AddRange(parameters);
        return pure;
    }

    private static Memory[] Arrays(Scope scope, string type) => [.. scope.BuffersOf(type).Where(buffer => buffer.IsArray)];

    private static string Of(string element) => $"IEnumerable<{element}>";

    /// <summary>What a query goes through.</summary>
    /// <param name="Query">It.</param>
    /// <param name="Element">The type of its elements.</param>
    /// <param name="Min">How many they are at least.</param>
    /// <param name="Max">How many they are at most.</param>
    /// <param name="Least">Of integers, the first.</param>
    /// <param name="Most">Of integers, the last.</param>
    private sealed record Source(Expression Query, string Element, int Min, int Max, int Least = 0, int Most = 0)
    {
        /// <summary>An element as the variable of a function or loop.</summary>
        public Variable As(string name) => new(name, Element, false, Least, Most);
    }
}
