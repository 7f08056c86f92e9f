using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>Recognises a value that a region only adds to: what comes out is what went in plus terms that do not depend on it.</summary>
internal static class Accumulation
{
    /// <summary>Whether <paramref name="yield"/> is <paramref name="entry"/> plus independent terms, and nothing else reads the entry.</summary>
    public static bool Yields(Block block, Value entry, Value yield)
    {
        var running = new HashSet<Value> { entry };
        foreach (Operation operation in block.Operations)
        {
            if (!Follow(operation, running))
            {
                return false;
            }
        }

        return running.Contains(yield) && block.Yields.Count(running.Contains) == 1;
    }

    /// <summary>Adds to the running sums what the operation makes of them; false if it does anything else with one.</summary>
    private static bool Follow(Operation operation, HashSet<Value> running)
    {
        bool reads = operation.FreeValues().Any(running.Contains);
        if (!reads)
        {
            return true;
        }

        switch (operation)
        {
            case Compute { Opcode: Opcode.Add } sum when running.Contains(sum.Arguments[0]) != running.Contains(sum.Arguments[1]):
                running.Add(sum.Result);
                return true;
            case Compute { Opcode: Opcode.Subtract } difference when running.Contains(difference.Arguments[0]) && !running.Contains(difference.Arguments[1]):
                running.Add(difference.Result);
                return true;
            case If branch:
                return FollowIf(branch, running);
            case For loop:
                return FollowFor(loop, running);
            default:
                return false;
        }
    }

    private static bool FollowIf(If branch, HashSet<Value> running)
    {
        if (running.Contains(branch.Condition))
        {
            return false;
        }

        var then = new HashSet<Value>(running);
        var otherwise = new HashSet<Value>(running);
        if (!branch.Then.Operations.All(operation => Follow(operation, then)) || !branch.Else.Operations.All(operation => Follow(operation, otherwise)))
        {
            return false;
        }

        for (int i = 0; i < branch.Outputs.Count; i++)
        {
            bool runs = then.Contains(branch.Then.Yields[i]);
            if (runs != otherwise.Contains(branch.Else.Yields[i]))
            {
                return false;
            }

            if (runs)
            {
                running.Add(branch.Outputs[i]);
            }
        }

        return branch.Then.Yields.Count(then.Contains) <= 1 && branch.Else.Yields.Count(otherwise.Contains) <= 1;
    }

    private static bool FollowFor(For loop, HashSet<Value> running)
    {
        if (running.Contains(loop.Start) || running.Contains(loop.End) || loop.Initial.Count(running.Contains) != 1)
        {
            return false;
        }

        int place = Enumerable.Range(0, loop.Initial.Count).First(i => running.Contains(loop.Initial[i]));
        if (loop.Body.FreeValues().Any(running.Contains) || !Yields(loop.Body, loop.Body.Parameters[place], loop.Body.Yields[place]))
        {
            return false;
        }

        running.Add(loop.Outputs[place]);
        return true;
    }
}
