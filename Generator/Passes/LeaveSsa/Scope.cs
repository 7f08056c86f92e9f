namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Where a region's values are seen.</summary>
/// <param name="sharesBraces">
/// Whether the C# of this scope may stand between the braces of its parent: the body of a <c>while</c> after its condition.
/// </param>
internal sealed class Scope(Scope? parent, bool sharesBraces = false)
{
    public Scope? Parent { get; } = parent;

    /// <summary>The scope of C# in which its names are declared.</summary>
    public Scope Braces => sharesBraces ? Parent!.Braces : this;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Whether this scope is <paramref name="other"/> or encloses it.</summary>
    public bool Encloses(Scope other)
    {
        Scope? scope = other;
        while (scope is not null && scope.Depth > Depth)
        {
            scope = scope.Parent;
        }

        return ReferenceEquals(scope, this);
    }
}
