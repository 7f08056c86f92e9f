using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Expressions by their kind: the three tables by which every expression finds the room that translates it.</summary>
internal sealed class Expressions(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>The value of an expression; the result of its last step gets the name of the variable that takes it.</summary>
    public Value Evaluate(IOperation operation, string? name = null)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (rooms.Constants.Literal(operation, name) is { } constant)
        {
            return rooms.Observations.Converted(operation, constant);
        }

        if (Structured(operation, [Targets.Named(name)]) is { } parts)
        {
            return parts.Length > 0 ? parts[0] : state.Unknown();
        }

        return operation switch
        {
            ILocalReferenceOperation local => rooms.Variables.Read(local),
            IParameterReferenceOperation parameter => rooms.Variables.Read(parameter),
            IFieldReferenceOperation field => rooms.Fields.Read(field),
            IBinaryOperation binary => rooms.Operators.Binary(binary, name),
            IUnaryOperation unary => rooms.Operators.Unary(unary, name),
            IConversionOperation conversion => rooms.Operators.Conversion(conversion, name),
            IConditionalOperation conditional when IsScalarOrTuple(conditional.Type) => EvaluateAll(conditional, [Targets.Named(name)])[0],
            IInvocationOperation invocation => EvaluateAll(invocation, [Targets.Named(name)])[0],
            ISimpleAssignmentOperation { IsRef: true } reference => rooms.References.Refer(reference),
            ISimpleAssignmentOperation assignment => rooms.Assignments.AssignScalar(assignment),
            ICompoundAssignmentOperation compound => rooms.Assignments.CompoundScalar(compound),
            IIncrementOrDecrementOperation increment => rooms.Assignments.Increment(increment),
            ISwitchExpressionOperation @switch when IsScalarOrTuple(@switch.Type) => EvaluateAll(@switch, [Targets.Named(name)])[0],
            IIsPatternOperation match => rooms.Patterns.IsMatch(match),
            _ => Memory(operation, name),
        };
    }

    /// <summary>The components of a tuple, or the one value of anything else.</summary>
    public Value[] EvaluateAll(IOperation operation, IReadOnlyList<Variable?> targets)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Structured(operation, targets) is { } parts)
        {
            return parts;
        }

        switch (operation)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional when IsScalarOrTuple(conditional.Type):
                return rooms.Operators.Ternary(conditional, whenFalse, targets);
            case ISwitchExpressionOperation @switch when IsScalarOrTuple(@switch.Type):
                return rooms.Switches.Expression(@switch, targets);
            case IInvocationOperation fromArena when ArenaMemory.SizeOf(fromArena) is { } size && Structs.Buffer(operation.Type) is null:
                return [rooms.Allocations.OfArena(fromArena, size, Targets.Name(targets))];
            case IInvocationOperation invocation:
                Value[] outputs = rooms.Calls.Invoke(invocation, targets);
                return outputs.Length > 0 ? outputs : [state.Unknown()];
            default:
                return TypeMap.Scalar(operation.Type) is not null || !Structs.IsMany(operation.Type)
                    ? [Evaluate(operation, Targets.Name(targets))]
                    : [faults.Unsupported(operation)];
        }
    }

    private static bool IsScalarOrTuple(ITypeSymbol? type) =>
        TypeMap.Scalar(type) is not null || ImmutableTypes.Of(type) is not null || (Structs.Is(type) && MatrixView.Of(type) is null);

    /// <summary>The leaves of an expression that makes, takes apart or computes with structures; null for any other.</summary>
    private Value[]? Structured(IOperation operation, IReadOnlyList<Variable?> targets) =>
        rooms.Nullables.Evaluate(operation, targets) ?? rooms.Immutables.Evaluate(operation, targets) ?? operation switch
    {
        ITupleOperation tuple => [.. tuple.Elements.SelectMany(element => rooms.StructValues.Element(element, targets, tuple))],
        IDefaultValueOperation when Structs.Is(operation.Type) => rooms.StructValues.Zeros(Structs.Leaves(operation.Type)!),
        IObjectCreationOperation creation when Structs.Is(creation.Type) => rooms.Constructors.Create(creation, targets),
        IWithOperation with when Structs.Is(with.Type) => rooms.StructValues.With(with),
        IBinaryOperation { OperatorMethod: { } method, IsLifted: false } binary when rooms.MethodFacts.IsWritten(method) =>
            rooms.MemberCalls.CallInPlace(binary, method, null, Operands.Of(binary.LeftOperand, binary.RightOperand), targets),
        IUnaryOperation { OperatorMethod: { } method, IsLifted: false } unary when rooms.MethodFacts.IsWritten(method) =>
            rooms.MemberCalls.CallInPlace(unary, method, null, Operands.Of(unary.Operand), targets),
        IConversionOperation { OperatorMethod: { } method } conversion when rooms.MethodFacts.IsWritten(method) =>
            rooms.MemberCalls.CallInPlace(conversion, method, null, Operands.Of(conversion.Operand), targets),
        IConversionOperation { OperatorMethod: null } conversion when Structs.Is(conversion.Type) && SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type) =>
            EvaluateAll(conversion.Operand, targets),
        IConversionOperation { OperatorMethod: null, Type: INamedTypeSymbol { IsTupleType: true } to } conversion
            when conversion.Operand.Type is INamedTypeSymbol { IsTupleType: true } from && StructValues.CanConvert(from, to) =>
            [.. rooms.StructValues.Converted(EvaluateAll(conversion.Operand, targets), Structs.Leaves(to)!)],
        ICompoundAssignmentOperation { OperatorMethod: { } method, IsLifted: false } compound when rooms.MethodFacts.IsWritten(method) => rooms.Assignments.CompoundStruct(compound, method),
        ISimpleAssignmentOperation { IsRef: false } assignment when rooms.Assignments.IsStructTarget(assignment.Target) => rooms.Assignments.AssignStruct(assignment),
        IPropertyReferenceOperation property when rooms.Properties.IsStructProperty(property) => rooms.Properties.Read(property, targets),
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } when Structs.Is(field.Type) => rooms.Fields.StaticLeaves(operation, field),
        IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.Length: 0 } when Structs.IsMany(operation.Type) && rooms.ObjectPaths.PathOf(operation) is { } path =>
            rooms.Fields.ManyOfObject(operation, path.Text),
        IConversionOperation { OperatorMethod: null } conversion when InlineArray.Of(conversion.Operand.Type) is { } array && TypeMap.IsSpan(conversion.Type!) =>
            rooms.InlineArrays.Elements(conversion.Operand, array, conversion),
        IInlineArrayAccessOperation access when TypeMap.IsSpan(access.Type!) => rooms.InlineArrays.Elements(access),
        _ when Structs.Buffer(operation.Type) is { } memory => rooms.StructBuffers.Evaluate(operation, memory, targets),
        _ when Grid.Of(operation.Type) is { } grid => rooms.GridArrays.Evaluate(operation, grid, targets),
        _ when Jagged.Of(operation.Type) is not null => rooms.JaggedArrays.Evaluate(operation, targets),
        _ when (Structs.Is(operation.Type) || operation is IFieldReferenceOperation) && rooms.Places.LocateAll(operation) is { } places =>
            rooms.Contents.ReadAll(places, operation.Syntax),
        IFieldReferenceOperation { Instance: { } instance } field when StructParts.Of(instance.Type, field.Field) is { } found =>
            StructParts.Part(EvaluateAll(instance, []), found),
        _ => null,
    };

    /// <summary>Expressions that read, describe or create memory.</summary>
    private Value Memory(IOperation operation, string? name) => operation switch
    {
        IArrayElementReferenceOperation { Type: IArrayTypeSymbol } row when Jagged.Of(row.ArrayReference.Type) is not null => rooms.JaggedArrays.Row(row, name),
        IArrayElementReferenceOperation { Type: IArrayTypeSymbol } range => rooms.Buffers.Subarray(range, name),
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: 1 } => rooms.Buffers.Load(operation, name),
        IInlineArrayAccessOperation => rooms.Contents.Read(rooms.Places.Locate(operation), operation.Syntax),
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } slice => rooms.Buffers.Slice(slice, range, name),
        IImplicitIndexerReferenceOperation => rooms.Buffers.Load(operation, name),
        IPropertyReferenceOperation { Property: var member } when Fields.Held(operation.Type) is { } held && rooms.ObjectPaths.PathOf(operation) is { } path =>
            rooms.Fields.OfObject(operation, member, held, path.Text),
        IPropertyReferenceOperation property => rooms.GenericNumbers.Constant(property, name) ?? rooms.Buffers.Property(property, name),
        IArrayCreationOperation array => rooms.Allocations.NewArray(array, name),
        ICollectionExpressionOperation collection => rooms.Allocations.Collection(collection, name),
        IObjectCreationOperation { Arguments.Length: 1 } creation when TypeMap.Buffer(creation.Type!) is { } type => rooms.Buffers.Wrap(creation, type, name),
        IConditionalOperation { IsRef: false } conditional => rooms.Allocations.EitherNew(conditional, name),
        { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } => rooms.Allocations.Stackalloc(operation, name),
        IDefaultValueOperation when TypeMap.Scalar(operation.Type) is { } scalar => state.Zero(scalar, name),
        IDefaultValueOperation when TypeMap.Find(operation.Type) is BufferType { Kind: not BufferKind.Array } empty =>
            rooms.Views.Under(rooms.Allocations.NewBuffer(empty.Element, BufferKind.Span, state.Block.Constant(0), name), empty, name),
        _ => faults.Unsupported(operation),
    };
}
