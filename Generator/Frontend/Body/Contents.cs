using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What is in places: read and stored.</summary>
internal sealed class Contents(BodyState state, Faults faults, Rooms rooms)
{
    public Value Read(Place place, SyntaxNode at) => place switch
    {
        VariablePlace { Variable: var variable } => rooms.Variables.Current(variable, at),
        ElementPlace element => state.Block.Load(element.Buffer, element.Index),
        PropertyPlace property => rooms.Properties.Get(property)[0],
        ChosenPlace chosen => rooms.ChosenReferences.ReadChosen(chosen, at),
        _ => state.Unknown(),
    };

    public Value[] ReadAll(Place[] places, SyntaxNode at) => [.. places.Select(place => Read(place, at))];

    public void Store(Place place, Value value, SyntaxNode at)
    {
        switch (place)
        {
            case VariablePlace { Variable: var variable }:
                if (rooms.Renewal.TakesOver(variable, value, at))
                {
                    break;
                }

                if (variable.Type is BufferType)
                {
                    rooms.Variables.NoteRebound(variable, at);
                }

                rooms.Receiver.CheckNotAssigned(variable, at);
                if (variable.PassiveBy is { } passive && !UnknownType.Is(value))
                {
                    state.PassiveStores.Note(value, passive, faults.StoresActive(at));
                }

                if (!rooms.BufferParts.Refer(variable, value))
                {
                    state.Environment[variable] = value;
                }

                break;
            case ChosenPlace chosen:
                rooms.ChosenReferences.Store(chosen, value, at);
                break;
            case PropertyPlace property:
                rooms.Properties.Set(property, [value], property.Property);
                break;
            case RowPlace row:
                rooms.JaggedArrays.Replace(row, value, at);
                break;
            case ElementPlace element:
                rooms.Origins.CheckWritable(element.Buffer, at);
                rooms.Receiver.CheckNotAssigned(element.Buffer, at);
                if (!UnknownType.Is(value))
                {
                    Write(new Store(element.Buffer, element.Index, value), at);
                }

                break;
        }
    }

    public void Assign(Variable[] variables, Value[] values, SyntaxNode at)
    {
        for (int i = 0; i < variables.Length; i++)
        {
            Store(new VariablePlace(variables[i]), i < values.Length ? values[i] : state.Unknown(), at);
        }
    }

    public void Assign(Place[] places, Value[] values, SyntaxNode at)
    {
        for (int i = 0; i < places.Length; i++)
        {
            Store(places[i], i < values.Length ? values[i] : state.Unknown(), at);
        }
    }

    public void Write(Operation operation, SyntaxNode at)
    {
        state.Block.Append(operation);
        state.PassiveStores.Note(operation, faults.StoresActive(at));
    }
}
