using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>The operands of an operator or call, with the parameters that they are for.</summary>
internal static class Operands
{
    public static (int Ordinal, IOperation Value)[] Of(IEnumerable<IArgumentOperation> arguments) =>
        [.. arguments.Select(argument => (argument.Parameter!.Ordinal, argument.Value))];

    /// <summary>The receiver, if the method has one, then the arguments in the order of the parameters.</summary>
    public static IOperation[] WithReceiver(IInvocationOperation call) =>
    [
        .. call.Instance is { } instance ? [instance] : Array.Empty<IOperation>(),
        .. call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value),
    ];

    public static (int Ordinal, IOperation Value)[] Of(params IOperation[] operands) =>
        [.. operands.Select((operand, i) => (i, operand))];
}
