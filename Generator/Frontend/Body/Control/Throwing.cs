using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>Whether code does nothing but throw.</summary>
internal static class Throwing
{
    /// <summary>The <c>throw</c> that a statement or an expression is; null if it is none.</summary>
    public static IThrowOperation? Thrown(IOperation? operation) => operation switch
    {
        IThrowOperation @throw => @throw,
        IExpressionStatementOperation statement => Thrown(statement.Operation),
        IConversionOperation { IsImplicit: true } conversion => Thrown(conversion.Operand),
        _ => null,
    };

    /// <summary>Whether a statement does nothing but throw an exception, after it has perhaps computed what that says.</summary>
    public static bool Ends(params IReadOnlyList<IOperation> statements) =>
        statements.Count > 0 && Thrown(statements[statements.Count - 1]) is not null
        && !LoopScan.Returns(statements)
        && !statements.Any(statement => statement.DescendantsAndSelf().Any(part => part is IBranchOperation));
}
