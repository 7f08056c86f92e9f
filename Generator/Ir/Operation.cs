namespace StaticAd.Generator.Ir;

// The grammar of the IR. Scalars are in static single assignment form; memory is not: loads and stores happen in program
// order. Control flow is structured: a region is a block, and a block yields values to the operation that owns it.
//
//   block  := (parameter*) operation* yield value*
//   pure   := Constant | Symbol | Compute | Length | View
//   memory := Allocate | Load | Store | Accumulate | Copy | Fill | Freeze | AllocateStack | Push | Pop
//   region := If | For | While
//   other  := Call | Throw

/// <summary>One step of a block.</summary>
internal abstract record Operation
{
    // Every pass asks for these; each array is made once. Not parts of the operation's value, and not taken over by a copy.
    private Value[]? _results, _operands;
    private Block[]? _regions;

    protected Operation()
    {
    }

    protected Operation(Operation original)
    {
    }

    /// <summary>The values this operation defines.</summary>
    public EquatableArray<Value> Results => new(_results ??= ReadResults().Items);

    /// <summary>The values this operation reads directly; what its regions read is not included.</summary>
    public EquatableArray<Value> Operands => new(_operands ??= ReadOperands().Items);

    /// <summary>The regions it owns, in the order in which they run.</summary>
    public EquatableArray<Block> Regions => new(_regions ??= ReadRegions().Items);

    /// <summary>The buffer that it writes to itself; null for none, and for a call, which writes what it is handed.</summary>
    public virtual Value? WrittenBuffer => null;

    public virtual bool Equals(Operation? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();

    protected abstract EquatableArray<Value> ReadResults();

    protected abstract EquatableArray<Value> ReadOperands();

    protected virtual EquatableArray<Block> ReadRegions() => [];
}

/// <summary>A sequence of operations with its own scope.</summary>
/// <param name="Parameters">Values defined on entry: what a loop carries.</param>
/// <param name="Operations">The steps, in order.</param>
/// <param name="Yields">What the region hands to its owner.</param>
internal sealed record Block(EquatableArray<Value> Parameters, EquatableArray<Operation> Operations, EquatableArray<Value> Yields);

/// <summary>A literal. <paramref name="Number"/> is what it is worth (1 for true).</summary>
/// <param name="Text">C# text where the user named the constant (<c>Math.PI</c>); null prints the number.</param>
internal sealed record Constant(Value Result, double Number, string? Text) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [Result];

    protected override EquatableArray<Value> ReadOperands() => [];
}

/// <summary>A passive value read from a symbol that never changes: a <c>static readonly</c> field, an enum member.</summary>
/// <param name="IsComputed">Whether reading it computes something, so that it is done once.</param>
/// <param name="Number">What an enum member is worth.</param>
internal sealed record Symbol(Value Result, string Text, bool IsComputed = false, double? Number = null) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [Result];

    protected override EquatableArray<Value> ReadOperands() => [];
}

/// <summary>A pure scalar computation.</summary>
/// <param name="Function">The elementary function's id when <paramref name="Opcode"/> is <see cref="Ir.Opcode.Function"/>.</param>
internal sealed record Compute(Value Result, Opcode Opcode, EquatableArray<Value> Arguments, string? Function = null) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [Result];

    protected override EquatableArray<Value> ReadOperands() => Arguments;
}

/// <summary>Number of elements of a buffer, an <c>int</c>.</summary>
/// <param name="Member">Of a parameter that is a view of matrices, the property that gives the length.</param>
/// <param name="Dimension">Of a parameter that is an array of several dimensions, the one whose length it is; null for all elements.</param>
internal sealed record Length(Value Result, Value Buffer, int? Dimension = null, string? Member = null) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [Result];

    protected override EquatableArray<Value> ReadOperands() => [Buffer];
}

/// <summary>
/// Another view of the same memory: <c>buffer.Slice(start, count)</c>, or the whole buffer under another buffer type when
/// <paramref name="Start"/> is null. <paramref name="Count"/> null means up to the end.
/// </summary>
internal sealed record View(Value Result, Value Buffer, Value? Start, Value? Count) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [Result];

    protected override EquatableArray<Value> ReadOperands() => (Start, Count) switch
    {
        ({ } start, { } count) => [Buffer, start, count],
        ({ } start, null) => [Buffer, start],
        (null, { } count) => [Buffer, count],
        _ => [Buffer],
    };
}

/// <summary>Reads one element.</summary>
internal sealed record Load(Value Result, Value Buffer, Value Index) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [Result];

    protected override EquatableArray<Value> ReadOperands() => [Buffer, Index];
}

