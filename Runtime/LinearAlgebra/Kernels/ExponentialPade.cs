using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Padé approximants of the exponential: r = (V + U) / (V - U), U of odd powers and V of even ones.</summary>
internal static class ExponentialPade
{
    private static ReadOnlySpan<double> Three => [120, 60, 12, 1];

    private static ReadOnlySpan<double> Five => [30240, 15120, 3360, 420, 30, 1];

    private static ReadOnlySpan<double> Seven => [17297280, 8648640, 1995840, 277200, 25200, 1512, 56, 1];

    private static ReadOnlySpan<double> Nine => [17643225600, 8821612800, 2075673600, 302702400, 30270240, 2162160, 110880, 3960, 90, 1];

    private static ReadOnlySpan<double> Thirteen =>
    [
        64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600, 670442572800,
        33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
    ];

    /// <summary>Writes U and V for an approximant of degree 3, 5, 7, 9 or 13.</summary>
    public static void Evaluate<T>(ArenaScope scope, MatrixPair<T> a, MatrixPair<T> odd, MatrixPair<T> even, int degree)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<double> b = degree switch { 3 => Three, 5 => Five, 7 => Seven, 9 => Nine, _ => Thirteen };
        MatrixPair<T> inner = a.Another(scope);
        MatrixPair<T> second = a.Another(scope);
        a.Multiply(a, second);
        if (degree == 13)
        {
            EvaluateThirteen(scope, second, inner, even, b);
        }
        else
        {
            EvaluateDirectly(scope, second, inner, even, b);
        }

        a.Multiply(inner, odd);
    }

    private static void EvaluateDirectly<T>(ArenaScope scope, MatrixPair<T> second, MatrixPair<T> inner, MatrixPair<T> even, ReadOnlySpan<double> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        inner.Clear();
        even.Clear();
        inner.AddIdentity(T.CreateTruncating(b[1]));
        even.AddIdentity(T.CreateTruncating(b[0]));
        MatrixPair<T> power = second;
        for (int k = 2; k < b.Length; k += 2)
        {
            power.AddTo(inner, T.CreateTruncating(b[k + 1]));
            power.AddTo(even, T.CreateTruncating(b[k]));
            if (k + 2 < b.Length)
            {
                MatrixPair<T> next = second.Another(scope);
                power.Multiply(second, next);
                power = next;
            }
        }
    }

    /// <summary>With powers up to the sixth, from which all others are taken out.</summary>
    private static void EvaluateThirteen<T>(ArenaScope scope, MatrixPair<T> second, MatrixPair<T> inner, MatrixPair<T> even, ReadOnlySpan<double> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MatrixPair<T> fourth = second.Another(scope);
        MatrixPair<T> sixth = second.Another(scope);
        MatrixPair<T> work = second.Another(scope);
        second.Multiply(second, fourth);
        second.Multiply(fourth, sixth);
        for (int parity = 0; parity < 2; parity++)
        {
            MatrixPair<T> target = parity == 0 ? even : inner;
            work.Clear();
            second.AddTo(work, T.CreateTruncating(b[8 + parity]));
            fourth.AddTo(work, T.CreateTruncating(b[10 + parity]));
            sixth.AddTo(work, T.CreateTruncating(b[12 + parity]));
            sixth.Multiply(work, target);
            target.AddIdentity(T.CreateTruncating(b[parity]));
            second.AddTo(target, T.CreateTruncating(b[2 + parity]));
            fourth.AddTo(target, T.CreateTruncating(b[4 + parity]));
            sixth.AddTo(target, T.CreateTruncating(b[6 + parity]));
        }
    }
}
