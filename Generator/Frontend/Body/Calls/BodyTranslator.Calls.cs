using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>The components of what a call returns; none for <c>void</c>.</summary>
    private Value[] Invoke(IInvocationOperation call, IReadOnlyList<Variable?> targets)
    {
        IMethodSymbol method = call.TargetMethod;
        if (GuardCall.Is(method))
        {
            Guard(call);
            return [];
        }

        if (OnNumber(call, targets) is { } computed)
        {
            return computed;
        }

        if (OnGrid(call) is { } measured)
        {
            return measured;
        }

        if (ArrayCall.Find(method) is { } ofParts)
        {
            return OnArray(call, ofParts);
        }

        if (BufferCall.Find(method) is { } structural && ReceiverOf(call) is { } memory && Structs.Buffer(memory.Type) is { } type)
        {
            return OnStructBuffer(call, structural, type);
        }

        if (BufferCall.Find(method) is { } kind)
        {
            return OnBuffer(call, kind, Targets.Name(targets));
        }

        Value[] outputs = Called(call, _frame) is { } function ? Apply(call, function, targets) : UnknownFunction(call);
        return method.ReturnsVoid || outputs.Length > 0 ? outputs : [Unknown()];
    }

    private Value[] Apply(IInvocationOperation call, Function function, IReadOnlyList<Variable?> targets)
    {
        IMethodSymbol method = function.Symbol;
        if (ElementaryCall.Find(method) is { } elementary && !HasOwnRule(method))
        {
            return [Elementary(call, method, elementary.Id, elementary.HasDerivative, Targets.Name(targets))];
        }

        if (ElementaryCall.IsSinCos(method) && !HasOwnRule(method))
        {
            return SinCos(call, targets);
        }

        if (function is NamedMethod && IsLevel(method))
        {
            return Callee(call, method) is { } level ? CallMethod(call, level, targets) : Disregard(call);
        }

        if (function is NamedMethod && IsStructMethod(method))
        {
            return OnStruct(call, method, targets);
        }

        if (Surrogates.IsWithValue(method))
        {
            return WithValue(call, targets);
        }

        if (Surrogates.IsTensorPrimitive(method) && !HasRule(method))
        {
            return Surrogates.Of(_translation.Compilation).Contains(call.Syntax) ? OfLibrary(call, method, targets) : OnTensors(call, method, targets);
        }

        if (function is Closure || (IsCallable(call, method) && NeedsPlace(call, method)))
        {
            return ResultsInPlace(call, function, targets);
        }

        Method? callee = IsCallable(call, method) ? Callee(call, method) : null;
        return callee is null ? Disregard(call) : CallMethod(call, callee, targets);
    }

    // A rule of the program stands before what is known of the method otherwise; libraries do not change what Math means.
    private bool HasOwnRule(IMethodSymbol method) => _translation.Rules.Find(method) is { IsOwn: true };

    private bool HasRule(IMethodSymbol method) => _translation.Rules.Find(method) is not null;

    private Value[] UnknownFunction(IInvocationOperation call)
    {
        if (!UsesReported(call))
        {
            ReportUnsupported(
                call.Syntax,
                call.TargetMethod.MethodKind == MethodKind.DelegateInvoke
                    ? $"The call of a delegate that is not known, '{FirstLine(call.Syntax)}',"
                    : $"The local function '{call.TargetMethod.Name}'",
                "Call a method, a lambda or local function, or a delegate that is one where it is declared");
        }

        return Disregard(call);
    }

    private static string FirstLine(SyntaxNode syntax) => syntax.ToString().Split('\r', '\n')[0];

    private bool IsCallable(IInvocationOperation call, IMethodSymbol method)
    {
        if (call.Instance is { } instance && GeneratedNames.IsGenerated(method) && !IsThis(instance) && !IsDerivativeOfStructure(method))
        {
            Report(Descriptors.NestedDerivative, call.Syntax, CSharpNames.Short(method), "it belongs to another object than the method that calls it");
            return false;
        }

        (string What, string Advice)? obstacle = method switch
        {
            { IsStatic: false, ContainingType.IsExtension: false } when !IsOnObject(call, method) && !IsDerivativeOfStructure(method) => ($"The instance method '{CSharpNames.Short(method)}'", "Call a static method"),
            _ when IsGeneric(method) && !HasRule(method) && !HasKnownTypes(method) =>
                ($"The generic method '{CSharpNames.Short(method)}'", "Call one of this project, with numbers or structures of numbers as type arguments"),
            { IsAbstract: true } or { IsVirtual: true } => ($"The virtual method '{CSharpNames.Short(method)}'", "Call a static method directly"),
            _ => null,
        };
        if (obstacle is { } found && !UsesReported(call))
        {
            ReportUnsupported(call.Syntax, found.What, found.Advice);
        }

        return obstacle is null;
    }

    private Method? Callee(IInvocationOperation call, IMethodSymbol method)
    {
        Callee callee = _translation.Callees.Require(_translation, method);
        switch (callee)
        {
            case { HasCompileErrors: true }:
                HasCompileErrors = true;
                break;
            case { Hidden: { } hidden }:
                Report(Descriptors.Inaccessible, call.Syntax, hidden, CSharpNames.Short(_translation.Home));
                break;
            case { NotNested: { } reason }:
                Report(Descriptors.NestedDerivative, call.Syntax, CSharpNames.Short(call.TargetMethod), reason);
                break;
            case { Missing: { } reason }:
                ReportNoDerivative(call, method, reason);
                break;
            case { Faults.Count: > 0 }:
                ReportFault(call.Syntax, method, callee.Faults);
                break;
        }

        _translation.Callees.Recursion.Note(method, call.Syntax);
        return callee.Method;
    }

    private Value[] CallMethod(IInvocationOperation call, Method callee, IReadOnlyList<Variable?> targets)
    {
        if (callee.HasStructures || callee.HasRuns)
        {
            return CallWithStructures(call, callee, targets);
        }

        var arguments = new Value?[callee.Parameters.Count];
        var places = new Place?[callee.Parameters.Count];
        bool mayOverlap = callee.Parameters.Count(parameter => parameter.YieldsScalar || parameter.Type is BufferType) > 1;
        foreach (IArgumentOperation argument in call.Arguments)
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
            arguments[i] = callee.Parameters[i].Passing == Passing.Ref ? ReadPlace(places[i]!, call.Syntax) : arguments[i];
        }

        return Append(call, callee, [.. arguments.OfType<Value>()], [.. places.OfType<Place>()], targets);
    }

    private Value Argument(IArgumentOperation argument, Method callee, Parameter parameter)
    {
        Value value = Evaluate(argument.Value);
        // Generated code calls such a method, rather than containing its body.
        if ((callee.Body is null || callee.IsRecursive) && parameter.Type is BufferType { Kind: BufferKind.Array } && !UnknownType.Is(value) && !IsLastingArray(value))
        {
            ReportUnsupported(
                argument.Syntax,
                $"Passing memory that is no array in generated code to the array parameter '{parameter.Name}' of a method with a rule",
                "Make the parameter a ReadOnlySpan");
        }

        if (parameter.IsWritableSpan && !UnknownType.Is(value))
        {
            CheckWritable(value, argument.Syntax);
        }

        return value;
    }

    // What the body allocates becomes native memory, and the parameter of a called method may stand for that.
    private bool IsLastingArray(Value value) => OriginOf(value) is { } origin
        && (origin is IFieldSymbol || (origin is IParameterSymbol && (_translation.Callees.IsRoot(_method) || _translation.Callees.Recursion.Contains(_method))));

    /// <param name="mayOverlap">Whether the callee can see the element through another parameter.</param>
    private Place LocateReference(IOperation argument, bool mayOverlap)
    {
        Place place = Locate(argument);
        if (place is ElementPlace or ChosenPlace && mayOverlap)
        {
            ReportUnsupported(
                argument.Syntax,
                "Passing an element by reference to a method with a rule that may reach it in another way too",
                "Pass a local and store it afterwards");
            return new NoPlace();
        }

        return place;
    }

    private void CheckAliases(IInvocationOperation call, Place?[] places)
    {
        foreach (IArgumentOperation argument in call.Arguments.Where(argument => argument.Parameter!.RefKind != RefKind.None))
        {
            bool isShared = argument.Value is ILocalReferenceOperation or IParameterReferenceOperation
                && Locate(argument.Value) is VariablePlace { Variable: var variable }
                && places.Where((place, i) => i != argument.Parameter!.Ordinal && place is VariablePlace other && other.Variable == variable).Any();
            if (isShared)
            {
                Report(Descriptors.AliasedReference, argument.Syntax, argument.Value.Syntax.ToString());
            }
        }
    }

    private Value[] Append(IInvocationOperation call, Method callee, Value[] arguments, Place[] places, IReadOnlyList<Variable?> targets)
    {
        Value[] results = [.. callee.Return.Components.Select((component, i) => _values.New(component.Type, Targets.Name(targets, i)))];
        IrType[] types = [.. callee.Parameters.Where(parameter => parameter.YieldsScalar).Select(parameter => parameter.Type)];
        Value[] references = [.. types.Select((type, i) => _values.New(type, NameOf(places[i])))];
        bool isKnown = !arguments.Any(UnknownType.Is);
        if (isKnown)
        {
            var appended = new Call([.. results, .. references], callee.Key, arguments.ToEquatableArray());
            _block.Append(appended);
            _shared.Note(appended, call.Syntax);
            _passive.Note(appended, StoresActive(call.Syntax), AtCall(call.Syntax, call.TargetMethod));
        }

        for (int i = 0; i < places.Length; i++)
        {
            Store(places[i], isKnown ? references[i] : Unknown(), call.Syntax);
        }

        return isKnown ? results : [.. results.Select(_ => Unknown())];
    }

    private bool SharesMemory(Block block, List<DiagnosticInfo> diagnostics)
    {
        diagnostics.AddRange(_shared.FindIn(block).Select(found => new DiagnosticInfo(
            Descriptors.NestedDerivative.Id,
            [found.Derivative, "it would write a buffer that it also gets as another argument, which only a call of its own checks; pass separate buffers"],
            SourceSpan.Of(found.At),
            [])));
        return diagnostics.Count > 0;
    }
}
