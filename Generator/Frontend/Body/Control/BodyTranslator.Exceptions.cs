using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Exceptions that the method throws: generated code throws them as well, before it writes a derivative.</summary>
internal sealed partial class BodyTranslator
{
    /// <summary>Whether a statement does nothing but throw an exception, after it has perhaps computed what that says.</summary>
    private static bool EndsInThrow(params IReadOnlyList<IOperation> statements) =>
        statements.Count > 0 && Thrown(statements[statements.Count - 1]) is not null
        && !LoopScan.Returns(statements)
        && !statements.Any(statement => statement.DescendantsAndSelf().Any(part => part is IBranchOperation));

    /// <summary>The <c>throw</c> that a statement or an expression is; null if it is none.</summary>
    private static IThrowOperation? Thrown(IOperation? operation) => operation switch
    {
        IThrowOperation @throw => @throw,
        IExpressionStatementOperation statement => Thrown(statement.Operation),
        IConversionOperation { IsImplicit: true } conversion => Thrown(conversion.Operand),
        _ => null,
    };

    /// <summary>Where the condition holds, the statement throws; what follows needs no branch.</summary>
    private void ThrowIf(Value condition, IOperation statement) => ThrowIf(condition, () => Run([.. Flatten(statement)]));

    private void ThrowIf(Value condition, Func<Exits> run)
    {
        bool isNever = _block.Operations.LastOrDefault() is Constant { Number: 0 } constant && constant.Result.Id == condition.Id;
        if (isNever)
        {
            return;
        }

        Branch branch = Begin();
        Within(branch, run);
        if (!UnknownType.Is(condition))
        {
            _block.Append(new If([], condition, branch.Block.Finish([]), _block.Nested().Finish([])));
        }
    }

    private Value Not(Value condition) => Compute(Opcode.Not, IrType.Bool, null, condition);

    private Exits Throw(IThrowOperation @throw)
    {
        var text = new StatementText();
        text.Add("throw ");
        if (Strip(@throw.Exception) is IObjectCreationOperation creation)
        {
            WriteCreation(creation, text);
            _block.Append(text.Finish(always: true));
        }
        else
        {
            ReportUnsupported((@throw.Exception ?? @throw).Syntax, "Throwing an exception that is not made here", "Write 'throw new …'");
            Unknown();
        }

        return Exits.Thrown;
    }

    private static IOperation? Strip(IOperation? operation) =>
        operation is IConversionOperation { OperatorMethod: null } conversion ? Strip(conversion.Operand) : operation;

    private void WriteCreation(IObjectCreationOperation creation, StatementText text)
    {
        var type = (INamedTypeSymbol)creation.Type!;
        if (creation.Initializer is not null || creation.Constructor is null)
        {
            UnsupportedInException(creation);
            return;
        }

        if (!_translation.Compilation.IsSymbolAccessibleWithin(creation.Constructor, _translation.Home))
        {
            Report(Descriptors.Inaccessible, creation.Syntax, CSharpNames.Short(type), CSharpNames.Short(_translation.Home));
            return;
        }

        text.Add($"new {CSharpNames.TypeName(type, _translation.Home)}(");
        WriteArguments(creation.Arguments, text);
        text.Add(")");
    }

    private void WriteArguments(IEnumerable<IArgumentOperation> arguments, StatementText text)
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

        if (TypeMap.Scalar(operation.Type) is not null)
        {
            text.Add(Evaluate(operation));
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
            default:
                UnsupportedInException(operation);
                break;
        }
    }

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
        bool isParameter = value is string name && _translation.Root.Parameters.Any(parameter => parameter.Name == name);
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
        ReportUnsupported(
            operation.Syntax, $"'{FirstLine(operation.Syntax)}' in an exception", "Tell it constants, 'nameof', numbers and interpolated strings");
        Unknown();
    }

    /// <summary>A call such as <c>ArgumentOutOfRangeException.ThrowIfNegative(n)</c>.</summary>
    private void Guard(IInvocationOperation call)
    {
        if (call.TargetMethod.Name == "ThrowIfNull" && ObjectOf(call.Arguments[0].Value) is { } path)
        {
            var named = new StatementText();
            named.Add($"{CSharpNames.TypeName(call.TargetMethod.ContainingType, _translation.Home)}.ThrowIfNull({path.Text})");
            _block.Append(named.Finish(always: false));
            return;
        }

        // An array that is null is found out before; an assertion does nothing but fail.
        if (call.TargetMethod.Name is "ThrowIfNull" or "Assert" && LoopScan.Assigned([call]).Count == 0)
        {
            return;
        }

        var text = new StatementText();
        text.Add($"{CSharpNames.TypeName(call.TargetMethod.ContainingType, _translation.Home)}.{call.TargetMethod.Name}(");
        WriteArguments(call.Arguments, text);
        text.Add(")");
        Throw check = text.Finish(always: false);
        if (!check.Arguments.Any(UnknownType.Is))
        {
            _block.Append(check);
        }
    }
}
