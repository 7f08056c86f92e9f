using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Lambdas, local functions and helpers, whose bodies are put where they are called.</summary>
internal sealed class InPlaceCalls(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>How often a helper may stand inside itself: an integral of an integral of an integral is no recursion.</summary>
    private const int OftenestNesting = 4;

    private const int DeepestNesting = 32;

    /// <summary>The functions that are being translated in place, outermost first.</summary>
    private readonly List<Function> _open = [];

    public Value[] Invoke(IInvocationOperation call, Function function, IReadOnlyList<Variable?> targets)
    {
        if (Enter(call, function, targets) is not { } frame)
        {
            return rooms.Calls.Disregard(call);
        }

        return frame.ReturnedPlace is { } place
            ? [rooms.Contents.Read(place, call.Syntax)]
            : [.. frame.Results.Select(result => rooms.Variables.Current(result, call.Syntax))];
    }

    /// <summary>
    /// Puts the body of a lambda, local function or helper at its call, its parameters bound to the arguments. Null where it has
    /// been reported why it cannot.
    /// </summary>
    public Frame? Enter(IInvocationOperation call, Function function, IReadOnlyList<Variable?> targets)
    {
        if (faults.HasRecursion)
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

        Variable[] results = [.. types.Select((type, i) => state.NewVariable(NameOfResult(function.Symbol, type, i < targets.Count ? targets[i] : null), type))];
        CallSite? site = function is NamedMethod ? new CallSite(state.Frame, function.Symbol, call.Syntax) : null;
        var frame = new Frame(function.Symbol.OriginalDefinition, (function as Closure)?.Scope, state.Block, state.NewVariable("returned", IrType.Bool), results, site)
        {
            OwnReceiver = call.Instance is { } instance ? rooms.ObjectPaths.ObjectOf(instance) : null,
        };
        rooms.Arguments.Bind(call, function.Symbol.OriginalDefinition, frame);
        Run(body, function, frame);
        return frame;
    }

    /// <summary>The same of a function that a query calls, for arguments that have been evaluated.</summary>
    public Value[] Apply(IOperation use, Function function, IReadOnlyList<Value[]> arguments)
    {
        if (ElementaryCall.Find(function.Symbol) is { } known)
        {
            return [rooms.Arithmetic.Apply(known.Id, TypeMap.Scalar(function.Symbol.ReturnType)!, null, [.. arguments.Select(argument => argument[0])])];
        }

        if (function is not Closure closure)
        {
            return rooms.MemberCalls.CallInPlace(use, function.Symbol, null, frame => Bind(function, arguments, use, frame), []);
        }

        if (IsOpen(function) || Structs.Leaves(function.Symbol.ReturnType) is not { } leaves)
        {
            faults.Unsupported(use);
            return [state.Unknown()];
        }

        Variable[] results = [.. leaves.Select(leaf => state.NewVariable(null, leaf.Type, leaf.PassiveBy))];
        var frame = new Frame(closure.Symbol.OriginalDefinition, closure.Scope, state.Block, state.NewVariable("returned", IrType.Bool), results, null);
        Bind(function, arguments, use, frame);
        Run(closure.Body, function, frame);
        return [.. results.Select(result => rooms.Variables.Current(result, use.Syntax))];
    }

    private void Bind(Function function, IReadOnlyList<Value[]> arguments, IOperation at, Frame frame)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            rooms.Arguments.BindValues(function.Symbol.OriginalDefinition.Parameters[i], arguments[i], at, frame);
        }
    }

    public void ReportRecursion(IOperation use, Function function) =>
        faults.ReportRecursion(use, function, _open.Skip(_open.LastIndexOf(function)).Append(function));

    /// <summary>
    /// Whether a helper is translated where it is called, because the IR has no form for what it takes or returns: delegates,
    /// objects, memory, tuples as parameters, references to elements.
    /// </summary>
    public bool NeedsPlace(IInvocationOperation call, IMethodSymbol method) =>
        state.Translation.Rules.Find(method) is null
        && !GeneratedNames.IsGenerated(method)
        && MethodBody.Source(method, state.Translation) is not null
        && ((!method.IsStatic && !rooms.ObjectPaths.IsOnReceiver(call, method)) || MethodFacts.IsGeneric(method) || method.ReturnsByRef || method.ReturnsByRefReadonly
            || TypeMap.Find(method.ReturnType) is BufferType || Lists.Of(method.ReturnType) is not null
            || method.Parameters.Any(parameter => Functions.IsDelegate(parameter.Type) || Objects.Is(parameter) || Lists.Of(parameter.Type) is not null || Structs.IsMany(parameter.Type))
            || (Structs.IsMany(method.ReturnType) && TypeMap.Tuple(method.ReturnType) is null)
            || call.Arguments.Any(argument => argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out && rooms.References.MayBeElement(argument.Value)));

    private static string? NameOfResult(IMethodSymbol method, IrType type, Variable? target) => type is BufferType ? method.Name : target?.Name;

    public void Run(IOperation body, Function function, Frame frame)
    {
        _open.Add(function);
        state.Inside(frame, () => rooms.Statements.Run([.. OperationTree.Flatten(body)]));
        _open.RemoveAt(_open.Count - 1);
    }

    public bool IsOpen(Function function) =>
        _open.Count == DeepestNesting || _open.Count(open => open.Equals(function)) >= (function is Closure ? 1 : OftenestNesting);

    /// <summary>The body to translate; null where it has been reported why there is none.</summary>
    private IOperation? BodyOf(IInvocationOperation call, Function function)
    {
        if (function is Closure closure)
        {
            return IsOrdinary(call, closure) ? closure.Body : null;
        }

        IMethodSymbol method = function.Symbol.PartialImplementationPart ?? function.Symbol;
        MethodDeclarationSyntax syntax = MethodBody.Source(method, state.Translation)!;
        if (state.Translation.Compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            state.Translation.Callees.Add(syntax);
        }

        BodySource source = MethodBody.Read(state.Translation, method, syntax);
        state.HasCompileErrors |= source.HasCompileErrors;
        if (source.Faults.Count > 0)
        {
            faults.ReportFault(call.Syntax, method, source.Faults);
        }

        if (source.Root is not null)
        {
            rooms.Functions.DeclareLocalFunctions(source.Root);
        }

        return source.Root;
    }

    private bool IsOrdinary(IInvocationOperation call, Closure closure)
    {
        if (closure.Symbol.IsAsync || closure.Symbol.IsIterator)
        {
            faults.ReportUnsupported(call.Syntax, "An asynchronous function or iterator", "Make it an ordinary function");
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

        faults.ReportType(call.Syntax, method.ReturnType);
        return null;
    }
}
