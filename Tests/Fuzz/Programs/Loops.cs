using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Loops; all of them end.</summary>
internal sealed class Loops(Dice dice, Rooms rooms)
{
    public Statement? Any(Scope scope) => scope.Loops >= 3 ? null : dice.Weighed<Func<Scope, Statement?>>(
        (8, OverBuffer), (4, UpTo), (2, Downwards), (2, Triangular), (2, While), (2, Do), (2, ForEach), (1, ForEachReference), (2, ForEachOfQuery), (1, Checkpointed))(scope);

    /// <summary>A loop over the indices of a buffer.</summary>
    private Statement? OverBuffer(Scope scope)
    {
        Memory[] buffers = [.. scope.Buffers];
        if (buffers.Length == 0)
        {
            return null;
        }

        Memory buffer = dice.Pick(buffers);
        string i = scope.Fresh("i");
        return dice.Weighed<Func<Statement>>(
            (5, () => Counted(scope, Counter(i, 0, buffer), $"for (int {i} = 0; {i} < {buffer.Name}.Length; {i}++)")),
            (4, () => Counted(scope, Counter(i, 1, buffer), $"for (int {i} = 1; {i} < {buffer.Name}.Length; {i}++)")),
            (3, () => Counted(scope, Counter(i, 0, buffer), $"for (int {i} = {buffer.Name}.Length - 1; {i} >= 0; {i}--)")),
            (1, () => Counted(scope, Counter(i, 0, buffer), $"for (int {i} = 0; {i} < {buffer.Name}.Length; {i} += 2)")))();
    }

    private Statement UpTo(Scope scope)
    {
        Variable[] bounds = [.. scope.Of("int").Where(variable => variable.Max is > 0 and < 6)];
        string i = scope.Fresh("i");
        if (bounds.Length > 0 && dice.Chance(60))
        {
            Variable bound = dice.Pick(bounds);
            return bound.IsWritable && dice.Chance(50)
                ? Counted(scope, new Variable(i, "int", false, 0, bound.Max), $"for (int {i} = 0; {i} < {bound.Name}; {i}++)")
                : Counted(scope, new Variable(i, "int", false, 0, bound.Max), $"for (int {i} = 0; {i} <= {bound.Name}; {i}++)");
        }

        int trips = dice.Between(1, 4);
        return Counted(scope, new Variable(i, "int", false, 0, trips - 1), $"for (int {i} = 0; {i} < {trips}; {i}++)");
    }

    private Statement Downwards(Scope scope)
    {
        int from = dice.Between(1, 4);
        string i = scope.Fresh("i");
        return Counted(scope, new Variable(i, "int", false, 1, from), $"for (int {i} = {from}; {i} > 0; {i}--)");
    }

    /// <summary>A loop whose trip count the loop around it decides.</summary>
    private Statement? Triangular(Scope scope)
    {
        Variable[] counters = [.. scope.Of("int").Where(variable => !variable.IsWritable && variable.Max < 9)];
        if (counters.Length == 0)
        {
            return null;
        }

        Variable outer = dice.Pick(counters);
        string j = scope.Fresh("j");
        var counter = new Variable(j, "int", false, 0, outer.Max) { IndexOf = outer.IndexOf };
        return Counted(scope, counter, $"for (int {j} = 0; {j} {dice.Pick("<", "<=")} {outer.Name}; {j}++)");
    }

    /// <summary>A loop that an active number ends, or a counter.</summary>
    private Statement While(Scope scope)
    {
        string n = scope.Fresh("n");
        Expression condition = rooms.Conditions.Any(scope, 1);
        Scope inside = scope.Inner(isLoop: true, isCounted: false);
        int trips = dice.Between(2, 4);
        inside.Variables.Add(new Variable(n, "int", false, 0, trips - 1));
        Block body = Body(inside, new Statement($"{n}++;"));
        return new Statement($"int {n} = 0;\nwhile ({n} < {trips} && $0)\n@0", [condition], body);
    }

    private Statement Do(Scope scope)
    {
        string n = scope.Fresh("n");
        Expression condition = rooms.Conditions.Any(scope, 1);
        Scope inside = scope.Inner(isLoop: true, isCounted: false);
        int trips = dice.Between(1, 4);
        inside.Variables.Add(new Variable(n, "int", false, 1, trips));
        Block body = Body(inside, new Statement($"{n}--;"));
        return new Statement($"int {n} = {trips};\ndo\n@0\nwhile ({n} > 0 && $0);", [condition], body);
    }

    private Statement? ForEach(Scope scope)
    {
        string type = rooms.Types.Number(scope);
        if (scope.BuffersOf(type) is not { Count: > 0 } buffers)
        {
            return null;
        }

        string each = scope.Fresh("each");
        return Counted(scope, new Variable(each, type, false), $"foreach ({type} {each} in {dice.Pick(buffers).Name})");
    }

    private Statement? ForEachReference(Scope scope)
    {
        string type = rooms.Types.Number(scope);
        Memory[] buffers = [.. scope.BuffersOf(type, isWritable: true)];
        if (buffers.Length == 0)
        {
            return null;
        }

        Memory buffer = dice.Pick(buffers);
        string each = scope.Fresh("each");
        return Counted(scope, new Variable(each, type, true, IsCapturable: false) { Root = buffer.Root },
            $"foreach (ref {type} {each} in {buffer.Name}{(buffer.IsArray ? ".AsSpan()" : "")})");
    }

    private Statement? ForEachOfQuery(Scope scope)
    {
        if (rooms.Queries.Loop(scope) is not var (header, variables))
        {
            return null;
        }

        Scope inside = scope.Inner(isLoop: true);
        inside.Variables.AddRange(variables);
        return new Statement(header.Text + "\n@0", header.Operands, Body(inside));
    }

    private Statement? Checkpointed(Scope scope)
    {
        if (scope.Loops > 0)
        {
            return null;
        }

        int trips = dice.Between(2, 6);
        string step = scope.Fresh("step");
        return Counted(scope, new Variable(step, "int", false, 0, trips - 1), $"foreach (int {step} in Ad.Checkpointed(0, {trips}, {dice.Between(1, 3)}))", isCheckpointed: true);
    }

    private static Variable Counter(string name, int min, Memory buffer)
        => new(name, "int", false, min, buffer.Max - 1) { IndexOf = buffer.Name };

    private Statement Counted(Scope scope, Variable counter, string header, bool isCheckpointed = false)
    {
        Scope inside = scope.Inner(isLoop: true);
        inside = isCheckpointed ? inside.WithoutExits() : inside;
        inside.Variables.Add(counter);
        return new Statement(header + "\n@0", [], Body(inside));
    }

    private Block Body(Scope inside, params Statement[] last)
        => new([.. rooms.Statements.Several(inside, dice.Between(1, 3)), .. dice.Chance(60) && rooms.Statements.Effect(inside) is { } effect ? new[] { effect } : [], .. last]);
}
