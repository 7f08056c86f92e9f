using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Which batches are taken in lanes: a matter of the size of a matrix and of how many there are, and of nothing else.</summary>
/// <remarks>
/// Measured on a processor with AVX-512, with it and with AVX2 alone, in double and float, both kernels in turn. A group costs what it does whether it is full or
/// not: 0.12, 2.2 and 24 µs for eight inverses of n = 3, 8 and 16, of which the kernel of one matrix needs 0.2, 0.9 and 4.9 µs each. So from two
/// matrices of 3 by 3 on, four of 8 by 8 and six of 16 by 16 lanes are faster, up to 16 times where groups are full. In products the kernel of one
/// matrix has lanes too, along its rows: groups are faster from three products of 3 by 3 on and six of 8 by 8; with AVX2 no more for 12 by 12 (1.6 times
/// slower), with AVX-512 not for 16 by 16. A matrix times a vector is little more than reading the matrix.
/// </remarks>
internal static class LaneSizes
{
    private const int LargestFactors = 16;

    private const int LargestProduct = 10;

    private const int LargestWithVector = 6;

    /// <summary>Factorisations, triangular systems, and what pulls back through them.</summary>
    public static bool PayInFactors(int n, int count) => n <= LargestFactors && count >= 2 + (n / 4);

    /// <summary>Products.</summary>
    public static bool PayInProducts(SmallShape shape, int count)
    {
        int largest = Math.Max(shape.Rows, Math.Max(shape.Inner, shape.Columns));
        return shape.Rows == 1 || shape.Columns == 1
            ? largest <= LargestWithVector && count >= 6
            : largest <= LargestProduct && count >= 2 + (largest / 2);
    }
}