/// <summary>Overwrites one element.</summary>
internal sealed record Store(Value Buffer, Value Index, Value Stored) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [];

    protected override EquatableArray<Value> ReadOperands() => [Buffer, Index, Stored];

    public override Value? WrittenBuffer => Buffer;
}

/// <summary>Adds to one element: <c>buffer[index] += addend</c>.</summary>
internal sealed record Accumulate(Value Buffer, Value Index, Value Addend) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [];

    protected override EquatableArray<Value> ReadOperands() => [Buffer, Index, Addend];

    public override Value? WrittenBuffer => Buffer;
}

/// <summary>Copies all elements of one buffer to the start of another.</summary>
internal sealed record Copy(Value Source, Value Destination) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [];

    protected override EquatableArray<Value> ReadOperands() => [Source, Destination];

    public override Value? WrittenBuffer => Destination;
}

/// <summary>Sets every element of a buffer to one value.</summary>
/// <param name="OfWholeElements">For one leaf of structures, whether fills of all the others stand beside it.</param>
internal sealed record Fill(Value Buffer, Value Stored, bool OfWholeElements = false) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [];

    protected override EquatableArray<Value> ReadOperands() => [Buffer, Stored];

    public override Value? WrittenBuffer => Buffer;
}

/// <summary>Where new memory comes from, and until when it lives.</summary>
internal enum Storage
{
    /// <summary>The user's <c>stackalloc</c> or <c>new</c>: zeroed, until the method returns. The storage plan says where it goes.</summary>
    Local,

    /// <summary>On the machine's stack, for a small constant count.</summary>
    Stack,

    /// <summary>In the thread's arena, until the method returns.</summary>
    Arena,

    /// <summary>In the frame of a <c>Tape</c>: the backward sweep finds it again by a <see cref="Recall"/>.</summary>
    Tape,
}

/// <summary>A new buffer of <paramref name="Count"/> elements, zero if <paramref name="Zeroed"/>.</summary>
/// <param name="IsHistory">Whether each element is written once at most, before it is read.</param>
/// <param name="IsCotangent">Whether it holds adjoints: sums in which the sign of a zero says nothing.</param>
internal sealed record Allocate(
    Value Result, Value Count, Storage Storage, bool Zeroed, bool IsHistory = false, bool IsCotangent = false) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [Result];

    protected override EquatableArray<Value> ReadOperands() => [Count];
}

/// <summary>A new, empty stack.</summary>
internal sealed record AllocateStack(Value Result, Storage Storage) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [Result];

    protected override EquatableArray<Value> ReadOperands() => [];
}

/// <summary>Puts a value on a stack.</summary>
internal sealed record Push(Value Stack, Value Pushed) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [];

    protected override EquatableArray<Value> ReadOperands() => [Stack, Pushed];
}

/// <summary>Takes the last value off a stack.</summary>
internal sealed record Pop(Value Result, Value Stack) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [Result];

    protected override EquatableArray<Value> ReadOperands() => [Stack];
}

/// <summary>Hands one value from the forward to the backward sweep through the tape's frame.</summary>
internal sealed record Keep(Value Kept) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [];

    protected override EquatableArray<Value> ReadOperands() => [Kept];
}

/// <summary>
/// The backward sweep's end of <see cref="Keep"/>, and for a buffer or a stack of its allocation on the tape. Scalars are recalled
/// in the order in which they were kept, buffers and stacks in the order in which they were allocated.
/// </summary>
internal sealed record Recall(Value Result) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [Result];

    protected override EquatableArray<Value> ReadOperands() => [];
}

/// <summary>
/// Copies what a buffer holds now to memory that is not written again: the primal is read from there, while derivatives belong to
/// the source as before.
/// </summary>
internal sealed record Freeze(Value Source, Value Target) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [];

    protected override EquatableArray<Value> ReadOperands() => [Source, Target];

    public override Value? WrittenBuffer => Target;
}

/// <summary>
/// A C# statement that leaves the method by an exception, with <paramref name="Arguments"/> between the pieces of its text.
/// </summary>
/// <param name="Always">Whether it always does (<c>throw</c>); otherwise the arguments decide (<c>ThrowIfNegative</c>).</param>
internal sealed record Throw(EquatableArray<string> Text, EquatableArray<Value> Arguments, bool Always) : Operation
{
    protected override EquatableArray<Value> ReadResults() => [];

    protected override EquatableArray<Value> ReadOperands() => Arguments;
}
