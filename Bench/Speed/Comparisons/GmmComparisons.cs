using StaticAd.GradBench.Models;
using StaticAd.Speed.HandWritten;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>GradBench's Gaussian mixture: the generated gradient against its primal and against one written by hand.</summary>
internal static class GmmComparisons
{
    private const int Points = 1000;

    private static readonly (int D, int K)[] Sizes = [(2, 5), (10, 25), (20, 50), (20, 100), (64, 100)];

    public static IEnumerable<Comparison> All => Sizes.SelectMany(size => Of(size.D, size.K));

    private static IEnumerable<Comparison> Of(int d, int k) =>
    [
        new($"gmm d={d} K={k}: gradient ÷ primal", () => Prepare(d, k).OverPrimal(), Goal: 3),
        new($"gmm d={d} K={k}: gradient ÷ hand-written", () => Prepare(d, k).OverHandWritten()),
    ];

    private static Problem Prepare(int d, int k) => new(d, k);

    private sealed class Problem
    {
        private const double Gamma = 1;
        private const int M = 0;

        private readonly int _d;
        private readonly int _k;
        private readonly double[] _x;
        private readonly double[] _alpha;
        private readonly double[] _mu;
        private readonly double[] _q;
        private readonly double[] _l;
        private readonly double[] _dAlpha;
        private readonly double[] _dMu;
        private readonly double[] _dQ;
        private readonly double[] _dL;

        public Problem(int d, int k)
        {
            var random = new Random(1);
            _d = d;
            _k = k;
            _x = RandomArrays.Normal(random, Points * d);
            _alpha = RandomArrays.Normal(random, k);
            _mu = RandomArrays.Uniform(random, k * d);
            _q = RandomArrays.Normal(random, k * d);
            _l = RandomArrays.Normal(random, k * d * (d - 1) / 2);
            _dAlpha = new double[_alpha.Length];
            _dMu = new double[_mu.Length];
            _dQ = new double[_q.Length];
            _dL = new double[_l.Length];
        }

        public Contenders OverPrimal() => new(Candidate.Of(Gradient), Candidate.Of(Primal));

        public Contenders OverHandWritten()
        {
            var handWritten = new HandWrittenGmm(_d, _k);
            Action runHandWritten = () =>
                handWritten.ValueAndGradient(Points, _x, _alpha, _mu, _q, _l, Gamma, M, _dAlpha, _dMu, _dQ, _dL);

            Gradient();
            double[] generated = [.. _dAlpha, .. _dMu, .. _dQ, .. _dL];
            runHandWritten();
            Agreement.Require("gmm", generated, [.. _dAlpha, .. _dMu, .. _dQ, .. _dL]);
            return new(Candidate.Of(Gradient), Candidate.Of(runHandWritten));
        }

        private void Primal() => Gmm.LogPosterior(_d, _k, Points, _x, _alpha, _mu, _q, _l, Gamma, M);

        private void Gradient() =>
            Gmm.LogPosteriorGradient(_d, _k, Points, _x, _alpha, _mu, _q, _l, Gamma, M, _dAlpha, _dMu, _dQ, _dL);
    }
}
