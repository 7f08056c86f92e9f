using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticAd.Generator;
using StaticAd.Generator.Diagnostics;

namespace StaticAd.Analyzers;

/// <summary>Reports why a method marked <c>[Differentiable]</c> has no derivative, and what is wrong with a rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DifferentiableAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.All];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            static method => Check((IMethodSymbol)method.Symbol, method.Compilation, method.ReportDiagnostic, method.CancellationToken),
            SymbolKind.Method);
        context.RegisterSyntaxNodeAction(
            static function =>
            {
                if (function.SemanticModel.GetDeclaredSymbol(function.Node, function.CancellationToken) is IMethodSymbol symbol)
                {
                    Check(symbol, function.Compilation, function.ReportDiagnostic, function.CancellationToken);
                }
            },
            SyntaxKind.LocalFunctionStatement);
    }

    private static void Check(IMethodSymbol method, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellation)
    {
        CheckResult check = DerivativeCompiler.Check(method, compilation, cancellation);
        IEnumerable<DiagnosticInfo> found =
        [
            .. check.Diagnostics,
            .. check.Remarks,
            .. DerivativeCompiler.CheckRules(method, compilation, cancellation),
        ];
        foreach (DiagnosticInfo diagnostic in found)
        {
            report(diagnostic.ToDiagnostic(compilation));
        }
    }
}
