using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Expressions of immutable values as C# text. What the IR has values for (variables, numbers, fields, choices) stands between the
/// pieces, evaluated in its order before the expression; all else in it is pure.
/// </summary>
internal sealed class ImmutableText(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>Whether an expression computes with values of immutable types, and C# alone knows how.</summary>
    public static bool Covers(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: var property } member =>
            IsOfImmutable(property, member.Instance?.Type ?? property.ContainingType),
        IArrayElementReferenceOperation { Indices.Length: 1, ArrayReference.Type: var type } => ImmutableTypes.Of(type) is not null && ImmutableTypes.OfElement(operation.Type) is not null,
        IImplicitIndexerReferenceOperation { Instance.Type: var type } => ImmutableTypes.Of(type) is not null && ImmutableTypes.OfElement(operation.Type) is not null,
        IInvocationOperation call when IsFlagTest(call) => true,
        IInvocationOperation { TargetMethod: var method, Instance: { } instance } => IsOfImmutable(method, instance.Type),
        IInvocationOperation { TargetMethod: var method, Instance: null } => IsOfImmutable(method, method.ContainingType) || IsConversion(method),
        IBinaryOperation binary => (ImmutableTypes.OfElement(binary.Type) ?? ImmutableTypes.OfElement(binary.LeftOperand.Type)) is not null && Operator(binary.OperatorKind) is not null,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus } unary => ImmutableTypes.Of(unary.Operand.Type) is not null,
        IConversionOperation conversion => IsConversion(conversion),
        IObjectCreationOperation { Initializer: null } creation => ImmutableTypes.Of(creation.Type) is not null,
        _ => false,
    };

    public static string? Operator(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => "+",
        BinaryOperatorKind.Subtract => "-",
        BinaryOperatorKind.Multiply => "*",
        BinaryOperatorKind.Divide => "/",
        BinaryOperatorKind.Remainder => "%",
        BinaryOperatorKind.And => "&",
        BinaryOperatorKind.Or => "|",
        BinaryOperatorKind.ExclusiveOr => "^",
        _ => null,
    };

    /// <summary>What generated code calls the result if nobody has named it.</summary>
    public static string NameOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Arguments.Length: 0 } property => property.Property.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } => "difference",
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } => "sum",
        IConversionOperation => "converted",
        IForEachLoopOperation => "element",
        _ => "value",
    };

    /// <summary>A type, in short if nothing else can have that name where the text will stand.</summary>
    private string NameOf(ITypeSymbol type)
    {
        bool isFree = Emit.TypeText.UsedNames.Contains(type.Name)
            && !HiddenNames.At(state.Translation.Home).Contains(type.Name)
            && !state.Translation.Root.Parameters.Any(parameter => parameter.Name == type.Name);
        return isFree ? CSharpNames.TypeName(type, state.Translation.Home) : CSharpNames.FullName(type);
    }

    /// <returns>Whether all in it is known; else it has been reported.</returns>
    public bool Write(IOperation operation, StatementText text)
    {
        WriteBare(operation, text);
        return !text.Values.Any(UnknownType.Is);
    }

    /// <summary>The same for the operator of a compound assignment.</summary>
    public bool Write(ICompoundAssignmentOperation compound, Value before, StatementText text)
    {
        text.Add(before);
        text.Add($" {Operator(compound.OperatorKind)} ");
        WriteOperand(compound.Value, text);
        return !text.Values.Any(UnknownType.Is);
    }

    private void WriteBare(IOperation operation, StatementText text)
    {
        bool isPart = operation.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };
        if (!isPart && operation is IInvocationOperation or IBinaryOperation or IObjectCreationOperation && operation.Type is { IsReferenceType: true })
        {
            rooms.Observations.Allocation(operation);
        }

        switch (operation)
        {
            case IPropertyReferenceOperation property:
                WriteOwner(property.Instance, property.Property, text);
                WriteMember(property, text);
                break;
            case IArrayElementReferenceOperation element:
                WriteElement(element.ArrayReference, element.Indices[0], text);
                break;
            case IImplicitIndexerReferenceOperation element:
                WriteElement(element.Instance, element.Argument, text);
                break;
            case IInvocationOperation call when IsFlagTest(call):
                WriteFlagTest(OperationTree.Strip(call.Instance)!, OperationTree.Strip(call.Arguments[0].Value)!, text);
                break;
            case IInvocationOperation call:
                WriteOwner(call.Instance, call.TargetMethod, text);
                text.Add($".{CSharpNames.Identifier(call.TargetMethod.Name)}(");
                WriteArguments(call.Arguments, text);
                text.Add(")");
                break;
            case IBinaryOperation binary:
                WriteOperand(binary.LeftOperand, text);
                text.Add($" {Operator(binary.OperatorKind)} ");
                WriteOperand(binary.RightOperand, text);
                break;
            case IUnaryOperation unary:
                text.Add(unary.OperatorKind == UnaryOperatorKind.Minus ? "-" : "+");
                WriteOperand(unary.Operand, text);
                break;
            case IConversionOperation conversion:
                text.Add($"({CSharpNames.FullName(TypeArguments.Resolve(conversion.Type!))})");
                WriteOperand(conversion.Operand, text);
                break;
            case IObjectCreationOperation creation:
                text.Add($"new {NameOf(creation.Type!)}(");
                WriteArguments(creation.Arguments, text);
                text.Add(")");
                break;
        }
    }

    private void WriteOwner(IOperation? instance, ISymbol member, StatementText text)
    {
        if (instance is null)
        {
            text.Add(NameOf(member.ContainingType));
        }
        else
        {
            WriteOperand(instance, text);
        }
    }

    private void WriteElement(IOperation table, IOperation index, StatementText text)
    {
        WriteOperand(table, text);
        text.Add("[");
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
        {
            text.Add("^");
            WriteOperand(fromEnd.Operand, text);
        }
        else
        {
            WriteOperand(index, text);
        }

        text.Add("]");
    }

    private void WriteMember(IPropertyReferenceOperation property, StatementText text)
    {
        if (property.Arguments.Length == 0)
        {
            text.Add($".{CSharpNames.Identifier(property.Property.Name)}");
            return;
        }

        text.Add("[");
        WriteArguments(property.Arguments, text);
        text.Add("]");
    }

    /// <summary>In the order in which they are evaluated, which is that in which they are written.</summary>
    private void WriteArguments(IEnumerable<IArgumentOperation> arguments, StatementText text)
    {
        string separator = "";
        foreach (IArgumentOperation argument in arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue))
        {
            bool isNamed = argument.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ArgumentSyntax { NameColon: not null };
            text.Add(separator + (isNamed ? CSharpNames.Identifier(argument.Parameter!.Name) + ": " : ""));
            separator = ", ";
            if (argument.ArgumentKind == ArgumentKind.ParamArray || argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out)
            {
                text.Add(Unsupported(argument.Value));
            }
            else if (Covers(argument.Value))
            {
                WriteBare(argument.Value, text);
            }
            else
            {
                WriteOperand(argument.Value, text);
            }
        }
    }

    private void WriteOperand(IOperation operation, StatementText text)
    {
        if (operation.ConstantValue is { HasValue: true, Value: decimal and < 0 } negative)
        {
            text.Add($"({StatementText.LiteralOf(negative.Value)})");
        }
        else if (operation.ConstantValue is { HasValue: true, Value: string or char or decimal } constant)
        {
            text.Add(StatementText.LiteralOf(constant.Value));
        }
        else if (Covers(operation))
        {
            bool isPrimary = operation is IPropertyReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation
                || (operation is IInvocationOperation call && !IsFlagTest(call));
            text.Add(isPrimary ? "" : "(");
            WriteBare(operation, text);
            text.Add(isPrimary ? "" : ")");
        }
        else if (IsInvariantCulture(operation))
        {
            text.Add("global::System.Globalization.CultureInfo.InvariantCulture");
        }
        else
        {
            text.Add(ValueOf(operation));
        }
    }

    /// <summary>A value of the IR. An active one would lose its derivative here.</summary>
    private Value ValueOf(IOperation operation)
    {
        operation = PartOfText(operation);
        if (TypeMap.Scalar(operation.Type) is null && ImmutableTypes.Of(operation.Type) is null)
        {
            return Unsupported(operation);
        }

        Value value = rooms.Expressions.Evaluate(operation);
        if (value.Type.IsDifferentiable)
        {
            state.PassiveStores.Note(value, Faults.FirstLine((operation.Parent is IArgumentOperation argument ? argument.Parent! : operation.Parent ?? operation).Syntax), faults.TakesActive(operation.Syntax));
        }

        return value;
    }

    /// <summary>A number that becomes a part of a string, without the box in which C# hands it over.</summary>
    private static IOperation PartOfText(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Object, Operand: { Type.IsValueType: true } number, Parent: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } }
            ? number
            : operation;

    private Value Unsupported(IOperation operation)
    {
        if (!faults.UsesReported(operation))
        {
            faults.ReportUnsupported(
                operation.Syntax,
                $"'{Faults.FirstLine(operation.Syntax)}' in an expression of strings, dates or 'decimal'",
                "Use numbers, enums, strings, dates and 'decimal' in it");
        }

        return state.Unknown();
    }

    private static bool IsOfImmutable(ISymbol member, ITypeSymbol? type) => ImmutableTypes.Of(type) is not null && ImmutableTypes.IsPure(member, type!);

    /// <summary>Functions of other types that take an immutable value: <c>Math.Round(amount)</c>, <c>double.Parse(text)</c>.</summary>
    private static bool IsConversion(IMethodSymbol method) =>
        method is { IsGenericMethod: false, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && method.Parameters.Any(parameter => ImmutableTypes.Of(parameter.Type) is not null)
        && (method.ContainingType.Name is "Math" or "Convert" || (method.Name == "Parse" && TypeMap.Scalar(method.ContainingType) is not null));

    /// <summary>Conversions from and to <c>decimal</c>, a date with an offset and values that may be missing; of characters to numbers; of integers to enums.</summary>
    private static bool IsConversion(IConversionOperation conversion)
    {
        OpaqueType? from = ImmutableTypes.Of(conversion.Operand.Type), to = ImmutableTypes.Of(conversion.Type);
        return IsToEnum(conversion) || ((from ?? to) is not null && !(from?.Equals(to) ?? false)
            && (from is not null || (TypeMap.Scalar(conversion.Operand.Type) is ScalarType && to is not { CSharpName: "char" }))
            && (to is not null || TypeMap.Scalar(conversion.Type) is ScalarType));
    }

    // 'HasFlag' itself boxes both, where nothing is optimized.
    private void WriteFlagTest(IOperation flags, IOperation flag, StatementText text)
    {
        text.Add("(");
        WriteOperand(flags, text);
        text.Add(" & ");
        WriteOperand(flag, text);
        text.Add(") == ");
        WriteOperand(flag, text);
    }

    private static bool IsFlagTest(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "HasFlag", ContainingType.SpecialType: SpecialType.System_Enum }, Instance: { } flags }
        && TypeMap.Scalar(OperationTree.Strip(flags)!.Type) is OpaqueType { IsEnum: true };

    private static bool IsToEnum(IConversionOperation conversion) =>
        conversion is { OperatorMethod: null, IsImplicit: false, ConstantValue.HasValue: false }
        && TypeMap.Scalar(conversion.Type) is OpaqueType { IsEnum: true } && TypeMap.Scalar(conversion.Operand.Type) is ScalarType { IsInteger: true };

    private static bool IsInvariantCulture(IOperation operation) =>
        OperationTree.Strip(operation) is IPropertyReferenceOperation { Property: { Name: "InvariantCulture", ContainingType: { Name: "CultureInfo", ContainingNamespace.Name: "Globalization" } } };
}
