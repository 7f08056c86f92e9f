using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace StaticAd.GradChecks;

/// <summary>The sizes and ranges from which arguments are made.</summary>
/// <param name="Lengths">Lengths of buffers, of which each takes one at random.</param>
/// <param name="Integers">Likewise for integers.</param>
/// <param name="Low">The least floating-point number.</param>
/// <param name="High">The largest one.</param>
internal sealed record ArgumentPlan(int[] Lengths, int[] Integers, double Low, double High);

/// <summary>Makes values of the types that parameters have.</summary>
[RequiresDynamicCode("Makes array types.")]
[RequiresUnreferencedCode("Looks into types.")]
internal sealed class ArgumentFactory(ArgumentPlan plan, Random random)
{
    private const int DeepestObject = 3;

    /// <exception cref="NotSupportedException">There is no way to make a value of a parameter's type.</exception>
    public object?[] Arguments(MethodInfo method) =>
        [.. FunctionParameter.AllOf(method, activity: false).Select(parameter => parameter.Passing == Passing.Out ? null : Argument(parameter))];

    private object? Argument(FunctionParameter parameter)
    {
        try
        {
            return !parameter.IsBuffer ? Value(parameter.ElementType, 0)
                : parameter.IsJagged ? Jagged(parameter)
                : parameter.Rank > 1 ? Grid(parameter)
                : Buffer(parameter.ElementType, Pick(plan.Lengths), 0);
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException($"there is no argument for the parameter '{parameter.Name}': {e.Message}", e);
        }
    }

    private int Pick(int[] choices) => choices[random.Next(choices.Length)];

    private double Floating() => plan.Low + ((plan.High - plan.Low) * random.NextDouble());

    private Array Buffer(Type element, int length, int depth)
    {
        Array array = Array.CreateInstance(element, length);
        for (int i = 0; i < length; i++)
        {
            // An array of integers mostly holds indices.
            array.SetValue(IsInteger(element) ? Convert.ChangeType(random.Next(Math.Max(1, plan.Lengths.Min())), element) : Value(element, depth), i);
        }

        return array;
    }

    private Array Grid(FunctionParameter parameter)
    {
        Array array = Array.CreateInstance(parameter.ElementType, [.. Enumerable.Range(0, parameter.Rank).Select(_ => Pick(plan.Lengths))]);
        var indices = new int[parameter.Rank];
        for (int i = 0; i < array.Length; i++)
        {
            for (int dimension = parameter.Rank - 1, rest = i; dimension >= 0; dimension--)
            {
                (rest, indices[dimension]) = Math.DivRem(rest, array.GetLength(dimension));
            }

            array.SetValue(Value(parameter.ElementType, 0), indices);
        }

        return array;
    }

    private Array Jagged(FunctionParameter parameter)
    {
        Array rows = Array.CreateInstance(parameter.ElementType.MakeArrayType(), Pick(plan.Lengths));
        int length = Pick(plan.Lengths);
        for (int i = 0; i < rows.Length; i++)
        {
            rows.SetValue(Buffer(parameter.ElementType, length, 0), i);
        }

        return rows;
    }

    private static bool IsInteger(Type type) => type.IsPrimitive && !Number.Is(type) && type != typeof(bool) && type != typeof(char);

    private object? Value(Type type, int depth) => type switch
    {
        _ when Number.Is(type) => Number.In(type, Floating()),
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(char) => 'a',
        _ when type == typeof(IntPtr) => (nint)Pick(plan.Integers),
        _ when type == typeof(UIntPtr) => (nuint)Pick(plan.Integers),
        _ when IsInteger(type) => Convert.ChangeType(Pick(plan.Integers), type),
        { IsEnum: true } => Enum.GetValuesAsUnderlyingType(type) is { Length: > 0 } values ? Enum.ToObject(type, values.GetValue(random.Next(values.Length))!) : Activator.CreateInstance(type),
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Value(underlying, depth),
        _ when type == typeof(string) => "a",
        _ when type == typeof(decimal) => (decimal)Floating(),
        _ when type == typeof(DateTime) => new DateTime(2025, 1, 1).AddDays(random.Next(1, 1000)),
        _ when type == typeof(DateOnly) => new DateOnly(2025, 1, 1).AddDays(random.Next(1, 1000)),
        _ when type == typeof(TimeSpan) => TimeSpan.FromDays(random.Next(1, 1000)),
        _ when typeof(Delegate).IsAssignableFrom(type) => throw new NotSupportedException($"no {type.Name} can be made up."),
        { IsSZArray: true } => Buffer(type.GetElementType()!, Pick(plan.Lengths), depth),
        { IsValueType: true } => Structure(type, depth),
        { IsGenericType: true } when ListOf(type) is { } list => list,
        _ => Made(type, depth),
    };

    /// <summary>A structure with all its numbers filled in.</summary>
    private object Structure(Type type, int depth)
    {
        object structure = RuntimeHelpers.GetUninitializedObject(type);
        foreach (StructPart part in StructPart.Of(type).Where(static part => part.Type.IsValueType))
        {
            part.Set(structure, Value(part.Type, depth)!);
        }

        return structure;
    }

    /// <summary>A list for what takes lists.</summary>
    private object? ListOf(Type type)
    {
        Type list = typeof(List<>).MakeGenericType(type.GenericTypeArguments[0]);
        return type.GenericTypeArguments.Length == 1 && type.IsAssignableFrom(list)
            ? Activator.CreateInstance(list, (IEnumerable)Buffer(type.GenericTypeArguments[0], Pick(plan.Lengths), 0)) : null;
    }

    /// <summary>An object by its constructor with the most parameters, and by the settable properties of one that has none.</summary>
    private object Made(Type type, int depth)
    {
        ConstructorInfo? constructor = type.IsAbstract || depth == DeepestObject ? null
            : type.GetConstructors().MaxBy(static constructor => constructor.GetParameters().Length);
        if (constructor == null)
        {
            throw new NotSupportedException($"no {type.Name} can be made up.");
        }

        ParameterInfo[] parameters = constructor.GetParameters();
        object made = constructor.Invoke([.. parameters.Select(parameter => Value(parameter.ParameterType, depth + 1))]);
        foreach (PropertyInfo property in parameters.Length == 0 ? type.GetProperties() : [])
        {
            if (property.CanWrite && property.GetIndexParameters().Length == 0 && Number.Is(property.PropertyType))
            {
                property.SetValue(made, Value(property.PropertyType, depth + 1));
            }
        }

        return made;
    }
}
