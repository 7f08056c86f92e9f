using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What is said at the call of a method that cannot be differentiated.</summary>
internal sealed partial class BodyTranslator
{
    /// <summary>Variables of a delegate or class type for which it has been reported that nothing is known of them.</summary>
    private readonly HashSet<ISymbol> _silenced = new(SymbolEqualityComparer.Default);

    private IReadOnlyList<DiagnosticInfo> All => _diagnostics;

    /// <summary>Nothing is said any more of what uses the variable, of which it has been or is being reported that nothing is known of it.</summary>
    /// <returns>Whether this is new.</returns>
    private bool Silence(ISymbol variable) => _silenced.Add(variable);

    /// <summary>Whether it has been reported that something calls itself.</summary>
    private bool HasRecursion => _diagnostics.Any(diagnostic => diagnostic.Id == Descriptors.Recursion.Id);

    private void ReportFault(SyntaxNode at, IMethodSymbol method, IReadOnlyList<DiagnosticInfo> faults) =>
        Add(FaultInCallee(at, method, faults));

    private Func<DiagnosticInfo, DiagnosticInfo> AtCall(SyntaxNode at, IMethodSymbol method)
    {
        Frame frame = _frame;
        return fault => AtCalls(FaultInCallee(at, method, [fault]), frame);
    }

    private static DiagnosticInfo FaultInCallee(SyntaxNode at, IMethodSymbol method, IReadOnlyList<DiagnosticInfo> faults) => new(
        Descriptors.FaultInCallee.Id,
        [CSharpNames.Short(method), Reason(CSharpNames.Short(method), faults[0].Message)],
        SourceSpan.Of(at),
        faults.SelectMany(fault => new[] { fault.Location }.Concat(fault.AdditionalLocations)).Distinct().ToEquatableArray());

    /// <summary>Of a method that calls itself, its innermost call says why.</summary>
    private static string Reason(string method, string message)
    {
        string own = string.Format(CultureInfo.InvariantCulture, Descriptors.FaultInCallee.MessageFormat.ToString(), method, "");
        int last = message.LastIndexOf(own, StringComparison.Ordinal);
        return last < 0 ? message : message.Substring(last + own.Length);
    }

    /// <summary>Of a function that stands inside itself several times, its first call says why it cannot.</summary>
    private void ReportRecursion(IOperation use, Function function)
    {
        string cycle = string.Join(" → ", _open.Skip(_open.LastIndexOf(function)).Append(function).Select(NameOf));
        var reason = new DiagnosticInfo(Descriptors.Recursion.Id, [NameOf(function), cycle], SourceSpan.Of(use.Syntax), []);
        CallSite? first = null;
        for (CallSite? site = _frame.CalledAt; site is not null; site = site.Caller.CalledAt)
        {
            first = new NamedMethod(site.Callee).Equals(function) ? site : first;
        }

        AddOnce(first is null ? AtCalls(reason, _frame) : AtCalls(FaultInCallee(first.Syntax, first.Callee, [reason]), first.Caller));

        static string NameOf(Function open) => open.Symbol.Name.Length > 0 ? CSharpNames.Short(open.Symbol) : "a lambda";
    }

    private void ReportNoDerivative(IInvocationOperation call, IMethodSymbol method, string reason)
    {
        if (!UsesReported(call))
        {
            string type = CSharpNames.Short(method.ContainingType);
            Report(Descriptors.CallWithoutDerivative, call.Syntax, CSharpNames.Short(method), reason, type, method.Name);
        }
    }

    /// <summary>After a reported call: its arguments may have faults of their own, and what it would have assigned is unknown.</summary>
    private Value[] Disregard(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
            {
                Assign(Located(argument.Value) ?? [Locate(argument.Value)], [], argument.Syntax);
            }
        }

        return [];
    }
}
