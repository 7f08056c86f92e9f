namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>A variable of a number, truth value or structure.</summary>
/// <param name="Min">Of an integer, what it is at least.</param>
/// <param name="Max">Of an integer, what it is at most.</param>
/// <param name="IsCapturable">Whether local functions may use it.</param>
internal sealed record Variable(string Name, string Type, bool IsWritable, int Min = 0, int Max = 0, bool IsCapturable = true)
{
    /// <summary>The buffer of which it is an index, whatever the buffer's length is.</summary>
    public string? IndexOf { get; init; }

    /// <summary>The memory that it refers to, if it is a reference.</summary>
    public string Root { get; init; } = Name;
}

/// <summary>A variable of an array or span.</summary>
/// <param name="Min">Its length at least.</param>
/// <param name="Max">Its length at most.</param>
/// <param name="Root">The memory that it is a part of.</param>
internal sealed record Memory(string Name, string Type, string Element, int Min, int Max, bool IsWritable, string Root)
{
    /// <summary>Whether it is a local that may come to stand for another buffer of the same kind.</summary>
    public bool IsRebindable { get; init; }

    public bool IsArray => Type.EndsWith(']');

    public bool IsStack { get; init; }
}

/// <summary>A method that can be called.</summary>
internal sealed record Callee(string Name, string Result, IReadOnlyList<Syntax.Parameter> Parameters)
{
    /// <summary>Whether it stays a call in derivatives, so that what it writes must not overlap.</summary>
    public bool IsApart { get; init; }

    /// <summary>The names of a local function's parameters are its own; it writes what it captures.</summary>
    public bool IsLocal { get; init; }
}

/// <summary>What can be used at a place of a method.</summary>
internal sealed class Scope
{
    private readonly Names _names;

    public Scope(Names names, string result)
    {
        _names = names;
        Result = result;
    }

    public List<Variable> Variables { get; private init; } = [];

    public List<Memory> Buffers { get; private init; } = [];

    public List<Callee> Callees { get; private init; } = [];

    public List<Grid> Grids { get; private init; } = [];

    /// <summary>The type that the method returns.</summary>
    public string Result { get; }

    /// <summary>How many loops are around.</summary>
    public int Loops { get; init; }

    /// <summary>How many statements are around.</summary>
    public int Depth { get; init; }

    /// <summary>Whether a <c>break</c> leaves a loop.</summary>
    public bool CanBreak { get; init; }

    /// <summary>Whether <c>continue</c> skips nothing that ends the loop.</summary>
    public bool CanContinue { get; init; }

    public bool CanReturn { get; init; } = true;

    /// <summary>The same, with room for what a block declares.</summary>
    public Scope Inner(bool isLoop = false, bool isCounted = true, bool isSwitch = false) => new(_names, Result)
    {
        Variables = [.. Variables],
        Buffers = [.. Buffers],
        Callees = [.. Callees],
        Grids = [.. Grids],
        Loops = Loops + (isLoop ? 1 : 0),
        Depth = Depth + 1,
        CanBreak = (isLoop || CanBreak) && !isSwitch,
        CanContinue = isLoop ? isCounted : CanContinue,
        CanReturn = CanReturn,
    };

    /// <summary>The same where nothing may leave the loop.</summary>
    public Scope WithoutExits() => new(_names, Result)
    {
        Variables = [.. Variables],
        Buffers = [.. Buffers],
        Callees = [.. Callees],
        Grids = [.. Grids],
        Loops = Loops,
        Depth = Depth,
        CanReturn = false,
    };

    /// <summary>What a local function sees of it: no references, no spans.</summary>
    public Scope Captured(string result) => new(_names, result)
    {
        Variables = [.. Variables.Where(variable => variable.IsCapturable)],
        Buffers = [.. Buffers.Where(buffer => buffer.IsArray)],
        Callees = [.. Callees.Where(callee => !callee.IsLocal)],
        Grids = [.. Grids],
        Loops = Loops,
        Depth = Depth + 1,
        CanReturn = false,
    };

    /// <summary>The same for what may only read.</summary>
    public Scope Unwritable() => new(_names, Result)
    {
        Variables = [.. Variables.Select(variable => variable with { IsWritable = false })],
        Buffers = [.. Buffers.Select(buffer => buffer with { IsWritable = false })],
        Grids = [.. Grids],
        Loops = Loops,
        Depth = Depth,
        CanReturn = false,
    };

    public string Fresh(string stem) => _names.Fresh(stem);

    public IReadOnlyList<Variable> Of(string type, bool isWritable = false)
        => [.. Variables.Where(variable => variable.Type == type && (variable.IsWritable || !isWritable))];

    public IReadOnlyList<Memory> BuffersOf(string element, bool isWritable = false)
        => [.. Buffers.Where(buffer => buffer.Element == element && (buffer.IsWritable || !isWritable))];
}

/// <summary>Names of variables, each once in a method.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, int> _taken = [];

    /// <summary>Notes a name that is there already.</summary>
    public void Take(string name)
    {
        string stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        _taken[stem] = Math.Max(_taken.GetValueOrDefault(stem), stem == name ? 1 : int.Parse(name[stem.Length..]));
    }

    public string Fresh(string stem)
    {
        int number = _taken[stem] = _taken.GetValueOrDefault(stem) + 1;
        return number == 1 ? stem : stem + number;
    }
}
