using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Blocks under construction, and what the variables hold where two of them meet.</summary>
internal sealed class Branches(BodyState state)
{
    /// <summary>The block around each block under construction.</summary>
    private readonly Dictionary<BlockBuilder, BlockBuilder> _around = [];

    public Branch Begin()
    {
        BlockBuilder block = state.Block.Nested();
        _around.Add(block, state.Block);
        return new Branch(block, state.Environment.Copy());
    }

    public T Within<T>(Branch branch, Func<T> translate) => state.At(branch.Block, branch.Environment, translate);

    public void Within(Branch branch, Action translate) => Within(branch, () =>
    {
        translate();
        return Exits.None;
    });

    /// <summary>
    /// Appends an <see cref="If"/>. Its outputs are what the branches yield themselves, named by <paramref name="targets"/> and
    /// returned, then every variable in which they differ.
    /// </summary>
    public Value[] Join(Value condition, Branch then, Branch otherwise, IReadOnlyList<Variable?>? targets = null)
    {
        var outputs = new List<Value>();
        for (int i = 0; i < then.Yields.Count; i++)
        {
            outputs.Add(state.Values.New(then.Yields[i].Type, Targets.Name(targets ?? [], i)));
        }

        Value[] results = [.. outputs];
        for (int index = 0; index < state.Environment.Count; index++)
        {
            state.Environment[index] = Merge(index, then, otherwise, outputs);
        }

        state.Block.Append(new If(outputs.ToEquatableArray(), condition, then.Block.Finish(then.Yields), otherwise.Block.Finish(otherwise.Yields)));
        return results;
    }

    private Value? Merge(int index, Branch then, Branch otherwise, List<Value> outputs)
    {
        Value? left = then.Environment[index], right = otherwise.Environment[index];
        if (left?.Id == right?.Id)
        {
            return left;
        }

        Value known = (left ?? right)!;
        if (known.Type is UnknownType or DivergedType or RowlessType or BufferType)
        {
            return left is { Type: UnknownType } || right is { Type: UnknownType } ? state.Unknown() : Diverged();
        }

        then.Yields.Add(left ?? state.Zero(known.Type, known.Name, then.Block));
        otherwise.Yields.Add(right ?? state.Zero(known.Type, known.Name, otherwise.Block));
        Value output = state.Values.New(known.Type, state.Declared[index].Name);
        outputs.Add(output);
        return output;
    }

    public Value Diverged() => state.Values.New(DivergedType.Instance);

    /// <summary><c>c ? a : b</c>, <c>&amp;&amp;</c> and <c>||</c>: only one side is evaluated.</summary>
    public Value[] Choose(Value condition, Func<Value[]> whenTrue, Func<Value[]> whenFalse, IReadOnlyList<Variable?> targets)
    {
        Branch then = Begin(), otherwise = Begin();
        then.Yields.AddRange(Within(then, whenTrue));
        otherwise.Yields.AddRange(Within(otherwise, whenFalse));
        return Join(condition, then, otherwise, targets);
    }

    /// <summary>What a value is worth that a block around this place knows as a constant; null for any other.</summary>
    public double? NumberOf(Value value) =>
        Blocks().SelectMany(block => block.Operations).OfType<Constant>().FirstOrDefault(constant => constant.Result.Id == value.Id)?.Number;

    /// <summary>The block under construction and those around it.</summary>
    public IEnumerable<BlockBuilder> Blocks()
    {
        for (BlockBuilder? block = state.Block; block is not null; block = _around.TryGetValue(block, out BlockBuilder around) ? around : null)
        {
            yield return block;
        }
    }
}
