using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Statements about whole buffers: new ones, parts, copies, exchanges.</summary>
internal sealed class BufferStatements(Dice dice, Rooms rooms)
{
    public Statement? New(Scope scope)
    {
        string type = rooms.Types.Any();
        int length = dice.Between(2, 4);
        return dice.Weighed<Func<Statement?>>(
            (3, () => scope.Loops > 0 ? null : Stack(scope, type, length)),
            (3, () => Array(scope, type, length, "w", $"new {type}[{length}]")),
            (2, () => Listed(scope, type)),
            (2, () => Copied(scope, type)),
            (2, () => rooms.Queries.Listed(scope)),
            (rooms.Structs.IsUsed ? 3 : 0, () => Array(scope, Structs.Type, length, "ps", $"new Pair[{length}]")),
            (2, () => IndexArray(scope)))();
    }

    /// <summary>A local whose elements are not zero.</summary>
    public Statement? Filled(Scope scope, string type) => dice.Chance(50) ? Listed(scope, type) : Copied(scope, type) ?? Listed(scope, type);

    public Statement? Part(Scope scope)
    {
        string type = rooms.Types.Number(scope);
        Memory[] parted = [.. scope.BuffersOf(type).Where(buffer => buffer.Min > 1)];
        if (parted.Length == 0)
        {
            return null;
        }

        Memory whole = dice.Pick(parted);
        var (text, min, max) = rooms.Calls.Part(whole, 1);
        string span = whole.IsWritable ? $"Span<{type}>" : $"ReadOnlySpan<{type}>";
        string name = scope.Fresh("s");
        scope.Buffers.Add(new Memory(name, span, type, min, max, whole.IsWritable, whole.Root));
        return new Statement($"{span} {name} = {text};");
    }

    /// <summary>Statements that write many elements at once.</summary>
    public Statement? Bulk(Scope scope)
    {
        string type = rooms.Types.Number(scope);
        if (scope.BuffersOf(type, isWritable: true) is not { Count: > 0 } buffers)
        {
            return null;
        }

        Memory buffer = dice.Pick(buffers);
        string span = buffer.IsArray ? buffer.Name + ".AsSpan()" : buffer.Name;
        return dice.Weighed<Func<Statement?>>(
            (3, () => new Statement($"{span}.Fill($0);", rooms.Numbers.Any(scope, type, 2))),
            (1, () => new Statement($"{span}.Clear();")),
            (2, () => new Statement($"{span}.Reverse();")),
            (buffer.Min > 1 ? 3 : 0, () => Shift(buffer)),
            (4, () => Copy(scope, buffer)))();
    }

    /// <summary>Two locals exchange their buffers.</summary>
    public Statement? Exchange(Scope scope)
    {
        Memory[] movable = [.. scope.Buffers.Where(buffer => buffer.IsRebindable)];
        var pairs = movable.SelectMany(first => movable.Select(second => (first, second)))
            .Where(pair => pair.first != pair.second && pair.first.Element == pair.second.Element
                && pair.first.Min == pair.second.Min && pair.first.Max == pair.second.Max && pair.first.IsStack == pair.second.IsStack)
            .ToArray();
        if (pairs.Length == 0)
        {
            return null;
        }

        var (a, b) = dice.Pick(pairs);
        string name = scope.Fresh("other");
        return !a.IsStack && dice.Chance(60) ? new Statement($"({a.Name}, {b.Name}) = ({b.Name}, {a.Name});")
            : new Statement($"{a.Type} {name} = {a.Name};\n{a.Name} = {b.Name};\n{b.Name} = {name};");
    }

    private Statement Stack(Scope scope, string type, int length)
    {
        string name = scope.Fresh("w");
        scope.Buffers.Add(new Memory(name, $"Span<{type}>", type, length, length, true, Movable(type, length)) { IsRebindable = true, IsStack = true });
        return new Statement($"Span<{type}> {name} = stackalloc {type}[{length}];");
    }

    private static Statement Array(Scope scope, string type, int length, string stem, string text)
    {
        string name = scope.Fresh(stem);
        scope.Buffers.Add(new Memory(name, type + "[]", type, length, length, true, Movable(type, length)) { IsRebindable = true });
        return new Statement($"{type}[] {name} = {text};");
    }

    private Statement Listed(Scope scope, string type)
    {
        Expression[] elements = [rooms.Numbers.Any(scope, type, 2), rooms.Numbers.Leaf(scope, type), rooms.Numbers.Any(scope, type, 1)];
        Statement declaration = Array(scope, type, 3, "w", "[$0, $1, $2]");
        return declaration with { Operands = elements };
    }

    private Statement? Copied(Scope scope, string type)
    {
        Memory[] exact = [.. scope.BuffersOf(type).Where(buffer => buffer.Min == buffer.Max)];
        return exact.Length == 0 ? null : dice.Pick(exact) is var source
            ? Array(scope, type, source.Min, "w", source.IsArray ? $"{source.Name}.AsSpan().ToArray()" : source.Name + ".ToArray()") : null;
    }

    private Statement IndexArray(Scope scope)
        => Array(scope, "int", 3, "q", dice.Pick("[2, 0, 1]", "[0, 1, 2]", "[1, 3, 0]"));

    // Buffers of one kind may come to be exchanged, so that each may be any of them.
    private static string Movable(string type, int length) => $"{type}[{length}]";

    private Statement Shift(Memory buffer)
    {
        string slice = buffer.IsArray ? "AsSpan" : "Slice";
        return new Statement(dice.Chance(50)
            ? $"{buffer.Name}.{slice}(1).CopyTo({buffer.Name}.{slice}(0));"
            : $"{buffer.Name}.{slice}(0, {buffer.Name}.Length - 1).CopyTo({buffer.Name}.{slice}(1));");
    }

    private Statement? Copy(Scope scope, Memory target)
    {
        Memory[] sources = [.. scope.BuffersOf(target.Element).Where(source => source != target && source.Max <= target.Min)];
        return sources.Length == 0 ? null : dice.Pick(sources) is var source
            ? new Statement($"{source.Name}.{(source.IsArray ? "AsSpan()." : "")}CopyTo({target.Name});") : null;
    }
}
