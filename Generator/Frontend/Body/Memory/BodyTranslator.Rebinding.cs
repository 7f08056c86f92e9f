using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

// Buffer variables that a loop makes refer to other memory, such as two that it swaps. The IR knows memory by where it is
// allocated; so all that such variables may refer to is gathered in one memory when the loop starts, and each variable becomes
// the place of a part of it, which the loop carries like any number.
internal sealed partial class BodyTranslator
{
    /// <summary>What the translated function allocates: in which function's frame, and how many elements.</summary>
    private readonly Dictionary<int, (Frame Frame, Value Count)> _allocated = [];

    /// <summary>The buffers over which <c>foreach</c> loops around this place run.</summary>
    private readonly List<Value> _walked = [];

    /// <summary>A <c>foreach</c> loop over the buffers.</summary>
    private Exits Walking(Value[] buffers, Func<Exits> translate)
    {
        _walked.AddRange(buffers);
        Exits exits = translate();
        _walked.RemoveRange(_walked.Count - buffers.Length, buffers.Length);
        return exits;
    }

    /// <summary>Parameters whose memory is gathered elsewhere, and what has to go back to them in the end.</summary>
    private readonly List<(Value Parameter, Value Gathered)> _gatheredParameters = [];

    /// <summary>The variables that a loop has to carry for the buffer variables that it assigns, where it can be known what these refer to.</summary>
    private IEnumerable<Variable> Gather(IOperation[] parts, IReadOnlyList<Variable> assigned)
    {
        var sources = new BufferSources(Reached(parts), symbol => _environment[symbol] is { } value && PartOf(symbol) is { } part ? part.Memory : _environment[symbol]);
        foreach (IReadOnlyList<Variable> group in Groups(assigned, sources))
        {
            Value[] roots = [.. group.SelectMany(variable => sources.Of(variable)!).Select(Root).Distinct().OrderBy(root => root.Id)];
            if (roots.Length == 1)
            {
                Divide(group, [(roots[0], null)], roots[0], sources.HaveSlices);
            }
            else if (roots.Length > 1 && roots.All(root => CanGather(root, group, sources)))
            {
                Gather(group, roots, sources.HaveSlices);
            }
        }

        return assigned.Select(PartOf).OfType<BufferPart>().SelectMany(part => new[] { part.Start, part.Count }).OfType<Variable>();
    }

    /// <summary>The variables of which everything is known that they may refer to; those that may share memory together.</summary>
    private IEnumerable<IReadOnlyList<Variable>> Groups(IEnumerable<Variable> assigned, BufferSources sources)
    {
        var groups = new List<(List<Variable> Variables, HashSet<int> Roots)>();
        foreach (Variable variable in assigned.Where(variable => PartOf(variable) is null && WholeOf(variable) is null))
        {
            if (sources.Of(variable) is not { } values)
            {
                continue;
            }

            var merged = (Variables: new List<Variable> { variable }, Roots: new HashSet<int>(values.Select(value => Root(value).Id)));
            foreach ((List<Variable> Variables, HashSet<int> Roots) other in groups.Where(other => other.Roots.Overlaps(merged.Roots)).ToList())
            {
                merged.Variables.AddRange(other.Variables);
                merged.Roots.UnionWith(other.Roots);
                groups.Remove(other);
            }

            groups.Add(merged);
        }

        return groups.Select(group => group.Variables);
    }

    /// <summary>
    /// Whether memory can lie elsewhere from now on: no other name for it may be in use, and what only may be read must not become
    /// something that can be written.
    /// </summary>
    private bool CanGather(Value root, IReadOnlyList<Variable> group, BufferSources sources)
    {
        bool hasOtherNames = _frame.ReferredBuffers().Concat(_walked).Any(buffer => Root(buffer).Id == root.Id)
            || HasParts(root);
        if (hasOtherNames
            || !group.All(variable => ((BufferType)variable.Type).Element.Equals(((BufferType)root.Type).Element)))
        {
            return false;
        }

        if (AllocatedIn(root) is { } frame)
        {
            return frame == _frame;
        }

        // Of the parameters of a marked method, those that are written overlap no others; and they are written in the end.
        bool isRoot = _translation.Callees.IsRoot(_method) && _frame.Enclosing is null && _frame.CalledAt is null;
        bool isReadOnly = group.All(variable => ((BufferType)variable.Type).Kind == BufferKind.ReadOnlySpan || !sources.Of(variable)!.Any(value => Root(value).Id == root.Id));
        return isRoot && _signature.Parameters.FirstOrDefault(parameter => parameter.Value?.Id == root.Id) is { } own
            && (own.IsWritableSpan ? _block == _frame.Block && (own.IsActive || !own.Type.IsDifferentiable) : isReadOnly);
    }

