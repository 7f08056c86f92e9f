using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Statements that choose between others, or leave them.</summary>
internal sealed class Branches(Dice dice, Rooms rooms)
{
    public Statement If(Scope scope)
    {
        Expression condition = rooms.Conditions.Any(scope, 2);
        return dice.Chance(45)
            ? new Statement("if ($0)\n@0", [condition], Block(scope.Inner()))
            : new Statement("if ($0)\n@0\nelse\n@1", [condition], Block(scope.Inner()), Block(scope.Inner()));
    }

    public Statement Switch(Scope scope)
    {
        Scope inside = scope.Inner(isSwitch: true);
        return new Statement("""
            switch ($0)
            {
                case 0:
                @0
                break;
                case 1:
                @1
                break;
                default:
                @2
                break;
            }
            """, [rooms.Integers.Below(scope, 3)], Block(inside.Inner(isSwitch: true)), Block(inside.Inner(isSwitch: true)), Block(inside.Inner(isSwitch: true)));
    }

    /// <summary>An <c>if</c> that leaves the iteration, the loop or the method, sometimes after some work.</summary>
    public Statement? Exit(Scope scope)
    {
        string[] exits = [.. scope.CanBreak ? ["break;"] : (string[])[], .. scope.CanContinue && scope.Loops > 0 ? ["continue;"] : (string[])[],
            .. scope.CanReturn && dice.Chance(60) ? ["return"] : (string[])[]];
        if (exits.Length == 0)
        {
            return null;
        }

        Scope inside = scope.Inner();
        Expression condition = rooms.Conditions.Any(scope, 2);
        List<Statement> before = rooms.Statements.Several(inside, dice.Below(2));
        Statement exit = dice.Pick(exits) is var text and not "return" ? new Statement(text)
            : scope.Result == "void" ? new Statement("return;")
            : new Statement("return $0;", rooms.Result(inside, scope.Result, 2));
        return new Statement("if ($0)\n@0", [condition], new Block([.. before, exit]));
    }

    private Block Block(Scope inside) => new([.. rooms.Statements.Several(inside, dice.Between(1, 3))]);
}
