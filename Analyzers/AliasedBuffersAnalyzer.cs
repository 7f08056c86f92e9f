using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Frontend;

namespace StaticAd.Analyzers;

/// <summary>Reports calls of generated methods that pass the memory to be written for another parameter too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AliasedBuffersAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.AliasedBuffers];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Check, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!GeneratedNames.IsGenerated(call.TargetMethod.OriginalDefinition))
        {
            return;
        }

        (IArgumentOperation Argument, ISymbol Memory)[] arguments =
        [
            .. from argument in call.Arguments
               let memory = MemoryOf(argument)
               where memory is not null
               select (argument, memory),
        ];
        for (int i = 0; i < arguments.Length; i++)
        {
            for (int earlier = 0; earlier < i; earlier++)
            {
                if (Overlap(arguments[earlier], arguments[i]))
                {
                    context.ReportDiagnostic(Describe(arguments[earlier].Argument, arguments[i].Argument));
                    break;
                }
            }
        }
    }

    private static bool Overlap((IArgumentOperation Argument, ISymbol Memory) first, (IArgumentOperation Argument, ISymbol Memory) second) =>
        (IsWritten(first.Argument.Parameter!) || IsWritten(second.Argument.Parameter!))
        && SymbolEqualityComparer.Default.Equals(first.Memory, second.Memory);

    private static Diagnostic Describe(IArgumentOperation first, IArgumentOperation second)
    {
        IParameterSymbol written = IsWritten(second.Parameter!) ? second.Parameter! : first.Parameter!;
        return Diagnostic.Create(
            Descriptors.AliasedBuffers,
            second.Syntax.GetLocation(),
            second.Value.Syntax.ToString(),
            first.Parameter!.Name,
            second.Parameter!.Name,
            written.Name);
    }

    private static bool IsWritten(IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.Ref or RefKind.Out || parameter.Type is INamedTypeSymbol { Name: "Span", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The variable whose whole memory is passed; null for a part of it, and for numbers passed by value.</summary>
    private static ISymbol? MemoryOf(IArgumentOperation argument)
    {
        IParameterSymbol parameter = argument.Parameter!;
        bool isBuffer = parameter.Type is IArrayTypeSymbol or { IsRefLikeType: true };
        return isBuffer || parameter.RefKind is RefKind.Ref or RefKind.Out ? Variable(argument.Value) : null;
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Variable(conversion.Operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IInvocationOperation { TargetMethod.Name: "AsSpan", Arguments: [var whole] } => Variable(whole.Value),
        _ => null,
    };
}
