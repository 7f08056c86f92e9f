using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>A block under construction, and what the variables hold at its end.</summary>
    private sealed class Branch(BlockBuilder block, Environment environment)
    {
        public BlockBuilder Block { get; } = block;

        public Environment Environment { get; } = environment;

        public List<Value> Yields { get; } = [];
    }

    private Branch Begin()
    {
        BlockBuilder block = _block.Nested();
        _around.Add(block, _block);
        return new Branch(block, _environment.Copy());
    }

    private T Within<T>(Branch branch, Func<T> translate) => At(branch.Block, branch.Environment, translate);

    private T At<T>(BlockBuilder inner, Environment known, Func<T> translate)
    {
        (BlockBuilder block, Environment environment) = (_block, _environment);
        (_block, _environment) = (inner, known);
        T result = translate();
        (_block, _environment) = (block, environment);
        return result;
    }

    /// <summary>
    /// Appends an <see cref="If"/>. Its outputs are what the branches yield themselves, named by <paramref name="targets"/> and
    /// returned, then every variable in which they differ.
    /// </summary>
    private Value[] Join(Value condition, Branch then, Branch otherwise, IReadOnlyList<Variable?>? targets = null)
    {
        var outputs = new List<Value>();
        for (int i = 0; i < then.Yields.Count; i++)
        {
            outputs.Add(_values.New(then.Yields[i].Type, Targets.Name(targets ?? [], i)));
        }

        Value[] results = [.. outputs];
        for (int index = 0; index < _environment.Count; index++)
        {
            _environment[index] = Merge(index, then, otherwise, outputs);
        }

        _block.Append(new If(outputs.ToEquatableArray(), condition, then.Block.Finish(then.Yields), otherwise.Block.Finish(otherwise.Yields)));
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
            return left is { Type: UnknownType } || right is { Type: UnknownType } ? Unknown() : Diverged();
        }

        then.Yields.Add(left ?? Zero(known.Type, known.Name, then.Block));
        otherwise.Yields.Add(right ?? Zero(known.Type, known.Name, otherwise.Block));
        Value output = _values.New(known.Type, _declared[index].Name);
        outputs.Add(output);
        return output;
    }

    private Value Diverged() => _values.New(DivergedType.Instance);

    /// <summary><c>c ? a : b</c>, <c>&amp;&amp;</c> and <c>||</c>: only one side is evaluated.</summary>
    private Value[] Choose(Value condition, Func<Value[]> whenTrue, Func<Value[]> whenFalse, IReadOnlyList<Variable?> targets)
    {
        Branch then = Begin(), otherwise = Begin();
        then.Yields.AddRange(Within(then, whenTrue));
        otherwise.Yields.AddRange(Within(otherwise, whenFalse));
        return Join(condition, then, otherwise, targets);
    }
}
