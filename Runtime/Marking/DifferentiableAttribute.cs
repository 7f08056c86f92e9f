using System.Runtime.CompilerServices;

namespace StaticAd;

/// <summary>
/// Marks a method whose derivatives are generated beside it at build time, in the same <see langword="partial"/> type and
/// with the same accessibility.
/// </summary>
/// <remarks>
/// For a method <c>F</c> the generated family is <c>FVjp</c>, <c>FJvp</c> and the sweeps apart, <c>FForward</c> and
/// <c>FBackward</c>, and <c>FJacobian</c>; where the only active output is a scalar return value also <c>FValueAndGradient</c> and
/// <c>FGradient</c>, and with <see cref="Order"/> = 2 <c>FHvp</c> and <c>FHessian</c>.
/// Parameters taken by value, <see langword="in"/>, as <see cref="ReadOnlySpan{T}"/> or as arrays are inputs;
/// <see cref="Span{T}"/> and <see langword="ref"/> parameters are both input and output; <see langword="out"/> parameters and
/// the return value are outputs. Of a generic method there is a family for each of <see langword="double"/>,
/// <see langword="float"/> and <see cref="Half"/> that meets the constraints of its type parameter, and a generic one that goes on to
/// these. What cannot be differentiated is an error at its place in the source, never a wrong number.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DifferentiableAttribute : Attribute
{
    /// <summary>Marks a method.</summary>
    /// <param name="line">Filled in by the compiler: where the mark stands, so that reports can name lines.</param>
    public DifferentiableAttribute([CallerLineNumber] int line = 0) => Line = line;

    /// <summary>The line of the source that the mark stands in.</summary>
    internal int Line { get; }

    /// <summary>Highest order of derivative to generate: 1 (the default) or 2.</summary>
    public int Order { get; set; } = 1;

    /// <summary>
    /// Also generate <c>FBatch</c> and <c>FValueAndGradientBatch</c>, which work on a whole batch of arguments in SIMD lanes.
    /// The method must take scalars by value only and return a scalar.
    /// </summary>
    public bool Batch { get; set; }

    /// <summary>The family name of the generated methods, in place of the method's own.</summary>
    public string? Name { get; set; }
}
