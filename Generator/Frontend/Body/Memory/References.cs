using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary><c>ref</c> locals and results: other names for places.</summary>
internal sealed class References(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>The block in which a <c>ref</c> local was declared: only there can it be made to refer to something else.</summary>
    private readonly Dictionary<ISymbol, BlockBuilder> _referenceBlocks = new(SymbolEqualityComparer.Default);

    /// <summary><c>ref double r = ref x[i]</c>: the local is another name for the place.</summary>
    public void Declare(IVariableDeclaratorOperation declarator)
    {
        IOperation? value = declarator.GetVariableInitializer()?.Value;
        if (Structs.Is(declarator.Symbol.Type))
        {
            state.Frame.Add(declarator.Symbol, value is null ? [] : rooms.Places.LocateAll(value) ?? Unlocated(value));
            return;
        }

        if (value is not null && ChosenReferences.IsReferredAgain(declarator) is { Count: > 0 } others)
        {
            ChosenPlace chosen = rooms.ChosenReferences.Among([value, .. others]);
            rooms.ChosenReferences.Refer(chosen, value);
            state.Frame.Add(declarator.Symbol, chosen);
            return;
        }

        state.Frame.Add(declarator.Symbol, value is null ? new NoPlace() : rooms.ChosenReferences.Kept(rooms.Places.Locate(value)));
        _referenceBlocks[declarator.Symbol] = state.Block;
    }

    /// <summary><c>r = ref x[j]</c>.</summary>
    public Value Refer(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation { Local: var target } && state.Frame.Reference(target) is ChosenPlace chosen)
        {
            rooms.ChosenReferences.Refer(chosen, assignment.Value);
            return rooms.Contents.Read(rooms.ChosenReferences.Settled(chosen), assignment.Syntax);
        }

        if (assignment.Target is not ILocalReferenceOperation { Local: var local }
            || !_referenceBlocks.TryGetValue(local, out BlockBuilder block)
            || block != state.Block)
        {
            faults.ReportUnsupported(assignment.Syntax, "A 'ref' variable that refers to different elements depending on the path taken", ChosenReferences.ChooseElsewhere);
            return state.Unknown();
        }

        Place place = rooms.Places.Locate(assignment.Value);
        state.Frame.Add(local, place);
        return rooms.Contents.Read(place, assignment.Syntax);
    }

    public void Return(IReturnOperation @return)
    {
        if (state.Frame.ReturnedPlace is null && state.Block == state.Frame.Block && @return.ReturnedValue is { } value)
        {
            state.Frame.ReturnedPlace = rooms.Places.Locate(value);
            return;
        }

        bool isReported = state.Frame.ReturnedPlace is NoPlace;
        state.Frame.ReturnedPlace = new NoPlace();
        if (isReported)
        {
            return;
        }

        faults.ReportUnsupported(@return.Syntax, "A method that returns a reference to different elements depending on the path taken", ChosenReferences.ChooseElsewhere);
    }

    public Place[] Unlocated(IOperation value)
    {
        faults.Unsupported(value);
        return Frame.PlacesOf(Structs.Leaves(value.Type)!.Select(_ => state.NewVariable(null, UnknownType.Instance)));
    }

    /// <summary>The place to which a call of a function that returns by reference refers.</summary>
    public Place PlaceOf(IInvocationOperation call)
    {
        Function? function = rooms.Functions.Called(call, state.Frame);
        if (function is not null && (function is Closure || (rooms.Calls.IsCallable(call, function.Symbol) && rooms.InPlaceCalls.NeedsPlace(call, function.Symbol))))
        {
            return rooms.InPlaceCalls.Enter(call, function, [])?.ReturnedPlace ?? Disregarded(call);
        }

        if (!faults.UsesReported(call))
        {
            faults.ReportNoDerivative(call, call.TargetMethod, "it returns by reference and its source is not in this project");
        }

        return Disregarded(call);
    }

    private Place Disregarded(IInvocationOperation call)
    {
        rooms.Calls.Disregard(call);
        state.LeaveOut();
        return new NoPlace();
    }

    public bool MayBeElement(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => state.Frame.Reference(local.Local) is ElementPlace or ChosenPlace,
        IParameterReferenceOperation parameter => state.Frame.Reference(parameter.Parameter) is ElementPlace or ChosenPlace,
        IInvocationOperation or IConditionalOperation => true,
        _ => Elements.Is(operation),
    };
}
