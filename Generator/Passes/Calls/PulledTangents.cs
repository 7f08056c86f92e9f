using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Tangent;

namespace StaticAd.Generator.Passes.Calls;

/// <summary>
/// Forward mode through a pullback: it is applied once for each output, and for each element of an output that is a buffer, with
/// that output's cotangent one and all others zero; the gradient times the inputs' tangents is the output's tangent.
/// </summary>
internal sealed class PulledTangents(CallSite site, Pullback pullback, TangentPass tangents, BlockBuilder builder)
{
    private readonly Dictionary<string, Value> _cotangents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Value> _gradients = new(StringComparer.Ordinal);
    private PrivateArguments _arguments = null!;

    public void Append()
    {
        Dictionary<string, Value> before = site.Buffers
            .Where(parameter => parameter is { IsWritableSpan: true, IsScratch: false })
            .ToDictionary(parameter => parameter.Name, parameter => builder.CopyOf(site.Argument(parameter), parameter.Name));
        builder.Append(site.Call);
        _arguments = new PrivateArguments(
            site,
            parameter => before.TryGetValue(parameter.Name, out Value copy) ? copy : site.Argument(parameter),
            parameter => builder.ZerosLike(site.Argument(parameter)));
        AllocateCotangents();
        foreach (SignaturePart output in pullback.Parts.Where(part => part is { Role: Role.Cotangent, Parameter.Type: not BufferType }))
        {
            Value value = site.Output(output);
            if (site.Activity.IsActive(value))
            {
                tangents.SetTangent(value, TangentOf(output, null, builder));
            }
        }

        TransformBuffers();
    }

    private void AllocateCotangents()
    {
        foreach (SignaturePart part in pullback.Parts.Where(part => part.Parameter.Type is BufferType))
        {
            Dictionary<string, Value> target = part.Role == Role.Cotangent ? _cotangents : _gradients;
            target.Add(part.Of!.Name, builder.ZerosLike(site.Argument(part.Of!), part.Parameter.Name));
        }
    }

    // The old tangents of all in-out buffers are needed for every element of the new ones.
    private void TransformBuffers()
    {
        SignaturePart[] outputs = [.. pullback.Parts.Where(part => part is { Role: Role.Cotangent, Parameter.Type: BufferType } && site.IsActiveArgument(part.Of!))];
        var transformed = new List<Value>();
        foreach (SignaturePart output in outputs)
        {
            Value argument = site.Argument(output.Of!);
            Value next = builder.ZerosLike(argument);
            builder.ForEach(builder.Length(argument), (body, index) => body.Append(new Store(next, index, TangentOf(output, index, body))));
            transformed.Add(next);
        }

        for (int i = 0; i < outputs.Length; i++)
        {
            builder.Append(new Copy(transformed[i], tangents.Shadow(site.Argument(outputs[i].Of!), builder)));
        }
    }

    /// <param name="element">Which element of an in-out buffer; null for a scalar.</param>
    private Value TangentOf(SignaturePart output, Value? element, BlockBuilder block)
    {
        _arguments.Renew(block);
        foreach (Value cotangent in _cotangents.Values)
        {
            block.Clear(cotangent);
        }

        if (element is not null)
        {
            Value seeded = _cotangents[output.Of!.Name];
            block.Append(new Store(seeded, element, block.Constant(1, Buffers.ElementOf(seeded))));
        }

        // Backward rules add.
        foreach (Value gradient in _gradients.Values.Where(_ => site.Callee.Rules!.Vjp is null))
        {
            block.Clear(gradient);
        }

        ScalarGradients gradients = pullback.Apply(block, _arguments.Of, new PullbackOperands(
            part => part.Parameter.Type is BufferType ? _cotangents[part.Of!.Name] : block.Constant(element is null && part.Output == output.Output ? 1 : 0, part.Parameter.Type),
            part => _gradients[part.Of!.Name]));
        return Product(gradients, element is null ? site.Output(output).Type : Buffers.ElementOf(site.Argument(output.Of!)), block);
    }

    private Value Product(ScalarGradients gradients, IrType type, BlockBuilder block)
    {
        Value? sum = null;
        foreach (Parameter parameter in site.Callee.Parameters.Where(parameter => parameter.CarriesDerivative && parameter.Passing != Passing.Out))
        {
            Value? term = null;
            if (parameter.Type is BufferType && site.IsActiveArgument(parameter))
            {
                Value gradient = parameter.IsWritableSpan ? _cotangents[parameter.Name] : _gradients[parameter.Name];
                term = block.Dot(gradient, tangents.Shadow(site.Argument(parameter), block));
            }
            else if (parameter.Type is not BufferType && tangents.Has(site.Argument(parameter)))
            {
                term = block.Multiply(gradients.Find(parameter)!, tangents.TangentOf(site.Argument(parameter), block));
            }

            if (term is not null)
            {
                term = block.Converted(term, type);
                sum = sum is null ? term : block.Add(sum, term);
            }
        }

        return sum ?? block.Constant(0, type);
    }
}
