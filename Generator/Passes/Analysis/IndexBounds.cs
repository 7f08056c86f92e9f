using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>
/// Which element accesses cannot fail: those whose index counts up or down through the whole buffer, those with constants, and
/// those that an earlier access of the same index, in a buffer of the same length, has survived. Walks along with the pass that
/// asks.
/// </summary>
internal sealed class IndexBounds
{
    private readonly Dictionary<int, Operation> _definitions = [];
    private readonly IReadOnlyDictionary<int, Value> _equallyLong;
    private readonly Dictionary<int, For> _countedBy = [];
    private readonly HashSet<(int Length, int Index)> _survived = [];
    private readonly HashSet<(int Longer, int Shorter)> _compared = [];
    private readonly Stack<((int, int)[] Survived, (int, int)[] Compared)> _outer = new();

    /// <param name="equallyLong">For a buffer that the guards compared with another, that other one.</param>
    public IndexBounds(Block body, IReadOnlyDictionary<int, Value> equallyLong)
    {
        _equallyLong = equallyLong;
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

    /// <summary>What a block has survived, nobody outside of it need have.</summary>
    public void EnterBlock() => _outer.Push(([.. _survived], [.. _compared]));

    public void LeaveBlock()
    {
        ((int, int)[] survived, (int, int)[] compared) = _outer.Pop();
        _survived.Clear();
        _survived.UnionWith(survived);
        _compared.Clear();
        _compared.UnionWith(compared);
    }

    /// <summary>What follows knows that the operation has not failed.</summary>
    public void Note(Operation operation)
    {
        if (ElementAccess.Of(operation) is { } survived)
        {
            _survived.Add((LengthOf(survived.Buffer), survived.Index.Id));
        }

        if (operation is For { Step: 1 } loop && IsZero(loop.Start))
        {
            foreach (ElementAccess access in loop.Body.Operations.Select(ElementAccess.Of).OfType<ElementAccess>())
            {
                if (access.Index.Equals(loop.Induction))
                {
                    _compared.Add((LengthOf(access.Buffer), Amount(loop.End)));
                }
            }
        }
    }

    /// <summary>Whether a loop that counts up to the number, and accesses the elements of its counter, has then seen them all.</summary>
    public bool IsWhole(Value end, Value buffer)
    {
        int amount = Amount(end), length = LengthOf(buffer);
        return amount == length || _compared.Contains((amount, length));
    }

    /// <summary>Whether an access at this point cannot be out of range.</summary>
    public bool IsInside(Value buffer, Value index)
    {
        int length = LengthOf(buffer);
        return _survived.Contains((length, index.Id))
            || IsConstantInside(length, index)
            || (_countedBy.TryGetValue(index.Id, out For? loop) && !IsNegative(loop) && IsBelow(loop, length));
    }

    /// <summary>The elements that a loop accesses if it uses an index once in each iteration; null if they are not side by side.</summary>
    public Range? RangeOf(For loop, Value index)
    {
        Position position = PositionOf(index);
        if (position.Base != loop.Induction.Id || loop.Step is not (1 or -1))
        {
            return null;
        }

        (Value first, Value last, int beyond) = loop.Step == 1 ? (loop.Start, loop.End, 0) : (loop.End, loop.Start, 1);
        int shift = position.Offset + beyond;
        return new Range(Bound(first).Plus(shift), Bound(last).Plus(shift));

        Position Bound(Value bound) => IsNegative(loop) ? PositionOf(bound) : CountAt(bound);
    }

    /// <summary>The range of one element; null if it depends on more than a constant.</summary>
    public Range? RangeOf(Value index) =>
        PositionOf(index) is { Base: Position.Number } position ? new Range(position, position.Plus(1)) : null;

    /// <summary>All elements of a buffer.</summary>
    public Range RangeOfAll(Value buffer) => new(new Position(Position.Number, 0), new Position(LengthOf(buffer), 0));

    public bool IsAtMost(Position left, Position right) =>
        left.Offset <= right.Offset && (left.Base == right.Base || _compared.Contains((right.Base, left.Base)));

    /// <summary>Where a loop ends: the same position for loops that run equally often from the same start.</summary>
    public Position EndOf(For loop) => loop.Step > 0 && !IsNegative(loop) ? CountAt(loop.End) : PositionOf(loop.End);

    /// <summary>An index or a bound, as far as it is known.</summary>
    public Position PositionOf(Value value) => At(value, static other => other.Id);

    /// <summary>The same for a number of elements: there a length is the number it was made with, and below zero is none.</summary>
    private Position CountAt(Value value) => At(value, Amount);

    private Position At(Value value, Func<Value, int> unknown) => Definition(value) switch
    {
        Constant when NumberOf(value) is { } number => new Position(Position.Number, number),
        Compute { Opcode: Opcode.Add } sum when NumberOf(sum.Arguments[1]) is { } added => At(sum.Arguments[0], unknown).Plus(added),
        Compute { Opcode: Opcode.Subtract } rest when NumberOf(rest.Arguments[1]) is { } taken => At(rest.Arguments[0], unknown).Plus(-taken),
        _ => new Position(unknown(value), 0),
    };

    /// <summary>The number that an index is; null if it is not a constant.</summary>
    public int? NumberAt(Value index) => PositionOf(index) is { Base: Position.Number } position ? position.Offset : null;

    private int? NumberOf(Value value) =>
        Definition(value) is Constant { Text: null, Number: >= int.MinValue and <= int.MaxValue } constant ? (int)constant.Number : null;

    private bool IsConstantInside(int length, Value index) =>
        _definitions.TryGetValue(length, out Operation? count) && count is Constant { Text: null } size
        && Definition(index) is Constant { Text: null, Number: >= 0 } element && element.Number < size.Number;

    private bool IsNegative(For loop) => loop.Step > 0 ? !IsAtLeast(loop.Start, 0) : !IsAtLeast(loop.End, -1);

    private bool IsBelow(For loop, int length) => loop.Step > 0
        ? Amount(loop.End) == length
        : Definition(loop.Start) is Compute { Opcode: Opcode.Subtract } last
            && IsAtLeast(last.Arguments[1], 1) && Amount(last.Arguments[0]) == length;

    private bool IsAtLeast(Value value, int bound) => Definition(value) is Constant { Text: null } constant && constant.Number >= bound;

    /// <summary>Stands for the length of a buffer: the same number for buffers of the same length.</summary>
    private int LengthOf(Value buffer) => Definition(buffer) switch
    {
        Allocate allocate => Amount(allocate.Count),
        View { Start: null } view => LengthOf(view.Buffer),
        View { Count: { } count } => Amount(count),
        _ => _equallyLong.TryGetValue(buffer.Id, out Value? other) ? other.Id : buffer.Id,
    };

    // A length is never negative: where it is the greater of a number and 0, what is below the number is below the length.
    private int Amount(Value value) => Definition(value) switch
    {
        Length { Dimension: null } length => LengthOf(length.Buffer),
        Compute { Opcode: Opcode.Function, Function: "Max" } max when IsZero(max.Arguments[1]) => Amount(max.Arguments[0]),
        _ => value.Id,
    };

    private bool IsZero(Value value) => Definition(value) is Constant { Text: null, Number: 0 };

    private Operation? Definition(Value value) => _definitions.TryGetValue(value.Id, out Operation? definition) ? definition : null;
}

/// <summary>An index as a distance from something that is not known in numbers, such as a length.</summary>
internal readonly record struct Position(int Base, int Offset)
{
    /// <summary>The base of plain numbers.</summary>
    public const int Number = -1;

    public Position Plus(int distance) => this with { Offset = Offset + distance };
}

/// <summary>Elements side by side, without <paramref name="End"/>.</summary>
internal readonly record struct Range(Position First, Position End);
