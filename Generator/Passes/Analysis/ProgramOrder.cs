using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>A half-open range of positions in program order.</summary>
internal readonly record struct Span(int First, int End)
{
    public bool Contains(int position) => position >= First && position < End;

    public bool Contains(Span other) => other.First >= First && other.End <= End;
}

/// <summary>Numbers the operations of a body in program order, and remembers which loops enclose each.</summary>
internal sealed class ProgramOrder
{
    private readonly Dictionary<Operation, int> _positions = new(ByReference.Comparer);
    private readonly Dictionary<Operation, Span> _spans = new(ByReference.Comparer);
    private readonly List<(Span Span, Operation Loop)> _loops = [];
    private readonly List<Span> _owners = [];
    private readonly Dictionary<Operation, Block> _blocks = new(ByReference.Comparer);
    private readonly Dictionary<int, int> _definitions = [];
    private int _next;

    public ProgramOrder(Block body)
    {
        Visit(body);
        Whole = new Span(0, _next);
    }

    /// <summary>The whole body.</summary>
    public Span Whole { get; }

    /// <summary>All operations, those in regions too.</summary>
    public IEnumerable<Operation> Operations => _positions.Keys;

    /// <summary>The operations after one, in the same block.</summary>
    public IEnumerable<Operation> After(Operation operation)
    {
        Block block = _blocks[operation];
        return block.Operations.SkipWhile(candidate => !ReferenceEquals(candidate, operation)).Skip(1);
    }

    public bool Has(Operation operation) => _positions.ContainsKey(operation);

    public int PositionOf(Operation operation) => _positions[operation];

    /// <summary>The operation and everything inside it.</summary>
    public Span SpanOf(Operation operation) => _spans[operation];

    /// <summary>Whether an operation before the position defines the value.</summary>
    public bool IsDefinedBefore(Value value, int position) =>
        _definitions.TryGetValue(value.Id, out int defined) && defined < position;

    /// <summary>Whether, within <paramref name="scope"/>, <paramref name="second"/> may run after <paramref name="first"/>.</summary>
    public bool MayFollow(int first, int second, Span scope)
    {
        if (!scope.Contains(second))
        {
            return false;
        }

        return second > first || SharesLoop(first, second, scope);
    }

    /// <summary>Whether some loop lies inside <paramref name="scope"/> and around the position.</summary>
    public bool IsInLoop(int position, Span scope) => SharesLoop(position, position, scope);

    /// <summary>Whether an operation stands in the outermost block of <paramref name="scope"/>, in no branch or loop of it.</summary>
    public bool IsAtTopOf(Span scope, Operation operation)
    {
        int position = PositionOf(operation);
        return scope.Contains(position)
            && !_owners.Any(owner => scope.Contains(owner) && owner.Contains(position) && owner.First != position);
    }

    private bool SharesLoop(int first, int second, Span scope)
    {
        foreach ((Span span, _) in _loops)
        {
            // A scope that is one iteration of a loop does not contain that loop's own operation.
            if (scope.Contains(span) && span.Contains(first) && span.Contains(second))
            {
                return true;
            }
        }

        return false;
    }

    private void Visit(Block block)
    {
        foreach (Operation operation in block.Operations)
        {
            int first = _next++;
            _positions.Add(operation, first);
            _blocks.Add(operation, block);
            foreach (Value parameter in operation.Regions.SelectMany(region => region.Parameters))
            {
                _definitions[parameter.Id] = first;
            }

            if (operation is For counted)
            {
                _definitions[counted.Induction.Id] = first;
            }

            foreach (Block region in operation.Regions)
            {
                Visit(region);
            }

            // Not there yet for what is inside the operation.
            foreach (Value result in operation.Results)
            {
                _definitions[result.Id] = _next - 1;
            }

            var span = new Span(first, _next);
            _spans.Add(operation, span);
            if (operation.Regions.Any())
            {
                _owners.Add(span);
            }

            if (operation is For or While)
            {
                _loops.Add((span, operation));
            }
        }
    }
}
