namespace StaticAd;

/// <summary>
/// Makes a parameter, field or property passive although its type is active: it is a constant to the derivative, and the
/// generated methods have no gradient, cotangent or tangent for it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class NoDerivativeAttribute : Attribute;
