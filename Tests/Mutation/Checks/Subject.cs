namespace StaticAd.Tests.Mutation.Checks;

/// <summary>Something the generator is run on, whose outcome a mutant may change.</summary>
internal abstract record Subject(string Name)
{
    /// <summary>All that generator and analyzer say of it, as text.</summary>
    public abstract string Outcome();

    /// <summary>What the tests would say of the last outcome.</summary>
    public abstract IReadOnlyList<string> Failures();
}
