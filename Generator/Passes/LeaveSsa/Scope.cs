namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>
/// A pair of C# braces, as far as names are concerned. The body of a <c>while</c> lies inside the scope of its condition, for
/// both may come to stand between the same braces.
/// </summary>
internal sealed class Scope(Scope? parent)
{
    public Scope? Parent { get; } = parent;

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

    /// <summary>The innermost scope that encloses both.</summary>
    public static Scope Common(Scope left, Scope right)
    {
        Scope common = left;
        while (!common.Encloses(right))
        {
            common = common.Parent!;
        }

        return common;
    }
}
