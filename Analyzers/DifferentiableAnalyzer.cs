using System.Collections.Concurrent;
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
        context.RegisterCompilationStartAction(static start =>
        {
            var said = new Said(start.Compilation);
            start.RegisterSymbolAction(
                method => said.Check((IMethodSymbol)method.Symbol, method.ReportDiagnostic, method.CancellationToken), SymbolKind.Method);
            start.RegisterSyntaxNodeAction(
                function =>
                {
                    if (function.SemanticModel.GetDeclaredSymbol(function.Node, function.CancellationToken) is IMethodSymbol symbol)
                    {
                        said.Check(symbol, function.ReportDiagnostic, function.CancellationToken);
                    }
                },
                SyntaxKind.LocalFunctionStatement);
        });
    }

    /// <summary>What has been said of one compilation: a remark in a helper is said once, however many marked methods call it.</summary>
    private sealed class Said(Compilation compilation)
    {
        private readonly ConcurrentDictionary<DiagnosticInfo, bool> _all = new();

        public void Check(IMethodSymbol method, Action<Diagnostic> report, CancellationToken cancellation)
        {
            foreach (DiagnosticInfo diagnostic in DerivativeCompiler.Diagnose(method, compilation, cancellation))
            {
                if (_all.TryAdd(diagnostic, true))
                {
                    report(diagnostic.ToDiagnostic(compilation));
                }
            }
        }
    }
}
