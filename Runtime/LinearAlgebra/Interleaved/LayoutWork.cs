using System.Numerics;
using StaticAd.CompilerServices;

namespace StaticAd.Kernels;

/// <summary>Transposes of interleaved matrices, written or added.</summary>
internal readonly unsafe struct TransposeWork(void* source, void* target, int groups, int rows, int columns, bool adds) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> from = new((TScalar*)source), to = new((TScalar*)target);
        for (int group = 0; group < groups; group++)
        {
            for (int j = 0; j < columns; j++)
            {
                for (int i = 0; i < rows; i++)
                {
                    TLane element = from[(i * columns) + j];
                    int place = (j * rows) + i;
                    to[place] = adds ? to[place] + element : element;
                }
            }

            from = from.From(rows * columns);
            to = to.From(rows * columns);
        }
    }
}

/// <summary>Traces of interleaved matrices, or what their cotangents add to the diagonals of gradients.</summary>
internal readonly unsafe struct TraceWork(void* matrices, void* traces, int groups, int rows, int columns, bool isGradient) : ILaneWork
{
    public void Run<TLane, TScalar, TMask>()
        where TLane : struct, ILane<TLane, TScalar, TMask>
        where TScalar : unmanaged, IBinaryFloatingPointIeee754<TScalar>
        where TMask : struct, ILaneMask<TMask>
    {
        LaneMemory<TLane, TScalar, TMask> matrix = new((TScalar*)matrices), trace = new((TScalar*)traces);
        int diagonal = Math.Min(rows, columns);
        for (int group = 0; group < groups; group++)
        {
            TLane sum = isGradient ? trace[group] : TLane.Create(TScalar.Zero);
            for (int k = 0; k < diagonal; k++)
            {
                int place = k * (columns + 1);
                if (isGradient)
                {
                    matrix[place] += sum;
                }
                else
                {
                    sum += matrix[place];
                }
            }

            if (!isGradient)
            {
                trace[group] = sum;
            }

            matrix = matrix.From(rows * columns);
        }
    }
}
