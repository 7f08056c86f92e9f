using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticAd.GradChecks;

/// <summary>How a parameter is passed.</summary>
internal enum Passing
{
    Value,
    In,
    Ref,
    Out,
    Array,
    ReadOnlySpan,
    Span,
}

/// <summary>A parameter of a method, as the derivative contract sees it.</summary>
/// <param name="Position">Position in the parameter list.</param>
/// <param name="Name">Name.</param>
/// <param name="Passing">How it is passed.</param>
/// <param name="ElementType">Type of the scalar, or of the buffer's elements.</param>
/// <param name="IsActive">Whether it takes part in the derivative.</param>
/// <param name="IsScratch">Whether it is working memory, whose contents mean nothing.</param>
/// <param name="Rank">Of an array, how many dimensions it has.</param>
/// <param name="IsJagged">Whether it is an array of arrays.</param>
/// <param name="IsReceiver">Whether it is the object that an instance method is called on.</param>
/// <param name="View">The type of a view of matrices; an array of as many dimensions stands for it.</param>
internal sealed record FunctionParameter(
    int Position, string Name, Passing Passing, Type ElementType, bool IsActive, bool IsScratch, int Rank = 1, bool IsJagged = false,
    bool IsReceiver = false, Type? View = null)
{
    public bool IsBuffer => Passing is Passing.Array or Passing.ReadOnlySpan or Passing.Span;

    public bool IsInput => Passing != Passing.Out;

    public bool IsOutput => Passing is Passing.Out or Passing.Ref or Passing.Span;

    public bool IsInOut => IsInput && IsOutput;

    /// <summary>The type of the argument that stands for it: an array for any buffer, else the type itself.</summary>
    public Type ArgumentType
    {
        [RequiresDynamicCode("Makes array types.")]
        get => IsJagged ? ElementType.MakeArrayType().MakeArrayType() : Rank > 1 ? ElementType.MakeArrayType(Rank) : IsBuffer ? ElementType.MakeArrayType() : ElementType;
    }

    /// <summary>A method's parameters; the receiver of an instance method comes first. That of a class is constant.</summary>
    /// <param name="method">The method.</param>
    /// <param name="activity">Whether to find out which are active; otherwise all count as passive.</param>
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    [RequiresDynamicCode("Makes array types.")]
    public static IReadOnlyList<FunctionParameter> AllOf(MethodInfo method, bool activity = true)
    {
        IEnumerable<FunctionParameter> parameters = method.GetParameters().Select(parameter => Of(parameter, activity));
        Type type = method.DeclaringType!;
        return method.IsStatic
            ? [.. parameters]
            : [
                new FunctionParameter(0, "this", Passing.Value, type, activity && StructLeaf.IsStruct(type), IsScratch: false, IsReceiver: true),
                .. parameters.Select(static parameter => parameter with { Position = parameter.Position + 1 }),
            ];
    }

    /// <param name="parameter">The parameter.</param>
    /// <param name="activity">Whether to find out if it is active; otherwise it counts as passive.</param>
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    [RequiresDynamicCode("Makes array types.")]
    private static FunctionParameter Of(ParameterInfo parameter, bool activity)
    {
        (Passing passing, Type element) = Classify(parameter);
        bool scratch = parameter.IsDefined(typeof(ScratchAttribute));
        bool passive = scratch || parameter.IsDefined(typeof(NoDerivativeAttribute));
        string name = parameter.Name ?? $"argument {parameter.Position}";
        bool active = activity && !passive && IsActiveType(element);
        Type declared = parameter.ParameterType;
        return MatrixArguments.DimensionsOf(declared) is { } dimensions
            ? new FunctionParameter(parameter.Position, name, Passing.ReadOnlySpan, element, active, scratch, dimensions, View: declared)
            : new FunctionParameter(
                parameter.Position, name, passing, element, active, scratch, declared.IsArray ? declared.GetArrayRank() : 1, IsOfArrays(declared));
    }

    /// <summary>Whether a type is differentiable.</summary>
    [RequiresUnreferencedCode("Looks into the fields of structs.")]
    public static bool IsActiveType(Type type) => Number.Is(type) || StructLeaf.IsStruct(type);

    private static bool IsOfArrays(Type type) => type.IsSZArray && type.GetElementType()!.IsSZArray;

    private static (Passing Passing, Type Element) Classify(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (type.IsByRef)
        {
            Passing passing = parameter.IsOut ? Passing.Out : parameter.IsIn ? Passing.In : Passing.Ref;
            return (passing, type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return (Passing.Array, IsOfArrays(type) ? type.GetElementType()!.GetElementType()! : type.GetElementType()!);
        }

        Type? generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return generic == typeof(Span<>) ? (Passing.Span, type.GenericTypeArguments[0])
            : MatrixArguments.DimensionsOf(type) is not null ? (Passing.ReadOnlySpan, type.GenericTypeArguments[0])
            : generic == typeof(ReadOnlySpan<>) ? (Passing.ReadOnlySpan, type.GenericTypeArguments[0])
            : (Passing.Value, type);
    }
}
