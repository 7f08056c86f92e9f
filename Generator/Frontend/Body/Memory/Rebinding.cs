using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Buffer variables that a loop makes refer to other memory, such as two that it swaps. The IR knows memory by where it is allocated;
/// so all that such variables may refer to is gathered in one memory when the loop starts, and each variable becomes the place of a
/// part of it, which the loop carries like any number.
/// </summary>
internal sealed class Rebinding(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>The buffers over which <c>foreach</c> loops around this place run.</summary>
    private readonly List<Value> _walked = [];

    /// <summary>Parameters whose memory is gathered elsewhere, and what has to go back to them in the end.</summary>
    private readonly List<(Value Parameter, Value Gathered)> _gatheredParameters = [];

    /// <summary>The variables that a loop has to carry for the buffer variables that it assigns, where it can be known what these refer to.</summary>
    public IEnumerable<Variable> Gather(IOperation[] parts, IReadOnlyList<Variable> assigned)
    {
        var sources = new BufferSources(rooms.Functions.Reached(parts), variable => rooms.BufferParts.PartOf(variable)?.Memory ?? state.Environment[variable]);
        foreach (IReadOnlyList<Variable> group in Groups(assigned, sources))
        {
            Value[] roots = [.. group.SelectMany(variable => sources.Of(variable)!).Select(rooms.Views.Root).Distinct().OrderBy(root => root.Id)];
            if (roots.Length == 1)
            {
                Divide(group, [(roots[0], null)], roots[0], sources.HaveSlices);
            }
            else if (roots.Length > 1 && roots.All(root => CanGather(root, group, sources)))
            {
                Gather(group, roots, sources.HaveSlices);
            }
        }

        return assigned.Select(rooms.BufferParts.PartOf).OfType<BufferPart>().SelectMany(part => new[] { part.Start, part.Count }).OfType<Variable>();
    }

    private void Gather(IReadOnlyList<Variable> group, Value[] roots, bool isSliced)
    {
        var places = new List<(Value Root, Value? Offset)>();
        Value? size = null;
        foreach (Value root in roots)
        {
            places.Add((root, size));
            size = size is null ? rooms.Views.LengthOf(root) : state.Block.Add(size, rooms.Views.LengthOf(root));
        }

        Value memory = state.Values.New(new BufferType(((BufferType)roots[0].Type).Element, BufferKind.Span), "buffers");
        state.Block.Append(new Allocate(memory, size!, Storage.Local, Zeroed: false));
        foreach ((Value root, Value? offset) in places)
        {
            Value copy = rooms.Views.Of(memory, (BufferType)memory.Type, offset ?? state.Block.Constant(0), rooms.Views.LengthOf(root), null);
            state.Block.Append(new Copy(root, copy));
            if (state.Signature.Parameters.Any(parameter => parameter.IsWritableSpan && parameter.Value?.Id == root.Id))
            {
                _gatheredParameters.Add((root, copy));
            }
        }

        HashSet<int> moved = [.. roots.Where(root => rooms.Origins.Of(root) is null).Select(root => root.Id)];
        IEnumerable<Variable> names = state.Declared.Where(variable => variable.Index < state.Environment.Count
            && state.Environment[variable] is { Type: BufferType } value && rooms.BufferParts.PartOf(variable) is null && moved.Contains(rooms.Views.Root(value).Id));
        Divide([.. group.Union(names.ToList())], places, memory, isSliced);
    }

    /// <summary>The variables of which everything is known that they may refer to; those that may share memory together.</summary>
    private IEnumerable<IReadOnlyList<Variable>> Groups(IEnumerable<Variable> assigned, BufferSources sources)
    {
        var groups = new List<(List<Variable> Variables, HashSet<int> Roots)>();
        foreach (Variable variable in assigned.Where(variable => rooms.BufferParts.PartOf(variable) is null && rooms.Variables.WholeOf(variable) is null))
        {
            if (sources.Of(variable) is not { } values)
            {
                continue;
            }

            var merged = (Variables: new List<Variable> { variable }, Roots: new HashSet<int>(values.Select(value => rooms.Views.Root(value).Id)));
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
        bool hasOtherNames = state.Frame.ReferredBuffers().Concat(_walked).Any(buffer => rooms.Views.Root(buffer).Id == root.Id)
            || rooms.BufferParts.HasParts(root);
        if (hasOtherNames
            || !group.All(variable => ((BufferType)variable.Type).Element.Equals(((BufferType)root.Type).Element)))
        {
            return false;
        }

        if (rooms.Views.AllocatedIn(root) is { } frame)
        {
            return frame == state.Frame;
        }

        // Of the parameters of a marked method, those that are written overlap no others; and they are written in the end.
        bool isRoot = state.Translation.Callees.IsRoot(state.Method) && state.Frame.Enclosing is null && state.Frame.CalledAt is null;
        bool isReadOnly = group.All(variable => ((BufferType)variable.Type).Kind == BufferKind.ReadOnlySpan
            || !sources.Of(variable)!.Any(value => rooms.Views.Root(value).Id == root.Id));
        return isRoot && state.Signature.Parameters.FirstOrDefault(parameter => parameter.Value?.Id == root.Id) is { } own
            && (own.IsWritableSpan ? state.Block == state.Frame.Block && (own.IsActive || !own.Type.IsDifferentiable) : isReadOnly);
    }

    /// <summary>Makes the variables parts of the memory, each of which is what the variable refers to so far.</summary>
    private void Divide(IReadOnlyList<Variable> group, IReadOnlyList<(Value Root, Value? Offset)> places, Value memory, bool isSliced)
    {
        (Variable Variable, (Value Start, Value Count)? Place)[] all =
            [.. group.Select(variable => (variable, state.Environment[variable] is { } current ? Place(current, places) : ((Value, Value)?)null))];
        Value[] counts = [.. all.Select(known => known.Place?.Count).OfType<Value>()];
        Value? common = !isSliced && counts.All(count => rooms.Views.IsSameLength(count, counts[0])) ? counts[0] : null;
        foreach ((Variable variable, (Value Start, Value Count)? place) in all)
        {
            Variable? count = common is null ? state.NewVariable(variable.Name + "Length", IrType.Int) : null;
            var part = new BufferPart(memory, state.Values.New(variable.Type, variable.Name), state.NewVariable(variable.Name + "Start", IrType.Int), count, common);
            state.Environment[part.Start] = place?.Start;
            if (count is not null)
            {
                state.Environment[count] = place?.Count;
            }

            rooms.BufferParts.Add(variable, part);
            state.Environment[variable] = part.Mark;
        }
    }

    private (Value Start, Value Count) Place(Value buffer, IReadOnlyList<(Value Root, Value? Offset)> places)
    {
        (Value root, Value? offset) = places.First(place => place.Root.Id == rooms.Views.Root(buffer).Id);
        (Value start, Value count) = rooms.Views.Within(buffer, root)!.Value;
        return (offset is null ? start : state.Block.Add(offset, start), count);
    }

    /// <summary>Whether a <c>foreach</c> loop around this place runs over a memory.</summary>
    public bool IsWalked(Value root) => _walked.Any(buffer => rooms.Views.Root(buffer).Id == root.Id);

    /// <summary>A <c>foreach</c> loop over the buffers.</summary>
    public Exits Walking(Value[] buffers, Func<Exits> translate)
    {
        _walked.AddRange(buffers);
        Exits exits = translate();
        _walked.RemoveRange(_walked.Count - buffers.Length, buffers.Length);
        return exits;
    }

    /// <summary>A loop must not make a variable refer to something else than a part of its memory: the next iteration takes it for one.</summary>
    public void CheckParts(Branch body)
    {
        foreach (Variable variable in rooms.BufferParts.Parted.Where(variable => variable.Index < state.Environment.Count).ToList())
        {
            if (rooms.BufferParts.PartOf(variable) is { } part && body.Environment[variable]?.Id != part.Mark.Id && rooms.Variables.ReboundAt(variable) is { } at)
            {
                faults.Report(Descriptors.BufferReassigned, at, variable.Name!);
                state.LeaveOut();
            }
        }
    }

    /// <summary>The contents of parameters that were gathered go back to where the caller looks for them.</summary>
    public void ReturnGathered()
    {
        foreach ((Value parameter, Value gathered) in _gatheredParameters)
        {
            state.Block.Append(new Copy(gathered, parameter));
        }
    }
}
