using StaticAd.Generator.Ir;

namespace StaticAd.Tests.Emit;

/// <summary>Loops of random programs.</summary>
internal sealed partial class RandomProgram
{
    // The initial values of what a loop carries, under the names that the variables have inside.
    private (Value[] Initial, Value[] Carried) Carried(BlockBuilder block, List<Value> seen)
    {
        Value[] initial = [.. Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Pick(block, seen, RandomType()))];
        return (initial, [.. initial.Select(value => _method.Values.New(value.Type, _random.Next(2) == 0 ? value.Name : Name()))]);
    }

    private void Counted(BlockBuilder block, List<Value> seen, int depth)
    {
        (Value[] initial, Value[] carried) = Carried(block, seen);
        bool up = _random.Next(2) == 0;
        Value bound = block.Compute(Opcode.And, IrType.Int, _random.Next(3) == 0 ? "n" : null, Pick(block, seen, IrType.Int), block.Constant(3));
        if (_random.Next(3) == 0)
        {
            bound = block.Compute(up ? Opcode.Add : Opcode.Subtract, IrType.Int, null, bound, block.Constant(1));
        }

        Value zero = block.Constant(0);
        Value counter = _method.Values.New(IrType.Int, _random.Next(2) == 0 ? "i" : null);
        Value end = up || _random.Next(2) == 0 ? bound : block.Constant(-1);
        Value[] results = block.For(
            counter,
            up ? zero : bound,
            up ? bound : (end == bound ? block.Constant(-1) : end),
            up ? _random.Next(1, 3) : -1,
            initial,
            carried,
            (loop, i, values) => Next(loop, [.. seen, i, .. values], values, depth));
        seen.AddRange(results);
    }

    private Value[] Next(BlockBuilder loop, List<Value> inner, Value[] carried, int depth)
    {
        Fill(loop, inner, depth + 1);
        // Now and then only an exchange: circles of copies, and copies that read what a circle overwrites.
        List<Value> source = _random.Next(3) == 0 ? [.. carried] : inner;
        return [.. carried.Select(value => Pick(loop, source, value.Type))];
    }

    private void Repeat(BlockBuilder block, List<Value> seen, int depth)
    {
        (Value[] initial, _) = Carried(block, seen);
        Value rounds = block.Constant(_random.Next(4));
        bool changes = _random.Next(2) == 0, counts = _random.Next(2) == 0;
        Value[] Test(BlockBuilder test, Value[] carried)
        {
            var inner = new List<Value>([.. seen, .. carried]);
            if (_random.Next(2) == 0)
            {
                Fill(test, inner, depth + 1);
            }

            Value goes = test.Compare(Opcode.Greater, carried[0], test.Constant(0));
            Value[] handed = changes ? [.. carried.Skip(1).Select(value => Pick(test, inner, value.Type))] : carried[1..];
            Value left = counts ? test.Subtract(carried[0], test.Constant(1), carried[0].Name) : carried[0];
            return [goes, left, .. handed];
        }

        Value[] results = block.While([rounds, .. initial], Test, (body, carried) =>
        {
            var inner = new List<Value>([.. seen, .. carried]);
            Value left = counts ? carried[0] : body.Subtract(carried[0], body.Constant(1), carried[0].Name);
            return [left, .. Next(body, inner, carried[1..], depth)];
        });
        seen.AddRange(results[1..]);
    }
}
