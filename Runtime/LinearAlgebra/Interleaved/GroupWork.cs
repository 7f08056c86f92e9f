using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Interleaves matrices; the last one is repeated where there are no more.</summary>
internal readonly unsafe struct ReadWork(void* source, void* target, int available, int size, int matrices) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> to = new((TScalar*)target);
        for (int matrix = 0, group = 0; matrix < matrices; matrix += TLane.Width, group++)
        {
            if (available == 1)
            {
                LaneGroups<TLane, TScalar, TMask>.Broadcast((TScalar*)source, size, to.From(group * size));
            }
            else
            {
                LaneGroups<TLane, TScalar, TMask>.Read(
                    (TScalar*)source + ((nint)matrix * size), Math.Min(available - matrix, TLane.Width), size, to.From(group * size));
            }
        }
    }
}

/// <summary>Lays interleaved matrices one behind the other.</summary>
internal readonly unsafe struct WriteWork(void* source, void* target, int matrices, int size) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> from = new((TScalar*)source);
        for (int matrix = 0, group = 0; matrix < matrices; matrix += TLane.Width, group++)
        {
            LaneGroups<TLane, TScalar, TMask>.Write(
                from.From(group * size), (TScalar*)target + ((nint)matrix * size), Math.Min(matrices - matrix, TLane.Width), size);
        }
    }
}

/// <summary>Adds interleaved matrices to one matrix.</summary>
internal readonly unsafe struct AddUpWork(void* source, void* target, int matrices, int size) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> from = new((TScalar*)source);
        TScalar* sums = (TScalar*)target;
        int whole = matrices / TLane.Width;
        for (int element = 0; element < size; element++)
        {
            TLane sum = TLane.Create(TScalar.Zero);
            for (int group = 0; group < whole; group++)
            {
                sum += from[(group * size) + element];
            }

            sums[element] += LaneSum.Of<TLane, TScalar, TMask>(sum, TLane.Width);
            if (whole * TLane.Width < matrices)
            {
                sums[element] += LaneSum.Of<TLane, TScalar, TMask>(from[(whole * size) + element], matrices - (whole * TLane.Width));
            }
        }
    }
}

/// <summary>The sum of the elements of interleaved matrices, or of their squares.</summary>
internal readonly unsafe struct SumWork(void* source, int matrices, int size, bool ofSquares, void* result) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> from = new((TScalar*)source);
        int whole = matrices / TLane.Width * size;
        TScalar sum = LaneSum.Of<TLane, TScalar, TMask>(Sum(from, whole), TLane.Width);
        int left = matrices % TLane.Width;
        *(TScalar*)result = left == 0 ? sum : sum + LaneSum.Of<TLane, TScalar, TMask>(Sum(from.From(whole), size), left);
    }

    private TLane Sum<TLane, TScalar, TMask>(LaneMemory<TLane, TScalar, TMask> vectors, int count)
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        TLane even = TLane.Create(TScalar.Zero), odd = even, one = TLane.Create(TScalar.One);
        int i = 0;
        for (; i + 2 <= count; i += 2)
        {
            TLane x = vectors[i], y = vectors[i + 1];
            even = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(x, ofSquares ? x : one, even);
            odd = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(y, ofSquares ? y : one, odd);
        }

        if (i < count)
        {
            TLane x = vectors[i];
            even = LaneArithmetic<TLane, TScalar, TMask>.MultiplyAdd(x, ofSquares ? x : one, even);
        }

        return even + odd;
    }
}
