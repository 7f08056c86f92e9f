using System.Runtime.ExceptionServices;

namespace StaticAd.Kernels;

/// <summary>
/// The threads that <see cref="LinearAlgebra.Threads"/> asks for. Work is a function and a pointer to what it works on, so that nothing is
/// allocated to hand it on.
/// </summary>
internal static unsafe class WorkerTeam
{
    public const int Largest = 64;

    // A part is worth the time that it takes to wake a thread: some tens of microseconds of multiplications.
    private const long LeastProducts = 1 << 21;

    private static readonly Lock s_inUse = new();
    private static readonly Worker?[] s_workers = new Worker?[Largest - 1];

    /// <summary>In how many parts work is done.</summary>
    /// <param name="products">About how many multiplications it has.</param>
    /// <param name="most">The most parts that it can have.</param>
    public static int Parts(double products, int most) => (int)Math.Max(1, Math.Min(Math.Min(LinearAlgebra.Threads, most), products / LeastProducts));

    /// <summary>
    /// Does the parts of some work side by side, the first on this thread; one after the other if the threads are in use, as they are
    /// within a part.
    /// </summary>
    /// <param name="part">Does the part of a number.</param>
    /// <param name="work">What it is given.</param>
    /// <param name="parts">How many there are.</param>
    public static void Run(delegate*<void*, int, void> part, void* work, int parts)
    {
        if (parts == 1 || s_inUse.IsHeldByCurrentThread || !s_inUse.TryEnter())
        {
            for (int number = 0; number < parts; number++)
            {
                part(work, number);
            }

            return;
        }

        try
        {
            RunTogether(part, work, parts);
        }
        finally
        {
            s_inUse.Exit();
        }
    }

    private static void RunTogether(delegate*<void*, int, void> part, void* work, int parts)
    {
        for (int number = 1; number < parts; number++)
        {
            s_workers[number - 1] ??= new Worker($"StaticAd worker {number}");
        }

        for (int number = 1; number < parts; number++)
        {
            s_workers[number - 1]!.Start(part, work, number);
        }

        Exception? fault = null;
        try
        {
            part(work, 0);
        }
        finally
        {
            // The work may lie on this thread's stack: nobody leaves before all are done with it.
            for (int number = 1; number < parts; number++)
            {
                fault = s_workers[number - 1]!.Wait() ?? fault;
            }
        }

        if (fault is not null)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }
}
