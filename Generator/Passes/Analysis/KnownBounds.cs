using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>
/// Between what an index is known to lie: a number below, and above a distance from another value such as a length. It follows
/// counters of loops, sums and differences with numbers, and the conditions of the branches around.
/// </summary>
internal sealed class KnownBounds
{
    private const int Deepest = 6;

    // Far from the ends of the type, where distances could wrap around.
    private const double Farthest = 1 << 30;

    private readonly Dictionary<int, Operation> _definitions = [];
    private readonly Dictionary<int, For> _countedBy = [];
    private readonly List<(Value Smaller, Value Larger, int Distance)> _facts = [];

    public KnownBounds(Block body)
    {
        foreach (Operation operation in body.AllOperations())
        {
            foreach (Value result in operation.Results)
            {
                _definitions[result.Id] = operation;
            }

            if (operation is For loop)
            {
                _countedBy[loop.Induction.Id] = loop;
            }
        }
    }

    /// <summary>Takes a condition for granted, up to <see cref="Forget"/> of the returned number.</summary>
    public int Assume(Value condition, bool holds)
    {
        int known = _facts.Count;
        Add(condition, holds);
        return known;
    }

    public void Forget(int known) => _facts.RemoveRange(known, _facts.Count - known);

    /// <summary>Whether an index is one of an existing dimension of the length.</summary>
    public bool IsInside(Value index, Value length) => Low(index, Deepest) >= 0 && IsBelow(index, length, 0, Deepest);

    private void Add(Value condition, bool holds)
    {
        if (Definition(condition) is not Compute { Arguments.Count: 2 } compare || compare.Arguments[0].Type != IrType.Int)
        {
            if (Definition(condition) is Compute { Opcode: Opcode.Not } not)
            {
                Add(not.Arguments[0], !holds);
            }

            return;
        }

        Value left = compare.Arguments[0], right = compare.Arguments[1];
        switch (compare.Opcode, holds)
        {
            case (Opcode.Less, true) or (Opcode.GreaterOrEqual, false):
                _facts.Add((left, right, 1));
                break;
            case (Opcode.LessOrEqual, true) or (Opcode.Greater, false):
                _facts.Add((left, right, 0));
                break;
            case (Opcode.Greater, true) or (Opcode.LessOrEqual, false):
                _facts.Add((right, left, 1));
                break;
            case (Opcode.GreaterOrEqual, true) or (Opcode.Less, false):
                _facts.Add((right, left, 0));
                break;
            case (Opcode.Equal, true) or (Opcode.NotEqual, false):
                _facts.Add((left, right, 0));
                _facts.Add((right, left, 0));
                break;
        }
    }

    /// <summary>A number that the value is never below; far below zero where none is known.</summary>
    private double Low(Value value, int depth)
    {
        double low = depth == 0 ? double.NegativeInfinity : Definition(value) switch
        {
            Constant { Text: null } constant => constant.Number,
            Length => 0,
            Compute { Opcode: Opcode.Add } sum when NumberOf(sum.Arguments[1]) is { } added => Low(sum.Arguments[0], depth - 1) + added,
            Compute { Opcode: Opcode.Add } sum when NumberOf(sum.Arguments[0]) is { } added => Low(sum.Arguments[1], depth - 1) + added,
            Compute { Opcode: Opcode.Subtract } rest when NumberOf(rest.Arguments[1]) is { } taken => Low(rest.Arguments[0], depth - 1) - taken,
            Compute { Opcode: Opcode.Subtract } rest when Low(rest.Arguments[1], depth - 1) >= 0 => Distance(rest.Arguments[1], rest.Arguments[0], depth - 1),
            Compute { Opcode: Opcode.Function, Function: "Max" } max => Math.Max(Low(max.Arguments[0], depth - 1), Low(max.Arguments[1], depth - 1)),
            Compute { Opcode: Opcode.Function, Function: "Min" } min => Math.Min(Low(min.Arguments[0], depth - 1), Low(min.Arguments[1], depth - 1)),
            Compute check when GridFunctions.IsIndex(check) => Math.Max(0, Low(check.Arguments[0], depth - 1)),
            _ when _countedBy.TryGetValue(value.Id, out For? loop) => loop.Step > 0 ? Low(loop.Start, depth - 1) : Low(loop.End, depth - 1) + 1,
            _ => double.NegativeInfinity,
        };
        foreach ((Value smaller, Value larger, int distance) in depth == 0 ? [] : _facts)
        {
            if (larger.Id == value.Id && MayBeTrusted(value))
            {
                low = Math.Max(low, Low(smaller, depth - 1) + distance);
            }
        }

        return Math.Abs(low) > Farthest ? double.NegativeInfinity : low;
    }

