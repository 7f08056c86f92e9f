namespace StaticAd.Kernels;

/// <summary>What is computed of one matrix: up to three others.</summary>
internal interface IFactorisation<T>
    where T : unmanaged
{
    /// <summary>Computes the factors of a matrix, and writes them only if all is well.</summary>
    /// <param name="a">The matrix.</param>
    /// <param name="first">The first factor.</param>
    /// <param name="second">The second factor, if there is one.</param>
    /// <param name="third">The third factor, if there is one.</param>
    static abstract FactorOutcome Run(Block<T> a, Block<T> first, Block<T> second, Block<T> third);
}
