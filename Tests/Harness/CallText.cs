using Microsoft.CodeAnalysis;

namespace StaticAd.Tests.Harness;

/// <summary>The C# statements that lead one parameter or result through a call, and read its results after it.</summary>
/// <remarks>
/// Locals: <c>a_</c> arguments, <c>c_</c> cotangents, <c>g_</c> gradients, <c>t_</c> tangents of inputs, <c>o_</c> tangents of
/// outputs. Fields <c>_x</c> hold the argument set.
/// </remarks>
/// <param name="shape">The method's signature.</param>
/// <param name="widening">Where the types of the program's own are when it is called in double precision: from, to namespace.</param>
internal sealed class CallText(MethodShape shape, (string From, string To)? widening = null)
{
    public IEnumerable<string> DeclareArguments()
    {
        yield return "var point = new FlatReader(e.Inputs);";
        foreach (var slot in shape.Slots)
        {
            yield return DeclareArgument(slot);
            if (slot is { IsBuffer: true, IsWritable: false })
            {
                yield return $"e.Watch(\"{slot.Name}\", {(slot.HasShape ? "(System.Array)" : "")}a_{slot.Name});";
            }
        }
    }

    public IEnumerable<string> DeclareCotangents()
    {
        yield return "var cotangents = new FlatReader(e.Cotangents);";
        foreach (var slot in shape.Outputs)
        {
            yield return Read("cotangents", slot, "c_");
        }

        foreach (var part in shape.ActiveResults)
        {
            yield return $"{part.Type} c_{part.Name} = cotangents.{(part.IsStruct ? "Struct" : "Scalar")}<{part.Type}>();";
        }
    }

    /// <summary>Gradients of an overwriting method: scalars come back by <c>out</c>, buffers start as garbage.</summary>
    public IEnumerable<string> DeclareGradients()
        => shape.Inputs.Where(slot => !slot.IsInOut).Select(slot => slot.HasShape ? $"{slot.Element}{slot.Brackets} g_{slot.Name} = ({slot.Element}{slot.Brackets})Shapes.Shaped(Exchange.Poison<{slot.Element}>(Shapes.Count(_{slot.Name})), _{slot.Name});"
            : slot.IsBuffer
            ? $"{slot.Element}[] g_{slot.Name} = Exchange.Poison{(slot.IsStruct ? "Structs" : "")}<{slot.Element}>(_{slot.Name}.Length);"
            : $"{slot.Element} g_{slot.Name};");

    /// <summary>Gradients of the backward sweep: what they hold on entry is added to.</summary>
    public IEnumerable<string> DeclareAddedGradients()
        => shape.Inputs.Select(slot => Read("gradients", slot, "g_")).Prepend("var gradients = new FlatReader(e.Gradients);");

    public IEnumerable<string> DeclareTangents()
        => [.. DeclareInputTangents(), .. OutputTangents().Select(output => $"{output.Type} o_{output.Name};")];

    public IEnumerable<string> DeclareInputTangents()
    {
        yield return "var tangents = new FlatReader(e.InputTangents);";
        foreach (var slot in shape.Inputs)
        {
            yield return Read("tangents", slot, "t_");
            if (slot is { IsBuffer: true, IsInOut: false })
            {
                yield return $"e.Watch(\"tangent of {slot.Name}\", {(slot.HasShape ? "(System.Array)" : "")}t_{slot.Name});";
            }
        }
    }

    public IEnumerable<string> PassArguments(bool withOut = true)
        => shape.Slots.Where(slot => !slot.IsReceiver && (withOut || slot.Ref != RefKind.Out)).Select(slot => Modifier(slot.Ref) + "a_" + slot.Name);

    public IEnumerable<string> PassCotangents()
        => shape.Outputs.Select(slot => (slot.Ref == RefKind.Ref ? "ref " : "") + "c_" + slot.Name)
            .Concat(shape.ActiveResults.Select(part => "c_" + part.Name));

    public IEnumerable<string> PassGradients(string modifier)
        => shape.Inputs.Where(slot => !slot.IsInOut).Select(slot => (slot.IsBuffer ? "" : modifier) + "g_" + slot.Name);

    public IEnumerable<string> PassInputTangents()
        => shape.Inputs.Select(slot => (slot.Ref == RefKind.Ref ? "ref " : "") + "t_" + slot.Name);

    public IEnumerable<string> PassTangents()
        => PassInputTangents().Concat(OutputTangents().Select(output => "out o_" + output.Name));

    public IEnumerable<string> WriteOutputs()
    {
        yield return "var outputs = new FlatWriter(e.Outputs);";
        foreach (var slot in shape.Outputs)
        {
            yield return $"outputs.{Write(slot.IsStruct)}(a_{slot.Name});";
            if (slot.IsStruct)
            {
                yield return $"e.NotePassive(StructLeaves.Passive(a_{slot.Name}));";
            }
        }

        foreach (var part in shape.ActiveResults)
        {
            yield return $"outputs.{Write(part.IsStruct)}({part.Access});";
            if (part.IsStruct)
            {
                yield return $"e.NotePassive(StructLeaves.Passive({part.Access}));";
            }
        }

        foreach (var part in shape.Results.Where(part => !part.IsActive))
        {
            yield return $"e.NotePassive({part.Access});";
        }
    }

