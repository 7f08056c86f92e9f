using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>What an expression that makes memory says of it.</summary>
internal static class NewMemory
{
    /// <summary>How many elements are made, if these are not listed.</summary>
    public static IOperation? SizeOf(IOperation? operation) => operation switch
    {
        IConversionOperation { IsImplicit: true } conversion => SizeOf(conversion.Operand),
        IArrayCreationOperation { Initializer: null, DimensionSizes: [{ } size] } => size,
        { Syntax: StackAllocArrayCreationExpressionSyntax { Initializer: null } } => operation.ChildOperations.Single(),
        _ => operation is null ? null : ArenaMemory.SizeOf(operation),
    };

    /// <summary>The elements of a row that are listed where it is made.</summary>
    public static IReadOnlyList<IOperation>? ElementsOf(IOperation row) => row switch
    {
        IConversionOperation { IsImplicit: true, Operand: var operand } => ElementsOf(operand),
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        ICollectionExpressionOperation { Elements: var elements } when elements.All(element => element is not ISpreadOperation) => elements,
        _ => null,
    };

    /// <summary>Whether it makes memory that has no other name, so that it can be the row of an array of arrays.</summary>
    public static bool IsRow(IOperation row) => row switch
    {
        IConversionOperation { Operand: var call } when ArrayCall.CloneOf(call) is not null => true,
        IConversionOperation { IsImplicit: true, Operand: var operand } => IsRow(operand),
        IArrayCreationOperation or ICollectionExpressionOperation or IArrayElementReferenceOperation { Indices: [IRangeOperation] } => true,
        IInvocationOperation call => BufferCall.Find(call.TargetMethod) == BufferCall.Kind.ToArray,
        _ => false,
    };
}
