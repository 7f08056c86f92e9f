namespace StaticAd.CompilerServices;

/// <summary>What the function kernels need of a lane type beyond its public operations: access to the bits of its elements.</summary>
internal interface IKernelLane<TSelf, TScalar, TBits, TMask> : ILane<TSelf, TScalar, TMask>
    where TSelf : struct, IKernelLane<TSelf, TScalar, TBits, TMask>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>The smaller operand; <paramref name="y"/> where it is NaN. Cheaper than <c>Min</c>.</summary>
    static abstract TSelf MinNative(TSelf x, TSelf y);

    /// <summary>The larger operand; <paramref name="y"/> where it is NaN. Cheaper than <c>Max</c>.</summary>
    static abstract TSelf MaxNative(TSelf x, TSelf y);

    static abstract TSelf FromBits(TBits bits);
    static abstract TSelf AndBits(TSelf x, TSelf y);
    static abstract TSelf OrBits(TSelf x, TSelf y);
    static abstract TSelf XorBits(TSelf x, TSelf y);
    static abstract TSelf AddBits(TSelf x, TSelf y);
    static abstract TSelf SubtractBits(TSelf x, TSelf y);
    static abstract TSelf ShiftLeft(TSelf x, int count);
    static abstract TSelf ShiftRight(TSelf x, int count);
}
