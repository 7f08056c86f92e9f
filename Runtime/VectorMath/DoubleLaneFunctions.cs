namespace StaticAd.CompilerServices;

internal readonly struct Exp2LaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Exp2(x);
}

internal readonly struct ExpM1LaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.ExpM1(x);
}

internal readonly struct Log2LaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Log2(x);
}

internal readonly struct Log10LaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Log10(x);
}

internal readonly struct LogP1LaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.LogP1(x);
}

internal readonly struct TanLaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Tan(x);
}

internal readonly struct SinhLaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Sinh(x);
}

internal readonly struct CoshLaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Cosh(x);
}

internal readonly struct ErfLaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Erf(x);
}

internal readonly struct ErfcLaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Erfc(x);
}

internal readonly struct NormalCdfLaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.NormalCdf(x);
}

internal readonly struct NormalPdfLaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.NormalPdf(x);
}

internal readonly struct ExpMinusSquareLaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.ExpMinusSquare(x);
}

internal readonly struct SoftplusLaneFunction : IDoubleLaneFunction
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Softplus(x);
}

internal readonly struct PowLaneFunction : IDoubleLaneFunction2
{
    public static T Invoke<T, TMask>(T x, T y)
        where T : struct, IDoubleLane<T, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Pow(x, y);
}
