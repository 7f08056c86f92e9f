using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Frontend;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator;

/// <summary>What the front end says of one method.</summary>
/// <param name="Model">Null if there is an error, or if the method is not valid C#.</param>
internal sealed record CheckResult(MethodModel? Model, EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>For a method that is not valid C#: the compiler speaks, we do not.</summary>
    public static readonly CheckResult Silent = new(null, []);
}

/// <summary>The two halves of the compiler, for its two hosts.</summary>
internal static class DerivativeCompiler
{
    /// <summary>Everything that can be wrong with a method marked <c>[Differentiable]</c>, or its model.</summary>
    public static CheckResult Check(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            return MarkedMethod.Check(method, compilation, cancellation).Result;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new CheckResult(null, [InternalError(method, fault)]);
        }
    }

    /// <summary>What is wrong with the rules that a method declares with <c>[DerivativeOf]</c>.</summary>
    public static IReadOnlyList<DiagnosticInfo> CheckRules(IMethodSymbol rule, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            return [.. RuleIndex.Of(compilation, cancellation).Check(rule)];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return [InternalError(rule, fault)];
        }
    }

    internal static DiagnosticInfo InternalError(IMethodSymbol method, Exception fault)
    {
        string what = $"{fault.GetType().Name}: {fault.Message}".Replace("\r", "").Replace("\n", " ");
        return new DiagnosticInfo(
            Descriptors.InternalError.Id, [CSharpNames.Short(method), what], SourceSpan.Of(method.Locations[0]), []);
    }
}
