using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Analysis;

/// <summary>Steps of one block from the loop that defines working memory to where it is copied to the tape.</summary>
/// <param name="Steps">From the definition up to the copy, without it.</param>
/// <param name="Destination">The steps among them that compute the part of the tape: they can run first.</param>
internal sealed record Stretch(For Definition, Operation[] Steps, Copy Copy, List<Operation> Destination);

/// <summary>Finds how one allocation is defined and copied to the tape, again and again.</summary>
internal sealed class WorkingMemory
{
    private readonly Block _body;
    private readonly Allocate _working;
    private readonly Roots _roots;
    private readonly IndexBounds _bounds;
    private readonly Dictionary<int, Operation> _definitions = [];
    private readonly HashSet<Operation> _defining = new(ByReference.Comparer);
    private readonly List<Stretch> _found = [];

    public WorkingMemory(Block body, Allocate working)
    {
        _body = body;
        _working = working;
        _roots = new Roots(body);
        _bounds = new IndexBounds(body, new Dictionary<int, Value>());
        foreach (Operation operation in body.AllOperations())
        {
            foreach (Value result in operation.Results)
            {
                _definitions[result.Id] = operation;
            }
        }
    }

    private Value Memory => _working.Result;

    /// <summary>All stretches, if nothing but them ever reads the memory; else null.</summary>
    public IReadOnlyList<Stretch>? Stretches()
    {
        bool isCopied = _body.AllOperations().Any(operation => operation is Copy copy && copy.Source.Equals(Memory));
        bool isViewed = _body.AllOperations().Any(operation => operation is View view && _roots.Of(view.Result).Equals(Memory));
        if (!isCopied || isViewed || _working.IsHistory || _working.Storage == Storage.Tape)
        {
            return null;
        }

        Find(_body);
        HashSet<Operation> inside = new(_found.SelectMany(stretch => All(stretch.Steps).Append(stretch.Copy)), ByReference.Comparer);
        return _body.AllOperations().All(operation => !_roots.Reads(operation, Memory) || inside.Contains(operation)) ? _found : null;
    }

    private static IEnumerable<Operation> All(IEnumerable<Operation> steps) => steps.SelectMany(step => step.InnerOperations().Prepend(step));

    private void Find(Block block)
    {
        _bounds.EnterBlock();
        for (int i = 0; i < block.Operations.Count; i++)
        {
            Operation operation = block.Operations[i];
            foreach (Block region in operation.Regions)
            {
                Find(region);
            }

            if (operation is For loop && Defines(loop))
            {
                _defining.Add(operation);
            }
            else if (operation is Copy copy && copy.Source.Equals(Memory) && IsHistory(copy.Destination))
            {
                FindTo(copy, [.. block.Operations.Take(i)]);
            }

            _bounds.Note(operation);
        }

        _bounds.LeaveBlock();
    }

    private void FindTo(Copy copy, Operation[] before)
    {
        int first = Array.FindLastIndex(before, _defining.Contains);
        if (first < 0)
        {
            return;
        }

        Operation[] steps = [.. before.Skip(first)];
        var destination = new List<Operation>();
        if (All(steps).All(step => IsPlain(step) && !_roots.Touches(step, copy.Destination)) && Gather(copy.Destination, steps, destination))
        {
            _found.Add(new Stretch((For)before[first], steps, copy, destination));
        }
    }

    // Any other use of the memory could not simply be turned to the tape's.
    private bool IsPlain(Operation step) => step is Load or Store or Accumulate || !_roots.Touches(step, Memory);

    private bool IsHistory(Value buffer) => Definition(_roots.Of(buffer)) is Allocate { IsHistory: true };

    /// <summary>Whether each iteration writes the element of its number, all are written, and the loop touches no other.</summary>
    private bool Defines(For loop)
    {
        if (loop.Step != 1 || Definition(loop.Start) is not Constant { Text: null, Number: 0 } || !_bounds.IsWhole(loop.End, Memory))
        {
            return false;
        }

        Operation[] uses = [.. loop.InnerOperations().Where(step => _roots.Touches(step, Memory))];
        return uses is [Store store] && store.Index.Equals(loop.Induction) && loop.Body.Operations.Any(step => ReferenceEquals(step, store));
    }

    /// <summary>Collects the steps that a value depends on, in an order in which they can run first; false if one is not pure.</summary>
    private bool Gather(Value value, Operation[] steps, List<Operation> gathered)
    {
        Operation? step = steps.FirstOrDefault(candidate => candidate.Results.Contains(value));
        if (step is null || gathered.Any(known => ReferenceEquals(known, step)))
        {
            return true;
        }

        if (step is not (Constant or Symbol or Length or Compute or View or Allocate) || !step.Operands.All(operand => Gather(operand, steps, gathered)))
        {
            return false;
        }

        gathered.Add(step);
        return true;
    }

    private Operation? Definition(Value value) => _definitions.TryGetValue(value.Id, out Operation? definition) ? definition : null;
}
