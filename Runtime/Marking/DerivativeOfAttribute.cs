namespace StaticAd;

/// <summary>
/// Declares a static method to be the derivative of another method, for one that cannot or should not be differentiated
/// itself. The rule's parameter types select the overload.
/// </summary>
/// <remarks>
/// A rule has the signature that the generated method of its <see cref="Mode"/> would have; a
/// <see cref="DerivativeMode.Forward"/> and a <see cref="DerivativeMode.Backward"/> rule belong together and share what they
/// save through the <see cref="Tape"/>. Check a rule with <c>GradCheck</c>: nothing else compares it with its method.
/// </remarks>
/// <param name="type">The type that declares the method.</param>
/// <param name="method">The method's name, as <c>nameof(T.M)</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DerivativeOfAttribute(Type type, string method) : Attribute
{
    /// <summary>The type that declares the method.</summary>
    public Type Type { get; } = type;

    /// <summary>The name of the method that the rule differentiates.</summary>
    public string Method { get; } = method;

    /// <summary>Which derivative the rule provides; always stated.</summary>
    public required DerivativeMode Mode { get; set; }
}