    public IEnumerable<string> NotePassive()
        => shape.Slots.Where(slot => slot is { IsWritable: true, IsActive: false, IsScratch: false }).Select(slot => $"e.NotePassive(a_{slot.Name});");

    public IEnumerable<string> WriteGradients()
        => shape.Inputs.Select(slot => slot.HasShape
                ? $"results.Write(Shapes.Flat<{slot.Element}>(g_{slot.Name}));"
                : $"results.{Write(slot.IsStruct, "Derivative")}({(slot.IsInOut ? "c_" : "g_")}{slot.Name});")
            .Prepend("var results = new FlatWriter(e.Gradients);");

    public IEnumerable<string> WriteTangents()
        => shape.Outputs.Select(slot => $"results.{Write(slot.IsStruct, "Derivative")}({(slot.Ref == RefKind.Out ? "o_" : "t_")}{slot.Name});")
            .Concat(shape.ActiveResults.Select(part => $"results.{Write(part.IsStruct, "Derivative")}(o_{part.Name});"))
            .Prepend("var results = new FlatWriter(e.OutputTangents);");

    public static string Modifier(RefKind kind) => kind switch
    {
        RefKind.In => "in ",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        _ => "",
    };

    private IEnumerable<(string Name, string Type)> OutputTangents()
        => shape.Outputs.Where(slot => slot.Ref == RefKind.Out).Select(slot => (slot.Name, slot.Element))
            .Concat(shape.ActiveResults.Select(part => (part.Name, part.Type)));

    private string DeclareArgument(Slot slot)
    {
        if (slot.Ref == RefKind.Out)
        {
            return $"{Element(slot)} a_{slot.Name};";
        }

        if (slot.IsInput)
        {
            return Read("point", slot, "a_");
        }

        if (slot.IsStruct)
        {
            return $"var a_{slot.Name} = {Template(slot)};";
        }

        if (!slot.IsBuffer)
        {
            return $"var a_{slot.Name} = ({Element(slot)})_{slot.Name};";
        }

        if (slot.HasShape)
        {
            return Element(slot) == slot.Element
                ? $"var a_{slot.Name} = ({slot.Type})_{slot.Name}.Clone();"
                : $"var a_{slot.Name} = (double{slot.Brackets})Shapes.Shaped(System.Array.ConvertAll(Shapes.Flat<{slot.Element}>(_{slot.Name}), value => (double)value), _{slot.Name});";
        }

        return Element(slot) == slot.Element
            ? $"{slot.Element}[] a_{slot.Name} = ({slot.Element}[])_{slot.Name}.Clone();"
            : $"double[] a_{slot.Name} = System.Array.ConvertAll(_{slot.Name}, value => (double)value);";
    }

    private static string Write(bool isStruct, string what = "Struct") => isStruct ? "Write" + what : "Write";

    private string Read(string reader, Slot slot, string prefix)
        => slot is { IsStruct: true, IsBuffer: true }
            ? $"{Element(slot)}[] {prefix}{slot.Name} = {reader}.Structs<{Element(slot)}>({(prefix == "a_" ? Template(slot) : $"_{slot.Name}.Length")});"
            : slot.IsStruct ? $"{Element(slot)} {prefix}{slot.Name} = {reader}.Struct<{Element(slot)}>({(prefix == "a_" ? Template(slot) : "")});"
            : slot.HasShape ? $"var {prefix}{slot.Name} = ({Element(slot)}{slot.Brackets})Shapes.Shaped({reader}.Buffer<{Element(slot)}>(Shapes.Count(_{slot.Name})), _{slot.Name});"
            : slot.IsBuffer
            ? $"{Element(slot)}[] {prefix}{slot.Name} = {reader}.Buffer<{Element(slot)}>(_{slot.Name}.Length);"
            : $"{Element(slot)} {prefix}{slot.Name} = {reader}.Scalar<{Element(slot)}>();";

    private string Element(Slot slot) => widening is not var (from, to)
        ? slot.Element
        : slot is { IsFloating: true, IsStruct: false } ? "double"
        : slot.Element is ['(', ..] or [.., '?'] ? slot.Element.Replace("System.Half", "double", StringComparison.Ordinal).Replace("float", "double", StringComparison.Ordinal)
        : WideNumerics.Widened(slot.Element.Replace(from + ".", to + ".", StringComparison.Ordinal), to);

    /// <summary>The argument that the passive leaves of a structure are taken from.</summary>
    private string Template(Slot slot) => Element(slot) == slot.Element ? "_" + slot.Name
        : slot.Element is [.., '?'] ? $"({Element(slot)})_{slot.Name}"
        : slot.IsBuffer ? $"System.Array.ConvertAll(_{slot.Name}, value => StructLeaves.As<{Element(slot)}>(value))"
        : $"StructLeaves.As<{Element(slot)}>(_{slot.Name})";
}
