namespace StaticAd.Kernels;

/// <summary>The products of a BLAS by its C interface: Dongarra, Du Croz, Hammarling, Duff: A set of level 3 basic linear algebra subprograms (ACM TOMS 1990).</summary>
/// <param name="forDouble">Address of <c>cblas_dgemm</c>.</param>
/// <param name="forFloat">Address of <c>cblas_sgemm</c>.</param>
internal sealed unsafe class BlasFunctions(nint forDouble, nint forFloat)
{
    private const int RowMajor = 101;
    private const int AsItIs = 111;
    private const int Transposed = 112;

    /// <summary>C = factor · A · B, or C += factor · A · B.</summary>
    public void Multiply<T>(T factor, Block<T> a, BlasLayout ofA, Block<T> b, BlasLayout ofB, Block<T> c, BlasLayout ofC, bool accumulate)
        where T : unmanaged
    {
        int turnA = ofA.IsTransposed ? Transposed : AsItIs, turnB = ofB.IsTransposed ? Transposed : AsItIs;
        if (typeof(T) == typeof(double))
        {
            ((delegate* unmanaged[Cdecl]<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)forDouble)(
                RowMajor, turnA, turnB, c.Rows, c.Columns, a.Columns, *(double*)&factor,
                (double*)a.Start, ofA.Leading, (double*)b.Start, ofB.Leading, accumulate ? 1 : 0, (double*)c.Start, ofC.Leading);
        }
        else
        {
            ((delegate* unmanaged[Cdecl]<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)forFloat)(
                RowMajor, turnA, turnB, c.Rows, c.Columns, a.Columns, *(float*)&factor,
                (float*)a.Start, ofA.Leading, (float*)b.Start, ofB.Leading, accumulate ? 1 : 0, (float*)c.Start, ofC.Leading);
        }
    }

    /// <summary>Whether both multiply small matrices rightly: a library with other integers, or other functions of these names, does not.</summary>
    public bool Multiplies()
    {
        double* numbers = stackalloc double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 1, 1, 1 };
        float* singles = stackalloc float[16];
        for (int i = 0; i < 16; i++)
        {
            singles[i] = (float)numbers[i];
        }

        return Multiplies(numbers, 2.0, [117, 129, 279, 309]) && Multiplies(singles, 2f, [117, 129, 279, 309]);
    }

    // C + 2 A B, of 2 by 3 and 3 by 2.
    private bool Multiplies<T>(T* numbers, T factor, ReadOnlySpan<int> expected)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        Block<T> a = new(numbers, 2, 3), b = new(numbers + 6, 3, 2), c = new(numbers + 12, 2, 2);
        Multiply(factor, a, new BlasLayout(false, 3), b, new BlasLayout(false, 2), c, new BlasLayout(false, 2), accumulate: true);
        for (int i = 0; i < expected.Length; i++)
        {
            if (numbers[12 + i] != T.CreateChecked(expected[i]))
            {
                return false;
            }
        }

        return true;
    }
}
