using System.ComponentModel;
using System.Numerics;

namespace StaticAd.CompilerServices;

/// <summary>Functions of <see cref="Complex"/> part by part: the values beside which generated code computes derivatives of its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ComplexParts
{
    /// <summary>Real part of <see cref="Complex.Asin(Complex)"/>.</summary>
    /// <param name="real">Real part of the argument.</param>
    /// <param name="imaginary">Imaginary part of the argument.</param>
    /// <returns>The part.</returns>
    public static double RealOfAsin(double real, double imaginary) => Complex.Asin(new Complex(real, imaginary)).Real;

    /// <summary>Imaginary part of <see cref="Complex.Asin(Complex)"/>.</summary>
    /// <inheritdoc cref="RealOfAsin(double, double)"/>
    public static double ImaginaryOfAsin(double real, double imaginary) => Complex.Asin(new Complex(real, imaginary)).Imaginary;

    /// <summary>Real part of <see cref="Complex.Acos(Complex)"/>.</summary>
    /// <inheritdoc cref="RealOfAsin(double, double)"/>
    public static double RealOfAcos(double real, double imaginary) => Complex.Acos(new Complex(real, imaginary)).Real;

    /// <summary>Imaginary part of <see cref="Complex.Acos(Complex)"/>.</summary>
    /// <inheritdoc cref="RealOfAsin(double, double)"/>
    public static double ImaginaryOfAcos(double real, double imaginary) => Complex.Acos(new Complex(real, imaginary)).Imaginary;
}
