namespace StaticAd.Generator.Ir;

/// <summary>How an argument reaches the method.</summary>
internal enum Passing
{
    Value,
    In,
    Ref,
    Out,
}

/// <summary>One parameter of a method.</summary>
/// <param name="Declaration">Its C# text without default value and <c>params</c>: <c>ReadOnlySpan&lt;double&gt; x</c>.</param>
/// <param name="Value">What it holds on entry; null for <c>out</c>.</param>
/// <param name="IsActive">Whether it takes part in differentiation.</param>
/// <param name="IsScratch">Working memory: no cotangent, no tangent.</param>
/// <param name="Of">The parameter in C# of which it is one leaf; its name is then how the leaf is read, <c>v.Position.X</c>.</param>
/// <param name="Leaf">Which of its leaves.</param>
/// <param name="Dimensions">For an array of several dimensions, how many; its value is the run of all its elements, row by row.</param>
/// <param name="Bounds">
/// For an array of arrays, the name of the local that says where in the run of all elements, which is its value, each row starts and
/// ends; its derivatives have the same.
/// </param>
/// <param name="IsObject">An object of a class: its value is never computed with, what its fields hold is read by name.</param>
/// <param name="IsHalf">Whether what is <c>float</c> in the IR is <c>Half</c> in C#.</param>
/// <param name="LengthOf">
/// For the length of a dimension of an array of several dimensions, the array's name; then <paramref name="Leaf"/> counts the dimensions
/// from 1. Only methods that are always put in place of their calls have such.
/// </param>
internal sealed record Parameter(
    string Name,
    string Declaration,
    IrType Type,
    Passing Passing,
    Value? Value,
    bool IsActive,
    bool IsScratch = false,
    StructParameter? Of = null,
    int Leaf = 0,
    int Dimensions = 1,
    string? Bounds = null,
    bool IsObject = false,
    bool IsHalf = false,
    string? LengthOf = null)
{
    /// <summary>The name of the parameter in C#.</summary>
    public string DeclaredName => Of?.Name ?? LengthOf ?? Name;

    /// <summary>The text of the parameter in C#; the leaves of one structure share it.</summary>
    public string DeclaredText => Of?.Declaration ?? Declaration;

    /// <summary>The type of what it holds in C#.</summary>
    public IrType HeldType => !IsHalf ? Type
        : Type is BufferType buffer ? buffer with { Element = IrType.Half, Within = Of is null ? null : new ElementLeaf(Of.Shape, Leaf) }
        : IrType.Half;

    /// <summary>Whether its last value is one of the body's yields.</summary>
    public bool YieldsScalar => Passing is Passing.Ref or Passing.Out;

    public bool IsGrid => Dimensions > 1;

    /// <summary>For a view of matrices, the property that gives the run of all elements, which is its value; its derivatives are spans.</summary>
    public string? ViewElements { get; init; }

    public bool IsView => ViewElements is not null;

    /// <summary>For a view of matrices, the properties that give its lengths.</summary>
    public EquatableArray<string> ViewLengths { get; init; } = [];

    public bool IsJagged => Bounds is not null;

    /// <summary>Whether the run of its elements is a local beside the array itself.</summary>
    public bool HasRun => IsGrid || IsJagged || IsView;

    /// <summary>Whether it is a reference that is not null by its type: each derivative checks that first.</summary>
    public bool MustBeThere { get; init; }

    public bool IsWritableSpan => Type is BufferType { Kind: BufferKind.Span };

    /// <summary>Whether derivatives flow through it: a rule has a cotangent and a tangent for it.</summary>
    public bool CarriesDerivative => IsActive && !IsScratch;
}

/// <summary>One value of the method's return; a tuple has several.</summary>
/// <param name="IsHalf">Whether what is <c>float</c> in the IR is <c>Half</c> in C#.</param>
internal sealed record ReturnComponent(string? Name, IrType Type, bool IsActive, bool IsHalf = false);

/// <summary>What a method returns; no components for <c>void</c>.</summary>
/// <param name="Struct">The structure whose leaves the components are; null for a number or a tuple of numbers.</param>
internal sealed record ReturnShape(string CSharpType, EquatableArray<ReturnComponent> Components, StructShape? Struct = null)
{
    public static readonly ReturnShape Void = new("void", []);
}

/// <summary>A method that somebody wrote as a derivative.</summary>
/// <param name="Key">Its identity in calls.</param>
/// <param name="Text">How generated code calls it, fully qualified.</param>
/// <param name="OnlyRead">Of a Backward rule, the primal's <c>Span</c> parameters that it takes as <c>ReadOnlySpan</c>.</param>
/// <param name="Unread">Those of them of which it needs nothing but the length.</param>
internal sealed record RuleMethod(string Key, string Text, EquatableArray<string> OnlyRead = default, EquatableArray<string> Unread = default);

/// <summary>The methods that stand for the derivative of a method; null where there is none.</summary>
/// <param name="Pullback">
/// Value and gradient in one pass, for a recursive method without in-out parameters: as <paramref name="Vjp"/>, but it adds to the
/// gradients of buffers.
/// </param>
/// <param name="MayThrow">Whether the method, which is recursive, has checks that throw.</param>
internal sealed record RuleSet(RuleMethod? Jvp, RuleMethod? Vjp, RuleMethod? Forward, RuleMethod? Backward, RuleMethod? Pullback = null, bool MayThrow = false)
{
    /// <summary>Of a method through which no derivative flows.</summary>
    public static readonly RuleSet None = new(null, null, null, null);
}

