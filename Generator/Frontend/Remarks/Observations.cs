using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Notes, as a body is translated, what its programmer may not have meant.</summary>
internal sealed class Observations(BodyState state, Branches branches)
{
    /// <summary>A number made of another, which may be a quotient of integers.</summary>
    public Value Converted(IOperation operation, Value converted)
    {
        if (operation is IConversionOperation { IsImplicit: true } conversion && TypeMap.Scalar(conversion.Type) is ScalarType { IsFloating: true }
            && conversion.Operand is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } division
            && TypeMap.Scalar(division.Type) is ScalarType { IsInteger: true } && DropsRemainder(division))
        {
            string type = conversion.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            Note(Descriptors.IntegerDivision, division, [], converted, Text(division), type, Operand(division.LeftOperand));
        }

        return converted;
    }

    /// <summary>An integer made of a number with a derivative.</summary>
    public Value Cast(IConversionOperation conversion, Value operand, Value converted)
    {
        if (operand.Type.IsDifferentiable && converted.Type is ScalarType { IsInteger: true })
        {
            Note(Descriptors.TruncatingCast, conversion, [operand], converted, Text(conversion), Text(conversion.Operand));
        }

        return converted;
    }

    public Value Call(IInvocationOperation call, string function, IReadOnlyList<Value> arguments, Value result)
    {
        if (arguments.Count == 0 || !arguments[0].Type.IsDifferentiable)
        {
            return result;
        }

        string text = Text(call), first = Text(call.Arguments[0].Value);
        if (FunctionTraits.IsPiecewiseConstant(function))
        {
            Note(Descriptors.ZeroDerivative, call, [arguments[0]], result, text, first);
        }
        else if (FunctionTraits.Kink(function) is { } convention)
        {
            Note(Descriptors.KinkConvention, call, arguments, result, $"'{text}' {convention}");
        }
        else if (FunctionTraits.HasEdgeAtZero(function) || (function == "Pow" && HasEdgeAtZero(arguments[1])))
        {
            Note(Remark(Descriptors.DomainEdge, call, [arguments[0]], result, text, first) with { Edge = arguments[0] }, call);
        }

        return result;
    }

    /// <summary>A test whether two numbers are equal.</summary>
    public Value Compared(IBinaryOperation test, Opcode comparison, Value left, Value right, Value result) =>
        Compared(test, Text(test), test.LeftOperand.ConstantValue.HasValue ? test.RightOperand : test.LeftOperand, comparison, left, right, result);

    private Value Compared(IOperation test, string text, IOperation subject, Opcode comparison, Value left, Value right, Value result)
    {
        if (comparison is Opcode.Equal or Opcode.NotEqual && left.Type.IsDifferentiable && left.Id != right.Id)
        {
            Value? guarded = branches.NumberOf(right) == 0 ? left : branches.NumberOf(left) == 0 ? right : null;
            Note(Remark(Descriptors.EqualityBranch, test, [left, right], null, text, Text(subject)) with { Guarded = guarded }, test);
        }

        return result;
    }

    /// <summary>A test in a pattern or a <c>case</c> whether a number is equal to a constant.</summary>
    public Value Matched(IOperation pattern, Value number, Value constant, Value result)
    {
        IOperation subject = OperationTree.Ancestors(pattern).Select(around => around switch
        {
            IIsPatternOperation match => match.Value,
            ISwitchExpressionOperation choice => choice.Value,
            ISwitchOperation statement => statement.Value,
            _ => null,
        }).FirstOrDefault(value => value is not null) ?? pattern;
        return Compared(pattern, $"{Text(subject)} is {Text(pattern)}", subject, Opcode.Equal, number, constant, result);
    }

    /// <summary>An object that generated code makes each time.</summary>
    public void Allocation(IOperation operation) => Note(Descriptors.ManagedAllocation, operation, [], null, Text(operation));

    /// <summary>A loop that has just been translated and runs as long as its condition holds.</summary>
    public void Unbounded(ILoopOperation loop)
    {
        if (!LoopBound.Has(loop) && state.Block.Operations.OfType<While>().LastOrDefault() is { } translated)
        {
            Value[] inside = [.. translated.Regions.SelectMany(region => region.AllOperations()).SelectMany(operation => operation.Results).Concat(translated.Regions.SelectMany(region => region.Parameters))];
            Remark remark = new(new DiagnosticInfo(Descriptors.UnboundedTape.Id, [], SourceSpan.Of(LoopBound.Keyword(loop)), []), [], null) { Loop = inside.ToEquatableArray() };
            Note(remark, loop);
        }
    }

    // With the exponent 1 or more there is no edge, with 0 the power is 1.
    private bool HasEdgeAtZero(Value exponent) => branches.NumberOf(exponent) is not { } number || (number < 1 && number != 0);

    private static bool DropsRemainder(IBinaryOperation division)
    {
        if (division.LeftOperand.ConstantValue is not { HasValue: true, Value: { } dividend } || division.RightOperand.ConstantValue is not { HasValue: true, Value: { } divisor })
        {
            return true;
        }

        decimal exact = Convert.ToDecimal(dividend, null) / Convert.ToDecimal(divisor, null);
        return exact != decimal.Truncate(exact);
    }

    private void Note(DiagnosticDescriptor descriptor, IOperation at, IEnumerable<Value> subjects, Value? result, params string[] arguments) =>
        Note(Remark(descriptor, at, subjects, result, arguments), at);

    private void Note(Remark remark, IOperation at)
    {
        // A framework member's surrogate is ours, not the user's.
        bool isOfUser = state.Translation.Compilation.ContainsSyntaxTree(at.Syntax.SyntaxTree);
        if (isOfUser && (remark.Result is null || !UnknownType.Is(remark.Result)) && !remark.Subjects.Any(UnknownType.Is))
        {
            state.Remarks.Add(remark);
        }
    }

    private static Remark Remark(DiagnosticDescriptor descriptor, IOperation at, IEnumerable<Value> subjects, Value? result, params string[] arguments) =>
        new(new DiagnosticInfo(descriptor.Id, arguments.ToEquatableArray(), SourceSpan.Of(at.Syntax), []), subjects.ToEquatableArray(), result);

    // As it stands there, with the parentheses that make it one operand.
    private static string Operand(IOperation operation) =>
        operation.Syntax.Parent is ParenthesizedExpressionSyntax parenthesized ? Faults.FirstLine(parenthesized) : Text(operation);

    private static string Text(IOperation operation)
    {
        SyntaxNode syntax = operation.Syntax;
        while (syntax is ParenthesizedExpressionSyntax { Expression: var inner })
        {
            syntax = inner;
        }

        return Faults.FirstLine(syntax);
    }
}
