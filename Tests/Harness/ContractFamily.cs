using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticAd.Tests.Harness;

internal sealed record ContractParameter(RefKind Ref, string Type, string Name)
{
    public override string ToString() => Ref switch
    {
        RefKind.Out => $"out {Type} {Name}",
        RefKind.Ref => $"ref {Type} {Name}",
        RefKind.In => $"in {Type} {Name}",
        _ => $"{Type} {Name}",
    };
}

internal sealed record ContractMethod(string Name, string ReturnType, IReadOnlyList<ContractParameter> Parameters)
{
    public override string ToString() => $"{ReturnType} {Name}({string.Join(", ", Parameters)})";
}

/// <summary>The methods that must stand beside a marked method, by the published naming rules alone.</summary>
internal sealed class ContractFamily(string family, MethodShape shape, int order)
{
    public IReadOnlyList<ContractMethod> Methods()
    {
        List<ContractMethod> methods =
        [
            new(family + "Vjp", shape.ReturnType, [.. Copied(), .. Named([.. Cotangents(), .. Gradients(RefKind.Out)])]),
            new(family + "Jvp", shape.ReturnType, [.. Copied(), .. Named([.. InputTangents(), .. OutputTangents()])]),
            new(family + "Forward", shape.ReturnType, [.. Copied(), .. Named([Tape])]),
            new(family + "Backward", "void",
                [.. Copied().Where(parameter => parameter.Ref != RefKind.Out),
                 .. Named([.. Cotangents(), .. Gradients(RefKind.Ref), Tape])]),
            new(family + "Jacobian", shape.ReturnType, [.. Copied(), .. Named([Matrix("jacobian")])]),
        ];
        if (shape.HasGradient)
        {
            methods.Add(new(family + "ValueAndGradient", shape.ReturnType, [.. Copied(), .. Named(Gradients(RefKind.Out))]));
            methods.Add(Gradient());
        }

        if (shape.HasGradient && order > 1)
        {
            methods.Add(new(family + "Hvp", shape.ReturnType, [.. Copied(), .. Named([.. InputTangents(), .. Products()])]));
            methods.Add(new(family + "Hessian", shape.ReturnType, [.. Copied(), .. Named([Matrix("hessian")])]));
        }

        return methods;
    }

    /// <summary>What <c>Batch = true</c> adds.</summary>
    public IReadOnlyList<ContractMethod> BatchMethods()
        => [new(family + "Batch", "void", [.. BatchInputs(), .. Named([BatchValue])]),
            new(family + "ValueAndGradientBatch", "void", [.. BatchInputs(), .. Named([BatchValue, .. BatchGradients()])])];

    private static ContractParameter Tape => new(RefKind.None, nameof(StaticAd) + ".Tape", "tape");

    private ContractParameter BatchValue => new(RefKind.None, $"Span<{shape.ReturnType}>", "value");

    private static ContractParameter Matrix(string name) => new(RefKind.None, "Span<double>", name);

    private IEnumerable<ContractParameter> Products()
        => shape.Inputs.Select(slot => slot.IsBuffer
            ? new ContractParameter(RefKind.None, slot.HasShape ? slot.Type : $"Span<{slot.ShortElement}>", slot.Name + "Hvp")
            : new ContractParameter(RefKind.Out, slot.ShortElement, slot.Name + "Hvp"));

    private ContractMethod Gradient()
    {
        if (!shape.HasGradientTuple)
        {
            return new(family + "Gradient", "void", [.. Copied(), .. Named(Gradients(RefKind.Out))]);
        }

        var parts = Gradients(RefKind.None).Select(part => $"{part.Type} {(SyntaxFacts.GetKeywordKind(part.Name) == SyntaxKind.None ? "" : "@")}{part.Name}").ToArray();
        var type = parts.Length == 1 ? shape.Inputs.Single().Type : $"({string.Join(", ", parts)})";
        return new(family + "Gradient", type, [.. Copied()]);
    }

    private IEnumerable<ContractParameter> Copied()
        => shape.Slots.Where(slot => !slot.IsReceiver).Select(slot => new ContractParameter(slot.Ref, slot.Type, slot.Name));

    private IEnumerable<ContractParameter> Cotangents()
        => shape.Outputs
            .Select(slot => new ContractParameter(slot.Ref == RefKind.Ref ? RefKind.Ref : RefKind.None, slot.Type, slot.Name + "Bar"))
            .Concat(shape.ActiveResults.Select(part => new ContractParameter(RefKind.None, part.ShortType, part.Name + "Bar")));

    private IEnumerable<ContractParameter> Gradients(RefKind scalars)
        => shape.Inputs.Where(slot => !slot.IsInOut).Select(slot => slot.IsBuffer
            ? new ContractParameter(RefKind.None, slot.HasShape ? slot.Type : $"Span<{slot.ShortElement}>", GradientName(slot.Name))
            : new ContractParameter(scalars, slot.ShortElement, GradientName(slot.Name)));

    private IEnumerable<ContractParameter> InputTangents()
        => shape.Inputs.Select(slot => slot switch
        {
            { IsInOut: true } => new ContractParameter(slot.Ref, slot.Type, slot.Name + "Dot"),
            { HasShape: true } => new ContractParameter(RefKind.None, slot.Type, slot.Name + "Dot"),
            { IsBuffer: true } => new ContractParameter(RefKind.None, $"ReadOnlySpan<{slot.ShortElement}>", slot.Name + "Dot"),
            _ => new ContractParameter(RefKind.None, slot.ShortElement, slot.Name + "Dot"),
        });

    private IEnumerable<ContractParameter> OutputTangents()
        => shape.Outputs.Where(slot => slot.Ref == RefKind.Out)
            .Select(slot => new ContractParameter(RefKind.Out, slot.ShortElement, slot.Name + "Dot"))
            .Concat(shape.ActiveResults.Select(part => new ContractParameter(RefKind.Out, part.ShortType, part.Name + "Dot")));

    private IEnumerable<ContractParameter> BatchInputs()
        => shape.Slots.Select(slot => new ContractParameter(
            RefKind.None, slot.IsFloating ? $"ReadOnlySpan<{slot.ShortElement}>" : slot.Type, slot.Name));

    private IEnumerable<ContractParameter> BatchGradients()
        => shape.Inputs.Select(slot => new ContractParameter(RefKind.None, $"Span<{slot.ShortElement}>", GradientName(slot.Name)));

    /// <summary>A name that is taken gets <c>_</c> appended.</summary>
    private IEnumerable<ContractParameter> Named(IEnumerable<ContractParameter> added)
    {
        HashSet<string> taken = [.. shape.Slots.Select(slot => slot.Name)];
        foreach (var parameter in added)
        {
            var name = parameter.Name;
            while (!taken.Add(name))
            {
                name += "_";
            }

            yield return parameter with { Name = name };
        }
    }

    private static string GradientName(string name) => "d" + (name.Length == 1 ? name : MethodShape.Pascal(name));
}
