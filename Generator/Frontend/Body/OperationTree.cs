using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>What an operation is without what the compiler or the programmer has put around it, and what stands around it.</summary>
internal static class OperationTree
{
    /// <summary>Without any conversion that is no operator of the program's own.</summary>
    public static IOperation? Strip(IOperation? operation) =>
        operation is IConversionOperation { OperatorMethod: null } conversion ? Strip(conversion.Operand) : operation;

    /// <summary>Without conversions that nobody wrote; a span over an inline array is more than one.</summary>
    public static IOperation Unwrapped(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true } conversion && InlineArray.Of(conversion.Operand.Type) is null ? Unwrapped(conversion.Operand) : operation;

    /// <summary>The local or parameter that an expression names; null for any other expression.</summary>
    public static ISymbol? Variable(IOperation? operation) =>
        (operation as ILocalReferenceOperation)?.Local ?? (ISymbol?)(operation as IParameterReferenceOperation)?.Parameter;

    public static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    public static bool IsNullLiteral(IOperation operation) =>
        IsNull(operation) || (operation is IConversionOperation { OperatorMethod: null } conversion && IsNull(conversion.Operand));

    /// <summary>Statements without the blocks and labels around them.</summary>
    public static IEnumerable<IOperation> Flatten(IOperation? operation) => operation switch
    {
        null => [],
        IBlockOperation block => block.Operations.SelectMany(Flatten),
        ILabeledOperation labeled => Flatten(labeled.Operation),
        ILocalFunctionOperation => [],
        IUsingOperation { IsAsynchronous: false } scope when ArenaMemory.Opens(scope.Resources) => Flatten(scope.Body),
        IUsingDeclarationOperation { IsAsynchronous: false } scope when ArenaMemory.Opens(scope.DeclarationGroup) => [],
        _ => [operation],
    };

    public static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            yield return around;
        }
    }
}
