using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>The product of two blocks, by the kernel that fits their shapes and the processor.</summary>
internal static unsafe class Gemm
{
    /// <summary>C = factor · A · B, or C += factor · A · B. C may not overlap A or B.</summary>
    /// <param name="factor">What the product is multiplied by.</param>
    /// <param name="a">Rows of C by inner dimension, in any layout.</param>
    /// <param name="b">Inner dimension by columns of C, in any layout.</param>
    /// <param name="c">The result.</param>
    /// <param name="accumulate">Whether the product is added to what C holds.</param>
    public static void Multiply<T>(T factor, Block<T> a, Block<T> b, Block<T> c, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Debug.Assert(a.Rows == c.Rows && b.Columns == c.Columns && a.Columns == b.Rows);
        if (c.Rows == 0 || c.Columns == 0)
        {
            return;
        }

        if (a.Columns == 0)
        {
            if (!accumulate)
            {
                c.Clear();
            }
        }
        else if (c.Columns == 1)
        {
            MatrixVector.Multiply(factor, a, b, c, accumulate);
        }
        else if (c.Rows == 1)
        {
            MatrixVector.Multiply(factor, b.Transposed, a.Transposed, c.Transposed, accumulate);
        }
        else if (!c.HasPlainRows && c.RowStride == 1)
        {
            MultiplyPacked(factor, b.Transposed, a.Transposed, c.Transposed, accumulate);
        }
        else
        {
            MultiplyPacked(factor, a, b, c, accumulate);
        }
    }

    private static void MultiplyPacked<T>(T factor, Block<T> a, Block<T> b, Block<T> c, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double))
        {
            MultiplyPacked(double.CreateTruncating(factor), a.As<double>(), b.As<double>(), c.As<double>(), accumulate);
        }
        else if (typeof(T) == typeof(float))
        {
            MultiplyPacked(float.CreateTruncating(factor), a.As<float>(), b.As<float>(), c.As<float>(), accumulate);
        }
        else
        {
            throw new NotSupportedException();
        }
    }

    private static void MultiplyPacked(double factor, Block<double> a, Block<double> b, Block<double> c, bool accumulate)
    {
        if (BlasProvider.TryMultiply(factor, a, b, c, accumulate))
        {
            return;
        }

        if (Vector512.IsHardwareAccelerated)
        {
            MultiplyPacked<Double8, double, Double8Mask>(factor, a, b, c, accumulate);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            MultiplyPacked<Double4, double, Double4Mask>(factor, a, b, c, accumulate);
        }
        else
        {
            MultiplyPacked<Double2, double, Double2Mask>(factor, a, b, c, accumulate);
        }
    }

    private static void MultiplyPacked(float factor, Block<float> a, Block<float> b, Block<float> c, bool accumulate)
    {
        if (BlasProvider.TryMultiply(factor, a, b, c, accumulate))
        {
            return;
        }

        if (Vector512.IsHardwareAccelerated)
        {
            MultiplyPacked<Float16, float, Float16Mask>(factor, a, b, c, accumulate);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            MultiplyPacked<Float8, float, Float8Mask>(factor, a, b, c, accumulate);
        }
        else
        {
            MultiplyPacked<Float4, float, Float4Mask>(factor, a, b, c, accumulate);
        }
    }

    private static void MultiplyPacked<TLane, T, TMask>(T factor, Block<T> a, Block<T> b, Block<T> c, bool accumulate)
        where TLane : struct, ILane<TLane, T, TMask>
        where TMask : struct, ILaneMask<TMask>
        where T : unmanaged
    {
        if (c.Columns <= 2 * TLane.Width)
        {
            SharedProduct<NarrowBlock<TLane, T, TMask>, T>.Multiply(factor, a, b, c, accumulate);
        }
        else
        {
            SharedProduct<WideBlock<TLane, T, TMask>, T>.Multiply(factor, a, b, c, accumulate);
        }
    }
}
