using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Objects that do not change while the method runs: the receiver of a method of a class, parameters of a class type, and what their
/// fields hold. An object is a path, <c>curve.Quotes</c>, by which generated code reads it; its own methods are translated where they
/// are called, with that path for <c>this</c>.
/// </summary>
internal sealed partial class BodyTranslator
{
    private static bool IsReceiver(IOperation operation) =>
        operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type.IsReferenceType: true };

    /// <summary>An object, or what a field of one holds; null for any other expression.</summary>
    private ObjectPath? PathOf(IOperation operation) => operation switch
    {
        _ when IsReceiver(operation) => _frame.Receiver ?? new ObjectPath("this", _translation.Callees.Root.ContainingType),
        IParameterReferenceOperation { Parameter: var parameter } => _frame.Path(parameter),
        ILocalReferenceOperation { Local: var local } => _frame.Path(local),
        IConversionOperation { IsImplicit: true, OperatorMethod: null, Type.IsReferenceType: true, Operand: { Type.IsReferenceType: true } operand } => PathOf(operand),
        IFieldReferenceOperation { Instance: { Type.IsReferenceType: true } instance, Field: var field } when PathOf(instance) is { } path =>
            new ObjectPath(path.Member(field), field.Type),
        IPropertyReferenceOperation { Instance: { Type.IsReferenceType: true } instance, Arguments.Length: 0, Property: { IsVirtual: false, IsOverride: false, IsAbstract: false } property }
            when property.DeclaringSyntaxReferences.Length > 0 && IsAutomatic(property) && PathOf(instance) is { } path =>
            new ObjectPath(path.Member(property), property.Type),
        _ => null,
    };

    private ObjectPath? ObjectOf(IOperation operation) => operation.Type is { IsReferenceType: true } ? PathOf(operation) : null;

    private bool IsThis(IOperation operation) => IsReceiver(operation) && PathOf(operation) is { IsThis: true };

    /// <summary>Whether a call is one of a method of an object that can be translated: its body can be read here, or it is generated beside this one.</summary>
    private bool IsOnObject(IInvocationOperation call, IMethodSymbol method) =>
        call.Instance is { } instance && ObjectOf(instance) is not null
        && method is { IsVirtual: false, IsOverride: false, IsAbstract: false }
        && (GeneratedNames.IsGenerated(method) ? IsThis(instance) : MethodBody.Source(method, _translation) is not null);

    /// <summary>Whether it is one of the object that generated code knows as <c>this</c>.</summary>
    private bool IsOnReceiver(IInvocationOperation call, IMethodSymbol method) => IsOnObject(call, method) && IsThis(call.Instance!);

    private static bool IsDerivativeOfStructure(IMethodSymbol method) => GeneratedNames.IsGenerated(method) && Structs.Is(method.ContainingType);

    private bool DeclareObject(IVariableDeclaratorOperation declarator)
    {
        if (!Objects.Is(declarator.Symbol) || declarator.GetVariableInitializer() is not { Value: var value } || ObjectOf(value) is not { } path)
        {
            return false;
        }

        _frame.Add(declarator.Symbol, path);
        return true;
    }

    private void BindObject(IOperation argument, IParameterSymbol parameter, Frame frame)
    {
        if (ObjectOf(argument) is { } path)
        {
            frame.Add(parameter, path);
        }
        else if (Silence(parameter) && !UsesReported(argument))
        {
            ReportUnsupported(
                argument.Syntax,
                $"The object '{FirstLine(argument.Syntax)}', which is made or chosen here,",
                "Pass a parameter of the marked method, or a field of one");
        }
    }
}
