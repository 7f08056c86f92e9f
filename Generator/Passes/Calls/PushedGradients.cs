using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Adjoint;

namespace StaticAd.Generator.Passes.Calls;

/// <summary>
/// Reverse mode through a Jvp rule: it is applied once for each input, and for each element of an input that is a buffer, with
/// that input's tangent one and all others zero; the outputs' tangents times their cotangents are the input's gradient.
/// </summary>
internal sealed class PushedGradients(
    CallSite site, RuleMethods rules, CallMemory memory, BlockBuilder reverse, AdjointMap adjoints, ReversalContext context)
{
    private readonly RuleSignature _rule = rules.Jvp(site.Callee);
    private readonly Dictionary<string, Value> _tangents = new(StringComparer.Ordinal);
    private PrivateArguments _arguments = null!;

    public void Append()
    {
        Dictionary<string, Value> held = site.Buffers.Where(parameter => !parameter.IsScratch).ToDictionary(
            parameter => parameter.Name,
            parameter => parameter.IsWritableSpan ? memory.CopyBefore(site.Argument(parameter), reverse) : memory.Unchanged(site.Argument(parameter), reverse));
        _arguments = new PrivateArguments(site, parameter => held[parameter.Name], parameter => memory.Scratch(site.Argument(parameter), reverse));
        Parameter[] inputs = [.. _rule.Parts.Where(part => part.Role == Role.Tangent).Select(part => part.Of!)];
        foreach (Parameter parameter in inputs.Where(parameter => parameter.Type is BufferType))
        {
            _tangents.Add(parameter.Name, memory.Scratch(site.Argument(parameter), reverse));
        }

        var gradients = new List<(Parameter Parameter, Value Gradient)>();
        foreach (Parameter input in inputs.Where(site.IsActiveArgument))
        {
            gradients.Add((input, input.Type is BufferType ? OfElements(input) : Push(input, null, reverse)));
        }

        Hand(gradients);
    }

    private Value OfElements(Parameter input)
    {
        Value tangent = _tangents[input.Name];
        Value gradient = memory.Scratch(site.Argument(input), reverse);
        reverse.ForEach(reverse.Length(tangent), (body, index) => body.Append(new Store(gradient, index, Push(input, index, body))));
        return gradient;
    }

    private Value Push(Parameter input, Value? element, BlockBuilder block)
    {
        _arguments.Renew(block);
        foreach (Value tangent in _tangents.Values)
        {
            block.Clear(tangent);
        }

        if (element is not null)
        {
            Value seeded = _tangents[input.Name];
            block.Append(new Store(seeded, element, block.Constant(1, Buffers.ElementOf(seeded))));
        }

        var dots = new List<(Value Cotangent, Value Dot)>();
        Value Seed(SignaturePart part) => part.Role == Role.Primal ? _arguments.Of(part.Of!)
            : _tangents.TryGetValue(part.Of!.Name, out Value tangent) ? tangent
            : block.Constant(element is null && part.Of!.Name == input.Name ? 1 : 0, part.Parameter.Type);
        block.Append(_rule.Invoke(
            site.Returned.Select(value => context.Values.New(value.Type)),
            Seed,
            part => Result(part, dots)));
        return Product(dots, input.Type is BufferType buffer ? buffer.Element : input.Type, block);
    }

    private Value Result(SignaturePart part, List<(Value Cotangent, Value Dot)> dots)
    {
        Value result = context.Values.New(part.Parameter.Type);
        if (part.Role != Role.Primal && adjoints.Get(site.Output(part)) is { } cotangent)
        {
            dots.Add((cotangent, result));
        }

        return result;
    }

    private Value Product(List<(Value Cotangent, Value Dot)> dots, IrType type, BlockBuilder block)
    {
        IEnumerable<Value> scalars = dots.Select(pair => block.Multiply(pair.Cotangent, pair.Dot));
        IEnumerable<Value> buffers = site.Callee.Parameters
            .Where(parameter => parameter is { IsWritableSpan: true, CarriesDerivative: true } && site.IsActiveArgument(parameter))
            .Select(parameter => block.Dot(context.Shadow(site.Argument(parameter), block), _tangents[parameter.Name]));
        Value? sum = null;
        foreach (Value term in scalars.Concat(buffers))
        {
            Value converted = block.Converted(term, type);
            sum = sum is null ? converted : block.Add(sum, converted);
        }

        return sum ?? block.Constant(0, type);
    }

    // Every push reads the cotangents of the outputs: only then do those of in-out memory become those of what it held.
    private void Hand(List<(Parameter Parameter, Value Gradient)> gradients)
    {
        foreach ((Parameter parameter, Value gradient) in gradients.OrderBy(pair => pair.Parameter.IsWritableSpan ? 0 : 1))
        {
            Value argument = site.Argument(parameter);
            if (parameter.Type is not BufferType)
            {
                adjoints.Add(argument, gradient, reverse);
            }
            else if (parameter.IsWritableSpan)
            {
                reverse.Append(new Copy(gradient, context.Shadow(argument, reverse)));
            }
            else
            {
                reverse.AddAll(gradient, context.Shadow(argument, reverse));
            }
        }
    }
}
