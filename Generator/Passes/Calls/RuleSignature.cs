using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Calls;

/// <summary>A rule's method with what each of its parameters is for.</summary>
internal sealed record RuleSignature(Method Method, IReadOnlyList<SignaturePart> Parts)
{
    /// <summary>The call of the rule.</summary>
    /// <param name="returned">Takes what the rule returns, which is what the primal returns.</param>
    /// <param name="input">The argument of each part that is not <c>out</c>.</param>
    /// <param name="output">Takes the result of each part that is <c>ref</c> or <c>out</c>.</param>
    public Call Invoke(IEnumerable<Value> returned, Func<SignaturePart, Value> input, Func<SignaturePart, Value> output) => new(
        [.. returned, .. Parts.Where(part => part.Parameter.YieldsScalar).Select(output)],
        Method.Key,
        [.. Parts.Where(part => part.Parameter.Passing != Passing.Out).Select(input)]);
}

/// <summary>The rule methods that one generated method calls.</summary>
internal sealed class RuleMethods(CallGraph calls, ValueSource values)
{
    private readonly Dictionary<string, RuleSignature> _rules = new(StringComparer.Ordinal);

    /// <summary>All that have been called, in a fixed order.</summary>
    public IEnumerable<Method> Called => _rules.Values.Select(rule => rule.Method).OrderBy(method => method.Key, StringComparer.Ordinal);

    public RuleSignature Jvp(Method callee) => Get(callee, callee.Rules!.Jvp!, signature => signature.Tangents());

    public RuleSignature Vjp(Method callee) =>
        Get(callee, callee.Rules!.Vjp!, signature => [.. signature.Cotangents(), .. signature.Gradients()]);

    public RuleSignature Forward(Method callee) => Get(callee, callee.Rules!.Forward!, signature => [signature.Tape()]);

    public RuleSignature Backward(Method callee) => Get(
        callee,
        callee.Rules!.Backward!,
        signature => [.. signature.Cotangents(), .. signature.Gradients(Passing.Ref), signature.Tape()],
        isBackward: true);

    public RuleSignature Pullback(Method callee) =>
        Get(callee, callee.Rules!.Pullback!, signature => [.. signature.Cotangents(), .. signature.Gradients()]);

    /// <summary>The check that two buffers of a call share no memory.</summary>
    public Call Disjoint(Value written, Value other, Parameter writtenParameter, Parameter otherParameter, BlockBuilder builder)
    {
        const string Text = "global::StaticAd.CompilerServices.Require.Disjoint";
        var text = new OpaqueType("string");
        string key = $"{Text}({written.Type}, {other.Type})";
        if (calls.Find(key) is null)
        {
            Parameter Plain(string name, IrType type) => new(name, name, type, Passing.Value, null, IsActive: false);
            Parameter[] parameters = [Plain("written", written.Type), Plain("other", other.Type), Plain("name", text), Plain("otherName", text)];
            calls.Add(new Method(key, Text, [.. parameters], ReturnShape.Void, null, null));
        }

        Value Quoted(string name)
        {
            Value result = values.New(text);
            builder.Append(new Symbol(result, $"\"{name}\""));
            return result;
        }

        return new Call([], key, [written, other, Quoted(writtenParameter.Name), Quoted(otherParameter.Name)]);
    }

    private RuleSignature Get(Method callee, RuleMethod rule, Func<Signature, IEnumerable<SignaturePart>> derivatives, bool isBackward = false)
    {
        if (!_rules.TryGetValue(rule.Key, out RuleSignature known))
        {
            var signature = new Signature(callee, values);
            IEnumerable<SignaturePart> primal = isBackward ? signature.Left(callee.IsRecursive) : signature.Primal();
            SignaturePart[] parts = [.. primal.Select(part => rule.OnlyRead.Contains(part.Parameter.Name) ? OnlyRead(part) : part), .. derivatives(signature)];
            ReturnShape result = isBackward ? ReturnShape.Void : callee.Return;
            var method = new Method(rule.Key, rule.Text, [.. parts.Select(part => part.Parameter)], result, null, RuleSet.None);
            _rules.Add(rule.Key, known = new RuleSignature(method, parts));
        }

        return known;
    }

    private static SignaturePart OnlyRead(SignaturePart part) => part with
    {
        Parameter = part.Parameter with { Type = (BufferType)part.Parameter.Type with { Kind = BufferKind.ReadOnlySpan } },
    };
}
