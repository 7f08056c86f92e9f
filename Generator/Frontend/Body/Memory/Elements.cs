using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>Whether an expression names an element, and of what.</summary>
internal static class Elements
{
    /// <summary>The memory and the index of an element; null for what is none.</summary>
    public static (IOperation Buffer, IOperation Index)? Of(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation { Indices: [{ } index] } element when element.Type is not IArrayTypeSymbol => (element.ArrayReference, index),
        IPropertyReferenceOperation { Instance: { } span, Arguments: [{ Value: { } index }] } => (span, index),
        IImplicitIndexerReferenceOperation { Argument: not IRangeOperation } from => (from.Instance, from.Argument),
        _ => null,
    };

    /// <summary>Whether it is a place in memory that can be referred to.</summary>
    public static bool Is(IOperation operation) =>
        operation is IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IInlineArrayAccessOperation
            or IPropertyReferenceOperation { Arguments.Length: 1 };

    /// <summary>The same, or a variable.</summary>
    public static bool IsLocation(IOperation operation) =>
        Is(operation) || operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Field.IsStatic: false };

    /// <summary>Whether it is a variable, or a field of one that is a structure: reading it does nothing else.</summary>
    public static bool IsVariable(IOperation operation) => operation is ILocalReferenceOperation or IParameterReferenceOperation
        || (operation is IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } && IsVariable(whole));

    /// <summary>Whether it may read an element, if only through a property.</summary>
    public static bool NamesElement(IOperation argument) =>
        argument is IArrayElementReferenceOperation or IPropertyReferenceOperation or IImplicitIndexerReferenceOperation or IInlineArrayAccessOperation;
}
