using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// References that depend on the path taken: <c>if (c) r = ref b;</c>. All that one may refer to is known from the text; which of it,
/// a number says, like any number that branches and loops change. Elements of one memory are one option, with the index as a number.
/// </summary>
internal sealed class ChosenReferences(BodyState state, Faults faults, Rooms rooms)
{
    public const string ChooseElsewhere = "Choose an index or a value with 'if' instead, or work on either element in its branch";

    /// <summary>What a <c>ref</c> local is made to refer to inside a statement after its declaration; none if only beside it.</summary>
    public static List<IOperation> IsReferredAgain(IVariableDeclaratorOperation declarator)
    {
        IOperation? around = OperationTree.Ancestors(declarator).FirstOrDefault(operation => operation is IBlockOperation or ISwitchCaseOperation);
        ISimpleAssignmentOperation[] assignments =
        [
            .. (around?.Descendants() ?? []).OfType<ISimpleAssignmentOperation>().Where(assignment => assignment.IsRef
                && assignment.Target is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, declarator.Symbol)),
        ];
        bool isPlain = assignments.All(assignment => assignment.Parent is IExpressionStatementOperation statement && statement.Parent == around);
        return isPlain ? [] : [.. assignments.Select(assignment => assignment.Value)];
    }

    /// <summary>A place that can be any of those that the expressions name.</summary>
    public ChosenPlace Among(IEnumerable<IOperation> values)
    {
        var options = new List<PlaceOption>();
        foreach (IOperation value in values.SelectMany(Arms))
        {
            foreach (PlaceOption option in ChosenOf(value)?.Options ?? (OptionOf(value) is { } only ? [only] : []))
            {
                if (!options.Any(known => IsSame(known, option)))
                {
                    options.Add(option.Memory is null ? option : option with { Index = state.NewVariable("index", IrType.Int) });
                }
            }
        }

        return new ChosenPlace(state.NewVariable("which", IrType.Int), options);
    }

    private static IEnumerable<IOperation> Arms(IOperation value) =>
        value is IConditionalOperation { IsRef: true, WhenFalse: { } whenFalse } conditional ? Arms(conditional.WhenTrue).Concat(Arms(whenFalse)) : [value];

    private ChosenPlace? ChosenOf(IOperation value) => value switch
    {
        ILocalReferenceOperation { Local: var local } => state.Frame.Reference(local) as ChosenPlace,
        IParameterReferenceOperation { Parameter: var parameter } => state.Frame.Reference(parameter) as ChosenPlace,
        _ => null,
    };

    private static bool IsSame(PlaceOption left, PlaceOption right) =>
        left.Memory is { } memory ? memory.Id == right.Memory?.Id : right.Memory is null && Equals(left.Place, right.Place);

    /// <summary>What an expression refers to, without evaluating it; null where that is not known yet.</summary>
    private PlaceOption? OptionOf(IOperation value)
    {
        if (Elements.Of(value) is (ILocalReferenceOperation or IParameterReferenceOperation, _) element)
        {
            ISymbol symbol = (element.Buffer as ILocalReferenceOperation)?.Local ?? (ISymbol)((IParameterReferenceOperation)element.Buffer).Parameter;
            return state.Frame.Find(symbol) is [{ Type: BufferType } buffer] && rooms.BufferParts.PartOf(buffer) is null && state.Environment[buffer] is { Type: BufferType } memory
                ? new PlaceOption(null, rooms.Views.Root(memory), null)
                : null;
        }

        Place? place = value switch
        {
            ILocalReferenceOperation { Local: var local } => state.Frame.Reference(local) ?? Named(state.Frame.Find(local)),
            IParameterReferenceOperation { Parameter: var parameter } => state.Frame.Reference(parameter) ?? Named(state.Frame.Find(parameter)),
            _ => rooms.Places.Named(value) is [VariablePlace part] ? part : null,
        };
        return place is VariablePlace or ElementPlace ? new PlaceOption(place, null, null) : null;

        static Place? Named(Variable[]? variables) => variables is [{ Type: ScalarType or OpaqueType } only] ? new VariablePlace(only) : null;
    }

    /// <summary>From here on the place is the one that the expression names.</summary>
    public void Refer(ChosenPlace chosen, IOperation value)
    {
        if (value is IConditionalOperation { IsRef: true, WhenFalse: { } whenFalse } conditional)
        {
            rooms.Branches.Choose(rooms.Expressions.Evaluate(conditional.Condition), () => Referred(conditional.WhenTrue), () => Referred(whenFalse), []);
            return;
        }

        if (ChosenOf(value) is { } other && other.Options.All(option => chosen.Options.Any(own => IsSame(own, option))))
        {
            Refer(chosen, other, 0);
            return;
        }

        int option = Located(value, chosen, out Value? index);
        if (option < 0)
        {
            faults.ReportUnsupported(
                value.Syntax,
                "A 'ref' variable that refers to different places depending on the path taken, of which this one is not known where it is declared,",
                ChooseElsewhere);
            state.LeaveOut();
            return;
        }

        Refer(chosen, option, index);

        Value[] Referred(IOperation arm)
        {
            Refer(chosen, arm);
            return [];
        }
    }

    private Value[] Refer(ChosenPlace chosen, int option, Value? index)
    {
        state.Environment[chosen.Which] = state.Block.Constant(option);
        if (index is not null)
        {
            state.Environment[chosen.Options[option].Index!] = index;
        }

        return [];
    }

    /// <summary>From here on the place is the one that another is now.</summary>
    private Value[] Refer(ChosenPlace chosen, ChosenPlace other, int option)
    {
        Value[] Own() => Refer(
            chosen,
            chosen.Options.ToList().FindIndex(own => IsSame(own, other.Options[option])),
            other.Options[option].Index is { } index ? state.VersionOf(index) : null);
        return option == other.Options.Count - 1 ? Own() : rooms.Branches.Choose(IsIt(other, option), Own, () => Refer(chosen, other, option + 1), []);
    }

    private int Located(IOperation value, ChosenPlace chosen, out Value? index)
    {
        index = null;
        if (OptionOf(value) is { Memory: null } fixedPlace)
        {
            return chosen.Options.ToList().FindIndex(option => IsSame(option, fixedPlace));
        }

        if (Elements.Of(value) is null || rooms.Places.Locate(value) is not ElementPlace element)
        {
            return -1;
        }

        Value memory = rooms.Views.Whole(element.Buffer);
        // The index into a slice would be checked against the whole.
        index = element.Index;
        return chosen.Options.ToList().FindIndex(option => option.Memory?.Id == memory.Id);
    }

    /// <summary>What a reference refers to now, whatever that is made to refer to later.</summary>
    public Place Kept(Place place)
    {
        if (place is not ChosenPlace chosen)
        {
            return place;
        }

        Variable Copied(Variable variable)
        {
            Variable copy = state.NewVariable(variable.Name, variable.Type);
            state.Environment[copy] = state.VersionOf(variable);
            return copy;
        }

        return new ChosenPlace(
            Copied(chosen.Which), [.. chosen.Options.Select(option => option.Index is { } index ? option with { Index = Copied(index) } : option)]);
    }

    /// <summary>A place that can only be an element of one memory is the element that it is now.</summary>
    public Place Settled(Place place) => place is ChosenPlace { Options: [{ Memory: { } memory, Index: { } index }] }
        ? new ElementPlace(memory, state.VersionOf(index))
        : place;

    private Place OptionAt(ChosenPlace chosen, int option) => chosen.Options[option] is { Memory: { } memory, Index: { } index }
        ? new ElementPlace(memory, state.VersionOf(index))
        : chosen.Options[option].Place!;

    public Place Either(IConditionalOperation conditional)
    {
        ChosenPlace chosen = Among([conditional]);
        Refer(chosen, conditional);
        return Settled(chosen);
    }

    public Value ReadChosen(ChosenPlace chosen, SyntaxNode at) => chosen.Options.Count == 0 ? state.Unknown() : ReadFrom(chosen, 0, at);

    private Value ReadFrom(ChosenPlace chosen, int option, SyntaxNode at) => option == chosen.Options.Count - 1
        ? rooms.Contents.Read(OptionAt(chosen, option), at)
        : rooms.Branches.Choose(IsIt(chosen, option), () => [rooms.Contents.Read(OptionAt(chosen, option), at)], () => [ReadFrom(chosen, option + 1, at)], [])[0];

    private Value IsIt(ChosenPlace chosen, int option) =>
        rooms.Arithmetic.Compare(Opcode.Equal, state.VersionOf(chosen.Which), state.Block.Constant(option));

    public void Store(ChosenPlace chosen, Value value, SyntaxNode at, int option = 0)
    {
        if (option >= chosen.Options.Count - 1)
        {
            rooms.Contents.Store(chosen.Options.Count == 0 ? new NoPlace() : OptionAt(chosen, option), value, at);
            return;
        }

        rooms.Branches.Choose(
            IsIt(chosen, option),
            () => Stored(() => rooms.Contents.Store(OptionAt(chosen, option), value, at)),
            () => Stored(() => Store(chosen, value, at, option + 1)),
            []);

        static Value[] Stored(Action store)
        {
            store();
            return [];
        }
    }
}
