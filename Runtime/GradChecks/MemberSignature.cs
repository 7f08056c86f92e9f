using System.Reflection;

namespace StaticAd.GradChecks;

/// <summary>What a parameter of a derivative method is for.</summary>
internal enum Role
{
    Primal,
    Cotangent,
    Gradient,
    Tangent,
    OutputTangent,
    Tape,
    BatchValue,
    Matrix,
}

/// <summary>A parameter that the derivative contract demands.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Index">The function's parameter for a primal, else the segment of its inputs or outputs.</param>
/// <param name="Type">Type, without reference.</param>
/// <param name="Passing">How it is passed; a span counts as passed by value.</param>
internal sealed record MemberParameter(Role Role, int Index, Type Type, Passing Passing = Passing.Value)
{
    /// <summary>For what a backward sweep only reads: a weaker way of passing is as good.</summary>
    public Type? ReadOnlyType { get; init; }

    /// <summary>Whether it is the object that the method is called on, and stands in no parameter list.</summary>
    public bool IsReceiver { get; init; }

    public bool Accepts(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        if (ReadOnlyType != null && type == ReadOnlyType)
        {
            return true;
        }

        if (!type.IsByRef)
        {
            return Passing == Passing.Value && type == Type;
        }

        Passing passing = parameter.IsOut ? Passing.Out : parameter.IsIn ? Passing.In : Passing.Ref;
        return passing == Passing && type.GetElementType() == Type;
    }

    public override string ToString()
    {
        string prefix = Passing == Passing.Value ? "" : Passing.ToString().ToLowerInvariant() + " ";
        string name = Type.IsGenericType ? $"{Type.Name[..Type.Name.IndexOf('`')]}<{Type.GenericTypeArguments[0].Name}>" : Type.Name;
        return prefix + name;
    }
}

/// <summary>A derivative method that the contract describes.</summary>
internal sealed record MemberSignature(string Name, Type ReturnType, IReadOnlyList<MemberParameter> Parameters)
{
    public bool Accepts(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        MemberParameter[] listed = [.. Listed];
        return method.ReturnType == ReturnType && method.IsStatic == (listed.Length == Parameters.Count) && parameters.Length == listed.Length &&
            listed.Zip(parameters, static (wanted, parameter) => wanted.Accepts(parameter)).All(static accepted => accepted);
    }

    private IEnumerable<MemberParameter> Listed => Parameters.Where(static parameter => !parameter.IsReceiver);

    public override string ToString() => $"{ReturnType.Name} {Name}({string.Join(", ", Listed)})";
}
