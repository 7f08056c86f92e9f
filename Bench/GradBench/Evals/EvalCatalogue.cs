using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

/// <summary>Every eval that this program answers; a new one is one file here, one model, and one entry.</summary>
internal static class EvalCatalogue
{
    public static IReadOnlyList<Eval> All { get; } =
    [
        HelloEval.Eval,
        LlsqEval.Eval,
        LseEval.Eval,
        GmmEval.Eval,
        DetEval.Eval,
        OdeEval.Eval,
        LstmEval.Eval,
        BaEval.Eval,
        HtEval.Eval,
        KMeansEval.Eval,
        ParticleEval.Eval,
        SaddleEval.Eval,
    ];
}
