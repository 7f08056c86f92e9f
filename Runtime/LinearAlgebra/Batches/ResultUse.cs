namespace StaticAd.Kernels;

/// <summary>What becomes of results.</summary>
internal enum ResultUse
{
    /// <summary>They wait in the arena until the last matrix has passed; if one fails nothing is written.</summary>
    Kept,

    /// <summary>They are written as they come: no matrix can fail, or what then is written is nobody's.</summary>
    Written,

    /// <summary>They are added to what is there: no matrix can fail.</summary>
    Added,
}
