using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Factors of the matrices of a batch.</summary>
internal static unsafe class BatchedFactors
{
    /// <summary>Computes factors of all matrices; writes nothing unless all have them.</summary>
    /// <param name="a">The matrices, or one that serves all.</param>
    /// <param name="rows">Rows of a matrix, not negative.</param>
    /// <param name="columns">Columns of a matrix, not negative.</param>
    /// <param name="first">The first factors, which say how many matrices there are.</param>
    /// <param name="second">The second factors, if there are any.</param>
    /// <param name="third">The third factors, if there are any.</param>
    /// <param name="failed">The first matrix that has no factors; -1 if there is none.</param>
    public static FactorOutcome Try<T, TFactorisation>(
        ReadOnlySpan<T> a, int rows, int columns, FactorBuffer<T> first, FactorBuffer<T> second, FactorBuffer<T> third, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFactorisation : IFactorisation<T>
    {
        if (typeof(T) != typeof(double) && typeof(T) != typeof(float))
        {
            throw new NotSupportedException();
        }

        failed = -1;
        int count = BatchLengths.Count(first.Memory.Length, first.Size, first.Name);
        nint step = BatchLengths.Step(a.Length, (long)rows * columns, count, nameof(a));
        first.Check(count, a, default, default);
        second.Check(count, a, first.Memory, default);
        third.Check(count, a, first.Memory, second.Memory);
        if (count == 0)
        {
            return FactorOutcome.Whole;
        }

        fixed (T* source = a, one = first.Memory, two = second.Memory, three = third.Memory)
        {
            Block<T> matrix = new(source, rows, columns);
            Block<T> target = new(one, first.Rows, first.Columns);
            Block<T> other = new(two, second.Rows, second.Columns);
            Block<T> another = new(three, third.Rows, third.Columns);
            return count == 1 || step == 0
                ? OneMatrix<T, TFactorisation>(matrix, target, other, another, count, out failed)
                : EachAlone<T, TFactorisation>(matrix, step, target, other, another, count, out failed);
        }
    }

    private static FactorOutcome OneMatrix<T, TFactorisation>(
        Block<T> a, Block<T> first, Block<T> second, Block<T> third, int count, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFactorisation : IFactorisation<T>
    {
        FactorOutcome outcome = TFactorisation.Run(a, first, second, third);
        failed = outcome == FactorOutcome.Whole ? -1 : 0;
        for (int i = 1; i < count && failed < 0; i++)
        {
            Scratch.Copy(first.Start, first.Next(i * Size(first)).Start, Size(first));
            Scratch.Copy(second.Start, second.Next(i * Size(second)).Start, Size(second));
            Scratch.Copy(third.Start, third.Next(i * Size(third)).Start, Size(third));
        }

        return outcome;
    }

    /// <summary>The factors wait in the arena until the last matrix has proved to have them.</summary>
    private static FactorOutcome EachAlone<T, TFactorisation>(
        Block<T> a, nint step, Block<T> first, Block<T> second, Block<T> third, int count, out int failed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TFactorisation : IFactorisation<T>
    {
        using ArenaScope scope = Arena.Enter();
        Block<T> waiting = Waiting(scope, first, count);
        Block<T> other = Waiting(scope, second, count);
        Block<T> another = Waiting(scope, third, count);
        for (int i = 0; i < count; i++)
        {
            FactorOutcome outcome = TFactorisation.Run(
                a.Next(i * step), waiting.Next(i * Size(first)), other.Next(i * Size(second)), another.Next(i * Size(third)));
            if (outcome != FactorOutcome.Whole)
            {
                failed = i;
                return outcome;
            }
        }

        failed = -1;
        Scratch.Copy(waiting.Start, first.Start, Size(first) * count);
        Scratch.Copy(other.Start, second.Start, Size(second) * count);
        Scratch.Copy(another.Start, third.Start, Size(third) * count);
        return FactorOutcome.Whole;
    }

    private static Block<T> Waiting<T>(ArenaScope scope, Block<T> factor, int count)
        where T : unmanaged
        => new(Scratch.Take<T>(scope, Size(factor) * count), factor.Rows, factor.Columns);

    private static nint Size<T>(Block<T> block)
        where T : unmanaged
        => (nint)block.Rows * block.Columns;
}