    private void Gather(IReadOnlyList<Variable> group, Value[] roots, bool isSliced)
    {
        var places = new List<(Value Root, Value? Offset)>();
        Value? size = null;
        foreach (Value root in roots)
        {
            places.Add((root, size));
            size = size is null ? LengthOf(root) : _block.Add(size, LengthOf(root));
        }

        Value memory = _values.New(new BufferType(((BufferType)roots[0].Type).Element, BufferKind.Span), "buffers");
        _block.Append(new Allocate(memory, size!, Storage.Local, Zeroed: false));
        foreach ((Value root, Value? offset) in places)
        {
            Value copy = ViewOf(memory, (BufferType)memory.Type, offset ?? _block.Constant(0), LengthOf(root), null);
            _block.Append(new Copy(root, copy));
            if (_signature.Parameters.Any(parameter => parameter.IsWritableSpan && parameter.Value?.Id == root.Id))
            {
                _gatheredParameters.Add((root, copy));
            }
        }

        HashSet<int> moved = [.. roots.Where(root => OriginOf(root) is null).Select(root => root.Id)];
        IEnumerable<Variable> names = _declared.Where(variable => variable.Index < _environment.Count
            && _environment[variable] is { Type: BufferType } value && PartOf(variable) is null && moved.Contains(Root(value).Id));
        Divide([.. group.Union(names.ToList())], places, memory, isSliced);
    }

    /// <summary>Makes the variables parts of the memory, each of which is what the variable refers to so far.</summary>
    private void Divide(IReadOnlyList<Variable> group, IReadOnlyList<(Value Root, Value? Offset)> places, Value memory, bool isSliced)
    {
        (Variable Variable, (Value Start, Value Count)? Place)[] all =
            [.. group.Select(variable => (variable, _environment[variable] is { } current ? Place(current, places) : ((Value, Value)?)null))];
        Value[] counts = [.. all.Select(known => known.Place?.Count).OfType<Value>()];
        Value? common = !isSliced && counts.All(count => IsSameLength(count, counts[0])) ? counts[0] : null;
        foreach ((Variable variable, (Value Start, Value Count)? place) in all)
        {
            Variable? count = common is null ? NewVariable(variable.Name + "Length", IrType.Int) : null;
            var part = new BufferPart(memory, _values.New(variable.Type, variable.Name), NewVariable(variable.Name + "Start", IrType.Int), count, common);
            _environment[part.Start] = place?.Start;
            if (count is not null)
            {
                _environment[count] = place?.Count;
            }

            Add(variable, part);
            _environment[variable] = part.Mark;
        }
    }

    private (Value Start, Value Count) Place(Value buffer, IReadOnlyList<(Value Root, Value? Offset)> places)
    {
        (Value root, Value? offset) = places.First(place => place.Root.Id == Root(buffer).Id);
        (Value start, Value count) = Place(buffer, root)!.Value;
        return (offset is null ? start : _block.Add(offset, start), count);
    }

    /// <summary><c>(a, b) = (b, a)</c> of buffers.</summary>
    private bool Swap(IDeconstructionAssignmentOperation deconstruction)
    {
        if (deconstruction.Target is not ITupleOperation targets
            || Strip(deconstruction.Value) is not ITupleOperation sources
            || !targets.Elements.Any(target => TypeMap.Find(target.Type) is BufferType || Grid.Of(target.Type) is not null)
            || !targets.Elements.All(target => TypeMap.Find(target.Type) is not null || Grid.Of(target.Type) is not null))
        {
            return false;
        }

        Place[][] places = [.. targets.Elements.Select(target => Grid.Of(target.Type) is null ? [Locate(target)] : Located(target) ?? Unlocated(target))];
        Value[][] values = [.. sources.Elements.Select((source, i) => EvaluateAll(source, NamesOf(places[i])))];
        for (int i = 0; i < places.Length; i++)
        {
            ITypeSymbol? type = targets.Elements[i].Type;
            Value Fitting(Value value) => Grid.Of(type) is not null ? value : TypeMap.Find(type) is BufferType buffer ? Under(value, buffer, null) : Convert(value, TypeMap.Scalar(type)!, null);
            Assign(places[i], [.. values[i].Select(Fitting)], deconstruction.Syntax);
        }

        return true;
    }

    /// <summary>A loop must not make a variable refer to something else than a part of its memory: the next iteration takes it for one.</summary>
    private void CheckParts(Branch body)
    {
        foreach (Variable variable in Parted.Where(variable => variable.Index < _environment.Count).ToList())
        {
            if (PartOf(variable) is { } part && body.Environment[variable]?.Id != part.Mark.Id && ReboundAt(variable) is { } at)
            {
                Report(Descriptors.BufferReassigned, at, variable.Name!);
                _hasUnknown = true;
            }
        }
    }

    /// <summary>The contents of parameters that were gathered go back to where the caller looks for them.</summary>
    private void ReturnGathered()
    {
        foreach ((Value parameter, Value gathered) in _gatheredParameters)
        {
            _block.Append(new Copy(gathered, parameter));
        }
    }
}
