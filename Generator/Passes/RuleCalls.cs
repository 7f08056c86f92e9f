using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Tangent;

namespace StaticAd.Generator.Passes;

/// <summary>
/// Calls of methods whose derivative somebody wrote. Whichever rules there are serve every mode: a tangent is had from a
/// pullback by asking for the gradient of each output, a gradient from a JVP by pushing each input forward.
/// </summary>
internal sealed class RuleCalls(CallGraph calls, ValueSource values)
{
    private readonly Dictionary<string, Method> _rules = new(StringComparer.Ordinal);
    private Value? _tape;

    /// <summary>The rule methods that generated code calls.</summary>
    public IEnumerable<Method> Methods => _rules.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value);

    /// <summary>The tape that rules with sweeps of their own share.</summary>
    public Value Tape => _tape ??= values.New(new OpaqueType("Tape"), "tape");

    /// <summary>Whether a rule has been called that needs the tape.</summary>
    public bool UsesTape => _tape is not null;

    /// <summary>Takes the caller's tape for it.</summary>
    public void Use(Value tape) => _tape = tape;

    public bool IsActive(Call call, Activity activity) => call.Outputs.Any(activity.IsActive);

    /// <summary>Replaces the call by one that also computes tangents.</summary>
    public void Jvp(Call call, BlockBuilder builder, TangentPass tangents)
    {
        Method callee = calls[call];
        Value[] inputs = [.. ActiveInputs(call).Select(pair => tangents.TangentOf(pair.Argument, builder))];
        Value[] outputs = [.. ActiveOutputs(call)];
        if (callee.Rules!.Jvp is { } jvp)
        {
            Value[] dots = [.. outputs.Select(output => NewTangent(output))];
            Method rule = Rule(jvp, callee, signature => signature.Tangents(), callee.Return);
            builder.Append(new Call([.. call.Outputs, .. dots], rule.Key, [.. call.Arguments, .. inputs]));
            Set(tangents, outputs, dots);
            return;
        }

        builder.Append(call);
        for (int k = 0; k < outputs.Length; k++)
        {
            int chosen = k;
            Value[] seeds = [.. outputs.Select((output, i) => builder.Constant(i == chosen ? 1 : 0, output.Type))];
            Value[] gradients = Pull(call, callee, seeds, builder, out _);
            Value sum = builder.Constant(0, outputs[k].Type);
            for (int i = 0; i < inputs.Length; i++)
            {
                Value term = builder.Multiply(gradients[i], inputs[i]);
                sum = i == 0 ? term : builder.Add(sum, term);
            }

            tangents.SetTangent(outputs[k], sum);
        }
    }

    /// <summary>Appends the pullback to the reverse, and returns the call that the forward sweep makes.</summary>
    public Operation Vjp(Call call, BlockBuilder reverse, AdjointMap adjoints)
    {
        Method callee = calls[call];
        Value[] seeds = [.. ActiveOutputs(call).Select(output => adjoints.Get(output) ?? reverse.Constant(0, output.Type))];
        Value[] gradients;
        Operation forward = call;
        if (callee.Rules is { Forward: { } record, Backward: { } replay, Vjp: null })
        {
            forward = Recording(call, callee, record);
            gradients = Replay(call, callee, replay, seeds, reverse);
        }
        else
        {
            gradients = callee.Rules!.Vjp is null ? Push(call, callee, seeds, reverse) : Pull(call, callee, seeds, reverse, out _);
        }

        int index = 0;
        foreach ((_, Value argument) in ActiveInputs(call))
        {
            adjoints.Add(argument, gradients[index++], reverse);
        }

        return forward;
    }

    private IEnumerable<(Parameter Parameter, Value Argument)> ActiveInputs(Call call) =>
        calls.Arguments(call).Where(pair => pair.Parameter.IsActive);

    private IEnumerable<Value> ActiveOutputs(Call call) =>
        calls.Outputs(call).Where(pair => pair.IsActive).Select(pair => pair.Output);

    // Gradients through the Vjp rule, or through Forward and Backward one right after the other.
    private Value[] Pull(Call call, Method callee, Value[] seeds, BlockBuilder builder, out Operation? recording)
    {
        recording = null;
        if (callee.Rules!.Vjp is not { } vjp)
        {
            builder.Append(Recording(Again(call), callee, callee.Rules.Forward!));
            return Replay(call, callee, callee.Rules.Backward!, seeds, builder);
        }

        Value[] gradients = NewGradients(call);
        Method rule = Rule(vjp, callee, signature => [.. signature.Cotangents(), .. signature.Gradients()], callee.Return);
        builder.Append(new Call([.. Again(call).Outputs, .. gradients], rule.Key, [.. call.Arguments, .. seeds]));
        return gradients;
    }

    // Gradients through the Jvp rule: one push per input.
    private Value[] Push(Call call, Method callee, Value[] seeds, BlockBuilder builder)
    {
        Method rule = Rule(callee.Rules!.Jvp!, callee, signature => signature.Tangents(), callee.Return);
        (Parameter Parameter, Value Argument)[] inputs = [.. ActiveInputs(call)];
        var gradients = new Value[inputs.Length];
        for (int k = 0; k < inputs.Length; k++)
        {
            Value[] tangents = [.. inputs.Select((input, i) => builder.Constant(i == k ? 1 : 0, input.Argument.Type))];
            Value[] dots = [.. seeds.Select(seed => values.New(seed.Type))];
            builder.Append(new Call([.. Again(call).Outputs, .. dots], rule.Key, [.. call.Arguments, .. tangents]));
            Value sum = builder.Multiply(seeds[0], dots[0]);
            for (int i = 1; i < dots.Length; i++)
            {
                sum = builder.Add(sum, builder.Multiply(seeds[i], dots[i]));
            }

            gradients[k] = sum;
        }

        return gradients;
    }

    private Call Recording(Call call, Method callee, string text)
    {
        Method rule = Rule(text, callee, signature => [signature.Tape()], callee.Return);
        return new Call(call.Outputs, rule.Key, [.. call.Arguments, Tape]);
    }

    private Value[] Replay(Call call, Method callee, string text, Value[] seeds, BlockBuilder builder)
    {
        Method rule = Rule(text, callee, signature => [.. signature.Cotangents(), .. signature.Gradients(Passing.Ref), signature.Tape()], ReturnShape.Void);
        Value[] gradients = NewGradients(call);
        Value[] zeros = [.. gradients.Select(gradient => builder.Constant(0, gradient.Type))];
        builder.Append(new Call([.. gradients], rule.Key, [.. call.Arguments, .. seeds, .. zeros, Tape]));
        return gradients;
    }

    private Value[] NewGradients(Call call) =>
        [.. ActiveInputs(call).Select(pair => values.New(pair.Argument.Type, Named(pair.Argument, Naming.Gradient)))];

    private Value NewTangent(Value output) => values.New(output.Type, Named(output, Naming.Tangent));

    private Call Again(Call call) =>
        call with { Outputs = [.. call.Outputs.Select(output => values.New(output.Type))] };

    private static void Set(TangentPass tangents, Value[] outputs, Value[] dots)
    {
        for (int i = 0; i < outputs.Length; i++)
        {
            tangents.SetTangent(outputs[i], dots[i]);
        }
    }

    private Method Rule(string text, Method callee, Func<Signature, IEnumerable<SignaturePart>> extra, ReturnShape result)
    {
        if (!_rules.TryGetValue(text, out Method? rule))
        {
            var signature = new Signature(callee, values);
            Parameter[] own = [.. signature.Primal(withOut: result != ReturnShape.Void).Select(part => part.Parameter)];
            rule = new Method(text, text, [.. own, .. extra(signature).Select(part => part.Parameter)], result, null, null);
            _rules.Add(text, rule);
        }

        return rule;
    }

    private static string? Named(Value value, Func<string, string> naming) => value.Name is null ? null : naming(value.Name);
}
