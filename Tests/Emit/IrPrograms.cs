using StaticAd.Generator.Ir;

namespace StaticAd.Tests.Emit;

/// <summary>Control flow for hand-written test programs.</summary>
internal static class IrPrograms
{
    /// <summary>A counted loop; the body gets the counter and the carried values and returns the next ones.</summary>
    public static Value[] For(
        this BlockBuilder block, string counter, Value start, Value end, int step, Value[] initial, Func<BlockBuilder, Value, Value[], Value[]> body)
    {
        ValueSource values = block.Values;
        Value induction = values.New(IrType.Int, counter);
        Value[] carried = [.. initial.Select(value => values.New(value.Type, value.Name))];
        return block.For(induction, start, end, step, initial, carried, body);
    }

    public static Value[] For(
        this BlockBuilder block, Value induction, Value start, Value end, int step, Value[] initial, Value[] carried, Func<BlockBuilder, Value, Value[], Value[]> body)
    {
        BlockBuilder inner = block.Nested();
        Value[] next = body(inner, induction, carried);
        Value[] results = [.. carried.Select(value => block.Values.New(value.Type, value.Name))];
        block.Append(new For([.. results], induction, start, end, step, [.. initial], inner.Finish(next, carried)));
        return results;
    }

    public static Value[] If(
        this BlockBuilder block, Value condition, string?[] names, Func<BlockBuilder, Value[]> then, Func<BlockBuilder, Value[]> otherwise)
    {
        BlockBuilder thenBlock = block.Nested(), elseBlock = block.Nested();
        Value[] whenTrue = then(thenBlock), whenFalse = otherwise(elseBlock);
        Value[] results = [.. whenTrue.Select((value, i) => block.Values.New(value.Type, names.Length == 0 ? null : names[i]))];
        block.Append(new If([.. results], condition, thenBlock.Finish(whenTrue), elseBlock.Finish(whenFalse)));
        return results;
    }

    /// <summary>A while loop whose condition hands on what it carries.</summary>
    public static Value[] While(
        this BlockBuilder block, Value[] initial, Func<BlockBuilder, Value[], Value> condition, Func<BlockBuilder, Value[], Value[]> body) =>
        block.While(initial, (test, carried) => [condition(test, carried), .. carried], body);

    public static Value[] While(
        this BlockBuilder block, Value[] initial, Func<BlockBuilder, Value[], Value[]> condition, Func<BlockBuilder, Value[], Value[]> body)
    {
        BlockBuilder test = block.Nested(), inner = block.Nested();
        Value[] Fresh(IEnumerable<Value> like) => [.. like.Select(value => block.Values.New(value.Type, value.Name))];
        Value[] carried = Fresh(initial), entering = Fresh(initial), results = Fresh(initial);
        Value[] tested = condition(test, carried);
        Value[] next = body(inner, entering);
        block.Append(new While([.. results], [.. initial], test.Finish(tested, carried), inner.Finish(next, entering)));
        return results;
    }
}
