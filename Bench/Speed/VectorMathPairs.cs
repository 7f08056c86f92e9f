using System.Runtime.Intrinsics;
using StaticAd.CompilerServices;

namespace StaticAd.Speed;

/// <summary>
/// A function of the lanes beside the scalar one, and beside the framework's vector one where there is one, each over the same
/// array of doubles: pairs of code to time in turn.
/// </summary>
internal static class VectorMathPairs
{
    /// <summary>The number of elements that one call processes.</summary>
    public const int Length = 4096;

    // Arguments in (0, 6), where every function here is regular. The gap keeps arguments and results at different places
    // within a page, without which stores delay the next loads.
    private static readonly double[] Buffer = CreateBuffer();

    private static ReadOnlySpan<double> Arguments => Buffer.AsSpan(0, Length);

    private static Span<double> Results => Buffer.AsSpan(Length + 256, Length);

    /// <summary>What is compared, the code of the lanes, and the code to divide its time by.</summary>
    public static IEnumerable<(string Name, Action Measured, Action Baseline)> All =>
    [
        ("lanes: Exp ÷ Math.Exp", Lanes<LaneExp>, Scalar<ScalarExp>),
        ("lanes: Exp ÷ Vector256.Exp", Lanes<LaneExp>, FrameworkExp),
        ("lanes: Log ÷ Math.Log", Lanes<LaneLog>, Scalar<ScalarLog>),
        ("lanes: Log ÷ Vector256.Log", Lanes<LaneLog>, FrameworkLog),
        ("lanes: Sin ÷ Math.Sin", Lanes<LaneSin>, Scalar<ScalarSin>),
        ("lanes: Sin ÷ Vector256.Sin", Lanes<LaneSin>, FrameworkSin),
        ("lanes: Tanh ÷ Math.Tanh", Lanes<LaneTanh>, Scalar<ScalarTanh>),
        ("lanes: NormalCdf ÷ Special.NormalCdf", Lanes<LaneNormalCdf>, Scalar<ScalarNormalCdf>),
        ("Special.NormalCdf ÷ Math.Exp", Scalar<ScalarNormalCdf>, Scalar<ScalarExp>),
    ];

    private static double[] CreateBuffer()
    {
        var random = new Random(1);
        var buffer = new double[2 * Length + 256];
        for (int i = 0; i < Length; i++)
        {
            buffer[i] = 6.0 * random.NextDouble();
        }

        return buffer;
    }

    private static void Scalar<TFunction>()
        where TFunction : struct, IScalarBody
    {
        ReadOnlySpan<double> x = Arguments;
        Span<double> y = Results;
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = TFunction.Invoke(x[i]);
        }
    }

    private static void Lanes<TFunction>()
        where TFunction : struct, ILaneBody
    {
        if (Vector512.IsHardwareAccelerated)
        {
            LaneLoop<Double8, Double8Mask, TFunction>(Arguments, Results);
        }
        else
        {
            LaneLoop<Double4, Double4Mask, TFunction>(Arguments, Results);
        }
    }

    private static void LaneLoop<T, TMask, TFunction>(ReadOnlySpan<double> x, Span<double> y)
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask>
        where TFunction : struct, ILaneBody
    {
        for (int i = 0; i <= x.Length - T.Width; i += T.Width)
        {
            T.Store(TFunction.Invoke<T, TMask>(T.Load(x, i)), y, i);
        }
    }

    private static void FrameworkExp()
    {
        for (int i = 0; i < Length; i += Vector256<double>.Count)
        {
            Vector256.Exp(Vector256.Create(Arguments[i..])).CopyTo(Results[i..]);
        }
    }

    private static void FrameworkLog()
    {
        for (int i = 0; i < Length; i += Vector256<double>.Count)
        {
            Vector256.Log(Vector256.Create(Arguments[i..])).CopyTo(Results[i..]);
        }
    }

    private static void FrameworkSin()
    {
        for (int i = 0; i < Length; i += Vector256<double>.Count)
        {
            Vector256.Sin(Vector256.Create(Arguments[i..])).CopyTo(Results[i..]);
        }
    }
}
