using StaticAd.CompilerServices;

namespace StaticAd.Tests.Lanes;

/// <summary>The functions of a lane type by name, and the evaluation of one over an array.</summary>
internal static class LaneFunctions<T, TScalar, TMask>
    where T : struct, ILane<T, TScalar, TMask>
    where TScalar : unmanaged
    where TMask : struct, ILaneMask<TMask>
{
    public static readonly Dictionary<string, Func<T, T>> Unary = new()
    {
        ["Abs"] = T.Abs, ["Sqrt"] = T.Sqrt, ["Cbrt"] = T.Cbrt, ["Exp"] = T.Exp, ["Exp2"] = T.Exp2, ["ExpM1"] = T.ExpM1,
        ["Log"] = T.Log, ["Log2"] = T.Log2, ["Log10"] = T.Log10, ["LogP1"] = T.LogP1,
        ["Sin"] = T.Sin, ["Cos"] = T.Cos, ["Tan"] = T.Tan, ["Asin"] = T.Asin, ["Acos"] = T.Acos, ["Atan"] = T.Atan,
        ["SinOfPair"] = x => T.SinCos(x).Sin, ["CosOfPair"] = x => T.SinCos(x).Cos,
        ["Sinh"] = T.Sinh, ["Cosh"] = T.Cosh, ["Tanh"] = T.Tanh,
        ["Asinh"] = T.Asinh, ["Acosh"] = T.Acosh, ["Atanh"] = T.Atanh,
        ["Floor"] = T.Floor, ["Ceiling"] = T.Ceiling, ["Round"] = T.Round, ["Truncate"] = T.Truncate, ["Sign"] = T.Sign,
        ["Erf"] = T.Erf, ["Erfc"] = T.Erfc, ["NormalCdf"] = T.NormalCdf, ["NormalPdf"] = T.NormalPdf,
        ["ExpMinusSquare"] = T.ExpMinusSquare, ["LogGamma"] = T.LogGamma, ["Digamma"] = T.Digamma,
        ["Trigamma"] = T.Trigamma, ["Sigmoid"] = T.Sigmoid, ["Softplus"] = T.Softplus, ["Negate"] = x => -x,
    };

    public static readonly Dictionary<string, Func<T, T, T>> Binary = new()
    {
        ["Add"] = (x, y) => x + y, ["Subtract"] = (x, y) => x - y, ["Multiply"] = (x, y) => x * y,
        ["Divide"] = (x, y) => x / y, ["Remainder"] = (x, y) => x % y,
        ["Pow"] = T.Pow, ["Atan2"] = T.Atan2, ["Hypot"] = T.Hypot, ["IEEERemainder"] = T.IEEERemainder,
        ["Min"] = T.Min, ["Max"] = T.Max, ["MinMagnitude"] = T.MinMagnitude, ["MaxMagnitude"] = T.MaxMagnitude,
        ["CopySign"] = T.CopySign,
    };

    /// <summary>Evaluates over all of <paramref name="x"/>, whose length the width must divide.</summary>
    public static TScalar[] Evaluate(string function, TScalar[] x)
    {
        Func<T, T> evaluate = Unary[function];
        var result = new TScalar[x.Length];
        for (int i = 0; i < x.Length; i += T.Width)
        {
            T.Store(evaluate(T.Load(x, i)), result, i);
        }

        return result;
    }

    /// <inheritdoc cref="Evaluate(string, TScalar[])"/>
    public static TScalar[] Evaluate(string function, TScalar[] x, TScalar[] y)
    {
        Func<T, T, T> evaluate = Binary[function];
        var result = new TScalar[x.Length];
        for (int i = 0; i < x.Length; i += T.Width)
        {
            T.Store(evaluate(T.Load(x, i), T.Load(y, i)), result, i);
        }

        return result;
    }
}
