namespace StaticAd.Generator.Frontend;

/// <summary>How control may leave a run of statements.</summary>
/// <param name="Flags">Set on the ways that leave by <c>return</c>, <c>break</c> or <c>continue</c>.</param>
/// <param name="Falls">Whether the end of the run can be reached.</param>
internal sealed record Exits(IReadOnlyList<Variable> Flags, bool Falls)
{
    public static readonly Exits None = new([], true);

    /// <summary>Every way ends in an exception.</summary>
    public static readonly Exits Thrown = new([], false);

    public static Exits Through(Variable flag) => new([flag], false);

    public bool Any => Flags.Count > 0;

    public Exits Or(Exits other) => new([.. Flags.Union(other.Flags)], Falls || other.Falls);

    /// <summary>These, and then what follows where they fall through.</summary>
    public Exits Then(Exits rest) => new([.. Flags.Union(rest.Flags)], rest.Falls);

    public Exits Without(params IEnumerable<Variable?> flags) => this with { Flags = [.. Flags.Where(flag => !flags.Contains(flag))] };
}