/// <summary>A method as the passes see it.</summary>
/// <param name="Key">Its identity in calls.</param>
/// <param name="Text">How generated code calls it, fully qualified.</param>
/// <param name="Body">
/// Yields the return's components, then the last values of the <c>ref</c> and <c>out</c> parameters in their order. Null for
/// a method that is only known by its rules.
/// </param>
internal sealed record Method(
    string Key,
    string Text,
    EquatableArray<Parameter> Parameters,
    ReturnShape Return,
    Block? Body,
    RuleSet? Rules)
{
    /// <summary>The values with which a method that has the same parameters calls it.</summary>
    public IEnumerable<Value> Inputs => Parameters.Where(parameter => parameter.Passing != Passing.Out).Select(parameter => parameter.Value!);

    /// <summary>A method of the runtime that generated code calls and that has no derivative.</summary>
    public static Method OfRuntime(string text, IReadOnlyList<Value> arguments, IrType? result)
    {
        string key = $"{text}({string.Join(", ", arguments.Select(argument => Printer.Print(argument.Type)))})";
        Parameter[] parameters = [.. arguments.Select((argument, i) => new Parameter($"p{i}", "", argument.Type, Passing.Value, argument, IsActive: false))];
        ReturnShape shape = result is null ? ReturnShape.Void : new ReturnShape("", [new ReturnComponent(null, result, IsActive: false)]);
        return new Method(key, text, [.. parameters], shape, null, RuleSet.None);
    }

    /// <summary>
    /// Whether it calls itself, directly or through others: its body does not take the place of its calls, and its rules are
    /// generated from its body.
    /// </summary>
    public bool IsRecursive => Body is not null && Rules is not null;

    /// <summary>Whether it is a check at run time, which computes nothing.</summary>
    public bool IsCheck => Body is null && Rules is null;

    /// <summary>Whether it belongs to a library that alone knows what it computes: no derivative flows through it.</summary>
    public bool IsOpaque => Body is null && Rules is { Jvp: null, Vjp: null, Forward: null };

    /// <summary>
    /// For an expression of values that the IR cannot compute with, its C# text between the arguments, which stands where the call does.
    /// </summary>
    public EquatableArray<string> Pieces { get; init; } = [];

    /// <summary>For a derivative, the parameters in which it is linear: tangents and cotangents that are numbers.</summary>
    public EquatableArray<string> Directions { get; init; } = [];

    /// <summary>Whether a parameter or the result is a structure in C#.</summary>
    public bool HasStructures => Return.Struct is not null || Parameters.Any(parameter => parameter.Of is not null);

    /// <summary>
    /// Whether a derivative goes in or out in a form that is put together of the IR's values: no call among generated methods can hand
    /// such on.
    /// </summary>
    public bool HasParts => HasStructures || Parameters.Any(parameter => parameter is { HasRun: true, IsView: false, CarriesDerivative: true });

    /// <summary>Whether a parameter is an array of several dimensions or of arrays.</summary>
    public bool HasRuns => Parameters.Any(parameter => parameter.HasRun);
}

/// <summary>Calls a method.</summary>
/// <param name="Outputs">The return's components, then the last values of <c>ref</c> and <c>out</c> parameters.</param>
/// <param name="Callee">The method's key.</param>
/// <param name="Arguments">One per parameter that is not <c>out</c>.</param>
internal sealed record Call(EquatableArray<Value> Outputs, string Callee, EquatableArray<Value> Arguments) : Operation
{
    protected override EquatableArray<Value> ReadResults() => Outputs;

    protected override EquatableArray<Value> ReadOperands() => Arguments;
}

/// <summary>One type that encloses the method, outermost first.</summary>
/// <param name="Header">The partial declaration's text: <c>public static partial class Model</c>.</param>
internal sealed record EnclosingType(string Header);

/// <summary>Everything the passes know of one marked method; no symbols, no syntax, no locations.</summary>
/// <param name="Family">The stem of the generated names.</param>
/// <param name="FileName">Unique and stable: the generated file's name without extension.</param>
/// <param name="DisplayName">The name used in documentation and tape frames.</param>
/// <param name="Modifier"><c>static </c>, or how an instance method is declared: <c>readonly </c> in a structure, else nothing.</param>
/// <param name="HiddenNames">Type names that generated bodies use and that mean something else where the method stands.</param>
/// <param name="TypeArgument">For an instance of a generic method, the type that it is for, as C# writes it; empty for any other method.</param>
/// <param name="Distinction">What ends the stems of private methods, so that overloads and instances do not share them.</param>
/// <param name="Generic">For the first instance of a generic method, what is there beside it.</param>
internal sealed record MethodModel(
    string? Namespace,
    EquatableArray<EnclosingType> Types,
    string Accessibility,
    string Family,
    string FileName,
    string DisplayName,
    int Order,
    bool Batch,
    Method Method,
    EquatableArray<Method> Callees,
    EquatableArray<string> HiddenNames = default,
    string Modifier = "static ",
    string TypeArgument = "",
    string Distinction = "",
    GenericModel? Generic = null);
