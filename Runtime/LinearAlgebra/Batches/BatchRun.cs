using System.Numerics;
using System.Runtime.Intrinsics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Runs an operation over a batch: matrix by matrix, or in the lanes of vectors.</summary>
internal static class BatchRun
{
    /// <summary>Runs an operation.</summary>
    /// <param name="operation">What is done with each matrix.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="inLanes">Whether they are taken in groups.</param>
    /// <param name="failed">The first matrix for which it is impossible; -1 if there is none.</param>
    public static Pivots Run<T, TOperation>(TOperation operation, int count, bool inLanes, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBatchOperation<T>
    {
        if (!inLanes)
        {
            return EachAlone<T, TOperation>(operation, count, out failed);
        }

        if (typeof(T) == typeof(double))
        {
            return Vector512.IsHardwareAccelerated ? LaneRun<Double8, double, Double8Mask>.Run<T, TOperation>(operation, count, out failed)
                : Vector256.IsHardwareAccelerated ? LaneRun<Double4, double, Double4Mask>.Run<T, TOperation>(operation, count, out failed)
                : LaneRun<Double2, double, Double2Mask>.Run<T, TOperation>(operation, count, out failed);
        }

        if (typeof(T) == typeof(float))
        {
            return Vector512.IsHardwareAccelerated ? LaneRun<Float16, float, Float16Mask>.Run<T, TOperation>(operation, count, out failed)
                : Vector256.IsHardwareAccelerated ? LaneRun<Float8, float, Float8Mask>.Run<T, TOperation>(operation, count, out failed)
                : LaneRun<Float4, float, Float4Mask>.Run<T, TOperation>(operation, count, out failed);
        }

        throw new NotSupportedException();
    }

    private static Pivots EachAlone<T, TOperation>(TOperation operation, int count, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBatchOperation<T>
    {
        using ArenaScope scope = Arena.Enter();
        BatchResults<T> results = operation.Results;
        bool waits = operation.Use == ResultUse.Kept && count > 1;
        BatchResults<T> targets = waits ? results.Waiting(scope, count) : results;
        Pivots found = SharedBatch<T, TOperation>.Run(operation, targets, count, out failed);
        if (waits && found == Pivots.Regular)
        {
            targets.CopyTo(results, count);
        }

        return found;
    }
}
