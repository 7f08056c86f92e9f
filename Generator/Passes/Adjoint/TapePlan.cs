using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>
/// Decides, for one region that is reversed apart from where it ran, how its reverse gets the primal values it needs: from the
/// tape, or computed again from what is at hand. Costs are in units of a cheap arithmetic operation.
/// </summary>
internal sealed class TapePlan
{
    private const int Impossible = 1_000_000;

    private readonly Dictionary<int, Operation> _definitions = [];
    private readonly HashSet<int> _entries = [];
    private readonly Dictionary<int, int> _places = [];
    private readonly Dictionary<int, bool> _saves = [];
    private readonly Dictionary<int, (int Cost, Value[] Inputs)> _branches = [];
    private readonly Func<Operation, bool> _canReload;
    private readonly int _saveCost;
    private readonly bool _memorySurvives;

    /// <param name="entries">Values that the region gets from outside at each run, such as what a loop carries.</param>
    /// <param name="forward">The region's operations.</param>
    /// <param name="canReload">Whether a load finds the same value when it is done again later.</param>
    /// <param name="memorySurvives">Whether the reverse can find the memory that the region allocates.</param>
    public TapePlan(
        IEnumerable<Value> entries,
        IEnumerable<Operation> forward,
        Func<Operation, bool> canReload,
        int saveCost,
        bool memorySurvives = false)
    {
        foreach (Value entry in entries)
        {
            _entries.Add(entry.Id);
            _places.Add(entry.Id, _places.Count);
        }

        foreach (Operation operation in forward)
        {
            foreach (Value result in operation.Results)
            {
                _definitions.Add(result.Id, operation);
                _places.Add(result.Id, _places.Count);
            }
        }

        _canReload = canReload;
        _memorySurvives = memorySurvives;
        _saveCost = saveCost;
    }

    /// <summary>What the reverse gets, in an order in which each can be had: true to save, false to compute again.</summary>
    public List<(Value Value, bool Save)> Steps { get; } = [];

    /// <summary>The loads among the saved values.</summary>
    public IEnumerable<Operation> SavedLoads =>
        Steps.Where(step => step.Save && !_entries.Contains(step.Value.Id)).Select(step => _definitions[step.Value.Id]).OfType<Load>();

    public bool Defines(Value value) => _entries.Contains(value.Id) || _definitions.ContainsKey(value.Id);

    public Operation DefinitionOf(Value value) => _definitions[value.Id];

    /// <summary>Plans for all of the values; those from outside the region are at hand anyway.</summary>
    public void Require(IEnumerable<Value> needed)
    {
        foreach (Value value in needed.Where(Defines).OrderBy(value => _places[value.Id]))
        {
            Obtain(value);
        }
    }

    private void Obtain(Value value)
    {
        if (!Defines(value) || _saves.ContainsKey(value.Id))
        {
            return;
        }

        int again = RecomputeCost(value);
        bool save = again > SaveCost(value);
        if (save && SaveCost(value) >= Impossible)
        {
            throw new InvalidOperationException($"{value} of type {value.Type} can neither be saved nor computed again.");
        }

        if (!save)
        {
            foreach (Value operand in Inputs(value))
            {
                Obtain(operand);
            }
        }

        _saves[value.Id] = save;
        Steps.Add((value, save));
    }

    private int CostOf(Value value) => !Defines(value) || _saves.ContainsKey(value.Id)
        ? 0
        : Math.Min(RecomputeCost(value), SaveCost(value));

    private int SaveCost(Value value) => value.Type is ScalarType ? _saveCost : Impossible;

    private int RecomputeCost(Value value)
    {
        if (_entries.Contains(value.Id))
        {
            return Impossible;
        }

        int cost = _definitions[value.Id] is If branch ? Known(value, branch).Cost : OperationCost(_definitions[value.Id]);
        foreach (Value operand in Inputs(value))
        {
            if (cost > _saveCost && value.Type is ScalarType)
            {
                break;
            }

            cost += CostOf(operand);
        }

        return Math.Min(cost, Impossible);
    }

    // An allocation that survives is recalled, not repeated: it needs no count.
    private IEnumerable<Value> Inputs(Value value) => _definitions[value.Id] switch
    {
        If branch => Known(value, branch).Inputs,
        Allocate when _memorySurvives => [],
        var operation => operation.Operands,
    };

    // A long branch is asked for often.
    private (int Cost, Value[] Inputs) Known(Value value, If branch)
    {
        if (!_branches.TryGetValue(value.Id, out (int Cost, Value[] Inputs) known))
        {
            known = (CostOf(branch), [.. branch.FreeValues().OrderBy(free => free.Id)]);
            _branches.Add(value.Id, known);
        }

        return known;
    }

    private int OperationCost(Operation operation) => operation switch
    {
        Constant or Symbol or Length or View => 0,
        Allocate or AllocateStack when _memorySurvives => 0,
        Load => _canReload(operation) ? 1 : Impossible,
        Compute compute => CostOf(compute),
        If branch => CostOf(branch),
        _ => Impossible,
    };

    private int CostOf(If branch)
    {
        int cost = 0;
        foreach (Operation operation in branch.Regions.SelectMany(region => region.Operations).TakeWhile(_ => cost < Impossible))
        {
            cost += OperationCost(operation);
        }

        return Math.Min(cost, Impossible);
    }

    private static int CostOf(Compute compute) => Partials.CostOf(compute) switch
    {
        Cost.Cheap => 1,
        Cost.Moderate => 4,
        _ => 12,
    };
}
