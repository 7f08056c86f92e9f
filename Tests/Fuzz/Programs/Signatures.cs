using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Parameters and results, and what they are in the body.</summary>
internal sealed class Signatures(Dice dice, Rooms rooms)
{
    private const int LongestBuffer = 6;

    public string Mark(IReadOnlyList<Parameter> parameters, string result)
        => dice.Chance(60) && NumberTypes.Holds(result) && !parameters.Any(parameter => IsWritten(parameter) && parameter.Element != "int")
            ? "[Differentiable(Order = 2)]" : "[Differentiable]";

    /// <summary>The marked method's parameters, with what it is called with.</summary>
    public List<Parameter> OfMain(Scope scope)
    {
        List<Parameter> parameters = [Active(scope)];
        int more = dice.Between(0, 3);
        for (int i = 0; i < more; i++)
        {
            parameters.Add(dice.Weighed<Func<Scope, Parameter>>((6, Active), (2, Integer), (1, Passive), (1, IndexArray))(scope));
        }

        return parameters;
    }

    /// <summary>A helper's parameters.</summary>
    public List<Parameter> OfHelper(Scope scope)
    {
        List<Parameter> parameters = [];
        int count = dice.Between(1, 4);
        for (int i = 0; i < count; i++)
        {
            parameters.Add(dice.Weighed<Func<Parameter>>(
                (6, () => Scalar(scope)),
                (5, () => Buffer(scope, dice.Pick("Span", "Span", "ReadOnlySpan", "[]"))),
                (2, () => new("int", scope.Fresh("n"), Length: dice.Between(2, 4))),
                (rooms.Structs.IsUsed ? 3 : 0, () => new(Structs.Type, scope.Fresh("pair"), dice.Pick("", "", "ref "))),
                (rooms.Complexes.IsUsed ? 4 : 0, () => Complex(scope)))());
        }

        return parameters;
    }

    public string Result(IReadOnlyList<Parameter> parameters)
    {
        string type = rooms.Types.Any();
        bool writes = parameters.Any(IsWritten);
        return dice.Weighed<Func<string>>(
            (8, () => type),
            (writes ? 5 : 0, () => "void"),
            (2, () => $"({type} First, {rooms.Types.Any()} Second)"),
            (rooms.Structs.IsUsed ? 2 : 0, () => Structs.Type),
            (rooms.Complexes.IsUsed ? 3 : 0, () => Complexes.Type))();
    }

    /// <summary>Makes parameters known in the body.</summary>
    public static void Declare(Scope scope, IEnumerable<Parameter> parameters, bool isMain)
    {
        foreach (Parameter parameter in parameters)
        {
            if (parameter.IsBuffer)
            {
                bool isWritable = parameter.Type.StartsWith("Span", StringComparison.Ordinal);
                scope.Buffers.Add(new Memory(parameter.Name, parameter.Type, parameter.Element, isMain ? parameter.Length : Calls.ShortestBuffer,
                    isMain ? parameter.Length : LongestBuffer, isWritable, parameter.Name));
            }
            else if (parameter.Type == "int")
            {
                scope.Variables.Add(new Variable(parameter.Name, "int", false, 0, parameter.Length - 1));
            }
            else
            {
                scope.Variables.Add(new Variable(parameter.Name, parameter.Type, parameter.Modifier != "in ", IsCapturable: parameter.Modifier == ""));
            }
        }
    }

    public static bool IsWritten(Parameter parameter)
        => parameter.Modifier is "ref " or "out " || parameter.Type.StartsWith("Span", StringComparison.Ordinal);

    private Parameter Active(Scope scope) => dice.Weighed<Func<Parameter>>(
        (5, () => WithArgument(Scalar(scope))),
        (6, () => Filled(Buffer(scope, dice.Pick("Span", "ReadOnlySpan", "ReadOnlySpan", "[]")))),
        (rooms.Structs.IsUsed ? 3 : 0, () => WithArgument(new(Structs.Type, scope.Fresh("pair"), dice.Pick("", "", "ref ")))),
        (rooms.Structs.IsUsed ? 2 : 0, () => Filled(new(dice.Pick("Span<Pair>", "ReadOnlySpan<Pair>"), scope.Fresh("pairs")))),
        (rooms.Complexes.IsUsed ? 5 : 0, () => WithArguments(Complex(scope))))();

    private Parameter Complex(Scope scope) => dice.Chance(60)
        ? new(Complexes.Type, scope.Fresh("c"), dice.Pick("", "", "ref "))
        : new(dice.Pick("Span<Complex>", "ReadOnlySpan<Complex>"), scope.Fresh("cs"));

    private Parameter Scalar(Scope scope)
        => new(rooms.Types.Any(), scope.Fresh("x"), dice.Weighed((8, ""), (1, "in "), (2, "ref "), (2, "out ")));

    private Parameter Buffer(Scope scope, string storage)
    {
        string type = rooms.Types.Any();
        return new(storage == "[]" ? type + "[]" : $"{storage}<{type}>", scope.Fresh(storage == "Span" ? "y" : "a"));
    }

    private Parameter Integer(Scope scope)
    {
        int value = dice.Between(0, 4);
        return new("int", scope.Fresh("n"), Argument: value.ToString(), Length: value + 1);
    }

    private Parameter Passive(Scope scope)
    {
        string type = rooms.Types.Any();
        return new(type, scope.Fresh("c"), IsPassive: true, Argument: dice.Number(type));
    }

    private Parameter IndexArray(Scope scope)
    {
        string argument = dice.Pick("2, 0, 1", "1, 2, 0, 3", "0, 2, 2", "3, 1, 1, 0");
        return new(dice.Pick("int[]", "ReadOnlySpan<int>", "Span<int>"), scope.Fresh("at"), Argument: $"new int[] {{ {argument} }}", Length: argument.Split(',').Length);
    }

    private Parameter WithArguments(Parameter parameter) => parameter.IsBuffer ? Filled(parameter) : WithArgument(parameter);

    private Parameter WithArgument(Parameter parameter) => parameter with { Argument = Value(parameter.Element) };

    private Parameter Filled(Parameter parameter)
    {
        int length = dice.Between(2, parameter.Element is Structs.Type or Complexes.Type ? 2 : 4);
        string elements = string.Join(", ", Enumerable.Range(0, length).Select(_ => Value(parameter.Element)));
        return parameter with
        {
            Length = length,
            Argument = parameter.Element is Structs.Type or Complexes.Type ? $"[{elements}]" : $"new {parameter.Element}[] {{ {elements} }}",
        };
    }

    private string Value(string type) => type is Structs.Type or Complexes.Type
        ? $"new({dice.Number(rooms.Types.Main)}, {dice.Number(rooms.Types.Main)})"
        : dice.Number(type);
}
