using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>Matrices of three by three, the most frequent ones, wholly in registers: the arithmetic of <see cref="SmallSolver{TLane, TScalar, TMask}"/>.</summary>
internal static partial class SmallThree<TLane, TScalar, TMask>
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    /// <summary>Computes the inverse; says where there is one.</summary>
    public static TMask Invert(LaneMemory<TLane, TScalar, TMask> a, LaneMemory<TLane, TScalar, TMask> inverse)
    {
        TMask regular = Factor(
            a, out TMask first, out TMask second, out TMask third,
            out TLane r0, out TLane u01, out TLane u02, out TLane l10, out TLane r1, out TLane u12, out TLane l20, out TLane l21, out TLane r2);
        TLane x20 = Add(l21, l10, l20) * r2;
        TLane x21 = l21 * r2;
        TLane x10 = Add(u12, x20, l10) * r1;
        TLane x11 = Add(u12, x21, TLane.Create(TScalar.One)) * r1;
        TLane x12 = u12 * r2 * r1;
        TLane x00 = Add(u02, x20, Add(u01, x10, TLane.Create(TScalar.One))) * r0;
        TLane x01 = Add(u02, x21, u01 * x11) * r0;
        TLane x02 = Add(u02, r2, u01 * x12) * r0;
        WriteRow(inverse, third, second, first, x00, x01, x02);
        WriteRow(inverse.From(3), third, second, first, x10, x11, x12);
        WriteRow(inverse.From(6), third, second, first, x20, x21, r2);
        return regular;
    }

    /// <summary>Solves A X = B, X in the place of B, and leaves A as it is; says where there is a solution.</summary>
    public static TMask Solve(LaneMemory<TLane, TScalar, TMask> a, LaneMemory<TLane, TScalar, TMask> x, int columns)
    {
        TMask regular = Factor(
            a, out TMask first, out TMask second, out TMask third,
            out TLane r0, out TLane u01, out TLane u02, out TLane l10, out TLane r1, out TLane u12, out TLane l20, out TLane l21, out TLane r2);
        for (int j = 0; j < columns; j++)
        {
            TLane x0 = x[j], x1 = x[columns + j], x2 = x[(2 * columns) + j];
            Exchange(first, ref x0, ref x1);
            Exchange(second, ref x0, ref x2);
            Exchange(third, ref x1, ref x2);
            x1 = Add(l10, x0, x1);
            x2 = Add(l21, x1, Add(l20, x0, x2)) * r2;
            x1 = Add(u12, x2, x1) * r1;
            x[j] = Add(u02, x2, Add(u01, x1, x0)) * r0;
            x[columns + j] = x1;
            x[(2 * columns) + j] = x2;
        }

        return regular;
    }

    /// <summary>Solves Aᵀ X = B, X in the place of B, and leaves A as it is; says where there is a solution.</summary>
    public static TMask SolveTransposed(LaneMemory<TLane, TScalar, TMask> a, LaneMemory<TLane, TScalar, TMask> x, int columns)
    {
        TMask regular = Factor(
            a, out TMask first, out TMask second, out TMask third,
            out TLane r0, out TLane u01, out TLane u02, out TLane l10, out TLane r1, out TLane u12, out TLane l20, out TLane l21, out TLane r2);
        for (int j = 0; j < columns; j++)
        {
            TLane x0 = x[j] * r0;
            TLane x1 = Add(u01, x0, x[columns + j]) * r1;
            TLane x2 = Add(u12, x1, Add(u02, x0, x[(2 * columns) + j])) * r2;
            x1 = Add(l21, x2, x1);
            x0 = Add(l20, x2, Add(l10, x1, x0));
            Exchange(third, ref x1, ref x2);
            Exchange(second, ref x0, ref x2);
            Exchange(first, ref x0, ref x1);
            x[j] = x0;
            x[columns + j] = x1;
            x[(2 * columns) + j] = x2;
        }

        return regular;
    }

    /// <summary>
    /// P A = L U: the elements of L and U beside the diagonal with their signs changed, so that products are added from then on, and the reciprocals
    /// of the diagonal.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TMask Factor(
        LaneMemory<TLane, TScalar, TMask> a, out TMask first, out TMask second, out TMask third,
        out TLane r0, out TLane u01, out TLane u02, out TLane l10, out TLane r1, out TLane u12, out TLane l20, out TLane l21, out TLane r2)
    {
        TLane u00 = a[0], u11 = a[4], u22 = a[8];
        (u01, u02, l10, u12, l20, l21) = (a[1], a[2], a[3], a[5], a[6], a[7]);
        second = TLane.Abs(l20) > TLane.Select(TLane.Abs(l10) > TLane.Abs(u00), TLane.Abs(l10), TLane.Abs(u00));
        first = (TLane.Abs(l10) > TLane.Abs(u00)) & !second;
        Exchange(first, ref u00, ref l10);
        Exchange(first, ref u01, ref u11);
        Exchange(first, ref u02, ref u12);
        Exchange(second, ref u00, ref l20);
        Exchange(second, ref u01, ref l21);
        Exchange(second, ref u02, ref u22);

        TLane minusOne = TLane.Create(TScalar.NegativeOne);
        TLane minus0 = minusOne / u00;
        (r0, l10, l20) = (-minus0, MinusQuotient(l10, u00, minus0), MinusQuotient(l20, u00, minus0));
        u11 = Add(l10, u01, u11);
        u12 = Add(l10, u02, u12);
        l21 = Add(l20, u01, l21);
        u22 = Add(l20, u02, u22);
        third = TLane.Abs(l21) > TLane.Abs(u11);
        Exchange(third, ref l10, ref l20);
        Exchange(third, ref u11, ref l21);
        Exchange(third, ref u12, ref u22);

        TLane minus1 = minusOne / u11;
        l21 = MinusQuotient(l21, u11, minus1);
        u22 = Add(l21, u12, u22);
        (r1, r2) = (-minus1, TLane.Create(TScalar.One) / u22);
        (u01, u02, u12) = (-u01, -u02, -u12);

        // Each product is about one, but infinite or not a number where a pivot cannot be divided by: one comparison for all.
        return Add(u22, r2, Add(u11, r1, u00 * r0)) < TLane.Create(TScalar.PositiveInfinity);
    }

    /// <summary>(P A)⁻¹ P: exchanges columns as the rows were, the last first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteRow(
        LaneMemory<TLane, TScalar, TMask> row, TMask third, TMask second, TMask first, TLane x0, TLane x1, TLane x2)
    {
        Exchange(third, ref x1, ref x2);
        Exchange(second, ref x0, ref x2);
        Exchange(first, ref x0, ref x1);
        row[0] = x0;
        row[1] = x1;
        row[2] = x2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Exchange(TMask mask, ref TLane x, ref TLane y) => LaneArithmetic<TLane, TScalar, TMask>.Exchange(mask, ref x, ref y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Add(TLane x, TLane y, TLane z) => LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(x, y, z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane MinusQuotient(TLane x, TLane y, TLane minusReciprocal) =>
        LaneArithmetic<TLane, TScalar, TMask>.Divide(x, -y, minusReciprocal);
}
