using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Objects that do not change while the method runs: the receiver of a method of a class, parameters of a class type, and what their
/// fields hold. An object is a path, <c>curve.Quotes</c>, by which generated code reads it; its own methods are translated where they
/// are called, with that path for <c>this</c>.
/// </summary>
internal sealed class ObjectPaths(BodyState state)
{
    /// <summary>An object, or what a field of one holds; null for any other expression.</summary>
    public ObjectPath? PathOf(IOperation operation) => operation switch
    {
        _ when IsReceiver(operation) => state.Frame.Receiver ?? new ObjectPath("this", state.Translation.Callees.Root.ContainingType),
        IParameterReferenceOperation { Parameter: var parameter } => state.Frame.Path(parameter),
        ILocalReferenceOperation { Local: var local } => state.Frame.Path(local),
        IConversionOperation { IsImplicit: true, OperatorMethod: null, Type.IsReferenceType: true, Operand: { Type.IsReferenceType: true } operand } => PathOf(operand),
        IFieldReferenceOperation { Instance: { Type.IsReferenceType: true } instance, Field: var field } when PathOf(instance) is { } path =>
            new ObjectPath(path.Member(field), field.Type),
        IPropertyReferenceOperation { Instance: { Type.IsReferenceType: true } instance, Arguments.Length: 0, Property: var property }
            when property.DeclaringSyntaxReferences.Length > 0 && IsKnown(property)
                && StructParts.IsAutomatic(property) && PathOf(instance) is { } path =>
            new ObjectPath(path.Member(property), property.Type),
        _ => null,
    };

    public ObjectPath? ObjectOf(IOperation operation) => operation.Type is { IsReferenceType: true } ? PathOf(operation) : null;

    private static bool IsReceiver(IOperation operation) =>
        operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsReferenceType: true };

    public bool IsThis(IOperation operation) => IsReceiver(operation) && PathOf(operation) is { IsThis: true };

    /// <summary>Whether a call is one of a method of an object that can be translated: its body can be read here, or it is generated beside this one.</summary>
    public bool IsOnObject(IInvocationOperation call, IMethodSymbol method) =>
        call.Instance is { } instance && ObjectOf(instance) is not null
        && IsKnown(method)
        && (GeneratedNames.IsGenerated(method) ? IsThis(instance) : MethodBody.Source(method, state.Translation) is not null);

    /// <summary>Whether no other member can run in place of a member of an object.</summary>
    public static bool IsKnown(ISymbol member) =>
        member is { IsVirtual: false, IsAbstract: false } && (!member.IsOverride || member.IsSealed || member.ContainingType.IsSealed);

    /// <summary>Whether it is one of the object that generated code knows as <c>this</c>.</summary>
    public bool IsOnReceiver(IInvocationOperation call, IMethodSymbol method) => IsOnObject(call, method) && IsThis(call.Instance!);

    public static bool IsDerivativeOfStructure(IMethodSymbol method) => GeneratedNames.IsGenerated(method) && Structs.Is(method.ContainingType);

    /// <summary>The object that a new local stands for; null for one of another type.</summary>
    public ObjectPath? PathOf(IVariableDeclaratorOperation declarator) =>
        Objects.Is(declarator.Symbol) && declarator.GetVariableInitializer() is { Value: var value } ? ObjectOf(value) : null;
}
