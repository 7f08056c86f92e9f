using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>An array of two dimensions, or one of arrays.</summary>
internal sealed record Grid(string Name, string Element, int Rows, int Columns, bool IsOfArrays);

/// <summary>Arrays of two dimensions and arrays of arrays: new ones, their elements, their rows.</summary>
internal sealed class Grids(Dice dice, Rooms rooms)
{
    public Statement? New(Scope scope)
    {
        string type = rooms.Types.Any();
        var grid = new Grid(scope.Fresh("g"), type, dice.Between(1, 3), dice.Between(2, 3), IsOfArrays: dice.Chance(40));
        Expression[] elements = [.. Enumerable.Range(0, grid.Rows * grid.Columns).Select(_ => rooms.Numbers.Any(scope, type, 1))];
        bool isListed = grid.IsOfArrays || dice.Chance(50);
        scope.Grids.Add(grid);
        return isListed
            ? new Statement($"{type}{(grid.IsOfArrays ? "[][]" : "[,]")} {grid.Name} = {Listed(grid)};", elements)
            : new Statement($"{type}[,] {grid.Name} = new {type}[{grid.Rows}, {grid.Columns}];");
    }

    public Expression? Element(Scope scope, string type) => Any(scope, type) is { } grid
        ? new Expression(type, grid.IsOfArrays ? $"{grid.Name}[$0][$1]" : $"{grid.Name}[$0, $1]",
            rooms.Integers.Below(scope, grid.Rows), rooms.Integers.Below(scope, grid.Columns))
        : null;

    public Statement? Change(Scope scope)
    {
        string type = rooms.Types.Number(scope);
        return Element(scope, type) is { } element ? rooms.Assignments.Changed(scope, element) : null;
    }

    /// <summary>A row of an array of arrays under a name of its own, or two rows that change places.</summary>
    public Statement? Row(Scope scope)
    {
        Grid[] grids = [.. scope.Grids.Where(grid => grid.IsOfArrays)];
        if (grids.Length == 0)
        {
            return null;
        }

        Grid grid = dice.Pick(grids);
        Expression first = rooms.Integers.Below(scope, grid.Rows);
        if (dice.Chance(40))
        {
            return new Statement($"({grid.Name}[$0], {grid.Name}[$1]) = ({grid.Name}[$1], {grid.Name}[$0]);",
                new Expression("int", dice.Below(grid.Rows).ToString()), new Expression("int", dice.Below(grid.Rows).ToString()));
        }

        string name = scope.Fresh("row");
        scope.Buffers.Add(new Memory(name, grid.Element + "[]", grid.Element, grid.Columns, grid.Columns, true, grid.Name));
        return new Statement($"{grid.Element}[] {name} = {grid.Name}[$0];", first);
    }

    private Grid? Any(Scope scope, string type)
        => scope.Grids.Where(grid => grid.Element == type).ToArray() is { Length: > 0 } grids ? dice.Recent(grids) : null;

    private static string Listed(Grid grid)
    {
        string Row(int row) => string.Join(", ", Enumerable.Range(row * grid.Columns, grid.Columns).Select(hole => "$" + hole));
        IEnumerable<string> rows = Enumerable.Range(0, grid.Rows).Select(Row);
        return grid.IsOfArrays ? $"[{string.Join(", ", rows.Select(row => $"[{row}]"))}]" : $"{{ {string.Join(", ", rows.Select(row => $"{{ {row} }}"))} }}";
    }
}
