namespace StaticAd;

/// <summary>
/// Marks a <see cref="Span{T}"/> parameter as working memory of a <see cref="DifferentiableAttribute">differentiable</see>
/// method: its contents on entry are not read and its contents on return mean nothing, so it has no cotangent and no tangent.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ScratchAttribute : Attribute;
