using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Calls of helpers and local functions.</summary>
internal sealed class Calls(Dice dice, Rooms rooms)
{
    /// <summary>What helpers take for granted of the buffers that they get.</summary>
    public const int ShortestBuffer = 2;

    /// <summary>A call that gives a number, or some other expression if nothing can be called.</summary>
    public Expression Number(Scope scope, string type, int depth)
    {
        Callee[] fitting = [.. scope.Callees.Where(callee => callee.Result == type)];
        return fitting.Length > 0 && Call(scope, dice.Pick(fitting), depth - 1) is { } call
            ? call
            : rooms.Numbers.Any(scope, type, depth - 1);
    }

    /// <summary>A call as a statement.</summary>
    public Statement? Statement(Scope scope)
    {
        if (scope.Callees.Count == 0 || Call(scope, dice.Pick(scope.Callees), 2) is not { } call)
        {
            return null;
        }

        if (call.Type.StartsWith('('))
        {
            string[] parts = [.. call.Type.Trim('(', ')').Split(',').Select(part => part.Trim().Split(' ')[0])];
            string[] names = [scope.Fresh("u"), scope.Fresh("v")];
            scope.Variables.AddRange(names.Zip(parts, (name, part) => new Variable(name, part, true)));
            return new Statement($"({parts[0]} {names[0]}, {parts[1]} {names[1]}) = $0;", call);
        }

        return NumberTypes.Holds(call.Type) && scope.Of(call.Type, isWritable: true) is { Count: > 0 } variables
            ? new Statement($"{dice.Pick(variables).Name} {dice.Pick("=", "+=")} $0;", call)
            : new Statement("$0;", call);
    }

    /// <summary>A call, if there is an argument for each parameter.</summary>
    public Expression? Call(Scope scope, Callee callee, int depth)
    {
        List<Expression> arguments = [];
        List<string> written = [];
        List<string> read = [];
        foreach (Parameter parameter in callee.Parameters)
        {
            if (Argument(scope, parameter, depth) is not var (argument, root))
            {
                return null;
            }

            arguments.Add(argument);
            bool isWritten = parameter.Modifier is "ref " or "out " || parameter.Type.StartsWith("Span", StringComparison.Ordinal);
            (isWritten ? written : read).Add(root);
        }

        // One variable by two references is refused, elements of one buffer are not.
        if (written.Concat(read).CountBy(root => root).Any(root => root.Value > 1 && scope.Variables.Any(variable => variable.Name == root.Key)))
        {
            return null;
        }

        bool overlaps = written.Any(root => read.Contains(root) || written.Count(other => other == root) > 1);
        return callee.IsApart && overlaps ? null : new Expression(
            callee.Result, $"{callee.Name}({string.Join(", ", arguments.Select((_, index) => "$" + index))})", [.. arguments]);
    }

    private (Expression Argument, string Root)? Argument(Scope scope, Parameter parameter, int depth)
    {
        if (parameter.IsBuffer)
        {
            return Buffer(scope, parameter);
        }

        if (parameter.Modifier is "ref " or "out ")
        {
            return Place(scope, parameter.Element) is var (place, root)
                ? (new Expression(parameter.Element, parameter.Modifier + "$0", place), root) : null;
        }

        Expression value = parameter.Type == "int" ? rooms.Integers.Below(scope, parameter.Length) : rooms.Value(scope, parameter.Type, depth);
        return (value, parameter.Modifier == "in " ? value.Text : "");
    }

    /// <summary>A variable or element that can be handed on by reference, and the memory where it is.</summary>
    private (Expression Place, string Root)? Place(Scope scope, string type)
    {
        IReadOnlyList<Memory> buffers = scope.BuffersOf(type, isWritable: true);
        if (buffers.Count > 0 && dice.Chance(40))
        {
            Memory buffer = dice.Pick(buffers);
            return (rooms.Indices.Element(scope, buffer), buffer.Root);
        }

        return scope.Of(type, isWritable: true) is { Count: > 0 } variables && dice.Pick(variables) is var variable
            ? (new Expression(type, variable.Name), variable.Root) : null;
    }

    private (Expression Argument, string Root)? Buffer(Scope scope, Parameter parameter)
    {
        bool isWritten = parameter.Type.StartsWith("Span", StringComparison.Ordinal);
        Memory[] fitting = [.. scope.BuffersOf(parameter.Element, isWritten)
            .Where(buffer => buffer.Min >= ShortestBuffer && (buffer.IsArray || !parameter.Type.EndsWith(']')))];
        if (fitting.Length == 0)
        {
            return null;
        }

        Memory chosen = dice.Pick(fitting);
        bool isPart = chosen.Min > ShortestBuffer && !parameter.Type.EndsWith(']') && dice.Chance(40);
        return (new Expression(parameter.Type, isPart ? Part(chosen, ShortestBuffer).Text : chosen.Name), chosen.Root);
    }

    /// <summary>A part of a buffer, and how long it is at least and at most.</summary>
    public (string Text, int Min, int Max) Part(Memory buffer, int shortest)
    {
        int from = dice.Between(0, buffer.Min - shortest);
        int length = dice.Between(shortest, buffer.Min - from);
        string slice = buffer.IsArray ? "AsSpan" : "Slice";
        return dice.Chance(40) || (buffer.IsArray && dice.Chance(50))
            ? ($"{buffer.Name}.{slice}({from})", buffer.Min - from, buffer.Max - from)
            : buffer.IsArray || dice.Chance(60) ? ($"{buffer.Name}.{slice}({from}, {length})", length, length)
            : ($"{buffer.Name}[{from}..{from + length}]", length, length);
    }
}