    // How far one value is below another at least.
    private double Distance(Value smaller, Value larger, int depth)
    {
        for (int distance = 1; distance >= 0; distance--)
        {
            if (IsBelow(smaller, larger, distance - 1, depth))
            {
                return distance;
            }
        }

        return double.NegativeInfinity;
    }

    /// <summary>Whether <c>value + ahead</c> is less than the limit, an existing length or a number.</summary>
    private bool IsBelow(Value value, Value limit, double ahead, int depth)
    {
        if (depth == 0 || Math.Abs(ahead) > Farthest)
        {
            return false;
        }

        if (value.Id == limit.Id)
        {
            return ahead < 0;
        }

        if (NumberOf(value) is { } number)
        {
            return number + ahead < Low(limit, depth - 1);
        }

        bool follows = Definition(value) switch
        {
            Compute { Opcode: Opcode.Add } sum when NumberOf(sum.Arguments[1]) is { } added => IsBelow(sum.Arguments[0], limit, ahead + added, depth - 1),
            Compute { Opcode: Opcode.Add } sum when NumberOf(sum.Arguments[0]) is { } added => IsBelow(sum.Arguments[1], limit, ahead + added, depth - 1),
            Compute { Opcode: Opcode.Subtract } rest when NumberOf(rest.Arguments[1]) is { } taken && DoesNotWrap(rest.Arguments[0], limit, depth) =>
                IsBelow(rest.Arguments[0], limit, ahead - taken, depth - 1),
            Compute { Opcode: Opcode.Subtract } rest when Low(rest.Arguments[1], depth - 1) is > -Farthest and var taken && Low(rest.Arguments[0], depth - 1) >= 0 =>
                IsBelow(rest.Arguments[0], limit, ahead - taken, depth - 1),
            Compute { Opcode: Opcode.Function, Function: "Min" } min => min.Arguments.Any(least => IsBelow(least, limit, ahead, depth - 1)),
            Compute { Opcode: Opcode.Function, Function: "Max" } max => max.Arguments.All(most => IsBelow(most, limit, ahead, depth - 1)),
            Compute check when GridFunctions.IsIndex(check) => IsBelow(check.Arguments[1], limit, ahead - 1, depth - 1) || IsBelow(check.Arguments[0], limit, ahead, depth - 1),
            _ when _countedBy.TryGetValue(value.Id, out For? loop) =>
                loop.Step > 0 ? IsBelow(loop.End, limit, ahead - 1, depth - 1) : IsBelow(loop.Start, limit, ahead, depth - 1),
            _ => false,
        };
        return follows || _facts.ToArray().Any(fact => fact.Smaller.Id == value.Id && MayBeTrusted(value) && IsBelow(fact.Larger, limit, ahead - fact.Distance, depth - 1));
    }

    // A bound of a loop is what was computed: below the smallest integer it would be a great one.
    private bool DoesNotWrap(Value value, Value limit, int depth) => value.Id == limit.Id || Low(value, depth - 1) > -Farthest;

    // A condition on a sum that wraps around says nothing of the sum that is meant. A counter is less than where it ends.
    private bool MayBeTrusted(Value value) => Definition(value) is not Compute { Opcode: Opcode.Add } sum
        || NumberOf(sum.Arguments[1]) is <= 0
        || (NumberOf(sum.Arguments[1]) is <= 32 and var added && _countedBy.TryGetValue(sum.Arguments[0].Id, out For? loop) && loop.Step > 0
            && (added == 1 || Definition(loop.End) is Length));

    private double? NumberOf(Value value) =>
        Definition(value) is Constant { Text: null, Number: > -Farthest and < Farthest } constant ? constant.Number : null;

    private Operation? Definition(Value value) => _definitions.TryGetValue(value.Id, out Operation? definition) ? definition : null;
}
