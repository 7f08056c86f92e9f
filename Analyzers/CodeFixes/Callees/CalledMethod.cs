using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.CodeFixes;

/// <summary>What the call that is diagnosed calls.</summary>
internal static class CalledMethod
{
    public static IMethodSymbol? At(Fault fault) =>
        fault.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            ? fault.Model.GetSymbolInfo(call, fault.Cancellation).Symbol as IMethodSymbol
            : null;
}
