using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Simplify;

/// <summary>What elements of memory are known to hold, from loads and stores since the last write that could touch them.</summary>
internal sealed class KnownMemory
{
    private readonly Dictionary<(int Buffer, int Index), Value> _elements = [];
    private readonly Dictionary<int, Value> _parents = [];
    private readonly Dictionary<int, int> _wholes = [];
    private readonly Stack<Dictionary<(int, int), Value>> _outer = new();

    public Value? Find(Load load) =>
        _elements.TryGetValue((Whole(load.Buffer), load.Index.Id), out Value? held) && held.Type.Equals(load.Result.Type) ? held : null;

    public void Note(Operation operation)
    {
        switch (operation)
        {
            case View view:
                NoteView(view);
                break;
            case Load load:
                _elements[(Whole(load.Buffer), load.Index.Id)] = load.Result;
                break;
            case Store store:
                Forget(store.Buffer);
                _elements[(Whole(store.Buffer), store.Index.Id)] = store.Stored;
                break;
            case Accumulate accumulate:
                Forget(accumulate.Buffer);
                break;
            case Fill fill:
                Forget(fill.Buffer);
                break;
            case Copy copy:
                Forget(copy.Destination);
                break;
            case Call call:
                ForgetArguments(call);
                break;
        }
    }

    /// <summary>Two values are the same memory.</summary>
    public void Alias(Value buffer, Value same) => _parents[buffer.Id] = same;

    /// <summary>Nothing learnt in a block outlives it: it may not run, or run again.</summary>
    public void EnterBlock() => _outer.Push(new Dictionary<(int, int), Value>(_elements));

    public void LeaveBlock()
    {
        _elements.Clear();
        foreach (KeyValuePair<(int, int), Value> element in _outer.Pop())
        {
            _elements.Add(element.Key, element.Value);
        }
    }

    /// <summary>Forgets all that any iteration or branch of a region operation may change.</summary>
    public void ForgetWrites(Operation owner)
    {
        foreach (Operation inner in owner.InnerOperations())
        {
            switch (inner)
            {
                case View view:
                    NoteView(view);
                    break;
                case Store store:
                    Forget(store.Buffer);
                    break;
                case Accumulate accumulate:
                    Forget(accumulate.Buffer);
                    break;
                case Fill fill:
                    Forget(fill.Buffer);
                    break;
                case Copy copy:
                    Forget(copy.Destination);
                    break;
                case Call call:
                    ForgetArguments(call);
                    break;
            }
        }
    }

    private void NoteView(View view)
    {
        _parents[view.Result.Id] = view.Buffer;
        if (view is { Start: null, Count: null })
        {
            _wholes[view.Result.Id] = Whole(view.Buffer);
        }
    }

    // The same elements under another type are the same elements.
    private int Whole(Value buffer) => _wholes.TryGetValue(buffer.Id, out int whole) ? whole : buffer.Id;

    private void ForgetArguments(Call call)
    {
        foreach (Value argument in call.Arguments)
        {
            if (argument.Type is BufferType { IsWritable: true })
            {
                Forget(argument);
            }
        }
    }

    private void Forget(Value buffer)
    {
        int root = Root(buffer.Id);
        foreach ((int Buffer, int Index) key in _elements.Keys.Where(key => Root(key.Buffer) == root).ToList())
        {
            _elements.Remove(key);
        }
    }

    private int Root(int buffer)
    {
        while (_parents.TryGetValue(buffer, out Value? parent))
        {
            buffer = parent.Id;
        }

        return buffer;
    }
}
