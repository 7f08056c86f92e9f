using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// What the translated method gets and gives: its parameters as variables, its results and references as what the block yields.
/// </summary>
internal sealed class Parameters(BodyState state, Rooms rooms)
{
    public void Declare()
    {
        if (state.Signature.OfReceiver is { Count: > 0 } receiver)
        {
            rooms.Receiver.Declare(receiver, state.Method.ContainingType);
        }

        foreach (IParameterSymbol symbol in state.Method.Parameters)
        {
            if (Objects.Is(symbol))
            {
                state.Frame.Add(symbol, new ObjectPath(CSharpNames.Identifier(symbol.Name), symbol.Type));
            }
            else if (Lists.Of(symbol.Type) is { } elements)
            {
                DeclareList(symbol, elements);
            }
            else
            {
                DeclareLeaves(symbol);
            }
        }
    }

    private void DeclareList(IParameterSymbol symbol, BufferType type)
    {
        Variable variable = state.NewVariable(symbol.Name, type);
        state.Environment[variable] = rooms.Fields.ListAt(symbol, type, CSharpNames.Identifier(symbol.Name));
        state.Frame.Add(symbol, [variable]);
    }

    private void DeclareLeaves(IParameterSymbol symbol)
    {
        var variables = new List<Variable>();
        IReadOnlyList<Leaf> leaves = Structs.Leaves(symbol.Type)!;
        foreach (Parameter parameter in state.Signature.Of(symbol))
        {
            string? name = parameter.Of is null ? symbol.Name : parameter.Value?.Name;
            Variable variable = state.NewVariable(name, parameter.Type, leaves[parameter.Leaf].PassiveBy ?? PassiveBy(parameter));
            variables.Add(variable);
            state.Environment[variable] = parameter.Value;
            if (parameter is { Value: { } value, Type: BufferType { Kind: not BufferKind.Span } })
            {
                rooms.Origins.Note(value, symbol);
            }
        }

        if (Grid.Of(symbol.Type) is { } grid)
        {
            variables.AddRange(rooms.GridArrays.DeclareLengths(symbol, grid, state.Environment[variables[0]]!));
        }

        if (MatrixView.Of(symbol.Type) is { } view)
        {
            variables.AddRange(DeclareLengths(symbol, view, state.Environment[variables[0]]!));
        }

        if (Jagged.Of(symbol.Type) is not null)
        {
            Variable bounds = state.NewVariable(symbol.Name + "Bounds", Jagged.Bounds);
            state.Environment[bounds] = rooms.Constants.Symbol(Jagged.Bounds, state.Signature.Of(symbol)[0].Bounds!, null);
            variables.Add(bounds);
        }

        DeclareOne(symbol, [.. variables]);
    }

    private IEnumerable<Variable> DeclareLengths(IParameterSymbol symbol, MatrixView view, Value elements)
    {
        for (int dimension = 0; dimension < view.Lengths.Count; dimension++)
        {
            string member = view.Lengths[dimension];
            Value length = state.Values.New(IrType.Int);
            state.Block.Append(new Length(length, elements, dimension, member));
            Variable variable = state.NewVariable(symbol.Name + member, IrType.Int);
            state.Environment[variable] = length;
            yield return variable;
        }
    }

    /// <summary>A parameter of the marked method; inline arrays in it become memory, with what they hold on entry.</summary>
    private void DeclareOne(IParameterSymbol symbol, Variable[] variables)
    {
        if (Structs.Is(symbol.Type) && InlineArray.IsIn(symbol.Type))
        {
            Hold(rooms.Variables.Bind(symbol, symbol.Name, symbol.Type, state.Frame), variables);
        }
        else
        {
            state.Frame.Add(symbol, variables);
        }
    }

    /// <summary>Puts what variables hold into places.</summary>
    public void Hold(Place[] places, IReadOnlyList<Variable> variables)
    {
        for (int i = 0; i < places.Length; i++)
        {
            if (variables[i].PassiveBy is { } passive && places[i] is ElementPlace { Buffer: var memory } && !state.PassiveStores.IsNoted(memory))
            {
                state.PassiveStores.NoteMemory(memory, passive);
            }

            if (state.Environment[variables[i]] is not { } held)
            {
                continue;
            }

            if (places[i] is VariablePlace { Variable: var variable })
            {
                state.Environment[variable] = held;
            }
            else
            {
                state.Block.Append(new Store(((ElementPlace)places[i]).Buffer, ((ElementPlace)places[i]).Index, held));
            }
        }
    }

    // Only to the marked method does [NoDerivative] say something: derivatives pass through the parameters of those that it calls.
    private string? PassiveBy(Parameter parameter) =>
        parameter is { YieldsScalar: true, IsActive: false, Type.IsDifferentiable: true } && state.Translation.Callees.IsRoot(state.Method)
            ? parameter.DeclaredName
            : null;

    /// <summary>The body as a block that yields the results.</summary>
    public Block Finish()
    {
        IEnumerable<Place> references = state.Method.Parameters
            .Where(parameter => state.Signature.Of(parameter)[0].YieldsScalar)
            .SelectMany(parameter => state.Frame.Places(parameter)!);
        rooms.Rebinding.ReturnGathered();
        Value[] yields = [.. Frame.PlacesOf(state.Frame.Results).Concat(references).Select(Last)];
        return state.Block.Finish(yields);

        Value Last(Place place) => place is ElementPlace element ? state.Block.Load(element.Buffer, element.Index)
            : state.VersionOf(((VariablePlace)place).Variable);
    }
}
