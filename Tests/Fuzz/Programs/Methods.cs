using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Whole methods: helpers, recursive ones too, and the marked one.</summary>
internal sealed class Methods(Dice dice, Rooms rooms)
{
    private readonly Signatures _signatures = new(dice, rooms);
    private readonly List<Callee> _known = [];
    private readonly List<FuzzMethod> _methods = [];

    public FuzzProgram Program()
    {
        int helpers = dice.Weighed((4, 0), (5, 1), (3, 2), (1, 3));
        for (int i = 0; i < helpers; i++)
        {
            string name = "Helper" + (i + 1);
            rooms.Statements.Allow(5);
            dice.Weighed<Action<string>>(
                (7, Ordinary), (UnlessGeneric(1), RecursiveValue), (UnlessGeneric(1), RecursiveInPlace), (UnlessGeneric(1), RecursiveHalves))(name);
        }

        rooms.Statements.Allow(dice.Between(3, 12));
        Main();
        return new FuzzProgram(rooms.Structs.IsUsed ? [rooms.Structs.Text()] : [], _methods)
        {
            Instance = rooms.Types.IsGeneric ? rooms.Types.Instance : null,
            IsPlain = rooms.Types.IsGeneric && dice.Chance(40),
        };
    }

    // A generic method that calls itself is refused.
    private int UnlessGeneric(int weight) => rooms.Types.IsGeneric ? 0 : weight;

    private void Main()
    {
        var names = new Names();
        List<Parameter> parameters = _signatures.OfMain(new Scope(names, ""));
        if (!parameters.Any(parameter => parameter.Modifier != "out " && parameter is { IsPassive: false, Element: not "int" }))
        {
            parameters.Add(new Parameter(rooms.Types.Main, "last", Argument: dice.Number(rooms.Types.Main)));
        }

        string result = dice.Chance(35) && !parameters.Any(Signatures.IsWritten) ? rooms.Types.Main : _signatures.Result(parameters);
        result = result == "void" && parameters.All(parameter => !Signatures.IsWritten(parameter) || parameter.Element == "int") ? rooms.Types.Main : result;
        Scope scope = Opened(names, result, parameters, isMain: true);
        Add("F", result, parameters, Body(scope, parameters, dice.Between(2, 6)), _signatures.Mark(parameters, result));
    }

    private void Ordinary(string name)
    {
        var names = new Names();
        List<Parameter> parameters = _signatures.OfHelper(new Scope(names, ""));
        string result = _signatures.Result(parameters);
        bool isMarked = dice.Chance(12) && parameters.All(parameter => parameter.Element is not ("int" or Structs.Type or Complexes.Type)) && parameters.Any(parameter => parameter.Modifier != "out ");
        Scope scope = Opened(names, result, parameters, isMain: false);
        Add(name, result, parameters, Body(scope, parameters, dice.Between(1, 3)), isMarked ? "[Differentiable]" : "", isApart: isMarked);
    }

    /// <summary>A number by way of a smaller depth.</summary>
    private void RecursiveValue(string name)
    {
        string type = rooms.Types.Main;
        List<Parameter> parameters = [new(type, "x"), new("int", "n", Length: 4), .. dice.Chance(50) ? new[] { new Parameter($"Span<{type}>", "y") } : []];
        Scope scope = Opened(new Names(), type, parameters, isMain: false);
        string rest = parameters.Count > 2 ? ", y" : "";
        Statement[] statements =
        [
            new Statement("if (n <= 0)\n@0", [], new Block(new Statement("return $0;", rooms.Numbers.Any(scope, type, 1)))),
            .. rooms.Statements.Several(scope, dice.Between(0, 2)),
            new Statement($"{type} deeper = {name}($0, n - 1{rest});", rooms.Numbers.Tame(scope, type, 1)),
            .. rooms.Statements.Several(scope, dice.Between(0, 1)),
            new Statement($"return {dice.Pick("deeper * $0", "deeper + $0", "$0 - deeper * deeper")};", rooms.Numbers.Tame(scope, type, 2)),
        ];
        Add(name, type, parameters, new Block(statements), "", isApart: true);
    }

    /// <summary>Work in a buffer, then in a part of it, then again in the whole.</summary>
    private void RecursiveInPlace(string name)
    {
        string type = rooms.Types.Main;
        List<Parameter> parameters = [new($"Span<{type}>", "y"), .. dice.Chance(60) ? new[] { new Parameter(type, "x", dice.Pick("", "ref ")) } : []];
        Scope scope = Opened(new Names(), "void", parameters, isMain: false);
        Expression[] handed = parameters.Count == 1 ? [] : [parameters[1].Modifier == "" ? rooms.Numbers.Tame(scope, type, 1) : new Expression(type, "ref x")];
        string part = dice.Pick("y.Slice(1)", "y[1..]", "y.Slice(0, y.Length - 1)");
        Statement[] statements =
        [
            new Statement("if (y.Length <= 2)\n@0", [], new Block([.. rooms.Statements.Several(scope.Inner(), 1), new Statement("return;")])),
            .. rooms.Statements.Several(scope, dice.Between(1, 2)),
            new Statement($"{name}({part}{(handed.Length > 0 ? ", $0" : "")});", handed),
            .. rooms.Statements.Several(scope, dice.Between(0, 2)),
        ];
        Add(name, "void", parameters, new Block(statements), "", isApart: true);
    }

