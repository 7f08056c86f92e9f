using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Runs an operation over a batch, as many matrices at a time as a vector has lanes.</summary>
internal static unsafe class LaneRun<TLane, TScalar, TMask>
    where TLane : struct, ILane<TLane, TScalar, TMask>
    where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
    where TMask : struct, ILaneMask<TMask>
{
    public static Pivots Run<T, TOperation>(TOperation operation, int count, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBatchOperation<T>
    {
        using ArenaScope scope = Arena.Enter();
        BatchResults<T> results = operation.Results;
        bool waits = operation.Use == ResultUse.Kept;
        int groups = (int)(((long)count + TLane.Width - 1) / TLane.Width);
        LaneGroup Group(int number) => new(number, Math.Min(count - (number * TLane.Width), TLane.Width));
        var work = LaneMemory<TLane, TScalar, TMask>.Take(scope, operation.WorkVectors);
        var memory = LaneMemory<TLane, TScalar, TMask>.Take(scope, (long)results.Elements * (waits ? groups : 1));
        var targets = new LaneTargets<T, TLane, TScalar, TMask>(results, operation.Use, scope);
        for (int number = 0; number < groups; number++)
        {
            LaneGroup group = Group(number);
            LaneMemory<TLane, TScalar, TMask> values = waits ? memory.From(number * results.Elements) : memory;
            TMask done = operation.RunGroup(group, work, values);
            if (!TMask.AllTrue(done))
            {
                Pivots found = RunAlone<T, TOperation>(operation, group, done, values, out failed);
                if (found != Pivots.Regular)
                {
                    return found;
                }
            }

            if (!waits)
            {
                targets.Put(group, values);
            }
        }

        // The last ones are still in the cache.
        for (int number = waits ? groups - 1 : -1; number >= 0; number--)
        {
            targets.Put(Group(number), memory.From(number * results.Elements));
        }

        targets.Finish();
        failed = -1;
        return Pivots.Regular;
    }

    /// <summary>
    /// The matrices of a group for which lanes have no result: those that are not regular, and those whose numbers are so small or large that a
    /// reciprocal is no normal number.
    /// </summary>
    private static Pivots RunAlone<T, TOperation>(
        TOperation operation, LaneGroup group, TMask done, LaneMemory<TLane, TScalar, TMask> values, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBatchOperation<T>
    {
        using ArenaScope scope = Arena.Enter();
        BatchResults<T> results = operation.Results;
        T* own = Scratch.Take<T>(scope, results.Elements);
        for (int lane = 0; lane < group.Size; lane++)
        {
            if (LaneArithmetic<TLane, TScalar, TMask>.IsTrue(done, lane))
            {
                continue;
            }

            failed = (group.Number * TLane.Width) + lane;
            new Span<T>(own, results.Elements).Clear();
            Pivots found = operation.RunOne(failed, own, own + results.First.Elements);
            if (found != Pivots.Regular)
            {
                return found;
            }

            for (int element = 0; element < results.Elements; element++)
            {
                values.From(element).First[lane] = ((TScalar*)own)[element];
            }
        }

        failed = -1;
        return Pivots.Regular;
    }
}
