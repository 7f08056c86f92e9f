using System.Reflection;

namespace StaticAd;

/// <summary>What <see cref="GradCheck.Assembly"/> checks, and at which arguments.</summary>
public sealed record GradCheckAssemblyOptions
{
    /// <summary>How each method is checked; its seed is that of the generated arguments too.</summary>
    public GradCheckOptions Check { get; init; } = new();

    /// <summary>At how many points each method is checked whose arguments are generated.</summary>
    public int Points { get; init; } = 2;

    /// <summary>Arguments for methods where generated ones do not fit; several for one method are several points.</summary>
    public IReadOnlyList<GradCheckArguments> Arguments { get; init; } = [];

    /// <summary>Which of the methods are checked; all if null.</summary>
    public Predicate<MethodInfo>? Where { get; init; }

    /// <summary>
    /// How long one method may take. What takes longer counts as not checked, and is left running: a loop that does not end can't be stopped.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);
}
