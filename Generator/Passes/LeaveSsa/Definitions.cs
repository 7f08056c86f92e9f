using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Where a value is defined, or used: the operation's index in the block; the count of operations for its yields.</summary>
internal readonly record struct Site(Scope Scope, int Index);

/// <summary>Where a value is used, when it is used once.</summary>
/// <param name="Consumer">The operation that reads it; null for a yield of the block.</param>
internal sealed record Use(Site Site, Operation? Consumer);

/// <summary>Index of one method body: what defines each value, and how often and where it is used by what is needed.</summary>
internal sealed class Definitions
{
    private readonly Dictionary<int, (Operation Operation, Site Site)> _definitions = [];
    private readonly Dictionary<int, int> _useCounts = [];
    private readonly Dictionary<int, Use> _lastUses = [];
    private readonly Dictionary<Operation, Scope[]> _scopes = new(ByReference.Comparer);
    private readonly Dictionary<string, int> _versions = [];
    private readonly HashSet<int> _counters = [];
    private readonly Demand _demand;

    public Definitions(GeneratedMethod method, Scope root, Demand demand)
    {
        Block body = method.Body;
        _demand = demand;
        Root = root;
        foreach (Parameter parameter in method.Parameters)
        {
            // A ref parameter's last value takes its variable.
            AddVersion(new Value(0, parameter.Type, parameter.Name));
            if (parameter.YieldsScalar)
            {
                AddVersion(new Value(0, parameter.Type, parameter.Name));
            }
        }

        Visit(body, root);
        foreach (Value yield in body.Yields)
        {
            Count(yield, new Use(new Site(root, body.Operations.Count), null));
        }
    }

    public Scope Root { get; }

    /// <summary>What defines the value; null for parameters of methods and blocks.</summary>
    public Operation? Operation(Value value) =>
        _definitions.TryGetValue(value.Id, out (Operation Operation, Site Site) definition) ? definition.Operation : null;

    /// <summary>Where an operation's result is defined.</summary>
    public Site Site(Value value) => _definitions[value.Id].Site;

    /// <summary>The scope of a region of an <c>if</c> or <c>for</c>, or of the two of a <c>while</c>.</summary>
    public Scope RegionScope(Operation operation, int region) => _scopes[operation][region];

    public int Uses(Value value) => _useCounts.TryGetValue(value.Id, out int count) ? count : 0;

    public Use LastUse(Value value) => _lastUses[value.Id];

    /// <summary>Whether no later value will take the variable of this one: it is a counter, a length, or alone with its name.</summary>
    public bool IsUnchanging(Value value) =>
        _counters.Contains(value.Id)
        || Operation(value) is Length { Result.Name: null }
        || (value.Name is not null && _versions.TryGetValue(value.Name, out int count) && count == 1);

    private void Count(Value value, Use use)
    {
        _useCounts[value.Id] = Uses(value) + 1;
        _lastUses[value.Id] = use;
    }

    private void Visit(Block block, Scope scope)
    {
        for (int i = 0; i < block.Operations.Count; i++)
        {
            Operation operation = block.Operations[i];
            if (!_demand.Needs(operation))
            {
                continue;
            }

            var site = new Site(scope, i);
            foreach (Value result in operation.Results)
            {
                _definitions[result.Id] = (operation, site);
                AddVersion(result);
            }

            CountOperands(operation, new Use(site, operation));
            VisitRegions(operation, scope);
        }
    }

    private void CountOperands(Operation operation, Use use)
    {
        IEnumerable<Value> operands = operation switch
        {
            For loop => [loop.Start, loop.End, .. Needed(loop.Initial, loop.Body.Parameters)],
            While loop => Needed(loop.Initial, loop.Condition.Parameters),
            _ => operation.Operands,
        };
        foreach (Value operand in operands)
        {
            Count(operand, use);
        }
    }

    private void AddVersion(Value value)
    {
        if (value.Name is not null)
        {
            _versions[value.Name] = _versions.TryGetValue(value.Name, out int count) ? count + 1 : 1;
        }
    }

    private void VisitRegions(Operation operation, Scope scope)
    {
        foreach (Value parameter in operation.Regions.SelectMany(region => region.Parameters))
        {
            AddVersion(parameter);
        }

        switch (operation)
        {
            case If branch:
                Region(operation, branch.Then, 0, new Scope(scope), Needed(branch.Then.Yields, branch.Outputs));
                Region(operation, branch.Else, 1, new Scope(scope), Needed(branch.Else.Yields, branch.Outputs));
                break;
            case For loop:
                _counters.Add(loop.Induction.Id);
                AddVersion(loop.Induction);
                Region(operation, loop.Body, 0, new Scope(new Scope(scope)), Needed(loop.Body.Yields, loop.Body.Parameters));
                break;
            case While loop:
                var condition = new Scope(scope);
                IEnumerable<Value> entering = Needed(loop.Condition.Yields.Skip(1), loop.Body.Parameters);
                Region(operation, loop.Condition, 0, condition, [loop.Condition.Yields[0], .. entering]);
                Region(operation, loop.Body, 1, new Scope(condition, sharesBraces: true), Needed(loop.Body.Yields, loop.Condition.Parameters));
                break;
        }
    }

    private void Region(Operation owner, Block block, int index, Scope scope, IEnumerable<Value> yields)
    {
        if (!_scopes.TryGetValue(owner, out Scope[]? scopes))
        {
            _scopes.Add(owner, scopes = new Scope[2]);
        }

        scopes[index] = scope;
        Visit(block, scope);
        foreach (Value yield in yields)
        {
            Count(yield, new Use(new Site(scope, block.Operations.Count), null));
        }
    }

    /// <summary>Those of <paramref name="sources"/> whose target at the same place is needed.</summary>
    private IEnumerable<Value> Needed(IEnumerable<Value> sources, IReadOnlyList<Value> targets) =>
        sources.Where((_, i) => _demand.Needs(targets[i]));
}
