using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes;

/// <summary>What a parameter of a derivative method is for.</summary>
internal enum Role
{
    Primal,
    Cotangent,
    Gradient,
    Tangent,
    OutputTangent,
    Product,
    Matrix,
    Tape,
}

/// <summary>One parameter of a derivative method.</summary>
/// <param name="Of">The primal parameter that it belongs to; null for a component of the return, and for the tape.</param>
/// <param name="Output">Which of the primal's yields it belongs to; -1 for none.</param>
internal sealed record SignaturePart(Role Role, Parameter Parameter, Parameter? Of, int Output)
{
    /// <summary>The same with memory of a body's own, which is one buffer for each leaf of a structure.</summary>
    public SignaturePart WithOwnMemory(ValueSource values)
    {
        if (Parameter is not { Type: BufferType { Within: not null } leaf, Value: { } whole })
        {
            return this;
        }

        BufferType type = leaf with { Within = null };
        return this with { Parameter = Parameter with { Type = type, Value = values.New(type, whole.Name) } };
    }
}

/// <summary>
/// The parameters that derivative methods have beside the primal's own. It serves the methods that are generated and the calls
/// of rules that stand for them.
/// </summary>
internal sealed class Signature
{
    private readonly Method _method;
    private readonly ValueSource _values;
    private readonly HashSet<string> _taken;
    private readonly Dictionary<(Role Role, string Of), StructParameter> _structs = [];

    public Signature(Method method, ValueSource values)
    {
        _method = method;
        _values = values;
        _taken = new HashSet<string>(method.Parameters.Select(parameter => parameter.DeclaredName), StringComparer.Ordinal);
    }

    public IEnumerable<SignaturePart> Primal() => _method.Parameters
        .Select(parameter => new SignaturePart(Role.Primal, parameter, parameter, OutputOf(parameter)));

    /// <summary>The primal's parameters as a backward sweep gets them.</summary>
    /// <param name="isLevel">One level of a recursion: then the cotangents stand for in-out memory, as nothing of it is left but its length.</param>
    public IEnumerable<SignaturePart> Left(bool isLevel) => Primal()
        .Where(part => part.Parameter.Passing != Passing.Out && !(isLevel && part.Parameter is { IsWritableSpan: true, CarriesDerivative: true }));

    /// <summary>Cotangents of the outputs; that of an in-out parameter becomes the cotangent of what it held on entry.</summary>
    public List<SignaturePart> Cotangents()
    {
        var parts = new List<SignaturePart>();
        foreach (Parameter parameter in ActiveParameters().Where(IsOutput))
        {
            Passing passing = parameter.Passing == Passing.Ref ? Passing.Ref : Passing.Value;
            parts.Add(Part(Role.Cotangent, Naming.Cotangent, parameter.Type, passing, parameter, OutputOf(parameter)));
        }

        parts.AddRange(ReturnParts(Role.Cotangent, Naming.Cotangent, Passing.Value));
        return parts;
    }

    /// <summary>Gradients of the inputs that are not outputs as well.</summary>
    public List<SignaturePart> Gradients(Passing scalarPassing = Passing.Out)
    {
        var parts = new List<SignaturePart>();
        foreach (Parameter parameter in ActiveParameters().Where(parameter => !IsOutput(parameter)))
        {
            IrType type = Shadow(parameter.Type, BufferKind.Span);
            Passing passing = type is BufferType ? Passing.Value : scalarPassing;
            parts.Add(Part(Role.Gradient, Naming.Gradient, type, passing, parameter, -1));
        }

        return parts;
    }

    /// <summary>Tangents of the inputs, then of the outputs.</summary>
    public List<SignaturePart> Tangents()
    {
        var parts = new List<SignaturePart>();
        foreach (Parameter parameter in ActiveParameters().Where(parameter => parameter.Passing != Passing.Out))
        {
            IrType type = Shadow(parameter.Type, parameter.IsWritableSpan ? BufferKind.Span : BufferKind.ReadOnlySpan);
            Passing passing = parameter.Passing == Passing.Ref ? Passing.Ref : Passing.Value;
            parts.Add(Part(Role.Tangent, Naming.Tangent, type, passing, parameter, OutputOf(parameter)));
        }

        foreach (Parameter parameter in ActiveParameters().Where(parameter => parameter.Passing == Passing.Out))
        {
            parts.Add(Part(Role.OutputTangent, Naming.Tangent, parameter.Type, Passing.Out, parameter, OutputOf(parameter)));
        }

        parts.AddRange(ReturnParts(Role.OutputTangent, Naming.Tangent, Passing.Out));
        return parts;
    }

    /// <summary>Per input, the product of the Hessian with the tangents.</summary>
    public List<SignaturePart> Products()
    {
        var parts = new List<SignaturePart>();
        foreach (Parameter parameter in ActiveParameters().Where(parameter => !IsOutput(parameter)))
        {
            IrType type = Shadow(parameter.Type, BufferKind.Span);
            Passing passing = type is BufferType ? Passing.Value : Passing.Out;
            parts.Add(Part(Role.Product, Naming.Product, type, passing, parameter, -1));
        }

        return parts;
    }

    /// <summary>A matrix of derivatives, row by row.</summary>
    public SignaturePart Matrix(string name) =>
        Part(Role.Matrix, name, new BufferType(IrType.Double, BufferKind.Span), Passing.Value, null, -1);