    /// <summary>A number by way of both halves of a buffer.</summary>
    private void RecursiveHalves(string name)
    {
        string type = rooms.Types.Main;
        List<Parameter> parameters = [new($"ReadOnlySpan<{type}>", "a"), new(type, "x")];
        Scope scope = Opened(new Names(), type, parameters, isMain: false);
        Statement[] statements =
        [
            new Statement("if (a.Length == 1)\n@0", [], new Block(new Statement("return $0 * a[0];", rooms.Numbers.Tame(Only(scope), type, 1)))),
            new Statement($"{type} left = {name}(a.Slice(0, a.Length / 2), $0);", rooms.Numbers.Tame(Only(scope), type, 1)),
            new Statement($"{type} right = {name}(a.Slice(a.Length / 2), $0);", new Expression(type, "left")),
            new Statement($"return {dice.Pick("left * right + $0", "left - right * $0")};", rooms.Numbers.Tame(Only(scope), type, 2)),
        ];
        Add(name, type, parameters, new Block(statements), "", isApart: true);
    }

    // Parts get shorter than helpers take for granted.
    private static Scope Only(Scope scope)
    {
        Scope only = scope.Captured(scope.Result);
        only.Buffers.Clear();
        only.Callees.Clear();
        return only;
    }

    private Scope Opened(Names names, string result, IReadOnlyList<Parameter> parameters, bool isMain)
    {
        foreach (Parameter parameter in parameters)
        {
            names.Take(parameter.Name);
        }

        var scope = new Scope(names, result);
        Signatures.Declare(scope, parameters, isMain);
        scope.Callees.AddRange(_known);
        return scope;
    }

    private Block Body(Scope scope, IEnumerable<Parameter> parameters, int length)
    {
        Parameter[] outs = [.. parameters.Where(parameter => parameter.Modifier == "out ")];
        Scope before = scope.Inner();
        before.Variables.RemoveAll(variable => outs.Any(parameter => parameter.Name == variable.Name));
        List<Statement> statements = [.. outs.Select(parameter => new Statement(parameter.Name + " = $0;", rooms.Value(before, parameter.Type, 2)))];
        statements.AddRange(State(scope));
        statements.AddRange(rooms.Statements.Several(scope, length));
        if (scope.Result != "void")
        {
            statements.Add(new Statement("return $0;", Gathered(scope)));
        }

        return new Block([.. statements]);
    }

    /// <summary>Something for loops to change.</summary>
    private IEnumerable<Statement> State(Scope scope)
    {
        string type = rooms.Types.Main;
        if (scope.Of(type, isWritable: true).Count == 0 || dice.Chance(30))
        {
            yield return rooms.Declarations.Number(scope);
        }

        if (scope.BuffersOf(type, isWritable: true).Count == 0 && dice.Chance(60) && rooms.BufferStatements.Filled(scope, type) is { } filled)
        {
            yield return filled;
        }
    }

    /// <summary>A result in which much of what the method has computed takes part.</summary>
    private Expression Gathered(Scope scope)
    {
        Expression result = rooms.Result(scope, scope.Result, 2);
        string type = scope.Result;
        if (!NumberTypes.Holds(type))
        {
            return result;
        }

        foreach (Variable variable in scope.Of(type).Where(_ => dice.Chance(70)).TakeLast(4))
        {
            result = new Expression(type, $"($0 + {variable.Name})", result);
        }

        foreach (Variable pair in type == rooms.Types.Main ? scope.Of(Structs.Type).TakeLast(2) : [])
        {
            result = new Expression(type, $"($0 + {pair.Name}.X * {pair.Name}.Y)", result);
        }

        foreach (Variable number in type == Complexes.Number ? scope.Of(Complexes.Type).TakeLast(2) : [])
        {
            result = new Expression(type, $"($0 + {number.Name}.Real * {number.Name}.Imaginary)", result);
        }

        foreach (Memory buffer in scope.BuffersOf(type).Where(_ => dice.Chance(60)).TakeLast(3))
        {
            result = new Expression(type, "($0 + $1 * $2)", result, rooms.Indices.Element(scope, buffer), rooms.Indices.Element(scope, buffer));
        }

        return result;
    }

    private void Add(string name, string result, IReadOnlyList<Parameter> parameters, Block body, string mark, bool isApart = false)
    {
        _methods.Add(new FuzzMethod(result, name, parameters, body, mark));
        _known.Add(new Callee(rooms.Types.IsGeneric ? $"{name}<{NumberTypes.Parameter}>" : name, result, parameters) { IsApart = isApart });
    }
}
