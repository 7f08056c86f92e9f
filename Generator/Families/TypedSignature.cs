using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>One parameter of a member as C# declares it.</summary>
/// <param name="Type">Of a span, the type of its elements.</param>
internal sealed record TypedParameter(string Name, string Declaration, string Type, Passing Passing, bool IsSpan = false, bool IsArray = false)
{
    public static TypedParameter Of(Parameter parameter)
    {
        string name = Identifiers.Escape(parameter.DeclaredName);
        string element = ElementOf(parameter);
        BufferKind? buffer = parameter.Of is { } whole ? whole.Buffer : (parameter.Type as BufferType)?.Kind;
        if (parameter.IsView)
        {
            return new TypedParameter(name, parameter.DeclaredText, "", parameter.Passing);
        }

        bool isArray = buffer == BufferKind.Array || parameter.HasRun;
        string brackets = !isArray ? "" : parameter.IsJagged ? "[][]" : $"[{new string(',', parameter.Dimensions - 1)}]";
        return new TypedParameter(name, parameter.DeclaredText, element + brackets, parameter.Passing, buffer is not null && !isArray, isArray);
    }

    /// <summary>As an argument for a parameter that differs from this one only in its type, if at all.</summary>
    public string HandedTo(TypedParameter other, TypeText types)
    {
        string modifier = Passing switch
        {
            Passing.In => "in ",
            Passing.Ref => "ref ",
            Passing.Out => "out ",
            _ => "",
        };
        if (Type == other.Type)
        {
            return modifier + Name;
        }

        if (IsArray)
        {
            return $"({types.Declared(other.Type)})(object){Name}";
        }

        string same = $"{types.Known("Same")}<{types.Declared(Type)}, {types.Declared(other.Type)}>";
        return IsSpan ? $"{same}.Elements({Name})" : Passing switch
        {
            Passing.In => $"in {same}.Input(in {Name})",
            Passing.Ref => $"ref {same}.Variable(ref {Name})",
            Passing.Out => $"out {same}.Output(out {Name})",
            _ => $"{same}.Value({Name})",
        };
    }

    private static string ElementOf(Parameter parameter) => parameter switch
    {
        { Of: { } whole } => whole.Shape.CSharpType,
        { HeldType: BufferType buffer } => TextOf(buffer.Element),
        { HeldType: var type } => TextOf(type),
    };

    public static string TextOf(IrType type) => type is OpaqueType opaque ? opaque.CSharpName : TypeText.Keyword(((ScalarType)type).Kind);
}

/// <summary>What a member of a family takes and returns, with the types as C# writes them.</summary>
internal sealed record TypedSignature(string Returns, IReadOnlyList<TypedParameter> Parameters)
{
    public static TypedSignature Of(MemberShape shape) => new(
        shape.Return.CSharpType,
        [
            .. shape.Parts.Select(part => part.Parameter)
                .Where(parameter => parameter.DeclaredText.Length > 0)
                .GroupBy(parameter => parameter.DeclaredText)
                .Select(leaves => TypedParameter.Of(leaves.First())),
        ]);

    /// <summary><c>FBatch</c> or <c>FValueAndGradientBatch</c>: spans in place of numbers.</summary>
    /// <param name="isFloating">Whether a parameter is a number that each element of the batch has of its own.</param>
    public static TypedSignature OfBatch(Method method, bool withGradient, Func<Parameter, bool> isFloating, TypeText types)
    {
        var taken = new HashSet<string>(method.Parameters.Select(parameter => parameter.Name), StringComparer.Ordinal);
        var signature = new Passes.Signature(method, new ValueSource());
        Parameter[] gradients = withGradient ? [.. signature.Gradients().Select(part => part.Parameter)] : [];
        taken.UnionWith(gradients.Select(parameter => parameter.Name));
        string value = "value";
        while (!taken.Add(value))
        {
            value += "_";
        }

        string input = types.Known("ReadOnlySpan"), output = types.Known("Span");
        return new TypedSignature("void",
        [
            .. method.Parameters.Select(parameter => isFloating(parameter) ? Span(input, parameter.HeldType, parameter.Name) : TypedParameter.Of(parameter)),
            Span(output, method.Return.Components[0].Type, value),
            .. gradients.Select(parameter => Span(output, parameter.HeldType, parameter.Name)),
        ]);
    }

    private static TypedParameter Span(string kind, IrType element, string name)
    {
        string type = TypedParameter.TextOf(element), escaped = Identifiers.Escape(name);
        return new TypedParameter(escaped, $"{kind}<{type}> {escaped}", type, Passing.Value, IsSpan: true);
    }
}
