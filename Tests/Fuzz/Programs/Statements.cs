using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Which statement stands where.</summary>
internal sealed class Statements(Dice dice, Rooms rooms)
{
    private const int Deepest = 5;
    private int _budget = 30;

    /// <summary>Lets the next method be as long as another one was.</summary>
    public void Allow(int statements) => _budget = statements;

    public List<Statement> Several(Scope scope, int count)
    {
        List<Statement> statements = [];
        for (int i = 0; i < count; i++)
        {
            statements.Add(One(scope));
        }

        // What is declared last is used by nothing.
        if (statements is [.., { Blocks: [], Text: var last }] && !last.StartsWith("$0", StringComparison.Ordinal) && Effect(scope) is { } effect)
        {
            statements.Add(effect);
        }

        return statements;
    }

    /// <summary>A statement that changes a number.</summary>
    public Statement? Effect(Scope scope) => dice.Weighed<Func<Scope, Statement?>>(
        (2, rooms.Assignments.Variable), (3, rooms.Assignments.Element), (2, rooms.Assignments.Recurrence))(scope);

    private Statement One(Scope scope)
    {
        _budget--;
        bool canNest = _budget > 0 && scope.Depth < Deepest;
        for (int attempt = 0; attempt < 20; attempt++)
        {
            if (Attempt(scope, canNest) is { } statement)
            {
                return statement;
            }
        }

        return rooms.Declarations.Number(scope);
    }

    private Statement? Attempt(Scope scope, bool canNest) => dice.Weighed<Func<Scope, Statement?>>(
        (8, rooms.Assignments.Variable),
        (10, rooms.Assignments.Element),
        (6, rooms.Assignments.Recurrence),
        (3, rooms.Assignments.Swap),
        (2, rooms.Assignments.Integer),
        (1, rooms.Assignments.Truth),
        (scope.Depth == 0 ? 4 : 2, rooms.Declarations.Number),
        (1, rooms.Declarations.Integer),
        (1, rooms.Declarations.Truth),
        (rooms.Structs.IsUsed ? 4 : 0, rooms.Declarations.Structure),
        (rooms.Structs.IsUsed ? 6 : 0, rooms.Structs.Change),
        (rooms.Complexes.IsUsed ? 5 : 0, rooms.Complexes.New),
        (rooms.Complexes.IsUsed ? 9 : 0, rooms.Complexes.Change),
        (1, rooms.Declarations.Reference),
        (canNest ? 1 : 0, rooms.Declarations.Function),
        (3, rooms.BufferStatements.New),
        (1, rooms.Grids.New),
        (2, rooms.Grids.Change),
        (1, rooms.Grids.Row),
        (1, rooms.Missing.New),
        (1, rooms.Missing.Change),
        (2, rooms.BufferStatements.Part),
        (3, rooms.BufferStatements.Bulk),
        (2, rooms.BufferStatements.Exchange),
        (6, rooms.Calls.Statement),
        (canNest ? 6 : 0, rooms.Branches.If),
        (canNest ? 2 : 0, rooms.Branches.Switch),
        (scope.Depth > 0 || canNest ? 3 : 0, rooms.Branches.Exit),
        (!canNest ? 0 : scope.Depth == 0 ? 25 : 11, rooms.Loops.Any))(scope);
}
