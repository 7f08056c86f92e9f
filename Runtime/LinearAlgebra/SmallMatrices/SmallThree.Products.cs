using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

// Nine elements of one factor stay in registers while the rows of the other pass.
internal static partial class SmallThree<TLane, TScalar, TMask>
{
    /// <summary>C = A B, as a call: callers that are long would have the rest of themselves no longer inlined.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Multiply(
        SmallOperand<TLane, TScalar, TMask> a, SmallOperand<TLane, TScalar, TMask> b, LaneMemory<TLane, TScalar, TMask> c) => Product(a, b, c);

    /// <summary>C = A B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Product(
        SmallOperand<TLane, TScalar, TMask> a, SmallOperand<TLane, TScalar, TMask> b, LaneMemory<TLane, TScalar, TMask> c)
    {
        TLane b00 = b[0, 0], b01 = b[0, 1], b02 = b[0, 2];
        TLane b10 = b[1, 0], b11 = b[1, 1], b12 = b[1, 2];
        TLane b20 = b[2, 0], b21 = b[2, 1], b22 = b[2, 2];
        for (int i = 0; i < 3; i++)
        {
            TLane a0 = a[i, 0], a1 = a[i, 1], a2 = a[i, 2];
            c[3 * i] = Add(a2, b20, Add(a1, b10, a0 * b00));
            c[(3 * i) + 1] = Add(a2, b21, Add(a1, b11, a0 * b01));
            c[(3 * i) + 2] = Add(a2, b22, Add(a1, b12, a0 * b02));
        }
    }

    /// <summary>C += A B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAdd(
        SmallOperand<TLane, TScalar, TMask> a, SmallOperand<TLane, TScalar, TMask> b, LaneMemory<TLane, TScalar, TMask> c)
    {
        TLane b00 = b[0, 0], b01 = b[0, 1], b02 = b[0, 2];
        TLane b10 = b[1, 0], b11 = b[1, 1], b12 = b[1, 2];
        TLane b20 = b[2, 0], b21 = b[2, 1], b22 = b[2, 2];
        for (int i = 0; i < 3; i++)
        {
            TLane a0 = a[i, 0], a1 = a[i, 1], a2 = a[i, 2];
            c[3 * i] += Add(a2, b20, Add(a1, b10, a0 * b00));
            c[(3 * i) + 1] += Add(a2, b21, Add(a1, b11, a0 * b01));
            c[(3 * i) + 2] += Add(a2, b22, Add(a1, b12, a0 * b02));
        }
    }

    /// <summary>Ā −= Yᵀ G Yᵀ, the gradient of what Y is the inverse of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddInverseGradient(
        LaneMemory<TLane, TScalar, TMask> y, LaneMemory<TLane, TScalar, TMask> g, LaneMemory<TLane, TScalar, TMask> da)
    {
        TLane y00 = y[0], y01 = y[1], y02 = y[2], y10 = y[3], y11 = y[4], y12 = y[5], y20 = y[6], y21 = y[7], y22 = y[8];
        TLane g00 = g[0], g01 = g[1], g02 = g[2], g10 = g[3], g11 = g[4], g12 = g[5], g20 = g[6], g21 = g[7], g22 = g[8];
        for (int i = 0; i < 3; i++)
        {
            TLane f0 = y[i], f1 = y[3 + i], f2 = y[6 + i];
            TLane p0 = Add(f2, g20, Add(f1, g10, f0 * g00));
            TLane p1 = Add(f2, g21, Add(f1, g11, f0 * g01));
            TLane p2 = Add(f2, g22, Add(f1, g12, f0 * g02));
            da[3 * i] -= Add(p2, y02, Add(p1, y01, p0 * y00));
            da[(3 * i) + 1] -= Add(p2, y12, Add(p1, y11, p0 * y10));
            da[(3 * i) + 2] -= Add(p2, y22, Add(p1, y21, p0 * y20));
        }
    }
}
