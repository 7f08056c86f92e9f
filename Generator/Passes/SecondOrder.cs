using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes;

/// <summary>Whether the derivative of a method can be differentiated once more.</summary>
internal static class SecondOrder
{
    /// <summary>What stands in the way; null if nothing does.</summary>
    public static string? Obstacle(MethodModel model)
    {
        return model.Callees.Append(model.Method)
            .Where(method => method.Body is not null)
            .SelectMany(method => method.Body!.AllOperations())
            .OfType<Compute>()
            .Select(FunctionWithoutDerivative)
            .FirstOrDefault(function => function is not null) is { } missing
            ? $"the derivative uses '{missing}', whose own derivative is not available"
            : null;
    }

    private static string? FunctionWithoutDerivative(Compute compute)
    {
        var builder = new BlockBuilder(new ValueSource(1 + compute.Arguments.Append(compute.Result).Max(value => value.Id)));
        foreach (Partial? partial in Partials.Of(compute))
        {
            partial?.Invoke(builder, [.. compute.Arguments], compute.Result);
        }

        return builder.Operations.OfType<Compute>()
            .FirstOrDefault(inner => inner.Function is { } id && !ElementaryFunctions.Get(id).HasDerivative)?.Function;
    }
}
