using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.Generator.Frontend;

/// <summary>What the user would call an operation that is not supported, where it is, and what to do instead.</summary>
internal static class Construct
{
    private const string KeepOutside = "Do it in a method that calls this one";

    private const string EitherInItsBranch = "Use 'if' and work on either buffer in its branch";

    public static (SourceSpan At, string What, string Advice) Describe(IOperation operation)
    {
        (string what, string advice) = Words(operation);
        SyntaxNode syntax = operation.Syntax;
        SourceSpan at = syntax is StatementSyntax and not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax)
            ? SourceSpan.Of(syntax.GetFirstToken())
            : SourceSpan.Of(syntax);
        return (at, what, advice);
    }

    private static (string What, string Advice) Words(IOperation operation) => operation switch
    {
        ITryOperation => ("A 'try' statement", KeepOutside),
        ILockOperation => ("A 'lock' statement", KeepOutside),
        IUsingOperation or IUsingDeclarationOperation => ("A 'using' statement", KeepOutside),
        IThrowOperation => ("A 'throw' in this place", "Throw in a statement of its own, or in an arm of '?:' or 'switch'"),
        IAnonymousFunctionOperation or IDelegateCreationOperation =>
            ("A lambda or delegate that is neither called, given to a local nor passed to a method of this project", "Do one of these"),
        IBranchOperation => ("A 'goto'", "Use 'if', loops, 'break' and 'continue'"),
        ILabeledOperation => ("A label", "Use 'if', loops, 'break' and 'continue'"),
        IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => ("An iterator", "Write the elements to a 'Span' parameter"),
        IAwaitOperation => ("An 'await'", KeepOutside),
        IForEachLoopOperation { LoopControlVariable: not IVariableDeclaratorOperation } => ("A 'foreach' that takes its elements apart in this way", "Take the whole element, and take it apart in a statement of its own"),
        IForEachLoopOperation each => ($"A 'foreach' over a value of type '{TypeOf(OperationTree.Strip(each.Collection)!)}' in this way", "Use a 'for' loop"),
        IInterpolatedStringOperation => ("A string", KeepOutside),
        IArrayCreationOperation => ("An array of other elements than numbers and structures, or with a length that is no 'int'", "Use 'double[,]' or one flat array: a[i * columns + j]"),
        IObjectCreationOperation or IAnonymousObjectCreationOperation or ITypeParameterObjectCreationOperation =>
            ($"Creating an object of type '{TypeOf(operation)}'", "Use numbers, arrays and spans"),
        ICollectionExpressionOperation => ("A collection expression of another type than an array or span of numbers or structures, or with a spread of anything else", "List the elements"),
        IInstanceReferenceOperation => ("'this'", "Pass what is needed as a parameter"),
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation =>
            ("A dynamic operation", "Use static types"),
        ISlicePatternOperation or { Parent: ISlicePatternOperation } => ("A pattern for a part of a span or array", "Take the part with [..] and match that"),
        IPatternOperation => ($"The pattern '{FirstLine(operation.Syntax)}'", "Compare numbers, 'bool', enums, tuples of these, lengths and elements"),
        IPropertySubpatternOperation => ($"The pattern '{FirstLine(operation.Syntax)}'", "Match the 'Length' of a span or array, or the components of a tuple"),
        ICoalesceOperation or ICoalesceAssignmentOperation => ("The operator '??'", "Use values that cannot be null: 'bool hasScale' beside 'double scale'"),
        IIsTypeOperation => ("A test of a type", "Use static types"),
        IPropertyReferenceOperation property => ($"The property '{CSharpNames.Short(property.Property)}'", "Pass its value as a parameter"),
        IFieldReferenceOperation field => ($"The field '{CSharpNames.Short(field.Field)}'", "Pass its value as a parameter"),
        IAddressOfOperation or { Syntax: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } } =>
            ("A pointer", "Use spans"),
        { Syntax: FixedStatementSyntax or UnsafeStatementSyntax or PointerTypeSyntax } => ("Unsafe code", "Use spans"),
        { Syntax: CheckedStatementSyntax } => ("A 'checked' or 'unchecked' statement", "Generated code has the project's overflow checking: remove it"),
        IVariableDeclarationGroupOperation => ("A 'using' declaration", KeepOutside),
        IConversionOperation conversion => ($"The conversion from '{TypeOf(conversion.Operand)}' to '{TypeOf(conversion)}'", "Use numbers, enums, arrays and spans"),
        IBinaryOperation binary => ($"The operator of '{binary.Syntax}'", "Use the operators of numbers"),
        IConditionalOperation when IsMemory(operation.Type) => ("Choosing between buffers with '?:'", EitherInItsBranch),
        ISwitchExpressionOperation when IsMemory(operation.Type) => ("Choosing between buffers with 'switch'", EitherInItsBranch),
        { Type: { } type } when TypeMap.Find(type) is null => ($"A value of type '{CSharpNames.Short(type)}'", "Use numbers, 'bool', enums, and arrays or spans of numbers"),
        _ => ($"'{FirstLine(operation.Syntax)}'", "Write it with arithmetic, 'if', loops, element access and calls"),
    };

    private static bool IsMemory(ITypeSymbol? type) =>
        type is IArrayTypeSymbol || (type is not null && TypeMap.IsSpan(type)) || MatrixView.Of(type) is not null;

    private static string TypeOf(IOperation operation) => operation.Type is { } type ? CSharpNames.Short(type) : "?";

    private static string FirstLine(SyntaxNode syntax)
    {
        string text = syntax.ToString();
        int end = text.IndexOfAny(['\r', '\n']);
        return end < 0 ? text : text.Substring(0, end) + " …";
    }
}
