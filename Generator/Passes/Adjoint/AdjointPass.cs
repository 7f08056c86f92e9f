using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Calls;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>The two sweeps of a reversed method.</summary>
/// <param name="Forward">The primal's operations and what they save.</param>
/// <param name="Backward">From the outputs' cotangents to the inputs'.</param>
internal sealed record Sweeps(IReadOnlyList<Operation> Forward, BlockBuilder Backward, AdjointMap Adjoints);

/// <summary>
/// Reverse mode for one method. The caller says where the cotangents of outputs come from and where the gradients of buffers
/// go, and reads the adjoints of scalar inputs from the result.
/// </summary>
internal sealed class AdjointPass
{
    private readonly PreparedMethod _method;
    private readonly ReversalContext _context;
    private readonly Scope _scope;

    public AdjointPass(PreparedMethod method, RuleCalls rules, ValueSource values, bool isSplit)
    {
        _method = method;
        var order = new ProgramOrder(method.Body);
        // Between two sweeps of their own the caller may use working memory for something else.
        var memory = new Memory(method.Body, order, method.Calls, isSplit ? method.Lost : []);
        var activity = new Activity(method.Body, memory, method.Calls, method.ActiveInputs, method.ActiveOutputs);
        _context = new ReversalContext(values, activity, memory, order, rules);
        _scope = new Scope(order.Whole, isSplit, IsIteration: false);
    }

    /// <summary>The method with snapshots in place of saved loads, once the pass has run; null where none helps.</summary>
    public PreparedMethod? WithSnapshots() =>
        Snapshots.Run(_method.Body, _context) is { } body ? _method with { Body = body } : null;

    /// <summary>Whether a loaded value is found again at the end of the method.</summary>
    public bool CanReload(Operation operation) => operation is Load load && _context.CanReload(load, _scope);

    /// <summary>Says where the cotangents of a parameter's elements are.</summary>
    public void SetShadow(Value parameter, Value cotangents) => _context.Shadows[parameter.Id] = cotangents;

    /// <param name="cotangents">One per yield of the body, null for a yield that has none.</param>
    public Sweeps Run(IReadOnlyList<Value?> cotangents)
    {
        Block body = _method.Body;
        var backward = new BlockBuilder(_context.Values);
        HashSet<int> own = [.. body.Definitions().Concat(_method.ActiveInputs).Select(value => value.Id)];
        var adjoints = new MethodAdjoints(_context.Activity, own);
        var reversal = new RegionReversal(_context, _scope, adjoints, backward);
        _context.Entries.UnionWith(_method.Method.Parameters.Select(parameter => parameter.Value).Concat(cotangents).OfType<Value>().Select(value => value.Id));
        for (int i = 0; i < cotangents.Count; i++)
        {
            adjoints.Add(body.Yields[i], cotangents[i], backward);
        }

        BlockBuilder early = _scope.IsSplit ? backward : new BlockBuilder(_context.Values);
        foreach (Value scratch in _method.Scratch.Where(_context.Activity.IsActive))
        {
            _context.Shadows[scratch.Id] = Shadows.OfScratch(scratch, early);
        }

        List<Operation> forward = reversal.Run(body, nest: null);
        return new Sweeps(_scope.IsSplit ? forward : [.. early.Operations, .. forward], backward, adjoints);
    }
}
