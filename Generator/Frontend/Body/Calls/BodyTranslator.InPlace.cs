using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>How often a helper may stand inside itself: an integral of an integral of an integral is no recursion.</summary>
    private const int OftenestNesting = 4;

    private const int DeepestNesting = 32;

    /// <summary>The functions that are being translated in place, outermost first.</summary>
    private readonly List<Function> _open = [];

    /// <summary>
    /// Whether a helper is translated where it is called, because the IR has no form for what it takes or returns: delegates,
    /// objects, memory, tuples as parameters, references to elements.
    /// </summary>
    private bool NeedsPlace(IInvocationOperation call, IMethodSymbol method) =>
        _translation.Rules.Find(method) is null
        && !GeneratedNames.IsGenerated(method)
        && MethodBody.Source(method, _translation) is not null
        && ((!method.IsStatic && !IsOnReceiver(call, method)) || IsGeneric(method) || method.ReturnsByRef || method.ReturnsByRefReadonly
            || TypeMap.Find(method.ReturnType) is BufferType
            || method.Parameters.Any(parameter => IsDelegate(parameter.Type) || Objects.Is(parameter) || Structs.IsMany(parameter.Type))
            || (Structs.IsMany(method.ReturnType) && TypeMap.Tuple(method.ReturnType) is null)
            || call.Arguments.Any(argument => argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out && MayBeElement(argument.Value)));

    private Value[] ResultsInPlace(IInvocationOperation call, Function function, IReadOnlyList<Variable?> targets)
    {
        if (InPlace(call, function, targets) is not { } frame)
        {
            return Disregard(call);
        }

        return frame.ReturnedPlace is { } place
            ? [ReadPlace(place, call.Syntax)]
            : [.. frame.Results.Select(result => Current(result, call.Syntax))];
    }

    /// <summary>
    /// Puts the body of a lambda, local function or helper at its call, its parameters bound to the arguments. Null where it has
    /// been reported why it cannot.
    /// </summary>
    private Frame? InPlace(IInvocationOperation call, Function function, IReadOnlyList<Variable?> targets)
    {
        if (HasRecursion)
        {
            return null;
        }

        if (IsOpen(function))
        {
            ReportRecursion(call, function);
            return null;
        }

        using var arguments = TypeArguments.Enter(function.Symbol);
        if (BodyOf(call, function) is not { } body || ResultTypes(call, function.Symbol.OriginalDefinition) is not { } types)
        {
            return null;
        }

        Variable[] results = [.. types.Select((type, i) => NewVariable(NameOfResult(function.Symbol, type, i < targets.Count ? targets[i] : null), type))];
        CallSite? site = function is NamedMethod ? new CallSite(_frame, function.Symbol, call.Syntax) : null;
        var frame = new Frame(function.Symbol.OriginalDefinition, (function as Closure)?.Scope, _block, NewVariable("returned", IrType.Bool), results, site)
        {
            OwnReceiver = call.Instance is { } instance ? ObjectOf(instance) : null,
        };
        Bind(call, function.Symbol.OriginalDefinition, frame);
        Run(body, function, frame);
        return frame;
    }

    private static string? NameOfResult(IMethodSymbol method, IrType type, Variable? target) => type is BufferType ? method.Name : target?.Name;

    private void Run(IOperation body, Function function, Frame frame)
    {
        _open.Add(function);
        Inside(frame, () => Run([.. Flatten(body)]));
        _open.RemoveAt(_open.Count - 1);
    }

    private bool IsOpen(Function function) =>
        _open.Count == DeepestNesting || _open.Count(open => open.Equals(function)) >= (function is Closure ? 1 : OftenestNesting);

    /// <summary>The body to translate; null where it has been reported why there is none.</summary>
    private IOperation? BodyOf(IInvocationOperation call, Function function)
    {
        if (function is Closure closure)
        {
            return IsOrdinary(call, closure) ? closure.Body : null;
        }

        IMethodSymbol method = function.Symbol.PartialImplementationPart ?? function.Symbol;
        MethodDeclarationSyntax syntax = MethodBody.Source(method, _translation)!;
        if (_translation.Compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            _translation.Callees.Add(syntax);
        }

        BodySource source = MethodBody.Read(_translation, method, syntax);
        HasCompileErrors |= source.HasCompileErrors;
        if (source.Faults.Count > 0)
        {
            ReportFault(call.Syntax, method, source.Faults);
        }

        if (source.Root is not null)
        {
            DeclareLocalFunctions(source.Root);
        }

        return source.Root;
    }

    private bool IsOrdinary(IInvocationOperation call, Closure closure)
    {
        if (closure.Symbol.IsAsync || closure.Symbol.IsIterator)
        {
            ReportUnsupported(call.Syntax, "An asynchronous function or iterator", "Make it an ordinary function");
            return false;
        }

        return true;
    }

    private IReadOnlyList<IrType>? ResultTypes(IInvocationOperation call, IMethodSymbol method)
    {
        if (method.ReturnsVoid || method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return [];
        }

        if (Structs.Leaves(method.ReturnType) is { } leaves)
        {
            return [.. leaves.Select(leaf => leaf.Type)];
        }

        Report(Descriptors.UnsupportedType, call.Syntax, CSharpNames.Short(method.ReturnType));
        return null;
    }

    /// <summary>Evaluates the arguments in their order and binds the parameters to them.</summary>
    private void Bind(IInvocationOperation call, IMethodSymbol method, Frame frame)
    {
        if (call.Instance is { } receiver && method.ContainingType.ExtensionParameter is { } extended)
        {
            BindArgument(receiver, extended, frame);
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            BindArgument(argument.Value, method.Parameters[argument.Parameter!.Ordinal], frame);
        }
    }

    private void BindArgument(IOperation argument, IParameterSymbol parameter, Frame frame)
    {
        bool isReference = parameter.RefKind is RefKind.Ref or RefKind.Out
            || (parameter.RefKind != RefKind.None && IsLocation(argument));
        if (isReference && Structs.Is(parameter.Type))
        {
            frame.Add(parameter, StructArgument(argument, parameter));
        }
        else if (isReference)
        {
            frame.Add(parameter, LocateArgument(argument, parameter));
        }
        else if (Objects.Is(parameter))
        {
            BindObject(argument, parameter, frame);
        }
        else if (IsDelegate(parameter.Type))
        {
            BindFunction(argument, parameter, frame);
        }
        else
        {
            BindValue(argument, parameter, frame);
        }
    }

    private void BindFunction(IOperation argument, IParameterSymbol parameter, Frame frame)
    {
        if (FunctionOf(argument, _frame) is { } function)
        {
            frame.Add(parameter, function);
            return;
        }

        Silence(parameter);
        if (!UsesReported(argument))
        {
            ReportUnsupported(
                argument.Syntax,
                $"The delegate '{FirstLine(argument.Syntax)}', which is not known here,",
                "Pass a lambda, a method, or a variable that is one where it is declared");
        }
    }

    private void BindValue(IOperation argument, IParameterSymbol parameter, Frame frame)
    {
        if (Structs.Leaves(parameter.Type) is null)
        {
            frame.Add(parameter, [NewVariable(parameter.Name, ReportParameter(argument, parameter))]);
            EvaluateAll(argument, []);
            return;
        }

        Place[] places = Bind(parameter, parameter.Name, parameter.Type, frame);
        Assign(places, EvaluateAll(argument, []), argument.Syntax);
    }

    private UnknownType ReportParameter(IOperation argument, IParameterSymbol parameter)
    {
        Report(Descriptors.UnsupportedType, argument.Syntax, CSharpNames.Short(parameter.Type));
        return UnknownType.Instance;
    }

    private Place[] StructArgument(IOperation argument, IParameterSymbol parameter)
    {
        if (Located(argument) is { } shared)
        {
            return shared;
        }

        if (argument is not IDiscardOperation)
        {
            Unsupported(argument);
        }

        return NewPlaces(parameter.Name, parameter.Type);
    }

    /// <summary>What is discarded has a place all the same while the function runs.</summary>
    private Place LocateArgument(IOperation argument, IParameterSymbol parameter)
    {
        Place place = Locate(argument);
        return argument is IDiscardOperation && TypeMap.Find(parameter.Type) is { } type
            ? new VariablePlace(NewVariable(parameter.Name, type))
            : place;
    }
}
