namespace StaticAd.Generator.Ir;

/// <summary>
/// Runs one of two blocks; both have no parameters and yield one value per result. C#'s <c>?:</c>, <c>&amp;&amp;</c> and
/// <c>||</c> are this operation too.
/// </summary>
internal sealed record If(EquatableArray<Value> Outputs, Value Condition, Block Then, Block Else) : Operation
{
    protected override EquatableArray<Value> ReadResults() => Outputs;

    protected override EquatableArray<Value> ReadOperands() => [Condition];

    protected override EquatableArray<Block> ReadRegions() => [Then, Else];

    /// <summary>Whether it consists of the same objects.</summary>
    public bool HasPartsOf(If other) =>
        Outputs.IsSameAs(other.Outputs) && ReferenceEquals(Condition, other.Condition)
        && ReferenceEquals(Then, other.Then) && ReferenceEquals(Else, other.Else);
}

/// <summary>
/// A counted loop: <paramref name="Induction"/> goes from <paramref name="Start"/> by <paramref name="Step"/> while it has
/// not reached <paramref name="End"/> (<c>&lt;</c> for a positive step, <c>&gt;</c> for a negative one), and the body does
/// not change it. The body's parameters are the carried values: first <paramref name="Initial"/>, then what the body yields;
/// the last ones are the results.
/// </summary>
/// <param name="Checkpoints">How many of its states reverse mode may keep at a time; null for a loop without such a budget.</param>
internal sealed record For(
    EquatableArray<Value> Outputs,
    Value Induction,
    Value Start,
    Value End,
    int Step,
    EquatableArray<Value> Initial,
    Block Body,
    Value? Checkpoints = null) : Operation
{
    protected override EquatableArray<Value> ReadResults() => Outputs;

    protected override EquatableArray<Value> ReadOperands() => Checkpoints is null ? [Start, End, .. Initial] : [Start, End, Checkpoints, .. Initial];

    protected override EquatableArray<Block> ReadRegions() => [Body];

    /// <summary>Whether it consists of the same objects.</summary>
    public bool HasPartsOf(For other) =>
        Outputs.IsSameAs(other.Outputs) && ReferenceEquals(Induction, other.Induction)
        && ReferenceEquals(Start, other.Start) && ReferenceEquals(End, other.End) && Step == other.Step
        && Initial.IsSameAs(other.Initial) && ReferenceEquals(Body, other.Body) && ReferenceEquals(Checkpoints, other.Checkpoints);
}

/// <summary>
/// A loop of unknown length. <paramref name="Condition"/> takes the carried values and yields a <c>bool</c>, then the values
/// it hands on; while the first is true these enter <paramref name="Body"/>, which yields the next carried values; when it is
/// false they are the results.
/// </summary>
internal sealed record While(EquatableArray<Value> Outputs, EquatableArray<Value> Initial, Block Condition, Block Body) : Operation
{
    protected override EquatableArray<Value> ReadResults() => Outputs;

    protected override EquatableArray<Value> ReadOperands() => Initial;

    protected override EquatableArray<Block> ReadRegions() => [Condition, Body];

    /// <summary>Whether it consists of the same objects.</summary>
    public bool HasPartsOf(While other) =>
        Outputs.IsSameAs(other.Outputs) && Initial.IsSameAs(other.Initial)
        && ReferenceEquals(Condition, other.Condition) && ReferenceEquals(Body, other.Body);
}
