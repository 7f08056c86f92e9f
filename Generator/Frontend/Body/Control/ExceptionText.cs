using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.Generator.Frontend;

/// <summary>What an exception is told, as C# text with values in it.</summary>
internal sealed class ExceptionText(BodyState state, Faults faults, Rooms rooms)
{
    public void WriteCreation(IObjectCreationOperation creation, StatementText text)
    {
        var type = (INamedTypeSymbol)creation.Type!;
        if (creation.Initializer is not null || creation.Constructor is null)
        {
            UnsupportedInException(creation);
            return;
        }

        if (!state.Translation.Compilation.IsSymbolAccessibleWithin(creation.Constructor, state.Translation.Home))
        {
            faults.Report(Descriptors.Inaccessible, creation.Syntax, CSharpNames.Short(type), CSharpNames.Short(state.Translation.Home));
            return;
        }

        text.Add($"new {CSharpNames.TypeName(type, state.Translation.Home)}(");
        WriteArguments(creation.Arguments, text);
        text.Add(")");
    }

    public void WriteArguments(IEnumerable<IArgumentOperation> arguments, StatementText text)
    {
        string separator = "";
        bool isNamed = false;
        foreach (IArgumentOperation argument in arguments)
        {
            bool isName = argument is { ArgumentKind: ArgumentKind.DefaultValue, Value.ConstantValue: { HasValue: true, Value: string } };
            if (argument.ArgumentKind == ArgumentKind.DefaultValue && !isName)
            {
                isNamed = true;
                continue;
            }

            isNamed |= argument.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ArgumentSyntax { NameColon: not null };
            text.Add(separator + (isNamed ? CSharpNames.Identifier(argument.Parameter!.Name) + ": " : ""));
            if (argument.ArgumentKind == ArgumentKind.ParamArray)
            {
                UnsupportedInException(argument.Value);
            }

            Write(argument.Value, text);
            separator = ", ";
        }
    }

    /// <summary>What an exception is told.</summary>
    private void Write(IOperation operation, StatementText text)
    {
        if (operation.ConstantValue is { HasValue: true, Value: string or char or null })
        {
            WriteConstant(operation.ConstantValue.Value, text);
            return;
        }

        if (operation is IInvocationOperation call && TextOf(call) is { } told)
        {
            (IOperation result, Frame frame) = told;
            state.Inside(frame, () => Write(result, text));
            return;
        }

        if (operation is IInvocationOperation { TargetMethod: { Name: "Format" or "Invariant", ContainingType: { Name: "String" or "FormattableString" } maker } } formatted
            && maker.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
        {
            text.Add($"{CSharpNames.FullName(maker)}.{formatted.TargetMethod.Name}(");
            WriteArguments(formatted.Arguments, text);
            text.Add(")");
            return;
        }

        if (TypeMap.Scalar(operation.Type) is not null || (ImmutableTypes.Of(operation.Type) is not null && !IsTextPutTogether(operation)))
        {
            text.Add(rooms.Expressions.Evaluate(operation));
            return;
        }

        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                Write(conversion.Operand, text);
                break;
            case IInterpolatedStringOperation interpolated:
                WriteInterpolated(interpolated, text);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                Write(sum.LeftOperand, text);
                text.Add(" + ");
                Write(sum.RightOperand, text);
                break;
            case IObjectCreationOperation inner:
                WriteCreation(inner, text);
                break;
            case ITupleOperation tuple:
                WriteTuple(tuple, text);
                break;
            default:
                UnsupportedInException(operation);
                break;
        }
    }

    /// <summary>For a call of a lambda that does nothing but put a text together, that text, and the frame for what it captures.</summary>
    private (IOperation Text, Frame Frame)? TextOf(IInvocationOperation call) =>
        call is { Type.SpecialType: SpecialType.System_String, TargetMethod.MethodKind: MethodKind.DelegateInvoke, Arguments.IsEmpty: true }
        && rooms.Functions.Called(call, state.Frame) is Closure { Symbol: { MethodKind: MethodKind.AnonymousFunction } lambda, Body.Operations: [IReturnOperation { ReturnedValue: { } text }] } made
            ? (text, new Frame(lambda, made.Scope, state.Block, state.NewVariable("returned", Ir.IrType.Bool), [], null))
            : null;

    private void WriteTuple(ITupleOperation tuple, StatementText text)
    {
        string before = "(";
        foreach (IOperation element in tuple.Elements)
        {
            text.Add(before);
            Write(element, text);
            before = ", ";
        }

        text.Add(")");
    }

    private static bool IsTextPutTogether(IOperation operation) =>
        operation is IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    private void WriteInterpolated(IInterpolatedStringOperation interpolated, StatementText text)
    {
        text.Add("$\"");
        foreach (IInterpolatedStringContentOperation part in interpolated.Parts)
        {
            Write(part, text);
        }

        text.Add("\"");
    }

    private void Write(IInterpolatedStringContentOperation part, StatementText text)
    {
        if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string plain } })
        {
            text.AddInterpolated(plain);
        }
        else if (part is IInterpolationOperation hole)
        {
            text.Add("{");
            Write(hole.Expression, text);
            text.Add(hole.Alignment?.ConstantValue is { HasValue: true, Value: { } width } ? $",{width}" : "");
            text.Add(hole.FormatString?.ConstantValue is { HasValue: true, Value: string format } ? $":{format}" : "");
            text.Add("}");
        }
        else
        {
            UnsupportedInException(part);
        }
    }

    /// <summary>A parameter of the differentiated method, which generated methods have as well, is named by <c>nameof</c>.</summary>
    private void WriteConstant(object? value, StatementText text)
    {
        bool isParameter = value is string name && state.Translation.Root.Parameters.Any(parameter => parameter.Name == name);
        if (isParameter)
        {
            text.Add($"nameof({CSharpNames.Identifier((string)value!)})");
        }
        else
        {
            text.AddLiteral(value);
        }
    }

    private void UnsupportedInException(IOperation operation)
    {
        faults.ReportUnsupported(
            operation.Syntax, $"'{Faults.FirstLine(operation.Syntax)}' in an exception", "Tell it constants, 'nameof', numbers and interpolated strings");
        state.Unknown();
    }
}
