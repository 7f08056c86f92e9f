using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>
/// The loops around a region, inside its scope, and what the tape needs to know of them. Where all trip counts are known before
/// the outermost loop starts, a saved value has a buffer with one slot per iteration; else it has a stack.
/// </summary>
internal sealed class LoopNest
{
    private readonly LoopNest? _outer;
    private readonly For? _loop;
    private readonly Value? _trips;
    private readonly IReadOnlyDictionary<int, Operation> _definitions;
    private readonly Storage _storage;

    private LoopNest(LoopNest? outer, For? loop, Value? trips, BlockBuilder prologue, IReadOnlyDictionary<int, Operation> definitions, Storage storage)
    {
        _outer = outer;
        _loop = loop;
        _trips = trips;
        Prologue = prologue;
        _definitions = definitions;
        _storage = storage;
    }

    /// <summary>Operations that run before the outermost loop, at the level of the scope.</summary>
    public BlockBuilder Prologue { get; }

    /// <summary>The nest at the level of a scope: no loop yet.</summary>
    public static LoopNest Outermost(BlockBuilder prologue, IReadOnlyDictionary<int, Operation> definitions, Storage storage) =>
        new(null, null, null, prologue, definitions, storage);

    /// <summary>Whether any loop is around.</summary>
    public bool IsInLoop => _outer is not null;

    /// <summary>A value as computed before the nest; null where that cannot be.</summary>
    public Value? Hoist(Value value) => new Hoisting(_definitions, Prologue).Hoist(value);

    public LoopNest Enter(For loop) => new(this, loop, TripCount(loop), Prologue, _definitions, _storage);

    public LoopNest Enter(While loop) => new(this, null, null, Prologue, _definitions, _storage);

    /// <summary>A place for one value per iteration of the innermost loop.</summary>
    public TapeSlot NewSlot(Value saved)
    {
        string name = Naming.Tape(saved.Name ?? "");
        name = name == Naming.Tape("") ? "tape" : name;
        if (!IsCounted)
        {
            Value stack = Prologue.Values.New(new StackType(saved.Type), name);
            Prologue.Append(new AllocateStack(stack, _storage));
            return new TapeSlot.OnStack(stack);
        }

        Value count = Size();
        Value buffer = Prologue.Values.New(new BufferType(saved.Type, BufferKind.Span), name);
        Prologue.Append(new Allocate(buffer, count, _storage, Zeroed: false));
        return new TapeSlot.InBuffer(buffer, this);
    }

    /// <summary>A place for the content of a buffer in each iteration of the innermost loop.</summary>
    public BufferSlot NewSlot(Value saved, Memory memory)
    {
        string name = saved.Name is null ? "tape" : Naming.Tape(saved.Name);
        IrType element = ((BufferType)saved.Type).Element;
        if (IsCounted && Longest(saved, memory, new Hoisting(_definitions, Prologue)) is { } longest)
        {
            Value whole = Prologue.Values.New(new BufferType(element, BufferKind.Span), name);
            Prologue.Append(new Allocate(whole, IsLoop ? TapeSize.Product(Prologue, Size(), longest) : longest, _storage, Zeroed: false));
            return new BufferSlot.Part(whole, longest, this);
        }

        Value stack = Prologue.Values.New(new StackType(element), name);
        Prologue.Append(new AllocateStack(stack, _storage));
        return new BufferSlot.OnStack(stack);
    }

    /// <summary>Whether the innermost thing around is a counted loop.</summary>
    public bool IsLoop => _loop is not null;

    /// <summary>The number of the current iteration among all that the nest runs.</summary>
    public Value Ordinal(BlockBuilder builder)
    {
        Value own = Trips.Ordinal(builder, _loop!);
        return _outer is { _loop: not null }
            ? builder.Add(builder.Multiply(_outer.Ordinal(builder), Trips.Fitting(builder, _trips!)), own)
            : own;
    }

    /// <summary>How often a loop runs, computed before the nest; null where that is not known there.</summary>
    private Value? TripCount(For loop)
    {
        var hoisting = new Hoisting(_definitions, Prologue);
        if (hoisting.Hoist(loop.Start) is not { } start || hoisting.Hoist(loop.End) is not { } end)
        {
            return null;
        }

        return Trips.Count(Prologue, start, end, loop.Step);
    }

    /// <summary>A bound on a buffer's length that is known before the nest; null if there is none.</summary>
    private Value? Longest(Value buffer, Memory memory, Hoisting hoisting)
    {
        if (memory.ViewOf(buffer) is not { } view)
        {
            return _definitions.ContainsKey(buffer.Id) ? null : Prologue.Length(buffer);
        }

        if (Longest(view.Buffer, memory, hoisting) is not { } whole || view.Start is null)
        {
            return view.Start is null ? Longest(view.Buffer, memory, hoisting) : null;
        }

        // Where the path to the call is not taken, the count may be anything.
        Value? count = view.Count is { } given ? hoisting.Hoist(given)
            : hoisting.Hoist(view.Start) is { } start ? Prologue.Subtract(whole, start)
            : null;
        return count is null ? null : Prologue.Function("Max", Prologue.Function("Min", count, whole), Prologue.Constant(0));
    }

    private bool IsCounted => _loop is null ? _outer is null : _trips is not null && _outer!.IsCounted;

    private Value Size() => _outer is { _loop: not null } ? TapeSize.Product(Prologue, _outer.Size(), _trips!) : _trips!;
}

/// <summary>Where the tape holds one value of each iteration.</summary>
internal abstract record TapeSlot
{
    /// <summary>Saves the value, in the forward sweep.</summary>
    public abstract void Save(Value saved, BlockBuilder forward);

    /// <summary>Finds the value of the same iteration, in the backward sweep.</summary>
    public abstract Value Restore(Value saved, BlockBuilder backward);

    public sealed record InBuffer(Value Buffer, LoopNest Nest) : TapeSlot
    {
        public override void Save(Value saved, BlockBuilder forward) =>
            forward.Append(new Store(Buffer, Nest.Ordinal(forward), saved));

        public override Value Restore(Value saved, BlockBuilder backward) =>
            backward.Load(Buffer, Nest.Ordinal(backward), saved.Name);
    }

    public sealed record OnStack(Value Stack) : TapeSlot
    {
        public override void Save(Value saved, BlockBuilder forward) => forward.Append(new Push(Stack, saved));

        public override Value Restore(Value saved, BlockBuilder backward)
        {
            Value restored = backward.Values.New(saved.Type, saved.Name);
            backward.Append(new Pop(restored, Stack));
            return restored;
        }
    }
}
