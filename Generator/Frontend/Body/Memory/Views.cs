using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Memory under other names: which buffer is a part of which, and how long it is.</summary>
internal sealed class Views(BodyState state, Branches branches, Origins origins)
{
    private readonly Dictionary<int, Value> _roots = [];
    private readonly Dictionary<int, View> _views = [];

    /// <summary>What the translated function allocates: in which function's frame, and how many elements.</summary>
    private readonly Dictionary<int, (Frame Frame, Value Count)> _allocated = [];

    /// <summary>A part of the buffer, from the start on or all of it.</summary>
    public Value Of(Value buffer, BufferType type, Value? start, Value? count, string? name)
    {
        if (UnknownType.Is(buffer) || (start is not null && UnknownType.Is(start)) || (count is not null && UnknownType.Is(count)))
        {
            return state.Unknown();
        }

        Value view = state.Values.New(type, name);
        var operation = new View(view, buffer, start, count);
        state.Block.Append(operation);
        _views[view.Id] = operation;
        _roots[view.Id] = Root(buffer);
        if (origins.Of(buffer) is { } origin)
        {
            origins.Note(view, origin);
        }

        return view;
    }

    /// <summary>The same memory under another buffer type.</summary>
    public Value Under(Value buffer, BufferType type, string? name) =>
        UnknownType.Is(buffer) || buffer.Type.Equals(type) ? buffer : Of(buffer, type, null, null, name);

    /// <summary>The same part of every leaf of an array or span of structures, as a slice of it is.</summary>
    public Value[] OfAll(Value[] buffers, Value? start, Value? count, BufferKind? kind = null) =>
        [.. buffers.Select(buffer => Of(buffer, ((BufferType)buffer.Type) with { Kind = kind ?? ViewKind(buffer) }, start, count, buffer.Name))];

    private static BufferKind ViewKind(Value buffer) => ((BufferType)buffer.Type).Kind == BufferKind.Array ? BufferKind.ReadOnlySpan : ((BufferType)buffer.Type).Kind;

    public Value[] Under(Value[] buffers, StructBuffer type) =>
        [.. buffers.Select(buffer => buffer.Type is BufferType own ? Under(buffer, own with { Kind = type.Kind }, buffer.Name) : buffer)];

    /// <summary>The same part of every leaf, to be written.</summary>
    public Value[] Parts(Value[] buffers, Value? start, Value? count) => start is null && count is null ? buffers
        : [.. buffers.Select(buffer => Of(buffer, PartType(buffer), start ?? state.Block.Constant(0), count, null))];

    public static BufferType PartType(Value buffer) =>
        (BufferType)buffer.Type is var type && type.Kind == BufferKind.Array ? type with { Kind = BufferKind.Span } : type;

    /// <summary>The buffer that a view is a part of.</summary>
    public Value Root(Value buffer) => _roots.TryGetValue(buffer.Id, out Value? root) ? root : buffer;

    /// <summary>The buffer of which another is all, under another type.</summary>
    public Value Whole(Value buffer)
    {
        while (_views.TryGetValue(buffer.Id, out View view) && view is { Start: null, Count: null })
        {
            buffer = view.Buffer;
        }

        return buffer;
    }

    /// <summary>Where in a memory a view of it lies; null if it is none.</summary>
    public (Value Start, Value Count)? Within(Value buffer, Value memory)
    {
        if (Root(buffer).Id != memory.Id)
        {
            return null;
        }

        Value? start = null;
        for (Value part = buffer; part.Id != memory.Id;)
        {
            View view = _views[part.Id];
            start = view.Start is null || start is null ? start ?? view.Start : state.Block.Add(view.Start, start);
            part = view.Buffer;
        }

        return (start ?? state.Block.Constant(0), LengthOf(buffer));
    }

    public void NoteAllocation(Value buffer, Value count) => _allocated[buffer.Id] = (state.Frame, count);

    /// <summary>The function that allocates the buffer; null for what comes from outside.</summary>
    public Frame? AllocatedIn(Value buffer) => _allocated.TryGetValue(buffer.Id, out (Frame Frame, Value) allocated) ? allocated.Frame : null;

    /// <summary>The length as the number that it was made with, where that is known.</summary>
    public Value LengthOf(Value buffer) =>
        _allocated.TryGetValue(buffer.Id, out (Frame Frame, Value Count) allocated) ? allocated.Count
        : !_views.TryGetValue(buffer.Id, out View view) ? state.Block.Length(buffer)
        : view.Count ?? (view.Start is null ? LengthOf(view.Buffer) : state.Block.Length(buffer));

    /// <summary>The buffer whose length the value is.</summary>
    private Value? Measured(Value length)
    {
        Value? buffer = branches.Blocks().SelectMany(block => block.Operations).OfType<Length>().FirstOrDefault(operation => operation.Result.Id == length.Id)?.Buffer;
        return buffer is null ? null : Whole(buffer);
    }

    /// <summary>Whether the number is the length of all of a memory.</summary>
    public bool IsLengthOf(Value number, Value memory) => IsSameLength(number, LengthOf(memory)) || Measured(Resolved(number))?.Id == memory.Id
        || (branches.NumberOf(Resolved(number)) is { } constant && constant == branches.NumberOf(Resolved(LengthOf(memory))));

    public bool IsSameLength(Value left, Value right) =>
        Resolved(left) is var first && Resolved(right) is var second
        && (first.Id == second.Id || (Measured(first) is { } buffer && buffer.Id == Measured(second)?.Id));

    /// <summary>The number with which the memory was made whose length the value is.</summary>
    private Value Resolved(Value length) =>
        Measured(length) is { } buffer && _allocated.TryGetValue(buffer.Id, out (Frame Frame, Value Count) allocated) ? Resolved(allocated.Count) : length;
}
