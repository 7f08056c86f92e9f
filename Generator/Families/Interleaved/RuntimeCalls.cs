using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>Calls of the runtime's methods that carry no derivative, in a method of numbers of one type.</summary>
internal sealed class RuntimeCalls(TypeText types, ScalarType element)
{
    /// <summary>All methods that have been called.</summary>
    public List<Method> Methods { get; } = [];

    /// <summary>Calls a method that returns something.</summary>
    /// <param name="name">The method; where a type argument belongs stands <c>&lt;&gt;</c>.</param>
    /// <param name="hint">The name of the result.</param>
    public Value Ask(BlockBuilder body, string name, IrType result, string? hint, params Value[] arguments)
    {
        Value output = body.Values.New(result, hint);
        body.Append(new Call([output], Known(name, arguments, result), [.. arguments]));
        return output;
    }

    /// <summary>Calls a method that returns nothing.</summary>
    public void Do(BlockBuilder body, string name, params Value[] arguments) =>
        body.Append(new Call([], Known(name, arguments, null), [.. arguments]));

    private string Known(string name, Value[] arguments, IrType? result)
    {
        var method = Method.OfRuntime(types.Known(name.Replace("<>", $"<{TypeText.Keyword(element.Kind)}>")), arguments, result);
        if (Methods.All(known => known.Key != method.Key))
        {
            Methods.Add(method);
        }

        return method.Key;
    }
}
