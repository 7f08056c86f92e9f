namespace StaticAd.CompilerServices;

public partial interface ILane<TSelf, TScalar, TMask>
{
    /// <summary>As <see cref="Special.Erf(double)"/>.</summary>
    static abstract TSelf Erf(TSelf x);

    /// <summary>As <see cref="Special.Erfc(double)"/>.</summary>
    static abstract TSelf Erfc(TSelf x);

    /// <summary>As <see cref="Special.NormalCdf(double)"/>.</summary>
    static abstract TSelf NormalCdf(TSelf x);

    /// <summary>As <see cref="Special.NormalPdf(double)"/>.</summary>
    static abstract TSelf NormalPdf(TSelf x);

    /// <summary>Distribution and density of the normal distribution, with the bits of each alone, at the price of the first.</summary>
    static virtual (TSelf Cdf, TSelf Pdf) NormalCdfAndPdf(TSelf x) => (TSelf.NormalCdf(x), TSelf.NormalPdf(x));

    /// <summary>As <see cref="Special.ExpMinusSquare(double)"/>.</summary>
    static abstract TSelf ExpMinusSquare(TSelf x);

    /// <summary>As <see cref="Special.LogGamma(double)"/>.</summary>
    static abstract TSelf LogGamma(TSelf x);

    /// <summary>As <see cref="Special.Digamma(double)"/>.</summary>
    static abstract TSelf Digamma(TSelf x);

    /// <summary>As <see cref="Special.Trigamma(double)"/>.</summary>
    static abstract TSelf Trigamma(TSelf x);

    /// <summary>As <see cref="Special.Sigmoid(double)"/>.</summary>
    static abstract TSelf Sigmoid(TSelf x);

    /// <summary>As <see cref="Special.Softplus(double)"/>.</summary>
    static abstract TSelf Softplus(TSelf x);
}
