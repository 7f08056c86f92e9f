namespace StaticAd;

/// <summary>Arguments at which <see cref="GradCheck.Assembly"/> checks a method, in place of generated ones.</summary>
/// <param name="Type">The type that declares the method.</param>
/// <param name="Method">The method's name; the arguments select the overload.</param>
/// <param name="Arguments">What a caller would pass, as for <see cref="GradCheck.Method(Type, string, object[])"/>.</param>
public sealed record GradCheckArguments(Type Type, string Method, params object[] Arguments)
{
    /// <summary>Options for this method alone; otherwise those of the whole check hold.</summary>
    public GradCheckOptions? Options { get; init; }
}
