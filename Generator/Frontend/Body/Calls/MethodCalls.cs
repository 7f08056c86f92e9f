using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Calls that stay calls in the IR: of methods with rules, of derivatives, of what calls itself.</summary>
internal sealed class MethodCalls(BodyState state, Faults faults, Rooms rooms)
{
    private readonly SharedMemory _shared = new(state.Translation.Callees.Methods);

    public Value[] Invoke(IInvocationOperation call, Method callee, IReadOnlyList<Variable?> targets)
    {
        if (callee.HasStructures || callee.HasRuns)
        {
            return rooms.LeafCalls.Invoke(call, callee, targets);
        }

        var arguments = new Value?[callee.Parameters.Count];
        var places = new Place?[callee.Parameters.Count];
        bool mayOverlap = callee.Parameters.Count(parameter => parameter.YieldsScalar || parameter.Type is BufferType) > 1;
        foreach (IArgumentOperation argument in rooms.Arguments.AsTaken(call))
        {
            int ordinal = argument.Parameter!.Ordinal;
            if (callee.Parameters[ordinal].YieldsScalar)
            {
                places[ordinal] = LocateReference(argument.Value, mayOverlap);
            }
            else
            {
                arguments[ordinal] = Argument(argument, callee, callee.Parameters[ordinal]);
            }
        }

        CheckAliases(call, places);
        CheckElements(call, callee, arguments);
        for (int i = 0; i < places.Length; i++)
        {
            // A reference shows what the later arguments assigned, so it is read after them.
            arguments[i] = callee.Parameters[i].Passing == Passing.Ref ? rooms.Contents.Read(places[i]!, call.Syntax) : arguments[i];
        }

        return Append(call, callee, [.. arguments.OfType<Value>()], [.. places.OfType<Place>()], targets);
    }

    public Value Argument(IArgumentOperation argument, Method callee, Parameter parameter)
    {
        Value value = rooms.Expressions.Evaluate(argument.Value);
        // Generated code calls such a method, rather than containing its body.
        if ((callee.Body is null || callee.IsRecursive) && parameter.Type is BufferType { Kind: BufferKind.Array } && !UnknownType.Is(value) && !IsLastingArray(value))
        {
            faults.ReportUnsupported(
                argument.Syntax,
                $"Passing memory that is no array in generated code to the array parameter '{parameter.Name}' of a method with a rule",
                "Make the parameter a ReadOnlySpan");
        }

        if (parameter.IsWritableSpan && !UnknownType.Is(value))
        {
            rooms.Origins.CheckWritable(value, argument.Syntax);
        }

        return value;
    }

    /// <param name="mayOverlap">Whether the callee can see the element through another parameter.</param>
    public Place LocateReference(IOperation argument, bool mayOverlap)
    {
        Place place = rooms.Places.Locate(argument);
        if (place is ElementPlace or ChosenPlace && mayOverlap)
        {
            faults.ReportUnsupported(
                argument.Syntax,
                "Passing an element by reference to a method with a rule that may reach it in another way too",
                "Pass a local and store it afterwards");
            return new NoPlace();
        }

        return place;
    }

    // What the body allocates becomes native memory, and the parameter of a called method may stand for that.
    private bool IsLastingArray(Value value) => rooms.Origins.Of(value) is { } origin
        && (origin is IFieldSymbol || (origin is IParameterSymbol && (state.Translation.Callees.IsRoot(state.Method) || state.Translation.Callees.Recursion.Contains(state.Method))));

    private void CheckAliases(IInvocationOperation call, Place?[] places)
    {
        foreach (IArgumentOperation argument in call.Arguments.Where(argument => argument.Parameter!.RefKind != RefKind.None))
        {
            bool isShared = argument.Value is ILocalReferenceOperation or IParameterReferenceOperation
                && rooms.Places.Locate(argument.Value) is VariablePlace { Variable: var variable }
                && places.Where((place, i) => i != argument.Parameter!.Ordinal && place is VariablePlace other && other.Variable == variable).Any();
            if (isShared)
            {
                faults.Report(Descriptors.AliasedReference, argument.Syntax, argument.Value.Syntax.ToString());
            }
        }
    }

    // An element passed as 'in' shows what the method writes to its buffer; its value here is that of the call.
    private void CheckElements(IInvocationOperation call, Method callee, Value?[] arguments)
    {
        HashSet<int> written = [.. callee.Parameters
            .Select((parameter, i) => parameter.IsWritableSpan ? arguments[i] : null)
            .OfType<Value>()
            .Select(buffer => rooms.Views.Root(buffer).Id)];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            int ordinal = argument.Parameter!.Ordinal;
            if (callee.Parameters[ordinal].Passing == Passing.In && Elements.NamesElement(argument.Value) && arguments[ordinal] is { } element
                && state.Block.Operations.OfType<Load>().Any(load => load.Result.Id == element.Id && written.Contains(rooms.Views.Root(load.Buffer).Id)))
            {
                faults.ReportUnsupported(
                    argument.Syntax,
                    "Passing an element by reference to a method that writes its buffer",
                    "Pass a local that holds its value");
            }
        }
    }

    public Value[] Append(IInvocationOperation call, Method callee, Value[] arguments, Place[] places, IReadOnlyList<Variable?> targets)
    {
        Value[] results = [.. callee.Return.Components.Select((component, i) => state.Values.New(component.Type, Targets.Name(targets, i)))];
        IrType[] types = [.. callee.Parameters.Where(parameter => parameter.YieldsScalar).Select(parameter => parameter.Type)];
        Value[] references = [.. types.Select((type, i) => state.Values.New(type, Targets.NameOf(places[i])))];
        bool isKnown = !arguments.Any(UnknownType.Is);
        if (isKnown)
        {
            var appended = new Call([.. results, .. references], callee.Key, arguments.ToEquatableArray());
            state.Block.Append(appended);
            _shared.Note(appended, call.Syntax);
            state.PassiveStores.Note(appended, faults.StoresActive(call.Syntax), faults.AtCall(call.Syntax, call.TargetMethod));
        }

        for (int i = 0; i < places.Length; i++)
        {
            rooms.Contents.Store(places[i], isKnown ? references[i] : state.Unknown(), call.Syntax);
        }

        return isKnown ? results : [.. results.Select(_ => state.Unknown())];
    }

    public bool SharesMemory(Block block, List<DiagnosticInfo> diagnostics)
    {
        diagnostics.AddRange(_shared.FindIn(block).Select(found => new DiagnosticInfo(
            Descriptors.NestedDerivative.Id,
            [found.Derivative, "it would write a buffer that it also gets as another argument, which only a call of its own checks; pass separate buffers"],
            SourceSpan.Of(found.At),
            [])));
        return diagnostics.Count > 0;
    }
}
