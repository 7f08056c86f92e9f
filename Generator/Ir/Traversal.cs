namespace StaticAd.Generator.Ir;

/// <summary>Walks over everything a block contains.</summary>
internal static class Traversal
{
    /// <summary>All operations of a block and of the regions inside, in program order, an owner before its regions.</summary>
    public static IEnumerable<Operation> AllOperations(this Block block)
    {
        // One iterator, however deep the program is: each level of nested ones would hand on all operations of those inside.
        var open = new Stack<(Block Block, int Next)>();
        open.Push((block, 0));
        while (open.Count > 0)
        {
            (Block current, int next) = open.Pop();
            if (next < current.Operations.Count)
            {
                open.Push((current, next + 1));
                yield return current.Operations[next];
                foreach (Block region in current.Operations[next].Regions.Reverse())
                {
                    open.Push((region, 0));
                }
            }
        }
    }

    /// <summary>All operations inside the regions of one operation.</summary>
    public static IEnumerable<Operation> InnerOperations(this Operation operation) =>
        operation.Regions.SelectMany(AllOperations);

    /// <summary>Values that an operation or anything inside it reads and that are defined outside of it.</summary>
    public static HashSet<Value> FreeValues(this Operation operation)
    {
        var free = new HashSet<Value>();
        var defined = new HashSet<Value>();
        AddFree(operation, free, defined);
        return free;
    }

    /// <summary>Values that a block reads and that are defined outside of it.</summary>
    public static HashSet<Value> FreeValues(this Block block)
    {
        var free = new HashSet<Value>();
        AddFree(block, free, []);
        return free;
    }

    /// <summary>Values that a list of operations reads and that are not defined in it.</summary>
    public static HashSet<Value> FreeValues(this IEnumerable<Operation> operations)
    {
        var free = new HashSet<Value>();
        var defined = new HashSet<Value>();
        foreach (Operation operation in operations)
        {
            AddFree(operation, free, defined);
        }

        return free;
    }

    /// <summary>All values defined directly in a block: its parameters and its operations' results.</summary>
    public static IEnumerable<Value> Definitions(this Block block) =>
        block.Parameters.Concat(block.Operations.SelectMany(operation => operation.Results));

    private static void AddFree(Operation operation, HashSet<Value> free, HashSet<Value> defined)
    {
        AddUses(operation.Operands, free, defined);
        if (operation is For loop)
        {
            defined.Add(loop.Induction);
        }

        foreach (Block region in operation.Regions)
        {
            AddFree(region, free, defined);
        }

        defined.UnionWith(operation.Results);
    }

    private static void AddFree(Block block, HashSet<Value> free, HashSet<Value> defined)
    {
        defined.UnionWith(block.Parameters);
        foreach (Operation operation in block.Operations)
        {
            AddFree(operation, free, defined);
        }

        AddUses(block.Yields, free, defined);
    }

    private static void AddUses(IEnumerable<Value> uses, HashSet<Value> free, HashSet<Value> defined)
    {
        foreach (Value value in uses)
        {
            if (!defined.Contains(value))
            {
                free.Add(value);
            }
        }
    }
}
