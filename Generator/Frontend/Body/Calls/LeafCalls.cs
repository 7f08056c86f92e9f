using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Calls of a derivative, or of a recursive method, with structures or arrays of several dimensions among its parameters, each of
/// which is its leaves; what is passive in a derivative is at its default.
/// </summary>
internal sealed class LeafCalls(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>
    /// A call of a derivative, or of a recursive method, with structures or arrays of several dimensions among its parameters, each of
    /// which is its leaves; what is passive in a derivative is at its default.
    /// </summary>
    public Value[] Invoke(IInvocationOperation call, Method callee, IReadOnlyList<Variable?> targets)
    {
        Parameter[][] declared = [.. callee.Parameters.GroupBy(parameter => parameter.DeclaredName).Select(leaves => leaves.ToArray())];
        var handed = new HandedLeaves();
        int first = declared[0][0].Of is { IsReceiver: true } ? 1 : 0;
        bool isVariable = first > 0 && Elements.IsVariable(call.Instance!);
        if (first > 0 && !isVariable)
        {
            AddValues(call.Instance!, declared[0], handed);
        }

        foreach (IArgumentOperation argument in rooms.Arguments.AsTaken(call))
        {
            Add(argument, callee, declared[first + argument.Parameter!.Ordinal], handed);
        }

        if (isVariable)
        {
            // The receiver, too, is handed on as it is.
            AddValues(call.Instance!, declared[0], handed);
        }

        CheckApart(call, declared, handed.Places);
        foreach (Parameter reference in callee.Parameters.Where(parameter => parameter.Passing == Passing.Ref))
        {
            // A reference shows what the later arguments assigned, so it is read after them.
            handed.Values.Add(reference.Name, rooms.Contents.Read(handed.Places[reference.Name], call.Syntax));
        }

        Value[] results = rooms.MethodCalls.Append(
            call,
            callee,
            [.. callee.Parameters.Where(parameter => handed.Values.ContainsKey(parameter.Name)).Select(parameter => handed.Values[parameter.Name])],
            [.. callee.Parameters.Where(parameter => handed.Places.ContainsKey(parameter.Name)).Select(parameter => handed.Places[parameter.Name])],
            targets);
        foreach ((Place place, IrType type) in handed.PassivePlaces)
        {
            rooms.Contents.Store(place, state.Zero(type), call.Syntax);
        }

        handed.PassiveMemory.ForEach(buffer => state.Block.Append(new Fill(buffer, state.Zero(((BufferType)buffer.Type).Element))));
        return results;
    }

    /// <summary>What a call hands on: values and places by the names of the parameters, and what is passive in derivatives that it writes.</summary>
    private sealed class HandedLeaves
    {
        public Dictionary<string, Value> Values { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Place> Places { get; } = new(StringComparer.Ordinal);

        public List<(Place Place, IrType Type)> PassivePlaces { get; } = [];

        public List<Value> PassiveMemory { get; } = [];
    }

    private void Add(IArgumentOperation argument, Method callee, Parameter[] leaves, HandedLeaves handed)
    {
        if (leaves is [{ Of: null, YieldsScalar: false } single])
        {
            handed.Values.Add(single.Name, rooms.MethodCalls.Argument(argument, callee, single));
        }
        else if (!leaves[0].YieldsScalar)
        {
            AddValues(argument.Value, leaves, handed);
        }
        else if (leaves[0].Of is null)
        {
            handed.Places.Add(leaves[0].Name, rooms.MethodCalls.LocateReference(argument.Value, mayOverlap: true));
        }
        else
        {
            handed.PassivePlaces.AddRange(AddPlaces(argument, leaves, handed.Places));
        }
    }

    private void AddValues(IOperation argument, Parameter[] leaves, HandedLeaves handed)
    {
        Value[] whole = rooms.Expressions.EvaluateAll(argument, []);
        foreach (Parameter leaf in leaves)
        {
            Value value = leaf.Leaf < whole.Length ? whole[leaf.Leaf] : state.Unknown();
            handed.Values.Add(leaf.Name, value);
            if (leaf.IsWritableSpan && !UnknownType.Is(value))
            {
                rooms.Origins.CheckWritable(value, argument.Syntax);
            }
        }

        if (leaves[0].IsWritableSpan && leaves[0].Of is not null)
        {
            HashSet<int> active = [.. leaves.Select(leaf => leaf.Leaf)];
            handed.PassiveMemory.AddRange(whole.Where((buffer, i) => !active.Contains(i) && !UnknownType.Is(buffer)));
        }
    }

    /// <summary>The places of the leaves that carry a derivative are added; those of the others are returned.</summary>
    private IEnumerable<(Place Place, IrType Type)> AddPlaces(IArgumentOperation argument, Parameter[] leaves, Dictionary<string, Place> places)
    {
        Place[] whole = rooms.Arguments.LocateAll(argument.Value, argument.Parameter!);
        IReadOnlyList<Leaf> all = Structs.Leaves(argument.Parameter!.Type)!;
        foreach (Parameter leaf in leaves)
        {
            places.Add(leaf.Name, leaf.Leaf < whole.Length ? whole[leaf.Leaf] : new NoPlace());
        }

        HashSet<int> active = [.. leaves.Select(leaf => leaf.Leaf)];
        return [.. Enumerable.Range(0, Math.Min(whole.Length, all.Count)).Where(i => !active.Contains(i)).Select(i => (whole[i], all[i].Type))];
    }

    private void CheckApart(IInvocationOperation call, Parameter[][] declared, Dictionary<string, Place> places)
    {
        var taken = new HashSet<Variable>();
        foreach (Parameter[] leaves in declared)
        {
            Variable[] own = [.. leaves.Select(leaf => places.TryGetValue(leaf.Name, out Place place) ? place : null).OfType<VariablePlace>().Select(place => place.Variable)];
            if (own.FirstOrDefault(taken.Contains) is { } shared)
            {
                faults.Report(Descriptors.AliasedReference, call.Syntax, shared.Name ?? leaves[0].DeclaredName);
            }

            taken.UnionWith(own);
        }
    }
}
