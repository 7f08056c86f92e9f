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
    private readonly Stack<(int, int)[]> _outer = new();

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
    public void EnterBlock() => _outer.Push([.. _survived]);

    public void LeaveBlock()
    {
        _survived.Clear();
        _survived.UnionWith(_outer.Pop());
    }

    public void Note(Operation operation)
    {
        (Value Buffer, Value Index)? access = operation switch
        {
            Load load => (load.Buffer, load.Index),
            Store store => (store.Buffer, store.Index),
            Accumulate accumulate => (accumulate.Buffer, accumulate.Index),
            _ => null,
        };
        if (access is { } survived)
        {
            _survived.Add((LengthOf(survived.Buffer), survived.Index.Id));
        }
    }

    /// <summary>Whether an access at this point cannot be out of range.</summary>
    public bool IsInside(Value buffer, Value index)
    {
        int length = LengthOf(buffer);
        return _survived.Contains((length, index.Id))
            || IsConstantInside(length, index)
            || (_countedBy.TryGetValue(index.Id, out For? loop) && !IsNegative(loop) && IsBelow(loop, length));
    }

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
        Length length => LengthOf(length.Buffer),
        Compute { Opcode: Opcode.Function, Function: "Max" } max when IsZero(max.Arguments[1]) => Amount(max.Arguments[0]),
        _ => value.Id,
    };

    private bool IsZero(Value value) => Definition(value) is Constant { Text: null, Number: 0 };

    private Operation? Definition(Value value) => _definitions.TryGetValue(value.Id, out Operation? definition) ? definition : null;
}
