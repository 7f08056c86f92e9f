using StaticAd.GradBench.Models;
using StaticAd.Speed.Measurement;

namespace StaticAd.Speed.Comparisons;

/// <summary>
/// GradBench's derivatives of functions that themselves take derivatives: the outer one over the function, whose value holds the
/// inner one. The first letter is the mode of the outer derivative.
/// </summary>
internal static class NestedComparisons
{
    private const double W = 0.1;
    private const double Start = 1;

    public static IEnumerable<Comparison> All =>
    [
        new("particle ff: derivative ÷ value", () => new(
            Candidate.Of(() => Particle.SquareByForwardJvp(W, 1, out _)), Candidate.Of(() => Particle.SquareByForward(W)))),
        new("particle fr: derivative ÷ value", () => new(
            Candidate.Of(() => Particle.SquareByReverseJvp(W, 1, out _)), Candidate.Of(() => Particle.SquareByReverse(W)))),
        new("particle rf: derivative ÷ value", () => new(
            Candidate.Of(() => Particle.SquareByForwardGradient(W)), Candidate.Of(() => Particle.SquareByForward(W)))),
        new("particle rr: derivative ÷ value", () => new(
            Candidate.Of(() => Particle.SquareByReverseGradient(W)), Candidate.Of(() => Particle.SquareByReverse(W)))),
        new("saddle rf: derivative ÷ value", () => new(
            Candidate.Of(() => Saddle.LargestByForwardGradient(Start, Start, Start, Start)),
            Candidate.Of(() => Saddle.LargestByForward(Start, Start, Start, Start)))),
        new("saddle rr: derivative ÷ value", () => new(
            Candidate.Of(() => Saddle.LargestByReverseGradient(Start, Start, Start, Start)),
            Candidate.Of(() => Saddle.LargestByReverse(Start, Start, Start, Start)))),
    ];
}
