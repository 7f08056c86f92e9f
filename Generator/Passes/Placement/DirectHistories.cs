using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Placement;

/// <summary>
/// Working memory that a loop defines and that is then copied to the tape need not be copied: the loop, and what works on the
/// memory until the copy, use the tape's memory itself.
/// </summary>
/// <remarks>
/// Sound because nothing else writes the tape's part or reads it before the copy (<see cref="Allocate.IsHistory"/>), because the
/// loop defines every element before any is read, and because nothing outside of these steps ever reads working memory.
/// </remarks>
internal sealed class DirectHistories : Rewriter
{
    private readonly Allocate _working;
    private readonly HashSet<int> _lengths;
    private readonly Dictionary<Operation, Stretch> _stretches;

    private DirectHistories(Allocate working, IReadOnlyList<Stretch> stretches, IEnumerable<Length> lengths)
    {
        _working = working;
        _lengths = [.. lengths.Where(length => length.Buffer.Equals(working.Result)).Select(length => length.Result.Id)];
        _stretches = new(ByReference.Comparer);
        foreach (Stretch stretch in stretches)
        {
            _stretches.Add(stretch.Copy, stretch);
        }
    }

    public static Block Run(Block body)
    {
        foreach (Allocate working in body.AllOperations().OfType<Allocate>().ToList())
        {
            if (new WorkingMemory(body, working).Stretches() is { Count: > 0 } stretches)
            {
                body = new DirectHistories(working, stretches, body.AllOperations().OfType<Length>()).Rewrite(body);
            }
        }

        return body;
    }

    public override Block Rewrite(Block block)
    {
        var operations = new List<Operation>(block.Operations);
        foreach (Operation operation in block.Operations)
        {
            if (_stretches.TryGetValue(operation, out Stretch? stretch))
            {
                Redirect(operations, stretch);
            }
        }

        return base.Rewrite(block with { Operations = [.. operations] });
    }

    // The working memory goes; its length may still be of interest.
    protected override Value Use(Value value) => _lengths.Contains(value.Id) ? _working.Count : value;

    protected override Value Define(Value value) => value;

    private void Redirect(List<Operation> operations, Stretch stretch)
    {
        int first = operations.FindIndex(operation => ReferenceEquals(operation, stretch.Definition));
        int last = operations.FindIndex(operation => ReferenceEquals(operation, stretch.Copy));
        var redirection = new Redirection(_working.Result, stretch.Copy.Destination);
        List<Operation> steps =
        [
            .. stretch.Destination,
            .. operations.Skip(first).Take(last - first)
                .Where(step => !stretch.Destination.Any(moved => ReferenceEquals(moved, step)))
                .Select(redirection.Apply),
        ];
        operations.RemoveRange(first, last - first + 1);
        operations.InsertRange(first, steps);
    }

    /// <summary>Makes steps use the tape's memory.</summary>
    private sealed class Redirection(Value working, Value history) : Rewriter
    {
        public Operation Apply(Operation operation)
        {
            var target = new List<Operation>(1);
            Rewrite(operation, target);
            return target[0];
        }

        protected override Value Use(Value value) => value;

        protected override Value Define(Value value) => value;

        protected override void Rewrite(Operation operation, List<Operation> target) => target.Add(operation switch
        {
            Load load when load.Buffer.Equals(working) => load with { Buffer = history },
            Store store when store.Buffer.Equals(working) => store with { Buffer = history },
            Accumulate accumulate when accumulate.Buffer.Equals(working) => accumulate with { Buffer = history },
            _ => Rebuild(operation),
        });
    }
}
