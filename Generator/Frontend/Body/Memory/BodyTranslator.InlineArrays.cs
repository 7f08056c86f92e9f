using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Inline arrays. As a value, one is all its numbers, like any structure; a variable of such a type is memory, one buffer for each
/// leaf of the innermost elements, so that an index known at run time is an index, and a span of it a view.
/// </summary>
internal sealed partial class BodyTranslator
{
    /// <summary>An element's number in its buffer: so many behind another number, or behind the start.</summary>
    private readonly Dictionary<int, (Value? From, int Offset)> _numbers = [];

    /// <summary>How many elements the memory of a variable has.</summary>
    private readonly Dictionary<int, int> _inlineLengths = [];

    /// <summary>Memory of the receiver of a marked method.</summary>
    private readonly HashSet<int> _receiverMemory = [];

    private Place[] DeclarePlaces(ILocalSymbol local, SyntaxNode at)
    {
        if (!InlineArray.IsIn(local.Type) || local.RefKind != RefKind.None || Structs.Leaves(local.Type) is null)
        {
            return Frame.PlacesOf(Declare(local, at));
        }

        return _frame.Places(local) ?? Bind(local, local.Name, local.Type, _frame);
    }

    private Place[] Bind(ISymbol symbol, string? name, ITypeSymbol type, Frame frame)
    {
        if (InlineArray.IsIn(type))
        {
            Place[] places = NewPlaces(name, type);
            frame.Add(symbol, places);
            return places;
        }

        Variable[] variables = NewVariables(name, Structs.Leaves(type)!);
        frame.Add(symbol, variables);
        return Frame.PlacesOf(variables);
    }

    /// <summary>The places of a new variable.</summary>
    private Place[] NewPlaces(string? name, ITypeSymbol type)
    {
        IReadOnlyList<Leaf> leaves = Structs.Leaves(type)!;
        return InlineArray.IsIn(type) ? [.. Places(name, type, leaves)] : Frame.PlacesOf(NewVariables(name, leaves));
    }

    private IEnumerable<Place> Places(string? name, ITypeSymbol type, IReadOnlyList<Leaf> leaves)
    {
        if (InlineArray.Of(type) is { } array)
        {
            return NewElements(name, array, leaves);
        }

        return Structs.Fields(type) is not { } fields || Structs.Buffer(type) is not null
            ? NewVariables(name, [leaves[0] with { Suffix = "" }]).Select(variable => new VariablePlace(variable))
            : fields.SelectMany(field => Places(
                name is null ? null : name + Passes.Naming.Pascal(field.Member.Name),
                field.Type,
                [.. leaves.Skip(field.Start).Take(field.Leaves.Count)]));
    }

    private IEnumerable<Place> NewElements(string? name, InlineArray array, IReadOnlyList<Leaf> leaves)
    {
        int count = array.Length;
        while (InlineArray.Of(array.Element) is { } inner)
        {
            array = inner;
            count *= inner.Length;
        }

        int size = leaves.Count / count;
        Value length = _block.Constant(count);
        Value[] buffers = [.. leaves.Take(size).Select(leaf => NewLeafBuffer(leaf, BufferKind.Span, length, name))];
        Value[] numbers = [.. Enumerable.Range(0, count).Select(i => Number(null, i))];
        foreach (Value buffer in buffers)
        {
            _inlineLengths[buffer.Id] = count;
        }

        return leaves.Select((_, i) => new ElementPlace(buffers[i % size], numbers[i / size]));
    }

    private Value Number(Value? from, int offset)
    {
        Value number = from is null ? _block.Constant(offset) : offset == 0 ? from : _block.Add(from, _block.Constant(offset));
        _numbers[number.Id] = (from, offset);
        return number;
    }

    /// <summary>A parameter of the marked method; inline arrays in it become memory, with what they hold on entry.</summary>
    private void DeclareParameter(IParameterSymbol symbol, Variable[] variables)
    {
        if (Structs.Is(symbol.Type) && InlineArray.IsIn(symbol.Type))
        {
            Initialise(Bind(symbol, symbol.Name, symbol.Type, _frame), variables);
        }
        else
        {
            _frame.Add(symbol, variables);
        }
    }

    private void DeclareReceiver(IReadOnlyList<Parameter> receiver, ITypeSymbol type)
    {
        IReadOnlyList<Leaf> leaves = Structs.Leaves(type)!;
        foreach (Parameter parameter in receiver)
        {
            Variable variable = NewVariable(parameter.Value!.Name, parameter.Type, leaves[parameter.Leaf].PassiveBy);
            _receiver.Add(variable);
            _environment[variable] = parameter.Value;
        }

        if (!InlineArray.IsIn(type))
        {
            _frame.Add(type, [.. _receiver]);
            return;
        }

        Place[] places = Bind(type, "self", type, _frame);
        Initialise(places, [.. _receiver]);
        _receiverMemory.UnionWith(places.OfType<ElementPlace>().Select(place => place.Buffer.Id));
        _receiver.AddRange(places.OfType<VariablePlace>().Select(place => place.Variable));
    }

    private void Initialise(Place[] places, IReadOnlyList<Variable> variables)
    {
        for (int i = 0; i < places.Length; i++)
        {
            if (variables[i].PassiveBy is { } passive && places[i] is ElementPlace { Buffer: var memory } && !_passive.IsNoted(memory))
            {
                _passive.NoteMemory(memory, passive);
            }

            if (_environment[variables[i]] is not { } held)
            {
                continue;
            }

            if (places[i] is VariablePlace { Variable: var variable })
            {
                _environment[variable] = held;
            }
            else
            {
                _block.Append(new Store(((ElementPlace)places[i]).Buffer, ((ElementPlace)places[i]).Index, held));
            }
        }
    }

    private void CheckReceiver(Variable variable, SyntaxNode at)
    {
        if (_receiver.Contains(variable))
        {
            ReportReceiverAssigned(at);
        }
    }

    private void CheckReceiver(Value buffer, SyntaxNode at)
    {
        if (_receiverMemory.Contains(Root(buffer).Id))
        {
            ReportReceiverAssigned(at);
        }
    }

    private void ReportReceiverAssigned(SyntaxNode at) => ReportUnsupported(
        at,
        $"Assigning a part of the receiver of a {(_translation.Callees.IsRoot(_method) ? "marked" : "recursive")} method",
        "Return the new value, or make the method static with a 'ref' parameter");
}
