using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>What a part of a body does to variables, memory and control, found before it is translated.</summary>
internal static class LoopScan
{
    /// <summary>Locals and parameters that are assigned somewhere in the operations, in any way.</summary>
    public static HashSet<ISymbol> Assigned(IEnumerable<IOperation> operations) => new(
        operations.SelectMany(operation => operation.DescendantsAndSelf())
            .SelectMany(operation => Targets(operation).Select(Symbol).Append(Matched(operation)))
            .OfType<ISymbol>(),
        SymbolEqualityComparer.Default);

    /// <summary>The first operation that assigns such a variable.</summary>
    public static SyntaxNode? FirstAssignment(IOperation part, Func<ISymbol, bool> isVariable) => part
        .DescendantsAndSelf()
        .FirstOrDefault(operation => Targets(operation).Any(target => Symbol(target) is { } symbol && isVariable(symbol)))
        ?.Syntax;

    /// <summary>Locals declared inside expressions: <c>out var x</c>, <c>is var x</c>.</summary>
    public static IEnumerable<(ILocalSymbol Local, SyntaxNode At)> Declared(IOperation operation) => Own(operation)
        .Select(part => (Local: part is ILocalReferenceOperation { IsDeclaration: true } reference ? reference.Local : Matched(part), At: part.Syntax))
        .Where(declared => declared.Local is not null)!;

    /// <summary>The local that a pattern declares.</summary>
    private static ILocalSymbol? Matched(IOperation operation) => operation switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol as ILocalSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol as ILocalSymbol,
        IListPatternOperation list => list.DeclaredSymbol as ILocalSymbol,
        _ => null,
    };

    public static bool Returns(IEnumerable<IOperation> operations) =>
        operations.SelectMany(Own).Any(operation => operation.Kind == OperationKind.Return);

    /// <summary>The operation and its parts, without those of functions that it declares.</summary>
    private static IEnumerable<IOperation> Own(IOperation operation) =>
        operation is IAnonymousFunctionOperation or ILocalFunctionOperation
            ? []
            : operation.ChildOperations.SelectMany(Own).Prepend(operation);

    public static bool JumpsTo(ILabelSymbol label, IOperation body) => body.DescendantsAndSelf()
        .OfType<IBranchOperation>()
        .Any(branch => SymbolEqualityComparer.Default.Equals(branch.Target, label));

    /// <summary>Whether memory may be written: an element is assigned, or something is called that is not an elementary function.</summary>
    public static bool MayWriteMemory(IOperation operation) => MayWriteMemory(operation, static call => !ElementaryCall.IsPure(call.TargetMethod));

    /// <summary>The same, where more is known of calls.</summary>
    public static bool MayWriteMemory(IOperation operation, Func<IInvocationOperation, bool> mayWrite) => operation.DescendantsAndSelf().Any(part => part switch
    {
        IInvocationOperation call => mayWrite(call),
        IObjectCreationOperation { Arguments: var arguments } => arguments.Any(argument => argument.Value.Type is { } type && TypeMap.Buffer(type) is not null),
        _ => Targets(part).Any(target => target is not IDiscardOperation && (Symbol(target) is null || IsReference(target) || IsInMemory(target))),
    });

    /// <summary>Whether an inline array, whose elements are memory, or a part of one is meant.</summary>
    private static bool IsInMemory(IOperation target) => target.DescendantsAndSelf().Any(part => InlineArray.IsIn(part.Type));

    /// <summary>A variable that may be another name for an element.</summary>
    private static bool IsReference(IOperation target) => target switch
    {
        IFieldReferenceOperation { Instance: { } instance } => IsReference(instance),
        IPropertyReferenceOperation { Instance: { } instance, Arguments.Length: 0 } => IsReference(instance),
        IInstanceReferenceOperation { Type: { } type } => Structs.Is(type),
        ILocalReferenceOperation { Local.RefKind: not RefKind.None } => true,
        IParameterReferenceOperation { Parameter.RefKind: not RefKind.None } => true,
        _ => false,
    };

    public static bool ReadsMemory(IOperation operation) => operation.DescendantsAndSelf().Any(part => IsReference(part)
        || (part is IInvocationOperation call && !LengthCall.Is(call.TargetMethod))
        || InlineArray.IsIn(part.Type) || part is IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation
        or IPropertyReferenceOperation { Arguments.Length: > 0 });

    private static IEnumerable<IOperation> Targets(IOperation operation) => Written(operation).SelectMany(Arms);

    /// <summary>The places of which a conditional reference is one.</summary>
    private static IEnumerable<IOperation> Arms(IOperation target) =>
        target is IConditionalOperation { WhenFalse: { } whenFalse } conditional ? Arms(conditional.WhenTrue).Concat(Arms(whenFalse)) : [target];

    private static IEnumerable<IOperation> Written(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation deconstruction => Components(deconstruction.Target),
        ISimpleAssignmentOperation { IsRef: true } reference => [reference.Target, reference.Value],
        IAssignmentOperation assignment => [assignment.Target],
        IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } reference when reference.GetVariableInitializer() is { } initializer => [initializer.Value],
        IIncrementOrDecrementOperation increment => [increment.Target],
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => [argument.Value],
        IInvocationOperation { Instance: { } instance, TargetMethod.IsReadOnly: false } when Structs.Is(instance.Type) => [instance],
        IPropertyReferenceOperation { Instance: { } instance, Property.GetMethod: { IsReadOnly: false } get } when Structs.Is(instance.Type) && !StructShapes.IsAutomatic(get) => [instance],
        _ => [],
    };

    private static IEnumerable<IOperation> Components(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements.SelectMany(Components),
        IDeclarationExpressionOperation declaration => Components(declaration.Expression),
        _ => [target],
    };

    private static ISymbol? Symbol(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declaration => Symbol(declaration.Expression),
        IInlineArrayAccessOperation { Instance: var instance } => Symbol(instance),
        IFieldReferenceOperation { Instance: { } instance } => Symbol(instance),
        IPropertyReferenceOperation { Instance: { } instance } when Structs.Is(instance.Type) => Symbol(instance),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type } when Structs.Is(type) => type,
        _ => null,
    };
}
