using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// What is said of the body. One fault is said once, at the marked method's own text: one in a helper that is translated in place, at
/// its call.
/// </summary>
internal sealed class Faults(BodyState state)
{
    private readonly List<DiagnosticInfo> _all = [];

    /// <summary>Variables of a delegate or class type for which it has been reported that nothing is known of them.</summary>
    private readonly HashSet<ISymbol> _silenced = new(SymbolEqualityComparer.Default);

    public IReadOnlyList<DiagnosticInfo> All => _all;

    public void Report(DiagnosticDescriptor descriptor, SyntaxNode at, params IEnumerable<string> arguments) =>
        Report(descriptor, SourceSpan.Of(at), arguments);

    private void Report(DiagnosticDescriptor descriptor, SourceSpan at, params IEnumerable<string> arguments) =>
        Add(new DiagnosticInfo(descriptor.Id, arguments.ToEquatableArray(), at, []));

    public void ReportUnsupported(SyntaxNode at, string what, string advice) =>
        Report(Descriptors.UnsupportedConstruct, at, what, advice);

    public void ReportUnsupported(SyntaxToken at, string what, string advice) =>
        Report(Descriptors.UnsupportedConstruct, SourceSpan.Of(at), what, advice);

    /// <summary>Reports what is not supported, unless what it works on has been reported already.</summary>
    public Value Unsupported(IOperation operation)
    {
        if (!UsesReported(operation))
        {
            (SourceSpan at, string what, string advice) = Construct.Describe(operation);
            Report(Descriptors.UnsupportedConstruct, at, what, advice);
        }

        return state.Unknown();
    }

    public void ReportFault(SyntaxNode at, IMethodSymbol method, IReadOnlyList<DiagnosticInfo> faults) =>
        Add(FaultInCallee(at, method, faults));

    public void ReportNoDerivative(IInvocationOperation call, IMethodSymbol method, string reason)
    {
        if (!UsesReported(call))
        {
            string type = CSharpNames.Short(method.ContainingType);
            Report(Descriptors.CallWithoutDerivative, call.Syntax, CSharpNames.Short(method), reason, type, method.Name);
        }
    }

    /// <summary>Of a function that stands inside itself several times, its first call says why it cannot.</summary>
    /// <param name="cycle">The functions through which it calls itself.</param>
    public void ReportRecursion(IOperation use, Function function, IEnumerable<Function> cycle)
    {
        var reason = new DiagnosticInfo(
            Descriptors.Recursion.Id, [NameOf(function), string.Join(" → ", cycle.Select(NameOf))], SourceSpan.Of(use.Syntax), []);
        CallSite? first = null;
        for (CallSite? site = state.Frame.CalledAt; site is not null; site = site.Caller.CalledAt)
        {
            first = new NamedMethod(site.Callee).Equals(function) ? site : first;
        }

        AddOnce(first is null ? AtCalls(reason, state.Frame) : AtCalls(FaultInCallee(first.Syntax, first.Callee, [reason]), first.Caller));

        static string NameOf(Function open) => open.Symbol.Name.Length > 0 ? CSharpNames.Short(open.Symbol) : "a lambda";
    }

    /// <summary>A fault in a helper that is translated in place is one at its call.</summary>
    private void Add(DiagnosticInfo diagnostic) => AddOnce(AtCalls(diagnostic, state.Frame));

    private void AddOnce(DiagnosticInfo diagnostic)
    {
        if (!_all.Contains(diagnostic))
        {
            _all.Add(diagnostic);
        }
    }

    /// <summary>A fault inside functions that are translated in place, as one at the outermost call.</summary>
    private static DiagnosticInfo AtCalls(DiagnosticInfo diagnostic, Frame inside)
    {
        for (Frame frame = inside; frame.CalledAt is { } site; frame = site.Caller)
        {
            diagnostic = FaultInCallee(site.Syntax, site.Callee, [diagnostic]);
        }

        return diagnostic;
    }

    /// <summary>What to make of a fault that is found in the called method later.</summary>
    public Func<DiagnosticInfo, DiagnosticInfo> AtCall(SyntaxNode at, IMethodSymbol method)
    {
        Frame frame = state.Frame;
        return fault => AtCalls(FaultInCallee(at, method, [fault]), frame);
    }

    /// <summary>What to say if a store turns out to put an active value where there is a place for none.</summary>
    public Func<string, DiagnosticInfo> StoresActive(SyntaxNode at)
    {
        Frame frame = state.Frame;
        return passive => AtCalls(ActiveInPassive(at, $"'{passive}' is marked [NoDerivative], but what is stored in it here", "Store Ad.StopGradient of it, or remove [NoDerivative]"), frame);
    }

    /// <summary>What to say if an operand of something that has no derivative turns out to be active.</summary>
    public Func<string, DiagnosticInfo> TakesActive(SyntaxNode at)
    {
        Frame frame = state.Frame;
        return expression => AtCalls(ActiveInPassive(at, $"'{expression}' has no derivative, but what goes into it here", "Compute with numbers that have one, or pass Ad.StopGradient of it"), frame);
    }

    private static DiagnosticInfo ActiveInPassive(SyntaxNode at, string what, string advice) => new(Descriptors.ActiveInPassive.Id, [what, advice], SourceSpan.Of(at), []);

    private static DiagnosticInfo FaultInCallee(SyntaxNode at, IMethodSymbol method, IReadOnlyList<DiagnosticInfo> faults) => new(
        Descriptors.FaultInCallee.Id,
        [CSharpNames.Short(method), Reason(CSharpNames.Short(method), faults[0].Message)],
        SourceSpan.Of(at),
        faults.SelectMany(fault => new[] { fault.Location }.Concat(fault.AdditionalLocations)).Distinct().ToEquatableArray())
    {
        Cause = faults[0].Cause ?? faults[0],
    };

    /// <summary>Of a method that calls itself, its innermost call says why.</summary>
    private static string Reason(string method, string message)
    {
        string own = string.Format(CultureInfo.InvariantCulture, Descriptors.FaultInCallee.MessageFormat.ToString(), method, "");
        int last = message.LastIndexOf(own, StringComparison.Ordinal);
        return last < 0 ? message : message.Substring(last + own.Length);
    }

    /// <summary>Whether the operation works on a variable whose type or value has been reported: one fault, one diagnostic.</summary>
    public bool UsesReported(IOperation operation) => operation.DescendantsAndSelf()
        .Select(part => part switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => (ISymbol?)null,
        })
        .Any(symbol => symbol is not null && (_silenced.Contains(symbol) || (state.Frame.Find(symbol)?.Any(IsReported) is true)));

    private bool IsReported(Variable variable) => variable.Type is UnknownType || state.Environment[variable] is { Type: UnknownType };

    /// <summary>Nothing is said any more of what uses the variable, of which it has been or is being reported that nothing is known of it.</summary>
    /// <returns>Whether this is new.</returns>
    public bool Silence(ISymbol variable) => _silenced.Add(variable);

    /// <summary>Whether it has been reported that something calls itself.</summary>
    public bool HasRecursion => _all.Any(diagnostic => diagnostic.Id == Descriptors.Recursion.Id);

    /// <summary>What a message quotes of a longer text.</summary>
    public static string FirstLine(SyntaxNode syntax) => syntax.ToString().Split('\r', '\n')[0];
}
