using System.Diagnostics.CodeAnalysis;

namespace StaticAd.GradChecks;

/// <summary>The function under check, at the caller's arguments, as a function from vector to vector.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class PrimalFunction
{
    private const double SingleRounding = 1e-5;
    private const double DoubleRounding = 1e-12;

    /// <summary>By how much values may differ, relative to 1 or to themselves, where they are computed in another order.</summary>
    private readonly double _rounding;
    private readonly MethodThunk _thunk;
    private readonly object?[] _arguments;

    private readonly double _tolerance;

    /// <param name="signature">The function.</param>
    /// <param name="arguments">The caller's arguments.</param>
    /// <param name="tolerance">By how much values may differ from the function's; at 0 not by a bit.</param>
    public PrimalFunction(FunctionSignature signature, object?[] arguments, double tolerance)
    {
        _tolerance = tolerance;
        Signature = signature;
        _rounding = RoundingOf(signature);
        _arguments = Invocation.Copy(arguments);
        PoisonScratch(_arguments);
        _thunk = new MethodThunk(signature.Method);
        Point = new double[signature.Inputs.Length];
        for (int i = 0; i < signature.Inputs.Segments.Count; i++)
        {
            signature.Inputs.FromObject(i, arguments[signature.Inputs.Segments[i].Parameter!.Position], Point);
        }

        Outcome = Invoke(Arguments);
    }

    public FunctionSignature Signature { get; }

    /// <summary>The active inputs.</summary>
    public double[] Point { get; }

    /// <summary>What the function does at the point.</summary>
    public Invocation Outcome { get; }

    /// <summary>A fresh copy of the caller's arguments.</summary>
    public object?[] Arguments => Invocation.Copy(_arguments);

    /// <summary>Fills working memory with not-a-numbers: nobody may read what it held before.</summary>
    public void PoisonScratch(object?[] arguments)
    {
        foreach (FunctionParameter parameter in Signature.Parameters.Where(static parameter => parameter.IsScratch))
        {
            switch (arguments[parameter.Position])
            {
                case double[] buffer:
                    Array.Fill(buffer, double.NaN);
                    break;
                case float[] buffer:
                    Array.Fill(buffer, float.NaN);
                    break;
                case Half[] buffer:
                    Array.Fill(buffer, Half.NaN);
                    break;
            }
        }
    }

    public Invocation Invoke(object?[] arguments) => new(arguments, _thunk.Invoke(arguments));

    /// <summary>The active outputs at other active inputs.</summary>
    public double[] Evaluate(double[] point) => OutputsOf(Invoke(ArgumentsAt(point)));

    /// <summary>The same function at other active inputs.</summary>
    public PrimalFunction At(double[] point) => new(Signature, ArgumentsAt(point), _tolerance);

    /// <summary>The same function at other arguments.</summary>
    public PrimalFunction With(object?[] arguments) => new(Signature, arguments, _tolerance);

    private object?[] ArgumentsAt(double[] point)
    {
        object?[] arguments = Arguments;
        for (int i = 0; i < Signature.Inputs.Segments.Count; i++)
        {
            int position = Signature.Inputs.Segments[i].Parameter!.Position;
            arguments[position] = Signature.Inputs.ToObject(i, point, arguments[position]);
        }

        return arguments;
    }

    public double[] OutputsOf(Invocation invocation)
    {
        var outputs = new double[Signature.Outputs.Length];
        for (int i = 0; i < Signature.Outputs.Segments.Count; i++)
        {
            Signature.Outputs.FromObject(i, Signature.OutputOf(i, invocation.Arguments, invocation.Result), outputs);
        }

        return outputs;
    }

    /// <summary>How a call that began with the function's arguments differs from the function, or <see langword="null"/>.</summary>
    /// <remarks>
    /// The vectors and matrices of <c>System.Numerics</c> round as the processor's instructions do, so that what is computed with
    /// them in single precision need not have the same bits; small matrices of a batch are added up in lanes.
    /// </remarks>
    public string? DifferenceOf(Invocation invocation)
    {
        bool isSameButForRounding = _rounding > 0 && IsClose(OutputsOf(invocation), OutputsOf(Outcome));
        return Signature.Parameters
            .Where(parameter => !parameter.IsScratch && !(isSameButForRounding && parameter.IsOutput))
            .Select(parameter => Invocation.Difference(
                parameter.Name, invocation.Arguments[parameter.Position], Outcome.Arguments[parameter.Position], _tolerance))
            .Append(isSameButForRounding ? null : Invocation.Difference("the result", invocation.Result, Outcome.Result, _tolerance))
            .FirstOrDefault(static difference => difference != null);
    }

    private static double RoundingOf(FunctionSignature signature) =>
        UsesVectors(signature) || TakesMatricesOf(signature, typeof(float)) ? SingleRounding : TakesMatricesOf(signature, typeof(double)) ? DoubleRounding : 0;

    private static bool TakesMatricesOf(FunctionSignature signature, Type element) => signature.Method.GetParameters().Any(parameter =>
        MatrixArguments.DimensionsOf(parameter.ParameterType) is not null && parameter.ParameterType.GenericTypeArguments[0] == element);

    private static bool UsesVectors(FunctionSignature signature) => signature.Parameters.Select(static parameter => parameter.ElementType)
        .Append(signature.Method.ReturnType)
        .Concat(signature.Method.GetMethodBody()?.LocalVariables.Select(static local => local.LocalType) ?? [])
        .Any(static type => type.Namespace == "System.Numerics" && type != typeof(System.Numerics.Complex));

    private bool IsClose(double[] actual, double[] expected) => actual
        .Zip(expected, (a, e) => a.Equals(e) || Math.Abs(a - e) <= _rounding * Math.Max(1, Math.Abs(e)))
        .All(static isClose => isClose);
}