    public SignaturePart Tape() => Part(Role.Tape, "tape", OpaqueType.Tape, Passing.Value, null, -1);

    private IEnumerable<Parameter> ActiveParameters() =>
        _method.Parameters.Where(parameter => parameter.CarriesDerivative);

    private static bool IsOutput(Parameter parameter) => parameter.YieldsScalar || parameter.IsWritableSpan;

    private IEnumerable<SignaturePart> ReturnParts(Role role, Func<string, string> suffix, Passing passing)
    {
        EquatableArray<ReturnComponent> components = _method.Return.Components;
        for (int i = 0; i < components.Count; i++)
        {
            if (components[i].IsActive && _method.Return.Struct is { } shape)
            {
                StructParameter whole = Whole(role, suffix("result"), "result", passing, shape);
                yield return new SignaturePart(role, LeafOf(whole, i, passing, components[i].Type, components[i].IsHalf), null, i);
            }
            else if (components[i].IsActive)
            {
                string name = components.Count == 1 ? "result" : "result" + Naming.Pascal(components[i].Name ?? $"item{i + 1}");
                yield return Part(role, suffix(name), components[i].Type, passing, null, i, components[i].IsHalf);
            }
        }
    }

    private int OutputOf(Parameter parameter)
    {
        int index = _method.Return.Components.Count;
        foreach (Parameter candidate in _method.Parameters.Where(candidate => candidate.YieldsScalar))
        {
            if (candidate.Name == parameter.Name)
            {
                return index;
            }

            index++;
        }

        return -1;
    }

    private SignaturePart Part(Role role, Func<string, string> naming, IrType type, Passing passing, Parameter of, int output)
    {
        if (of.Of is not { } primal)
        {
            return Part(role, naming(of.Name), type, passing, of, output);
        }

        StructParameter whole = Whole(role, naming(primal.Name), primal.Name, passing, primal.Shape, (type as BufferType)?.Kind);
        return new SignaturePart(role, LeafOf(whole, of.Leaf, passing, type, of.IsHalf), of, output);
    }

    /// <summary>The parameter that holds the derivative of a whole structure, made once for all its leaves.</summary>
    private StructParameter Whole(Role role, string name, string of, Passing passing, StructShape shape, BufferKind? buffer = null)
    {
        if (!_structs.TryGetValue((role, of), out StructParameter whole))
        {
            name = Free(name);
            string type = buffer is { } kind ? $"{kind}<{shape.CSharpType}>" : shape.CSharpType;
            whole = new StructParameter(name, $"{Modifier(passing)}{type} {Identifiers.Escape(name)}", shape, buffer);
            _structs.Add((role, of), whole);
        }

        return whole;
    }

    private Parameter LeafOf(StructParameter whole, int index, Passing passing, IrType type, bool isHalf)
    {
        StructLeaf leaf = whole.Shape.Leaves.ElementAt(index);
        Value? value = passing == Passing.Out ? null : _values.New(type, Naming.Leaf(whole.Name, leaf.Path));
        return new Parameter(MemberPath.Of(Identifiers.Escape(whole.Name), leaf.Path), whole.Declaration, type, passing, value, IsActive: true, Of: whole, Leaf: index, IsHalf: isHalf);
    }

    private string Free(string name)
    {
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return name;
    }

    private SignaturePart Part(Role role, string name, IrType type, Passing passing, Parameter? of, int output, bool isHalf = false)
    {
        name = Free(name);
        Value? value = passing == Passing.Out ? null : _values.New(type, name);
        var parameter = new Parameter(name, "", type, passing, value, IsActive: true, IsHalf: of?.IsHalf ?? isHalf);
        parameter = type is BufferType && of is { IsView: false } ? parameter with { Dimensions = of.Dimensions, Bounds = of.Bounds } : parameter;
        return new SignaturePart(role, parameter with { Declaration = $"{Modifier(passing)}{TypeText(parameter)} {Identifiers.Escape(name)}" }, of, output);
    }

    private static IrType Shadow(IrType type, BufferKind kind) => type is BufferType buffer ? buffer with { Kind = kind } : type;

    private static string Modifier(Passing passing) => passing switch
    {
        Passing.Out => "out ",
        Passing.Ref => "ref ",
        _ => "",
    };

    private static string TypeText(Parameter parameter) => parameter.HeldType switch
    {
        BufferType buffer when parameter.IsJagged => TypeText(buffer.Element) + "[][]",
        BufferType buffer when parameter.IsGrid => $"{TypeText(buffer.Element)}[{new string(',', parameter.Dimensions - 1)}]",
        var type => TypeText(type),
    };

    private static string TypeText(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Double } => "double",
        ScalarType { Kind: ScalarKind.Float } => "float",
        ScalarType { Kind: ScalarKind.Half } => "Half",
        BufferType { Kind: BufferKind.Span } buffer => $"Span<{TypeText(buffer.Element)}>",
        BufferType { Kind: BufferKind.ReadOnlySpan } buffer => $"ReadOnlySpan<{TypeText(buffer.Element)}>",
        OpaqueType opaque => opaque.CSharpName,
        _ => throw new InvalidOperationException($"No derivative parameter has type {type}."),
    };
}
