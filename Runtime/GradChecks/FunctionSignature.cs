using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace StaticAd.GradChecks;

/// <summary>A method's active inputs and outputs, at arguments of given lengths.</summary>
[RequiresDynamicCode("Makes generic types.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class FunctionSignature
{
    private readonly bool _returnsTuple;

    public FunctionSignature(MethodInfo method, object?[] arguments)
    {
        Method = method;
        Parameters = FunctionParameter.AllOf(method);
        _returnsTuple = typeof(ITuple).IsAssignableFrom(method.ReturnType);
        IEnumerable<FunctionParameter> active = Parameters.Where(static parameter => parameter.IsActive);
        Inputs = new VectorLayout([.. active.Where(static p => p.IsInput).Select(p => SegmentOf(p, arguments))]);
        Outputs = new VectorLayout([.. active.Where(static p => p.IsOutput).Select(p => SegmentOf(p, arguments)), .. ResultSegments()]);
    }

    public MethodInfo Method { get; }

    public IReadOnlyList<FunctionParameter> Parameters { get; }

    public VectorLayout Inputs { get; }

    public VectorLayout Outputs { get; }

    /// <summary>Whether the only active output is a scalar return value.</summary>
    public bool HasScalarResultOnly => Outputs.Segments is [{ Parameter: null, Leaves: null }] && !_returnsTuple;

    /// <summary>The family name of the derivative methods.</summary>
    public string FamilyName => Method.GetCustomAttribute<DifferentiableAttribute>()?.Name ?? Method.Name;

    /// <summary>The value of an output after a call.</summary>
    public object? OutputOf(int segment, object?[] arguments, object? result)
    {
        Segment output = Outputs.Segments[segment];
        return output.Parameter is { } parameter ? arguments[parameter.Position]
            : _returnsTuple ? ((ITuple)result!)[output.ResultItem]
            : result;
    }

    /// <summary>The type of a value tuple of any length.</summary>
    public static Type TupleOf(ReadOnlySpan<Type> items)
    {
        const int nested = 7;
        if (items.Length > nested)
        {
            Type[] arguments = [.. items[..nested], TupleOf(items[nested..])];
            return typeof(ValueTuple<,,,,,,,>).MakeGenericType(arguments);
        }

        Type open = items.Length switch
        {
            1 => typeof(ValueTuple<>),
            2 => typeof(ValueTuple<,>),
            3 => typeof(ValueTuple<,,>),
            4 => typeof(ValueTuple<,,,>),
            5 => typeof(ValueTuple<,,,,>),
            6 => typeof(ValueTuple<,,,,,>),
            _ => typeof(ValueTuple<,,,,,,>),
        };
        return open.MakeGenericType(items.ToArray());
    }

    private static Segment SegmentOf(FunctionParameter parameter, object?[] arguments)
    {
        if (parameter.IsJagged)
        {
            var rows = (Array)arguments[parameter.Position]!;
            int[] shape = [.. rows.Cast<Array>().Select(static row => row.Length)];
            return new Segment(
                parameter.Name, parameter.ElementType, IsBuffer: true, shape.Sum(), parameter, Shape: shape,
                Blank: Array.CreateInstance(parameter.ElementType.MakeArrayType(), shape.Length));
        }

        if (parameter.Rank > 1)
        {
            var array = (Array)arguments[parameter.Position]!;
            int[] shape = [.. Enumerable.Range(0, parameter.Rank).Select(array.GetLength)];
            return new Segment(
                parameter.Name, parameter.ElementType, IsBuffer: true, array.Length, parameter,
                Blank: Array.CreateInstance(parameter.ElementType, shape), Shape: shape);
        }

        int length = parameter.IsBuffer ? ((Array)arguments[parameter.Position]!).Length : 1;
        return StructLeaf.IsStruct(parameter.ElementType) && StructLeaf.Of(parameter.ElementType) is var leaves
            ? new Segment(
                parameter.Name, parameter.ElementType, parameter.IsBuffer, length * leaves.Count, parameter, Leaves: leaves,
                Blank: parameter.IsBuffer ? Array.CreateInstance(parameter.ElementType, length) : Blank(parameter.ElementType))
            : new Segment(parameter.Name, parameter.ElementType, parameter.IsBuffer, length, parameter);
    }

    private static object Blank(Type type) => Array.CreateInstance(type, 1).GetValue(0)!;

    private IEnumerable<Segment> ResultSegments()
    {
        Type type = Method.ReturnType;
        if (!_returnsTuple)
        {
            if (type != typeof(void) && FunctionParameter.IsActiveType(type))
            {
                IReadOnlyList<StructLeaf>? leaves = StructLeaf.IsStruct(type) ? StructLeaf.Of(type) : null;
                yield return new Segment("result", type, IsBuffer: false, leaves?.Count ?? 1, Leaves: leaves, Blank: leaves is null ? null : Blank(type));
            }

            yield break;
        }

        IList<string?>? names = Method.ReturnParameter.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames;
        Type[] items = [.. TupleItems(type)];
        for (int i = 0; i < items.Length; i++)
        {
            string name = names?[i] ?? $"Item{i + 1}";
            if (FunctionParameter.IsActiveType(items[i]))
            {
                yield return new Segment($"result.{name}", items[i], IsBuffer: false, 1, ResultItem: i);
            }
        }
    }

    private static IEnumerable<Type> TupleItems(Type tuple)
    {
        Type[] items = tuple.GenericTypeArguments;
        return items.Length < 8 ? items : [.. items[..7], .. TupleItems(items[7])];
    }
}
