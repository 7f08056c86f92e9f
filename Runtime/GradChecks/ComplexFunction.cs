using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace StaticAd.GradChecks;

/// <summary>A function's version over complex numbers: an overload, or the instance of a generic method.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class ComplexFunction
{
    private readonly PrimalFunction _function;
    private readonly FunctionSignature _signature;
    private readonly MethodThunk _thunk;

    private ComplexFunction(PrimalFunction function, MethodInfo method)
    {
        _function = function;
        _signature = function.Signature;
        _thunk = new MethodThunk(method);
    }

    /// <exception cref="ArgumentException">There is no such version.</exception>
    public static ComplexFunction Of(PrimalFunction function)
    {
        MethodInfo method = function.Signature.Method;
        IEnumerable<MethodInfo> overloads = method.DeclaringType!.GetMethods(OverloadFinder.Members)
            .Where(candidate => candidate.Name == method.Name && !candidate.IsGenericMethodDefinition && candidate.IsStatic == method.IsStatic);
        MethodInfo? version = overloads.Concat(InstancesOf(method)).FirstOrDefault(candidate => IsVersion(function.Signature, candidate));
        return version != null ? new ComplexFunction(function, version) : throw new ArgumentException(
            $"{method.DeclaringType.Name}.{method.Name} has no version over Complex for the complex step: neither an overload that takes and returns Complex " +
            "where it takes and returns numbers, nor does it have one type parameter with constraints that Complex meets.");
    }

    /// <summary>The function's active outputs at complex active inputs.</summary>
    public Complex[] Evaluate(Complex[] point)
    {
        object?[] arguments = _function.Arguments;
        int next = 0;
        foreach (Segment input in _signature.Inputs.Segments)
        {
            arguments[input.Parameter!.Position] = input.IsBuffer ? point[next..(next + input.Length)] : point[next];
            next += input.Length;
        }

        object? result = _thunk.Invoke(arguments);
        return [.. _signature.Outputs.Segments.SelectMany((_, i) => Numbers(_signature.OutputOf(i, arguments, result)))];
    }

    private static IEnumerable<Complex> Numbers(object? output) => output is Complex[] buffer ? buffer : [(Complex)output!];

    private static IEnumerable<MethodInfo> InstancesOf(MethodInfo method)
    {
        MethodInfo? instance = null;
        try
        {
            instance = method.IsGenericMethod ? method.GetGenericMethodDefinition().MakeGenericMethod(typeof(Complex)) : null;
        }
        catch (ArgumentException)
        {
            // The constraints are nowhere else to be asked.
        }

        return instance == null ? [] : [instance];
    }

    private static bool IsVersion(FunctionSignature function, MethodInfo candidate)
    {
        MethodInfo method = function.Method;
        ParameterInfo[] parameters = method.GetParameters(), others = candidate.GetParameters();
        bool[] active = [.. function.Parameters.Where(static parameter => !parameter.IsReceiver).Select(static parameter => parameter.IsActive)];
        return candidate != method && others.Length == parameters.Length
            && parameters.Index().All(parameter => others[parameter.Index].ParameterType is var other
                && (active[parameter.Index] ? Complexified(parameter.Item.ParameterType) == other : parameter.Item.ParameterType == other))
            && Complexified(method.ReturnType) == candidate.ReturnType;
    }

    /// <summary>A type with <see cref="Complex"/> in place of numbers; null where that is not possible.</summary>
    private static Type? Complexified(Type type) => type switch
    {
        _ when Number.Is(type) => typeof(Complex),
        { IsByRef: true } => Complexified(type.GetElementType()!)?.MakeByRefType(),
        { IsSZArray: true } => Complexified(type.GetElementType()!)?.MakeArrayType(),
        _ when type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Span<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>)) =>
            Complexified(type.GenericTypeArguments[0]) is { } element ? type.GetGenericTypeDefinition().MakeGenericType(element) : null,
        _ when typeof(ITuple).IsAssignableFrom(type) =>
            type.GetGenericTypeDefinition().MakeGenericType([.. type.GenericTypeArguments.Select(static item => Complexified(item) ?? item)]),
        _ when StructLeaf.IsStruct(type) => null,
        _ => type,
    };
}
