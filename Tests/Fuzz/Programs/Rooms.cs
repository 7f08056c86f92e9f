using CsCheck;
using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Everything that writes parts of one program.</summary>
internal sealed class Rooms
{
    public Rooms(PCG random)
    {
        Dice = new Dice(random);
        Types = new NumberTypes(Dice);
        Numbers = new Numbers(Dice, this);
        Integers = new Integers(Dice, this);
        Indices = new Indices(Dice, this);
        Conditions = new Conditions(Dice, this);
        Structs = new Structs(Dice, this);
        Complexes = new Complexes(Dice, this);
        Calls = new Calls(Dice, this);
        Assignments = new Assignments(Dice, this);
        Declarations = new Declarations(Dice, this);
        Grids = new Grids(Dice, this);
        Missing = new Missing(Dice, this);
        Queries = new Queries(Dice, this);
        BufferStatements = new BufferStatements(Dice, this);
        Branches = new Branches(Dice, this);
        Loops = new Loops(Dice, this);
        Statements = new Statements(Dice, this);
    }

    public Dice Dice { get; }

    public NumberTypes Types { get; }

    public Numbers Numbers { get; }

    public Integers Integers { get; }

    public Indices Indices { get; }

    public Conditions Conditions { get; }

    public Structs Structs { get; }

    public Complexes Complexes { get; }

    public Calls Calls { get; }

    public Assignments Assignments { get; }

    public Declarations Declarations { get; }

    public BufferStatements BufferStatements { get; }

    public Grids Grids { get; }

    public Missing Missing { get; }

    public Queries Queries { get; }

    public Branches Branches { get; }

    public Loops Loops { get; }

    public Statements Statements { get; }

    /// <summary>An expression of any type that variables and parameters have.</summary>
    public Expression Value(Scope scope, string type, int depth) => type switch
    {
        "int" => Integers.Any(scope, depth),
        "bool" => Conditions.Any(scope, depth),
        Structs.Type => Structs.Value(scope, depth),
        Complexes.Type => Complexes.Value(scope, depth),
        _ => Numbers.Any(scope, type, depth),
    };

    /// <summary>What a method returns.</summary>
    public Expression Result(Scope scope, string type, int depth) => type is ['(', .. var parts, ')']
        ? new Expression(type, "($0, $1)", [.. parts.Split(',').Select(part => Numbers.Any(scope, part.Trim().Split(' ')[0], depth))])
        : Value(scope, type, depth);
}
