using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Frontend;

/// <summary>Which remarks matter: one walk through a program, each body once for each way in which it takes part in a derivative.</summary>
internal sealed class RemarkSearch(CalleeTable callees, TapeContents tape)
{
    private readonly CallGraph _graph = new(callees.Methods);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<DiagnosticInfo> _found = [];

    /// <summary>What is to be said of the marked method and of all that it calls, each thing once.</summary>
    public static IEnumerable<DiagnosticInfo> Of(IMethodSymbol method, MethodModel model, BodyResult body, CalleeTable callees)
    {
        PreparedMethod prepared = PreparedMethod.AheadOf(model);
        TapeContents tape = TapeContents.Of(SweepMembers.Forward(prepared));
        List<DiagnosticInfo> found = [.. Influence.Missing(method, prepared), .. new RemarkSearch(callees, tape).Of(prepared, body)];
        if (!tape.IsEmpty)
        {
            found.Add(new DiagnosticInfo(Descriptors.TapeSize.Id, [model.Family + "Forward", tape.Bytes], SourceSpan.Of(method.Locations[0]), []));
        }

        return found.Distinct();
    }

    private IReadOnlyList<DiagnosticInfo> Of(PreparedMethod prepared, BodyResult translated)
    {
        // Remarks name values of the body as it was translated.
        PreparedMethod method = prepared with { Body = translated.Whole };
        In(translated, method.ActiveInputs, method.ActiveOutputs, isRoot: true);
        return _found;
    }

    private void In(BodyResult translated, IEnumerable<Value> inputs, IEnumerable<Value> outputs, bool isRoot)
    {
        Block body = translated.Whole;
        Call[] calls = [.. body.AllOperations().OfType<Call>().Where(call => callees.Bodies.ContainsKey(call.Callee))];
        if (translated.Remarks.Count == 0 && calls.Length == 0)
        {
            return;
        }

        var memory = new Memory(body, new ProgramOrder(body), _graph);
        var varied = new Activity(body, memory, _graph, inputs, []);
        var used = new Activity(body, memory, _graph, [], outputs, followed: Dependence.OfNumbers);
        var zeros = new Lazy<ZeroReach>(() => new ZeroReach(body));
        _found.AddRange(translated.Remarks
            .Where(remark => (remark.Subjects.Count == 0 || remark.Subjects.Any(varied.IsVaried))
                && (remark.Result is null || used.IsUseful(remark.Result))
                && (remark.Edge is null || zeros.Value.IsUnguarded(remark.Edge, remark.Result!))
                && (remark.Loop is not { } loop || (isRoot ? loop.Any(IsRemembered) : tape.Pushed.Count > 0 && loop.Any(value => varied.IsVaried(value) && used.IsUseful(value))))
                && (remark.Guarded is null || !zeros.Value.Contains(remark.Guarded)))
            .Select(remark => remark.Diagnostic));
        foreach (Call call in calls)
        {
            Inside(call, varied, used);
        }
    }

    private bool IsRemembered(Value value) => tape.Pushed.Contains(value.Id);

    private void Inside(Call call, Activity varied, Activity used)
    {
        (Parameter Parameter, Value Argument)[] pairs = [.. _graph.Arguments(call)];
        BodyResult callee = callees.Bodies[call.Callee];
        Value[] inputs = [.. pairs.Where(pair => varied.IsVaried(pair.Argument)).Select(pair => pair.Parameter.Value!)];
        Value[] outputs =
        [
            .. callee.Whole.Yields.Where((_, i) => used.IsUseful(call.Outputs[i])),
            .. pairs.Where(pair => pair.Parameter.IsWritableSpan && used.IsUseful(pair.Argument)).Select(pair => pair.Parameter.Value!),
        ];
        if (_seen.Add($"{call.Callee} {string.Join(",", inputs.Select(value => value.Id))} {string.Join(",", outputs.Select(value => value.Id))}"))
        {
            In(callee, inputs, outputs, isRoot: false);
        }
    }
}
