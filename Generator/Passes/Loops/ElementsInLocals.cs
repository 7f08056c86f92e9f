using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;

namespace StaticAd.Generator.Passes.Loops;

/// <summary>
/// Keeps an element of memory that a counted loop uses in each iteration in a local while the loop runs: it is loaded before
/// the loop, and stored after it if the loop has written it. In <c>sums[j] += a[i] * b[i]</c> each addition would otherwise wait
/// for the last one to come back from memory.
/// </summary>
/// <remarks>
/// It is the same computation to the last bit. Sound because different roots never overlap, because nothing else in the loop
/// touches the element's root (or nothing writes it, where the element is only read), and because the access cannot fail: a
/// loop that does not run at all would not have made it.
/// </remarks>
internal sealed class ElementsInLocals : Substitution
{
    private readonly ValueSource _values;
    private readonly IndexBounds _bounds;
    private readonly Roots _roots;

    private ElementsInLocals(Block body, ValueSource values, IReadOnlyDictionary<int, Value> equallyLong)
    {
        _values = values;
        _bounds = new IndexBounds(body, equallyLong);
        _roots = new Roots(body);
    }

    public static Block Run(Block body, ValueSource values, IReadOnlyDictionary<int, Value> equallyLong) =>
        new ElementsInLocals(body, values, equallyLong).Rewrite(body);

    public override Block Rewrite(Block block)
    {
        _bounds.EnterBlock();
        Block rewritten = base.Rewrite(block);
        _bounds.LeaveBlock();
        return rewritten;
    }

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        Operation rebuilt = Rebuild(operation);
        if (rebuilt is not For loop)
        {
            _bounds.Note(rebuilt);
            target.Add(rebuilt);
            return;
        }

        var after = new List<Operation>();
        foreach (Element element in ElementsOf(loop))
        {
            loop = Keep(loop, element, target, after);
        }

        target.Add(loop);
        target.AddRange(after);
    }

    /// <summary>One element that a loop uses, by the operations that do, all of them steps of the loop's body.</summary>
    private sealed record Element(Value Buffer, Value Index, bool IsWritten);

    private List<Element> ElementsOf(For loop)
    {
        HashSet<int> inside = [loop.Induction.Id, .. loop.Body.Definitions().Select(value => value.Id)];
        Operation[] all = [.. loop.InnerOperations()];
        var elements = new List<Element>();
        foreach (Operation step in loop.Body.Operations)
        {
            if (ElementAccess.Of(step) is not { } access || inside.Contains(access.Buffer.Id) || inside.Contains(access.Index.Id)
                || elements.Any(known => known.Buffer.Equals(access.Buffer) && known.Index.Equals(access.Index)))
            {
                continue;
            }

            var element = new Element(access.Buffer, access.Index, all.Any(other => _roots.Writes(other, access.Buffer)));
            if (CanKeep(loop, element, all) && _bounds.IsInside(element.Buffer, element.Index))
            {
                elements.Add(element);
            }
        }

        return elements;
    }

    private bool CanKeep(For loop, Element element, Operation[] all)
    {
        if (element.Buffer.Type is not BufferType { Element: ScalarType { Kind: ScalarKind.Double or ScalarKind.Float or ScalarKind.Int or ScalarKind.Long } })
        {
            return false;
        }

        if (!element.IsWritten)
        {
            return true;
        }

        Operation[] steps = [.. loop.Body.Operations.Where(step => IsAccess(step, element))];
        return steps.Any(step => step is Load or Accumulate)
            && all.Count(other => _roots.Touches(other, element.Buffer)) == steps.Length;
    }

    private For Keep(For loop, Element element, List<Operation> target, List<Operation> after)
    {
        IrType type = ((BufferType)element.Buffer.Type).Element;
        string name = Naming.Element(element.Buffer.Name, element.Index.Name);
        Value held = _values.New(type, name);
        target.Add(new Load(held, element.Buffer, element.Index));
        if (!element.IsWritten)
        {
            return loop with { Body = InLocal(loop.Body, element, held, out _) };
        }

        Value entry = _values.New(type, name), output = _values.New(type, name);
        Block body = InLocal(loop.Body, element, entry, out Value last);
        after.Add(new Store(element.Buffer, element.Index, output));
        return loop with
        {
            Outputs = [.. loop.Outputs, output],
            Initial = [.. loop.Initial, held],
            Body = body with { Parameters = [.. body.Parameters, entry], Yields = [.. body.Yields, last] },
        };
    }

    private Block InLocal(Block body, Element element, Value entry, out Value last)
    {
        Value current = entry;
        var loaded = new Dictionary<int, Value>();
        var substitution = new Substitution(loaded);
        var operations = new List<Operation>();
        foreach (Operation step in body.Operations)
        {
            if (!IsAccess(step, element))
            {
                operations.Add(substitution.Apply(step));
                continue;
            }

            switch (step)
            {
                case Load load:
                    loaded[load.Result.Id] = Replacements[load.Result.Id] = current;
                    break;
                case Store store:
                    current = substitution.Apply(store.Stored);
                    break;
                case Accumulate accumulate:
                    Value sum = _values.New(entry.Type, entry.Name);
                    operations.Add(new Compute(sum, Opcode.Add, [current, substitution.Apply(accumulate.Addend)]));
                    current = sum;
                    break;
            }
        }

        last = current;
        return body with { Operations = [.. operations], Yields = [.. body.Yields.Select(substitution.Apply)] };
    }

    private static bool IsAccess(Operation step, Element element) =>
        ElementAccess.Of(step) is { } access && access.Buffer.Equals(element.Buffer) && access.Index.Equals(element.Index);
}
