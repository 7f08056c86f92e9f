using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>A C# variable: a parameter or a local that holds one or several values of the IR, one after the other.</summary>
internal sealed class Variable
{
    private readonly List<int> _values;

    public Variable(Value value, Scope scope, Operation? definition, Operation? reader = null)
    {
        _values = [value.Id];
        Type = value.Type;
        UserName = value.Name;
        Scope = scope;
        Definition = definition;
        Reader = reader;
    }

    public IReadOnlyList<int> Values => _values;

    public IrType Type { get; }

    /// <summary>The type that C# declares: what the user allocates as an array is native memory here, seen through a span.</summary>
    public IrType DeclaredType => Type switch
    {
        BufferType { Kind: BufferKind.Array } array when Parameter is null or { IsJagged: true } => array with { Kind = BufferKind.Span },
        BufferType { Kind: BufferKind.ReadOnlySpan } span when IsViewOfWritable => span with { Kind = BufferKind.Span },
        _ => Type,
    };

    /// <summary>
    /// Whether it is a part of memory that is seen through a writable span or an array. It is declared as such: the conversion to
    /// a read-only span is a call, which the JIT compiler leaves standing in long methods.
    /// </summary>
    public bool IsViewOfWritable { get; set; }

    /// <summary>What the user called it.</summary>
    public string? UserName { get; private set; }

    /// <summary>The innermost scope in which all its values are seen.</summary>
    public Scope Scope { get; }

    /// <summary>An operation that computes one of its values: what to call it after.</summary>
    public Operation? Definition { get; private set; }

    /// <summary>An operation that reads it.</summary>
    public Operation? Reader { get; }

    public Parameter? Parameter { get; private set; }

    /// <summary>Whether it holds its one value for good: it must not take another.</summary>
    public bool IsFixed { get; private set; }

    /// <summary>Its name in C#, once given.</summary>
    public string Name { get; set; } = "";

    public void Bind(Parameter parameter)
    {
        Parameter = parameter;
        UserName = parameter.Name;
    }

    public void Include(Value value) => _values.Add(value.Id);

    /// <summary>Names the variable after what takes its value, unless the user has named it.</summary>
    public void Suggest(string? name) => UserName ??= Parameter is null ? name : null;

    public void Fix() => IsFixed = true;

    /// <summary>
    /// Whether one variable in the place of two reads well: it has one user's name, and a value parameter is only reassigned
    /// with what bears its name.
    /// </summary>
    public bool Suits(Variable other) =>
        !IsFixed && !other.IsFixed && Type.Equals(other.Type) && (Parameter is null || other.Parameter is null)
        && (UserName == other.UserName
            || (UserName is null && other.TakesUnnamed)
            || (other.UserName is null && TakesUnnamed));

    private bool TakesUnnamed => Parameter is null or { Passing: not Passing.Value };

    /// <summary>Takes the values of a variable that comes after it, and so is seen where it is, or less far.</summary>
    public void Absorb(Variable other)
    {
        _values.AddRange(other._values);
        UserName ??= other.UserName;
        Definition ??= other.Definition;
        Parameter ??= other.Parameter;
    }
}
