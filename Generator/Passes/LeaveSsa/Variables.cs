using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>
/// Gives every value that is not folded a variable. Values on both sides of a border copy share one where they do not
/// interfere; copies in inner loops are tried first.
/// </summary>
internal sealed class Variables
{
    private readonly Dictionary<int, Variable> _ofValue = [];
    private readonly List<Variable> _inOrder = [];
    private readonly Interference _interference;
    private readonly Folding _folding;
    private readonly Definitions _definitions;

    public Variables(
        GeneratedMethod method, MethodResults results, Interference interference, Folding folding, Definitions definitions, Demand demand)
    {
        _interference = interference;
        _folding = folding;
        _definitions = definitions;
        AddParameters(method, results);
        AddLocals(method.Body, definitions.Root, demand);
        foreach (BorderCopy copy in interference.BorderCopies.OrderByDescending(copy => copy.Depth))
        {
            if (!folding.IsFolded(copy.Source))
            {
                Join(Of(copy.Target), Of(copy.Source), copy.Source, method.Body);
            }
        }

        foreach (Variable output in _inOrder.Where(IsOutput))
        {
            output.Fix();
        }

        MergeVersions();
        KeepSpans();
    }

    /// <summary>In the order of their first definition.</summary>
    public IEnumerable<Variable> All => _inOrder;

    public Variable Of(Value value) => _ofValue[_interference.Canonical(value)];

    /// <summary>
    /// Named values that kept a variable of their own beside the one of the same name that they are copied to at once: better
    /// written where they are copied, as in <c>(a, b) = (b, a + b)</c>.
    /// </summary>
    public IEnumerable<int> Superfluous() =>
        from copy in _interference.BorderCopies
        let source = copy.Source
        where source.Name is not null && !_folding.IsFolded(source) && _definitions.Uses(source) == 1
            && _definitions.Operation(source) is Compute or Load
        let own = Of(source)
        let target = Of(copy.Target)
        where !ReferenceEquals(own, target) && target.UserName == own.UserName
        select source.Id;

    private void AddParameters(GeneratedMethod method, MethodResults results)
    {
        foreach (Parameter parameter in method.Parameters)
        {
            Variable? variable = parameter.Value is null ? null : Add(parameter.Value, _definitions.Root, null);
            if (results.LastValue(parameter) is { } last)
            {
                variable ??= Add(last, _definitions.Root, null);
                variable.Include(last);
                _ofValue[last.Id] = variable;
            }

            variable?.Bind(parameter);
            bool isWhole = parameter.Of is null;
            if (!isWhole || (parameter.Passing != Passing.Value && results.LastValue(parameter) is null))
            {
                variable?.Fix();
            }
        }
    }

    private void AddLocals(Block block, Scope scope, Demand demand)
    {
        foreach (Operation operation in block.Operations)
        {
            if (_folding.IsSilent(operation))
            {
                continue;
            }

            AddCarried(operation, scope, demand);
            foreach (Value result in operation.Results)
            {
                if (demand.Needs(result) && !_ofValue.ContainsKey(_interference.Canonical(result)))
                {
                    Add(result, scope, operation);
                }
            }

            int region = 0;
            foreach (Block inner in operation.Regions)
            {
                AddLocals(inner, _definitions.RegionScope(operation, region++), demand);
            }
        }
    }

    private void AddCarried(Operation operation, Scope scope, Demand demand)
    {
        IEnumerable<Value> carried = operation switch
        {
            For loop => loop.Body.Parameters,
            While loop => [.. loop.Condition.Parameters, .. loop.Body.Parameters],
            _ => [],
        };
        foreach (Value parameter in carried)
        {
            if (demand.Needs(parameter))
            {
                Add(parameter, scope, null);
            }
        }

        if (operation is For counted)
        {
            Add(counted.Induction, _definitions.RegionScope(counted, 0).Parent!, counted).Fix();
        }
    }

    private Variable Add(Value value, Scope scope, Operation? definition)
    {
        var variable = new Variable(value, scope, definition, _definitions.Uses(value) > 0 ? _definitions.LastUse(value).Consumer : null);
        _ofValue.Add(value.Id, variable);
        _inOrder.Add(variable);
        return variable;
    }

    // The caller may pass one variable for several outputs: an output is assigned last and never read, and bears its value's name.
    private void Join(Variable target, Variable source, Value value, Block body)
    {
        if (!IsOutput(target))
        {
            TryMerge(target, source);
        }
        else if (_definitions.Uses(value) == 1 && body.Operations.LastOrDefault() is Call call && call.Outputs.Contains(value))
        {
            TryMerge(target, source);
        }
        else
        {
            source.Suggest(target.UserName);
        }
    }

    // The versions of one variable of the user's, where a later one stands in the scope of an earlier.
    private void MergeVersions()
    {
        foreach (IGrouping<string, Variable> versions in _inOrder.Where(IsVersion).GroupBy(variable => variable.UserName!).ToList())
        {
            var kept = new List<Variable>();
            foreach (Variable version in versions)
            {
                if (!kept.Any(earlier => earlier.Scope.Encloses(version.Scope) && TryMerge(earlier, version)))
                {
                    kept.Add(version);
                }
            }
        }
    }

    private void KeepSpans()
    {
        foreach (Variable variable in _inOrder.Where(variable => variable.Values.Count == 1))
        {
            variable.IsViewOfWritable = variable is { Parameter: null, Definition: View view } && IsWritable(view);
        }
    }

    private bool IsWritable(View view) => _folding.IsFolded(view.Buffer)
        ? _definitions.Operation(view.Buffer) is View inner && IsWritable(inner)
        : Of(view.Buffer).DeclaredType is BufferType { Kind: var kind }
            && (kind == BufferKind.Span || (kind == BufferKind.Array && view.Start is not null));

    private static bool IsOutput(Variable variable) => variable.Parameter is { Passing: Passing.Out };

    private static bool IsVersion(Variable variable) => variable is { UserName: not null, Type: ScalarType or OpaqueType or LaneType };

    private bool TryMerge(Variable target, Variable source)
    {
        if (ReferenceEquals(target, source) || !target.Suits(source) || Interfere(target, source))
        {
            return false;
        }

        (Variable kept, Variable dropped) = _inOrder.IndexOf(target) < _inOrder.IndexOf(source) ? (target, source) : (source, target);
        kept.Absorb(dropped);
        _inOrder.Remove(dropped);
        foreach (int value in dropped.Values)
        {
            _ofValue[value] = kept;
        }

        return true;
    }

    private bool Interfere(Variable left, Variable right)
    {
        foreach (int value in left.Values)
        {
            foreach (int neighbour in _interference.Neighbours(value))
            {
                if (_ofValue.TryGetValue(neighbour, out Variable? holder) && ReferenceEquals(holder, right))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
