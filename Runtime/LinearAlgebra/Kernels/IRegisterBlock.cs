namespace StaticAd.Kernels;

/// <summary>The innermost part of a product: some rows by some vectors of C, summed up in registers over a panel of A and one of B.</summary>
/// <typeparam name="T">Element type.</typeparam>
internal unsafe interface IRegisterBlock<T>
    where T : unmanaged
{
    /// <summary>Rows of C, and of a panel of A.</summary>
    static abstract int Rows { get; }

    /// <summary>Columns of C, and of a panel of B.</summary>
    static abstract int Columns { get; }

    /// <summary>C = factor · A · B, or C += factor · A · B.</summary>
    /// <param name="a">The panel of A: the elements of a column are neighbours.</param>
    /// <param name="b">The panel of B: the elements of a row are neighbours.</param>
    /// <param name="inner">How many products an element of C has.</param>
    /// <param name="factor">What they are multiplied by.</param>
    /// <param name="c">The first element of C.</param>
    /// <param name="stride">How far its rows are apart.</param>
    /// <param name="accumulate">Whether C keeps what it has.</param>
    static abstract void Multiply(T* a, T* b, int inner, T factor, T* c, nint stride, bool accumulate);
}
