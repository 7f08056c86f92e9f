using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>A batch of large matrices, stretches of which are shared out to threads.</summary>
internal static unsafe class SharedBatch<T, TOperation>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TOperation : struct, IBatchOperation<T>
{
    /// <summary>Does an operation for each matrix.</summary>
    /// <param name="operation">What is done with each matrix.</param>
    /// <param name="targets">Where the results go.</param>
    /// <param name="count">How many matrices there are.</param>
    /// <param name="failed">The first for which it is impossible; -1 if there is none.</param>
    public static Pivots Run(TOperation operation, BatchResults<T> targets, int count, out int failed)
    {
        int parts = IsAddedUp(targets.First) || IsAddedUp(targets.Second) ? 1 : WorkerTeam.Parts(Products(targets) * count, count);
        if (parts == 1)
        {
            return Stretch(operation, targets, 0, count, out failed);
        }

        Outcome* outcomes = stackalloc Outcome[parts];
        var work = new Work { Operation = operation, Targets = targets, Count = count, Each = (count + parts - 1) / parts, Outcomes = outcomes };
        WorkerTeam.Run(&Part, Unsafe.AsPointer(ref work), parts);
        for (int number = 0; number < parts; number++)
        {
            if (outcomes[number].Found != Pivots.Regular)
            {
                failed = outcomes[number].Failed;
                return outcomes[number].Found;
            }
        }

        failed = -1;
        return Pivots.Regular;
    }

    private static bool IsAddedUp(BatchResult<T> result) => result.Elements > 0 && result.IsOne;

    // Of square matrices, n³.
    private static double Products(BatchResults<T> targets)
    {
        double elements = Math.Max(targets.First.Elements, targets.Second.Elements);
        return elements * Math.Sqrt(elements);
    }

    private static void Part(void* shared, int number)
    {
        ref Work work = ref Unsafe.AsRef<Work>(shared);
        int first = number * work.Each;
        Pivots found = Stretch(work.Operation, work.Targets, first, Math.Min(first + work.Each, work.Count), out int failed);
        work.Outcomes[number] = new Outcome(found, failed);
    }

    private static Pivots Stretch(TOperation operation, BatchResults<T> targets, int first, int end, out int failed)
    {
        for (int i = first; i < end; i++)
        {
            Pivots found = operation.RunOne(i, targets.First.At(i), targets.Second.At(i));
            if (found != Pivots.Regular)
            {
                failed = i;
                return found;
            }
        }

        failed = -1;
        return Pivots.Regular;
    }

    private readonly record struct Outcome(Pivots Found, int Failed);

    private struct Work
    {
        public TOperation Operation;
        public BatchResults<T> Targets;
        public int Count;
        public int Each;
        public Outcome* Outcomes;
    }
}
