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
        var again = new Cloner(values, replacements);
        foreach ((Value value, bool save) in plan.Steps)
        {
            if (replacements.ContainsKey(value.Id))
            {
                continue;
            }

            if (save)
            {
                Value restored = restore(value, prelude);
                replacements[value.Id] = restored;
                again.Replace(value, restored);
                continue;
            }

            Operation definition = plan.DefinitionOf(value);
            prelude.Append(again.Clone(definition));
            foreach (Value result in definition.Results)
            {
                replacements[result.Id] = again.Map(result);
            }
        }

        var substitution = new Substitution(replacements);
        Block renewed = substitution.Rewrite(block);
        return renewed with { Operations = [.. prelude.Operations.Select(substitution.Apply), .. renewed.Operations] };
    }
}
