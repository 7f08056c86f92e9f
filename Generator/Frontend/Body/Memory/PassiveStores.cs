using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Where a body stores what must be passive: in fields, and memory, marked <c>[NoDerivative]</c>. Whether an active value gets there is
/// known when the whole program is.
/// </summary>
internal sealed class PassiveStores
{
    private readonly List<(Value Stored, DiagnosticInfo Fault)> _stores = [];
    private readonly HashSet<(int, string)> _noted = [];
    private readonly Dictionary<Operation, Func<string, DiagnosticInfo>> _writes = new(ByReference.Comparer);
    private readonly Dictionary<Operation, Func<DiagnosticInfo, DiagnosticInfo>> _calls = new(ByReference.Comparer);

    private readonly Dictionary<int, string> _memory = [];

    /// <summary>The body before anything is left out of it.</summary>
    public Block? Body { get; set; }

    /// <summary>A store in a variable that has no derivative; what is handed on from one such variable to another is noted once.</summary>
    public void Note(Value stored, string passive, Func<string, DiagnosticInfo> fault)
    {
        if (_noted.Add((stored.Id, passive)))
        {
            _stores.Add((stored, fault(passive)));
        }
    }

    /// <summary>Memory of the body's own that holds no active values.</summary>
    public void NoteMemory(Value buffer, string passive) => _memory.Add(buffer.Id, passive);

    public bool IsNoted(Value buffer) => _memory.ContainsKey(buffer.Id);

    /// <summary>A write of memory.</summary>
    /// <param name="fault">What to say, given the parameter whose memory is passive.</param>
    public void Note(Operation write, Func<string, DiagnosticInfo> fault) => _writes[write] = fault;

    /// <param name="inside">A fault in the called method, as one at its call.</param>
    public void Note(Call call, Func<string, DiagnosticInfo> fault, Func<DiagnosticInfo, DiagnosticInfo> inside)
    {
        _writes[call] = fault;
        _calls[call] = inside;
    }

    private bool IsEmpty => _stores.Count == 0 && _memory.Count == 0;

    /// <summary>The stores of active values in the marked method, to which the parameters belong, and in all that it calls.</summary>
    public IReadOnlyList<DiagnosticInfo> Faults(IEnumerable<Parameter> parameters, CalleeTable callees)
    {
        Parameter[] inputs = [.. parameters.Where(parameter => parameter.Value is not null)];
        Dictionary<int, string> passive = inputs
            .Where(parameter => parameter is { IsWritableSpan: true, IsActive: false, Type.IsDifferentiable: true })
            .ToDictionary(parameter => parameter.Value!.Id, parameter => parameter.Name);
        if (passive.Count == 0 && IsEmpty && callees.Bodies.Values.All(body => body.Stores!.IsEmpty))
        {
            return [];
        }

        var search = new Search(callees, new CallGraph(callees.Methods));
        IEnumerable<Value> varied = inputs.Where(parameter => parameter.CarriesDerivative).Select(parameter => parameter.Value!);
        return [.. search.In(this, varied, passive).Distinct()];
    }

    /// <summary>One walk through a program, each body once for each way in which its parameters are active.</summary>
    private sealed class Search(CalleeTable callees, CallGraph graph)
    {
        private readonly Dictionary<string, DiagnosticInfo[]> _known = new(StringComparer.Ordinal);

        public IEnumerable<DiagnosticInfo> In(PassiveStores stores, IEnumerable<Value> varied, IReadOnlyDictionary<int, string> handed)
        {
            Dictionary<int, string> passive = handed.Concat(stores._memory).ToDictionary(pair => pair.Key, pair => pair.Value);
            Block body = stores.Body!;
            var memory = new Memory(body, new ProgramOrder(body), graph);
            var activity = new Activity(body, memory, graph, varied, [], passive.Keys);
            IEnumerable<DiagnosticInfo> own = stores._stores.Where(store => activity.IsVaried(store.Stored)).Select(store => store.Fault);
            return own.Concat(body.AllOperations().SelectMany(operation => operation is Call call
                ? InCall(stores, call, activity, memory, passive)
                : InWrite(stores, operation, activity, memory, passive)));
        }

        private static IEnumerable<DiagnosticInfo> InWrite(
            PassiveStores stores, Operation operation, Activity activity, Memory memory, IReadOnlyDictionary<int, string> passive)
        {
            (Value Buffer, Value Source)? write = operation switch
            {
                Store store => (store.Buffer, store.Stored),
                Accumulate accumulate => (accumulate.Buffer, accumulate.Addend),
                Fill fill => (fill.Buffer, fill.Stored),
                Copy copy => (copy.Destination, copy.Source),
                _ => null,
            };
            return write is { } found && passive.TryGetValue(memory.Root(found.Buffer).Id, out string name) && activity.IsVaried(found.Source)
                && stores._writes.TryGetValue(operation, out Func<string, DiagnosticInfo> fault)
                ? [fault(name)]
                : [];
        }

        private IEnumerable<DiagnosticInfo> InCall(
            PassiveStores stores, Call call, Activity activity, Memory memory, IReadOnlyDictionary<int, string> passive)
        {
            (Parameter Parameter, Value Argument)[] pairs = [.. graph.Arguments(call)];
            if (callees.Bodies.TryGetValue(call.Callee, out BodyResult inner))
            {
                Value[] varied = [.. pairs.Where(pair => activity.IsVaried(pair.Argument)).Select(pair => pair.Parameter.Value!)];
                Dictionary<int, string> handed = pairs
                    .Where(pair => pair.Argument.Type is BufferType && passive.ContainsKey(memory.Root(pair.Argument).Id))
                    .ToDictionary(pair => pair.Parameter.Value!.Id, pair => passive[memory.Root(pair.Argument).Id]);
                return Inside(call.Callee, inner.Stores!, varied, handed).Select(stores._calls[call]);
            }

            bool isActive = pairs.Any(pair => pair.Parameter.CarriesDerivative && activity.IsVaried(pair.Argument));
            return pairs
                .Where(pair => isActive && pair.Parameter is { IsWritableSpan: true, CarriesDerivative: true } && passive.ContainsKey(memory.Root(pair.Argument).Id))
                .Select(pair => stores._writes[call](passive[memory.Root(pair.Argument).Id]));
        }

        private DiagnosticInfo[] Inside(string callee, PassiveStores stores, Value[] varied, Dictionary<int, string> passive)
        {
            string key = $"{callee} {string.Join(",", varied.Select(value => value.Id))} {string.Join(",", passive.Select(pair => $"{pair.Key}={pair.Value}"))}";
            if (!_known.TryGetValue(key, out DiagnosticInfo[] found))
            {
                // A call from inside itself finds what the walk that is under way finds.
                _known.Add(key, []);
                _known[key] = found = [.. In(stores, varied, passive)];
            }

            return found;
        }
    }
}
