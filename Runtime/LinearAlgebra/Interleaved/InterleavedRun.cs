using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Runs an operation over groups of matrices that are interleaved, operands and results alike.</summary>
internal static class InterleavedRun
{
    public static void Run<T, TOperation>(TOperation operation, int groups)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBatchOperation<T> =>
        WidestLanes.Run<T, OfOperation<T, TOperation>>(new OfOperation<T, TOperation>(operation, groups));

    private readonly unsafe struct OfOperation<T, TOperation>(TOperation operation, int groups) : ILaneWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOperation : struct, IBatchOperation<T>
    {
        public void Run<TLane, TScalar, TMask>()
            where TLane : struct, ILane<TLane, TScalar, TMask>
            where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
            where TMask : struct, ILaneMask<TMask>
        {
            using ArenaScope scope = Arena.Enter();
            BatchResults<T> results = operation.Results;
            bool adds = operation.Use == ResultUse.Added;
            int own = operation.WorkVectors;
            var work = LaneMemory<TLane, TScalar, TMask>.Take(scope, own + (adds ? results.Elements : 0));
            LaneMemory<TLane, TScalar, TMask> added = work.From(own);
            for (int number = 0; number < groups; number++)
            {
                int matrix = number * TLane.Width;
                LaneMemory<TLane, TScalar, TMask> first = new((TScalar*)results.First.At(matrix)), values = adds ? added : first;
                TMask done = operation.RunGroup(new LaneGroup(number, TLane.Width), work, values);
                if (!TMask.AllTrue(done))
                {
                    // Everything that depends on it is NaN then, and the operations run one by one.
                    values.Spoil(done, TScalar.NaN, results.Elements);
                }

                if (adds)
                {
                    first.Add(values, results.First.Elements);
                    new LaneMemory<TLane, TScalar, TMask>((TScalar*)results.Second.At(matrix)).Add(
                        values.From(results.First.Elements), results.Second.Elements);
                }
            }
        }
    }
}
