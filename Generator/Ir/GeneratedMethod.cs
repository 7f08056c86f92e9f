namespace StaticAd.Generator.Ir;

/// <summary>What a generated method does with the tape that it is given.</summary>
internal enum TapeUse
{
    None,

    /// <summary>The forward sweep: it records a frame.</summary>
    Recording,

    /// <summary>Both sweeps in one: rules that it calls share the thread's tape, in a frame that is discarded at the end.</summary>
    Rules,

    /// <summary>The backward sweep: it replays the frame and gives it back.</summary>
    Replay,
}

/// <summary>A number of elements: some scalars, and all elements of some buffers.</summary>
internal sealed record Extent(int Scalars, EquatableArray<string> Buffers);

/// <summary>A check of the arguments before anything is written.</summary>
internal abstract record Guard
{
    /// <summary><paramref name="Buffer"/> must have as many elements as <paramref name="Reference"/>.</summary>
    public sealed record SameLength(string Buffer, string Reference) : Guard;

    /// <summary>An array of several dimensions must have the lengths that <paramref name="Reference"/> has.</summary>
    public sealed record SameShape(string Array, string Reference) : Guard;

    /// <summary>An array of several dimensions must not be null, and its indices must start at 0, as C#'s own do.</summary>
    public sealed record ZeroBased(string Array) : Guard;

    /// <summary>The elements of a view of matrices must lie one behind the other.</summary>
    public sealed record Dense(string View) : Guard;

    /// <summary>No row of an array of arrays must be null.</summary>
    public sealed record NoNullRows(string Array) : Guard;

    /// <summary>An array of arrays must have rows as long as those of <paramref name="Reference"/>; if they are written, no two must be one.</summary>
    public sealed record SameRows(string Array, string Reference, bool IsWritten) : Guard;

    /// <summary>Two buffers must not share memory.</summary>
    public sealed record Disjoint(string Left, string Right) : Guard;

    /// <summary>A buffer must not share memory with an array in a field, whose contents the method takes for constant.</summary>
    public sealed record Apart(string Written, string Field) : Guard;

    /// <summary>Two scalars that are passed by reference must not be one variable.</summary>
    public sealed record Distinct(string Written, string Other) : Guard;

    /// <summary>A scalar that is passed by reference must not be an element of a buffer.</summary>
    public sealed record Outside(string Scalar, string Buffer) : Guard;

    /// <summary>An <c>out</c> parameter that the guards after this one compare with others.</summary>
    public sealed record Unset(string Output) : Guard;

    /// <summary>A buffer must have as many elements as a matrix with these rows and columns.</summary>
    public sealed record MatrixLength(string Buffer, Extent Rows, Extent Columns) : Guard;

    /// <summary>An array, or the tape, must not be null.</summary>
    public sealed record NotNull(string Argument) : Guard;
}

/// <summary>Where one of the body's yields goes.</summary>
/// <param name="Parameter">The <c>ref</c> or <c>out</c> parameter that takes it; null for a component of the return.</param>
internal sealed record ResultTarget(string? Parameter);

/// <summary>XML documentation of one parameter.</summary>
internal sealed record ParameterDoc(string Name, string Text);

/// <summary>One method of the family, ready to be written as C#.</summary>
/// <param name="Body">Yields one value per target.</param>
/// <param name="Frame">Name of the tape's frame, for the sweeps that use one.</param>
/// <param name="Lanes">The type parameters of a lane kernel; null for other methods.</param>
/// <param name="IsPrivate">Whether only other generated methods call it.</param>
internal sealed record GeneratedMethod(
    string Name,
    string Summary,
    EquatableArray<ParameterDoc> ParameterDocs,
    string? ReturnDoc,
    EquatableArray<Parameter> Parameters,
    ReturnShape Return,
    EquatableArray<ResultTarget> Targets,
    EquatableArray<Guard> Guards,
    TapeUse Tape,
    string? Frame,
    Block Body,
    EquatableArray<Method> Callees,
    LaneTypes? Lanes = null,
    bool IsPrivate = false)
{
    /// <summary>
    /// A faster way to the same results for many arguments: a method with the same parameters and one more, which takes what this one returns. It returns false where
    /// it has none, after having written nothing that is not overwritten here.
    /// </summary>
    public GeneratedMethod? FirstTried { get; init; }
}

/// <summary>All that is generated for one marked method: one file.</summary>
/// <param name="Generic">Behind the members of all instances of a generic method, those that are generic themselves.</param>
/// <param name="Generic">Behind the instances of a generic method, the members that are generic themselves.</param>
/// <param name="HiddenNames">
/// Type names that generated bodies use (<c>Math</c>, <c>Span</c>, <c>Arena</c>, ...) and that mean something else where the
/// methods stand, because a member of the enclosing types or a type of the namespace has the name; written qualified.
/// </param>
internal sealed record DerivativeFamily(
    string? Namespace,
    EquatableArray<EnclosingType> Types,
    string Accessibility,
    string FileName,
    EquatableArray<GeneratedMethod> Methods,
    EquatableArray<string> HiddenNames = default,
    string Modifier = "static ",
    EquatableArray<GenericMember> Generic = default);
