using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Rules;

/// <summary>The derivative of any pure scalar computation: the one place where every mode finds it.</summary>
internal static class Partials
{
    /// <summary>
    /// One delegate per argument; null where the derivative is structurally zero: an argument or a result that is not floating
    /// point, or a flat function. The result of a delegate has the type of the operation's result, also where the argument's
    /// differs (<see cref="Opcode.Convert"/>): there the contribution to the argument is converted.
    /// </summary>
    /// <param name="numberOf">What is known of the arguments: the number that a constant is.</param>
    /// <exception cref="InvalidOperationException">The function's derivative is not available; the front end rejects it.</exception>
    public static IReadOnlyList<Partial?> Of(Compute operation, Func<Value, double?> numberOf) =>
        operation.Opcode == Opcode.Divide && operation.Result.Type.IsDifferentiable && Quotients.ByDivisor(numberOf(operation.Arguments[0])) is { } byDivisor
            ? [null, byDivisor]
            : Of(operation);

    /// <inheritdoc cref="Of(Compute, Func{Value, double?})"/>
    public static IReadOnlyList<Partial?> Of(Compute operation)
    {
        if (!operation.Result.Type.IsDifferentiable)
        {
            return new Partial?[operation.Arguments.Count];
        }

        IReadOnlyList<Partial?> rules = RulesOf(operation);
        return [.. rules.Select((rule, index) => operation.Arguments[index].Type.IsDifferentiable ? rule : null)];
    }

    /// <summary>Whether the derivative is available.</summary>
    public static bool AreKnown(Compute operation) => operation.Function is not { } id || ElementaryFunctions.Get(id).HasDerivative;

    /// <summary>How dear it is to compute the operation once more.</summary>
    public static Cost CostOf(Compute operation) => operation.Function is { } id
        ? ElementaryFunctions.Get(id).Cost
        : ArithmeticRules.CostOf(operation.Opcode);

    private static IReadOnlyList<Partial?> RulesOf(Compute operation)
    {
        if (operation.Function is not { } id)
        {
            return ArithmeticRules.PartialsOf(operation.Opcode, operation.Arguments.Count);
        }

        ElementaryFunction function = ElementaryFunctions.Get(id);
        return function.HasDerivative
            ? function.Partials
            : throw new InvalidOperationException($"'{id}' has no derivative in the table of elementary functions.");
    }
}
