namespace StaticAd;

/// <summary>Marks a method whose derivatives are generated beside it at build time.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DifferentiableAttribute : Attribute
{
    /// <summary>Highest order of derivative to generate: 1 (the default) or 2.</summary>
    public int Order { get; set; } = 1;

    /// <summary>Also generate the methods that work on a whole batch of arguments in SIMD lanes.</summary>
    public bool Batch { get; set; }

    /// <summary>The family name of the generated methods, in place of the method's own.</summary>
    public string? Name { get; set; }
}
