using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    private const string ChooseElsewhere = "Choose an index or a value with 'if' instead, or work on either element in its branch";

    /// <summary>The block in which a <c>ref</c> local was declared: only there can it be made to refer to something else.</summary>
    private readonly Dictionary<ISymbol, BlockBuilder> _referenceBlocks = new(SymbolEqualityComparer.Default);

    /// <summary><c>ref double r = ref x[i]</c>: the local is another name for the place.</summary>
    private void DeclareReference(IVariableDeclaratorOperation declarator)
    {
        IOperation? value = declarator.GetVariableInitializer()?.Value;
        if (Structs.Is(declarator.Symbol.Type))
        {
            _frame.Add(declarator.Symbol, value is null ? [] : Located(value) ?? Unlocated(value));
            return;
        }

        if (value is not null && IsReferredAgain(declarator) is { Count: > 0 } others)
        {
            ChosenPlace chosen = Among([value, .. others]);
            Refer(chosen, value);
            _frame.Add(declarator.Symbol, chosen);
            return;
        }

        _frame.Add(declarator.Symbol, value is null ? new NoPlace() : Kept(Locate(value)));
        _referenceBlocks[declarator.Symbol] = _block;
    }

    private Place[] Unlocated(IOperation value)
    {
        Unsupported(value);
        return Frame.PlacesOf(Structs.Leaves(value.Type)!.Select(_ => NewVariable(null, UnknownType.Instance)));
    }

    /// <summary><c>r = ref x[j]</c>.</summary>
    private Value Refer(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation { Local: var target } && _frame.Reference(target) is ChosenPlace chosen)
        {
            Refer(chosen, assignment.Value);
            return ReadPlace(Settled(chosen), assignment.Syntax);
        }

        if (assignment.Target is not ILocalReferenceOperation { Local: var local }
            || !_referenceBlocks.TryGetValue(local, out BlockBuilder block)
            || block != _block)
        {
            ReportUnsupported(assignment.Syntax, "A 'ref' variable that refers to different elements depending on the path taken", ChooseElsewhere);
            return Unknown();
        }

        Place place = Locate(assignment.Value);
        _frame.Add(local, place);
        return ReadPlace(place, assignment.Syntax);
    }

    /// <summary>The place to which a call of a function that returns by reference refers.</summary>
    private Place PlaceOf(IInvocationOperation call)
    {
        Function? function = Called(call, _frame);
        if (function is not null && (function is Closure || (IsCallable(call, function.Symbol) && NeedsPlace(call, function.Symbol))))
        {
            return InPlace(call, function, [])?.ReturnedPlace ?? Disregarded(call);
        }

        if (!UsesReported(call))
        {
            ReportNoDerivative(call, call.TargetMethod, "it returns by reference and its source is not in this project");
        }

        return Disregarded(call);
    }

    private Place Disregarded(IInvocationOperation call)
    {
        Disregard(call);
        _hasUnknown = true;
        return new NoPlace();
    }

    private void ReturnReference(IReturnOperation @return)
    {
        if (_frame.ReturnedPlace is null && _block == _frame.Block && @return.ReturnedValue is { } value)
        {
            _frame.ReturnedPlace = Locate(value);
            return;
        }

        bool isReported = _frame.ReturnedPlace is NoPlace;
        _frame.ReturnedPlace = new NoPlace();
        if (isReported)
        {
            return;
        }

        ReportUnsupported(@return.Syntax, "A method that returns a reference to different elements depending on the path taken", ChooseElsewhere);
    }

    private static bool IsElement(IOperation operation) =>
        operation is IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IInlineArrayAccessOperation or IPropertyReferenceOperation { Arguments.Length: 1 };

    private static bool IsLocation(IOperation operation) =>
        IsElement(operation) || operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation { Field.IsStatic: false };

    private bool MayBeElement(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => _frame.Reference(local.Local) is ElementPlace or ChosenPlace,
        IParameterReferenceOperation parameter => _frame.Reference(parameter.Parameter) is ElementPlace or ChosenPlace,
        IInvocationOperation or IConditionalOperation => true,
        _ => IsElement(operation),
    };
}
