using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace StaticAd.CompilerServices;

public static partial class Require
{
    /// <summary>Throws unless the elements of matrices lie one behind the other, without gaps.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="view">The matrices.</param>
    /// <param name="name">Name of their parameter.</param>
    /// <exception cref="ArgumentException">There are gaps, or a matrix is there several times.</exception>
    public static void Dense<T>(MatrixBatch<T> view, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!view.IsDense)
        {
            ThrowGaps(name);
        }
    }

    /// <inheritdoc cref="Dense{T}(MatrixBatch{T}, string)"/>
    public static void Dense<T>(Matrix<T> view, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!view.IsDense)
        {
            ThrowGaps(name);
        }
    }

    [DoesNotReturn]
    private static void ThrowGaps(string name) => throw new ArgumentException(
        $"The matrices of '{name}' do not lie one behind the other without gaps. Pass a copy: '{name}.Compact()'.", name);
}
