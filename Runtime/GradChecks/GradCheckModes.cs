namespace StaticAd;

/// <summary>Which derivative methods a <see cref="GradCheck"/> looks at.</summary>
[Flags]
public enum GradCheckModes
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Forward mode: <c>FJvp</c>.</summary>
    Jvp = 1,

    /// <summary>Reverse mode: <c>FVjp</c>.</summary>
    Vjp = 2,

    /// <summary>The sweeps of reverse mode apart: <c>FForward</c> and <c>FBackward</c>.</summary>
    Sweeps = 4,

    /// <summary><c>FValueAndGradient</c> and <c>FGradient</c>.</summary>
    Gradient = 8,

    /// <summary><c>FJacobian</c>.</summary>
    Jacobian = 16,

    /// <summary><c>FHvp</c> and <c>FHessian</c>.</summary>
    SecondOrder = 32,

    /// <summary><c>FBatch</c> and <c>FValueAndGradientBatch</c>.</summary>
    Batch = 64,

    /// <summary>All of them.</summary>
    All = Jvp | Vjp | Sweeps | Gradient | Jacobian | SecondOrder | Batch,
}
