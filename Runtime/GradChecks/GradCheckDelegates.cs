using System.Numerics;

namespace StaticAd;

/// <summary>A scalar function of a vector, <c>f: Rⁿ → R</c>.</summary>
/// <param name="x">The argument, n elements.</param>
/// <returns>The value.</returns>
public delegate double ScalarFunction(ReadOnlySpan<double> x);

/// <summary>The gradient of a <see cref="ScalarFunction"/>.</summary>
/// <param name="x">The argument, n elements.</param>
/// <param name="dx">Takes the gradient, n elements; to be overwritten.</param>
public delegate void ScalarFunctionGradient(ReadOnlySpan<double> x, Span<double> dx);

/// <summary>A vector function of a vector, <c>f: Rⁿ → Rᵐ</c>.</summary>
/// <param name="x">The argument, n elements.</param>
/// <param name="y">Takes the value, m elements; to be overwritten.</param>
public delegate void VectorFunction(ReadOnlySpan<double> x, Span<double> y);

/// <summary>The vector-Jacobian product of a <see cref="VectorFunction"/>, <c>dx = Jᵀ·yBar</c>.</summary>
/// <param name="x">The argument, n elements.</param>
/// <param name="yBar">The cotangent of the value, m elements.</param>
/// <param name="dx">Takes the gradient, n elements; to be overwritten.</param>
public delegate void VectorFunctionVjp(ReadOnlySpan<double> x, ReadOnlySpan<double> yBar, Span<double> dx);

/// <summary>The Jacobian-vector product of a <see cref="VectorFunction"/>, <c>yDot = J·xDot</c>.</summary>
/// <param name="x">The argument, n elements.</param>
/// <param name="xDot">The tangent of the argument, n elements.</param>
/// <param name="yDot">Takes the tangent of the value, m elements; to be overwritten.</param>
public delegate void VectorFunctionJvp(ReadOnlySpan<double> x, ReadOnlySpan<double> xDot, Span<double> yDot);

/// <summary>The product of the Hessian of a <see cref="ScalarFunction"/> with a vector, <c>xHvp = H·xDot</c>.</summary>
/// <param name="x">The argument, n elements.</param>
/// <param name="xDot">The vector, n elements.</param>
/// <param name="xHvp">Takes the product, n elements; to be overwritten.</param>
public delegate void ScalarFunctionHvp(ReadOnlySpan<double> x, ReadOnlySpan<double> xDot, Span<double> xHvp);

/// <summary>A <see cref="ScalarFunction"/> over complex numbers.</summary>
/// <param name="x">The argument, n elements.</param>
/// <returns>The value.</returns>
public delegate Complex ComplexScalarFunction(ReadOnlySpan<Complex> x);

/// <summary>A <see cref="VectorFunction"/> over complex numbers.</summary>
/// <param name="x">The argument, n elements.</param>
/// <param name="y">Takes the value, m elements; to be overwritten.</param>
public delegate void ComplexVectorFunction(ReadOnlySpan<Complex> x, Span<Complex> y);
