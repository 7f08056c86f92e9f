using StaticAd.GradBench.Models;
using StaticAd.Speed.HandWritten;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>GradBench's chain of differential equations.</summary>
internal static class OdeComparisons
{
    private static readonly (int N, int S)[] Sizes = [(1000, 10), (10000, 100), (100000, 100)];

    public static IEnumerable<Comparison> All => Sizes.SelectMany(size => Of(size.N, size.S));

    private static IEnumerable<Comparison> Of(int n, int s) =>
    [
        new($"ode n={n} s={s}: gradient ÷ primal", () => new Problem(n, s).OverPrimal(), Goal: 3),
        new($"ode n={n} s={s}: gradient ÷ hand-written", () => new Problem(n, s).OverHandWritten()),
    ];

    private sealed class Problem(int n, int s)
    {
        private readonly double[] _x = RandomArrays.Uniform(new Random(1), n);
        private readonly double[] _y = new double[n];
        private readonly double[] _yBar = new double[n];
        private readonly double[] _dx = new double[n];

        public Contenders OverPrimal() => new(Candidate.Of(Gradient), Candidate.Of(Primal));

        public Contenders OverHandWritten()
        {
            var handWritten = new HandWrittenOde(n, s);
            RequireAgreement(handWritten);
            return new(
                Candidate.Of(Gradient),
                Candidate.Of(() =>
                {
                    SeedCotangent();
                    handWritten.Vjp(_x, _y, _yBar, _dx);
                }));
        }

        // At these sizes the last component's gradient is zero: a step reaches four components and no further. So all
        // components get a cotangent here.
        private void RequireAgreement(HandWrittenOde handWritten)
        {
            Array.Fill(_yBar, 1);
            Ode.SolveVjp(_x, s, _y, _yBar, _dx);
            double[] generated = [.. _dx];
            Array.Fill(_yBar, 1);
            handWritten.Vjp(_x, _y, _yBar, _dx);
            Agreement.Require("ode", generated, _dx);
        }

        private void Primal() => Ode.Solve(_x, s, _y);

        private void Gradient()
        {
            SeedCotangent();
            Ode.SolveVjp(_x, s, _y, _yBar, _dx);
        }

        private void SeedCotangent()
        {
            Array.Clear(_yBar);
            _yBar[^1] = 1;
        }
    }
}
