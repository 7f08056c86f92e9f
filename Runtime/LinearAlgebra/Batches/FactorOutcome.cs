namespace StaticAd.Kernels;

/// <summary>How the factorisation of a matrix ended.</summary>
internal enum FactorOutcome
{
    /// <summary>The factors are what they should be.</summary>
    Whole,

    /// <summary>The matrix has an element that is not finite, or its factors overflow.</summary>
    NotFinite,

    /// <summary>The iteration did not come to an end.</summary>
    NotConverged,
}
