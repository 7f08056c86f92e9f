namespace StaticAd.Generator.Frontend;

/// <summary>The variables that take the values of an expression, where these are known: they give the values their names.</summary>
internal static class Targets
{
    public static string? Name(IReadOnlyList<Variable?> targets, int index = 0) => index < targets.Count ? targets[index]?.Name : null;

    /// <summary>A target of which only the name is known.</summary>
    public static Variable? Named(string? name) => name is null ? null : new Variable(-1, name, UnknownType.Instance);

    // A place that is an element has no name to give.
    public static string? NameOf(Place place) => (place as VariablePlace)?.Variable.Name;

    public static Variable?[] Of(Place[] places) => [.. places.Select(place => (place as VariablePlace)?.Variable)];
}
