using System;
using StaticAd;

namespace StaticAd.Corpus;

public static partial class BlackScholes
{
    // check: 100, 95, 0.5, 0.03, 0.25
    // check: 80, 110, 2, 0.01, 0.4
    [Differentiable(Batch = true)]
    public static double Call(double spot, double strike, double maturity, double rate, double volatility)
    {
        double deviation = volatility * Math.Sqrt(maturity);
        double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
        double d2 = d1 - deviation;
        return spot * Special.NormalCdf(d1) - strike * Math.Exp(-rate * maturity) * Special.NormalCdf(d2);
    }

    // check: 100, 95, 0.5, 0.03, 0.25, true
    // check: 100, 95, 0.5, 0.03, 0.25, false
    [Differentiable(Batch = true)]
    public static double Option(double spot, double strike, double maturity, double rate, double volatility, bool isCall)
    {
        double sign = isCall ? 1 : -1;
        double deviation = volatility * Math.Sqrt(maturity);
        double d1 = (Math.Log(spot / strike) + (rate + 0.5 * volatility * volatility) * maturity) / deviation;
        return sign * (spot * Special.NormalCdf(sign * d1)
            - strike * Math.Exp(-rate * maturity) * Special.NormalCdf(sign * (d1 - deviation)));
    }
}
