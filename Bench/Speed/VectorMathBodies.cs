using StaticAd.CompilerServices;

namespace StaticAd.Speed;

internal interface IScalarBody
{
    static abstract double Invoke(double x);
}

internal interface ILaneBody
{
    static abstract T Invoke<T, TMask>(T x)
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask>;
}

internal readonly struct ScalarExp : IScalarBody
{
    public static double Invoke(double x) => Math.Exp(x);
}

internal readonly struct LaneExp : ILaneBody
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Exp(x);
}

internal readonly struct ScalarLog : IScalarBody
{
    public static double Invoke(double x) => Math.Log(x);
}

internal readonly struct LaneLog : ILaneBody
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Log(x);
}

internal readonly struct ScalarSin : IScalarBody
{
    public static double Invoke(double x) => Math.Sin(x);
}

internal readonly struct LaneSin : ILaneBody
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Sin(x);
}

internal readonly struct ScalarTanh : IScalarBody
{
    public static double Invoke(double x) => Math.Tanh(x);
}

internal readonly struct LaneTanh : ILaneBody
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask> => T.Tanh(x);
}

internal readonly struct ScalarNormalCdf : IScalarBody
{
    public static double Invoke(double x) => Special.NormalCdf(x);
}

internal readonly struct LaneNormalCdf : ILaneBody
{
    public static T Invoke<T, TMask>(T x)
        where T : struct, ILane<T, double, TMask>
        where TMask : struct, ILaneMask<TMask> => T.NormalCdf(x);
}
