using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StaticAd.Generator.Frontend;

/// <summary>What delegates and local functions are, and what may run where they are mentioned.</summary>
internal sealed class Functions(BodyState state, Faults faults)
{
    private readonly Dictionary<IMethodSymbol, ILocalFunctionOperation> _localFunctions = new(SymbolEqualityComparer.Default);

    /// <summary><c>Func&lt;double, double&gt; f = …</c>: the variable is another name for the function.</summary>
    public void Declare(IVariableDeclaratorOperation declarator)
    {
        IOperation? value = declarator.GetVariableInitializer()?.Value;
        if (value is not null && FunctionOf(value, state.Frame) is { } function)
        {
            state.Frame.Add(declarator.Symbol, function);
            return;
        }

        faults.Silence(declarator.Symbol);
        faults.ReportUnsupported(
            (value ?? declarator).Syntax,
            $"The delegate '{declarator.Symbol.Name}', which is not a lambda or method where it is declared,",
            "Give it one lambda or method there, or choose between calls with 'if'");
    }

    public void DeclareLocalFunctions(IOperation root)
    {
        foreach (ILocalFunctionOperation function in root.Descendants().OfType<ILocalFunctionOperation>())
        {
            _localFunctions[function.Symbol] = function;
        }
    }

    public static bool IsDelegate(ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate };

    /// <summary>What a delegate expression is: a lambda, a method, or a variable that is known to be one; null for anything else.</summary>
    public Function? FunctionOf(IOperation operation, Frame frame) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => FunctionOf(conversion.Operand, frame),
        IParenthesizedOperation parenthesized => FunctionOf(parenthesized.Operand, frame),
        IDelegateCreationOperation creation => FunctionOf(creation.Target, frame),
        IAnonymousFunctionOperation lambda => new Closure(lambda.Symbol, lambda.Body, frame),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } => LocalFunction(local, frame),
        IMethodReferenceOperation { Method.IsStatic: true } reference => new NamedMethod(reference.Method),
        ILocalReferenceOperation local => frame.Function(local.Local),
        IParameterReferenceOperation parameter => frame.Function(parameter.Parameter),
        _ => null,
    };

    private Closure? LocalFunction(IMethodSymbol symbol, Frame frame) =>
        _localFunctions.TryGetValue(symbol.OriginalDefinition, out ILocalFunctionOperation function)
        && function.Body is { } body
        && frame.Declaring(symbol.OriginalDefinition) is { } scope
            ? new Closure(symbol, body, scope)
            : null;

    /// <summary>What a call calls; null where its delegate is not known.</summary>
    public Function? Called(IInvocationOperation call, Frame frame) => call.TargetMethod.MethodKind switch
    {
        MethodKind.DelegateInvoke => call.Instance is { } instance ? FunctionOf(instance, frame) : null,
        MethodKind.LocalFunction => LocalFunction(call.TargetMethod, frame),
        _ => new NamedMethod(ConstrainedMembers.Of(call)),
    };

    /// <summary>
    /// The parts with the bodies of all functions that they mention, each with the frame in which its symbols are to be looked
    /// up: what may run when the parts do.
    /// </summary>
    public IEnumerable<(IOperation Part, Frame Frame)> Reached(IEnumerable<IOperation> parts)
    {
        var reached = new HashSet<(IOperation Part, Frame Frame)>();
        var open = new Queue<(IOperation Part, Frame Frame)>(parts.Select(part => (part, state.Frame)));
        while (open.Count > 0)
        {
            (IOperation part, Frame frame) = open.Dequeue();
            if (!reached.Add((part, frame)))
            {
                continue;
            }

            yield return (part, frame);
            foreach (Closure mentioned in part.DescendantsAndSelf().Select(operation => Mentioned(operation, frame)).OfType<Closure>())
            {
                open.Enqueue((mentioned.Body, mentioned.Scope));
            }
        }
    }

    private Function? Mentioned(IOperation operation, Frame frame) => operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call => Called(call, frame),
        IMethodReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation => FunctionOf(operation, frame),
        _ => null,
    };

    public Func<ISymbol, bool> AssignedSymbols(IOperation[] parts)
    {
        var symbols = new HashSet<ISymbol>(Reached(parts).SelectMany(reached => LoopScan.Assigned([reached.Part])), SymbolEqualityComparer.Default);
        HashSet<Variable> variables = Assigned(parts);
        return symbol => symbols.Contains(symbol) || state.Frame.Find(symbol)?.Any(variables.Contains) is true;
    }

    public HashSet<Variable> Assigned(IEnumerable<IOperation> parts) =>
    [
        .. Reached(parts).SelectMany(reached => LoopScan.Assigned([reached.Part]).SelectMany(symbol => reached.Frame.Find(symbol) ?? [])),
    ];

    public SyntaxNode? FirstAssignment(IEnumerable<IOperation> parts, Variable variable) => Reached(parts)
        .Select(reached => LoopScan.FirstAssignment(reached.Part, symbol => reached.Frame.Find(symbol)?.Contains(variable) is true))
        .FirstOrDefault(syntax => syntax is not null);
}
