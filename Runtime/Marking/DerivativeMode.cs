namespace StaticAd;

/// <summary>Which member of a method's derivative family a rule provides (see <see cref="DerivativeOfAttribute"/>).</summary>
public enum DerivativeMode
{
    /// <summary>Forward mode: the method's parameters, the tangents of its inputs, then the tangents of its outputs.</summary>
    Jvp,

    /// <summary>Reverse mode in one call: the method's parameters, the cotangents of its outputs, then the gradients of its inputs.</summary>
    Vjp,

    /// <summary>The forward sweep of reverse mode: the method's parameters, then the <see cref="Tape"/> that takes what the backward sweep needs.</summary>
    Forward,

    /// <summary>The backward sweep of reverse mode: parameters, cotangents, gradients (added to), then the same <see cref="Tape"/>.</summary>
    Backward,
}
