using System.Runtime.CompilerServices;

namespace StaticAd.CompilerServices;

/// <summary>A function of one double that is evaluated lane by lane.</summary>
internal interface IScalarFunction
{
    static abstract double Invoke(double x);
}

/// <summary>A function of two doubles that is evaluated lane by lane.</summary>
internal interface IScalarFunction2
{
    static abstract double Invoke(double x, double y);
}

/// <summary>Evaluates scalar functions for each lane in turn; floats are computed in double and rounded once.</summary>
internal static class PerElement
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TLane Map<TLane, TScalar, TFunction>(in TLane x)
        where TLane : struct
        where TScalar : unmanaged
        where TFunction : struct, IScalarFunction
    {
        TLane result = default;
        for (int i = 0; i < Unsafe.SizeOf<TLane>() / Unsafe.SizeOf<TScalar>(); i++)
        {
            Set<TLane, TScalar>(ref result, i, TFunction.Invoke(Get<TLane, TScalar>(in x, i)));
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TLane Map<TLane, TScalar, TFunction>(in TLane x, in TLane y)
        where TLane : struct
        where TScalar : unmanaged
        where TFunction : struct, IScalarFunction2
    {
        TLane result = default;
        for (int i = 0; i < Unsafe.SizeOf<TLane>() / Unsafe.SizeOf<TScalar>(); i++)
        {
            Set<TLane, TScalar>(ref result, i, TFunction.Invoke(Get<TLane, TScalar>(in x, i), Get<TLane, TScalar>(in y, i)));
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Get<TLane, TScalar>(in TLane lane, int index)
        where TLane : struct
    {
        if (typeof(TScalar) == typeof(double))
        {
            return Unsafe.Add(ref Unsafe.As<TLane, double>(ref Unsafe.AsRef(in lane)), index);
        }

        return Unsafe.Add(ref Unsafe.As<TLane, float>(ref Unsafe.AsRef(in lane)), index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set<TLane, TScalar>(ref TLane lane, int index, double value)
        where TLane : struct
    {
        if (typeof(TScalar) == typeof(double))
        {
            Unsafe.Add(ref Unsafe.As<TLane, double>(ref lane), index) = value;
        }
        else
        {
            Unsafe.Add(ref Unsafe.As<TLane, float>(ref lane), index) = (float)value;
        }
    }
}
