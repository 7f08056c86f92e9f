using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>
/// What becomes of a loop if some values are zero: whether all that it adds to memory and to what it carries is zero too, so that
/// it does nothing. Zero times any number counts as zero.
/// </summary>
internal sealed class ZeroTerms
{
    private HashSet<int> _zeros;
    private Dictionary<int, int> _unchanged = [];

    private ZeroTerms(IEnumerable<Value> zeros)
    {
        _zeros = [.. zeros.Select(value => value.Id)];
    }

    /// <summary>Whether the loop leaves memory as it is, and its results what they were at the start, if the values are zero.</summary>
    public static bool Idles(For loop, IEnumerable<Value> zeros)
    {
        var terms = new ZeroTerms(zeros);
        return terms.IsIdle(loop) && loop.Outputs.Zip(loop.Initial, terms.IsUnchanged).All(unchanged => unchanged);
    }

    private bool IsUnchanged(Value output, Value initial) =>
        (_zeros.Contains(output.Id) && _zeros.Contains(initial.Id)) || Origin(output) == Origin(initial);

    private bool IsIdle(Block block) => block.Operations.All(IsIdle);

    private bool IsIdle(Operation operation)
    {
        switch (operation)
        {
            case Symbol or Length or View or Load:
                return true;
            case Constant constant:
                Note(constant.Result, constant.Number == 0);
                return true;
            case Compute compute:
                Note(compute.Result, IsZero(compute));
                Follow(compute);
                return true;
            case Accumulate accumulate:
                return _zeros.Contains(accumulate.Addend.Id);
            case If branch:
                return IsIdle(branch);
            case For loop:
                return IsIdle(loop);
            default:
                return false;
        }
    }

    private bool IsIdle(If branch)
    {
        if (!IsIdle(branch.Then) || !IsIdle(branch.Else))
        {
            return false;
        }

        for (int i = 0; i < branch.Outputs.Count; i++)
        {
            Value then = branch.Then.Yields[i], otherwise = branch.Else.Yields[i];
            Note(branch.Outputs[i], _zeros.Contains(then.Id) && _zeros.Contains(otherwise.Id));
            if (Origin(then) == Origin(otherwise))
            {
                _unchanged[branch.Outputs[i].Id] = Origin(then);
            }
        }

        return true;
    }

    // What is carried is taken to stay zero until an iteration is found in which it does not.
    private bool IsIdle(For loop)
    {
        bool[] staysZero = [.. loop.Initial.Select(initial => _zeros.Contains(initial.Id))];
        HashSet<int> zerosBefore = _zeros;
        Dictionary<int, int> unchangedBefore = _unchanged;
        while (true)
        {
            _zeros = [.. zerosBefore];
            _unchanged = new Dictionary<int, int>(unchangedBefore);
            for (int i = 0; i < staysZero.Length; i++)
            {
                Note(loop.Body.Parameters[i], staysZero[i]);
            }

            if (!IsIdle(loop.Body))
            {
                return false;
            }

            bool[] yieldsZero = [.. staysZero.Zip(loop.Body.Yields, (stays, yield) => stays && _zeros.Contains(yield.Id))];
            if (yieldsZero.SequenceEqual(staysZero))
            {
                break;
            }

            staysZero = yieldsZero;
        }

        for (int i = 0; i < staysZero.Length; i++)
        {
            Note(loop.Outputs[i], staysZero[i]);
            if (Origin(loop.Body.Yields[i]) == loop.Body.Parameters[i].Id)
            {
                _unchanged[loop.Outputs[i].Id] = Origin(loop.Initial[i]);
            }
        }

        return true;
    }

    private void Note(Value value, bool isZero)
    {
        if (isZero)
        {
            _zeros.Add(value.Id);
        }
    }

    private bool IsZero(Compute compute) => compute.Opcode switch
    {
        Opcode.Multiply => _zeros.Contains(compute.Arguments[0].Id) || _zeros.Contains(compute.Arguments[1].Id),
        Opcode.Divide or Opcode.Negate or Opcode.Convert => _zeros.Contains(compute.Arguments[0].Id),
        Opcode.Add or Opcode.Subtract => compute.Arguments.All(argument => _zeros.Contains(argument.Id)),
        Opcode.Select => _zeros.Contains(compute.Arguments[1].Id) && _zeros.Contains(compute.Arguments[2].Id),
        _ => false,
    };

    // A sum with zero is the other term.
    private void Follow(Compute compute)
    {
        switch (compute.Opcode)
        {
            case Opcode.Add or Opcode.Subtract when _zeros.Contains(compute.Arguments[1].Id):
                _unchanged[compute.Result.Id] = Origin(compute.Arguments[0]);
                break;
            case Opcode.Add when _zeros.Contains(compute.Arguments[0].Id):
                _unchanged[compute.Result.Id] = Origin(compute.Arguments[1]);
                break;
        }
    }

    private int Origin(Value value) => _unchanged.TryGetValue(value.Id, out int origin) ? origin : value.Id;
}
