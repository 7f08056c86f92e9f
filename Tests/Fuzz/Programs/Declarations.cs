using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Statements that bring new names: variables, references, local functions.</summary>
internal sealed class Declarations(Dice dice, Rooms rooms)
{
    public Statement Number(Scope scope)
    {
        string type = rooms.Types.Any();
        Expression value = rooms.Numbers.Any(scope, type, 3);
        string name = scope.Fresh("t");
        scope.Variables.Add(new Variable(name, type, true));
        return new Statement($"{type} {name} = $0;", value);
    }

    public Statement Integer(Scope scope)
    {
        int bound = dice.Between(2, 5);
        Expression value = rooms.Integers.Below(scope, bound);
        string name = scope.Fresh("k");
        scope.Variables.Add(new Variable(name, "int", true, 0, bound - 1));
        return new Statement($"int {name} = $0;", value);
    }

    public Statement Truth(Scope scope)
    {
        Expression value = rooms.Conditions.Any(scope, 1);
        string name = scope.Fresh("b");
        scope.Variables.Add(new Variable(name, "bool", true));
        return new Statement($"bool {name} = $0;", value);
    }

    public Statement? Structure(Scope scope)
    {
        if (!rooms.Structs.IsUsed)
        {
            return null;
        }

        Expression value = rooms.Structs.Value(scope, 2);
        string name = scope.Fresh("p");
        scope.Variables.Add(new Variable(name, Structs.Type, true));
        return new Statement($"Pair {name} = $0;", value);
    }

    public Statement? Reference(Scope scope)
    {
        string type = rooms.Types.Number(scope);
        if (scope.BuffersOf(type, isWritable: true) is not { Count: > 0 } buffers)
        {
            return null;
        }

        Memory buffer = dice.Pick(buffers);
        Expression element = rooms.Indices.Element(scope, buffer);
        string name = scope.Fresh("r");
        scope.Variables.Add(new Variable(name, type, true, IsCapturable: false) { Root = buffer.Root });
        return new Statement($"ref {type} {name} = ref $0;", element);
    }

    /// <summary>A local function or lambda of one number, which may change what is around it.</summary>
    public Statement? Function(Scope scope)
    {
        if (scope.Loops > 0)
        {
            return null;
        }

        string type = rooms.Types.Any();
        string name = scope.Fresh("Local");
        string parameter = scope.Fresh("z");
        Scope inside = scope.Captured(type);
        inside.Variables.Add(new Variable(parameter, type, true));
        var callee = new Callee(name, type, [new Parameter(type, "z")]) { IsLocal = true };
        Statement function = dice.Chance(35)
            ? new Statement($"Func<{type}, {type}> {name} = {parameter} => $0;", rooms.Numbers.Any(inside, type, 3))
            : new Statement($"{type} {name}({type} {parameter})\n@0", [], Body(inside, type));
        scope.Callees.Add(callee);
        return function;
    }

    private Block Body(Scope inside, string type)
    {
        List<Statement> statements = rooms.Statements.Several(inside, dice.Between(0, 2));
        return new Block([.. statements, new Statement("return $0;", rooms.Numbers.Tame(inside, type, 2))]);
    }
}
