using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>Gives a reverse block the primal values that it needs.</summary>
internal static class Restoration
{
    /// <summary>Puts in front of the block what restores the saved values and computes the others again.</summary>
    /// <param name="replacements">What already stands for primal values, such as the reversed induction variable.</param>
    /// <param name="restore">Makes a saved value available, through operations of the given builder if need be.</param>
    public static Block Apply(
        Block block,
        TapePlan plan,
        Dictionary<int, Value> replacements,
        ValueSource values,
        Func<Value, BlockBuilder, Value> restore)
    {
        var prelude = new BlockBuilder(values);
        var cloner = new Cloner(values, replacements);
        var again = new HashSet<int>();
        foreach ((Value value, bool save) in plan.Steps)
        {
            if (replacements.ContainsKey(value.Id))
            {
                continue;
            }

            if (save)
            {
                Value found = restore(value, prelude);
                replacements[value.Id] = found;
                cloner.Replace(value, found);
                continue;
            }

            Operation definition = plan.DefinitionOf(value);
            prelude.Append(cloner.Clone(definition));
            foreach (Value result in definition.Results)
            {
                replacements[result.Id] = cloner.Map(result);
            }

            if (definition is Allocate)
            {
                again.Add(cloner.Map(value).Id);
            }
        }

        var substitution = new Substitution(replacements);
        Block renewed = substitution.Rewrite(block);
        Block restored = renewed with { Operations = [.. prelude.Operations.Select(substitution.Apply), .. renewed.Operations] };
        RequireUnread(restored, again);
        return restored;
    }

    // Memory that the reverse allocates again stands for the primal's in its length alone: what it held is lost.
    private static void RequireUnread(Block restored, HashSet<int> again)
    {
        if (again.Count == 0)
        {
            return;
        }

        foreach (Operation operation in restored.AllOperations())
        {
            if (operation is View view && again.Contains(view.Buffer.Id))
            {
                again.Add(view.Result.Id);
            }

            bool reads = operation switch
            {
                Load load => again.Contains(load.Buffer.Id),
                Copy copy => again.Contains(copy.Source.Id),
                Freeze freeze => again.Contains(freeze.Source.Id),
                Call call => call.Arguments.Any(argument => again.Contains(argument.Id)),
                _ => false,
            };
            if (reads)
            {
                throw new InvalidOperationException($"{operation.GetType().Name} of the reverse reads memory that only the forward sweep has.");
            }
        }
    }
}
