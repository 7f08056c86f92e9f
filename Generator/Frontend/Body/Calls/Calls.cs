using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Calls by what they call.</summary>
internal sealed class Calls(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>The components of what a call returns; none for <c>void</c>.</summary>
    public Value[] Invoke(IInvocationOperation call, IReadOnlyList<Variable?> targets)
    {
        IMethodSymbol method = call.TargetMethod;
        if (GuardCall.Is(method))
        {
            rooms.Throws.Guard(call);
            return [];
        }

        if (rooms.GenericNumbers.Invoke(call, targets) is { } computed)
        {
            return computed;
        }

        if (rooms.GridArrays.Invoke(call) is { } measured)
        {
            return measured;
        }

        if (ArrayCall.Find(method) is { } ofParts)
        {
            return rooms.ArrayCalls.Invoke(call, ofParts);
        }

        if (BufferCall.Find(method) is { } structural && StructBuffers.ReceiverOf(call) is { } memory && Structs.Buffer(memory.Type) is { } type)
        {
            return rooms.StructBuffers.Invoke(call, structural, type);
        }

        if (BufferCall.Find(method) is { } kind)
        {
            return rooms.BufferCalls.Invoke(call, kind, Targets.Name(targets));
        }

        if (MethodFacts.IsQuery(method) && rooms.Queries.Invoke(call) is { } queried)
        {
            return queried;
        }

        Value[] outputs = rooms.Functions.Called(call, state.Frame) is { } function ? Apply(call, function, targets) : UnknownFunction(call);
        return method.ReturnsVoid || outputs.Length > 0 ? outputs : [state.Unknown()];
    }

    private Value[] Apply(IInvocationOperation call, Function function, IReadOnlyList<Variable?> targets)
    {
        IMethodSymbol method = function.Symbol;
        if (!rooms.MethodFacts.HasOwnRule(method) && rooms.ElementaryCalls.Invoke(call, method, targets) is { } elementary)
        {
            return elementary;
        }

        if (rooms.EinsumCalls.Invoke(call, method, targets) is { } contracted)
        {
            return contracted;
        }

        if (function is NamedMethod && rooms.MethodFacts.IsLevel(method))
        {
            return Callee(call, method) is { } level ? rooms.MethodCalls.Invoke(call, level, targets) : Disregard(call);
        }

        if (function is NamedMethod && rooms.MethodFacts.IsStructMethod(method))
        {
            return rooms.MemberCalls.Invoke(call, method, targets);
        }

        if (Surrogates.IsWithValue(method))
        {
            return rooms.TensorCalls.WithValue(call, targets);
        }

        if (Surrogates.IsOnSpans(method) && !rooms.MethodFacts.HasRule(method))
        {
            return rooms.TensorCalls.Invoke(call, method, targets);
        }

        if (function is Closure || (IsCallable(call, method) && rooms.InPlaceCalls.NeedsPlace(call, method)))
        {
            return rooms.InPlaceCalls.Invoke(call, function, targets);
        }

        Method? callee = IsCallable(call, method) ? Callee(call, method) : null;
        return callee is null ? Disregard(call) : rooms.MethodCalls.Invoke(call, callee, targets);
    }

    public bool IsCallable(IInvocationOperation call, IMethodSymbol method)
    {
        if (call.Instance is { } instance && GeneratedNames.IsGenerated(method) && !rooms.ObjectPaths.IsThis(instance) && !ObjectPaths.IsDerivativeOfStructure(method))
        {
            faults.Report(Descriptors.NestedDerivative, call.Syntax, CSharpNames.Short(method), "it belongs to another object than the method that calls it");
            return false;
        }

        (string What, string Advice)? obstacle = method switch
        {
            _ when MethodFacts.IsQuery(method) => ($"The query '{Sequences.Obstacle(call)}'", "Write it as a loop over the elements"),
            { IsStatic: false, ContainingType.TypeKind: TypeKind.Class } when !ObjectPaths.IsKnown(method) && !method.DeclaringSyntaxReferences.IsEmpty =>
                ($"The virtual method '{CSharpNames.Short(method)}'", "Make the override or its class 'sealed' and call it on that class, or call a static method"),
            { IsStatic: false, ContainingType.IsExtension: false } when !rooms.ObjectPaths.IsOnObject(call, method) && !ObjectPaths.IsDerivativeOfStructure(method) =>
                ($"The instance method '{CSharpNames.Short(method)}'", "Call a static method"),
            _ when MethodFacts.IsGeneric(method) && !rooms.MethodFacts.HasRule(method) && !rooms.MethodFacts.HasKnownTypes(method) =>
                ($"The generic method '{CSharpNames.Short(method)}'", "Call one of this project, with numbers or structures of numbers as type arguments"),
            { IsAbstract: true } or { IsVirtual: true } => ($"The virtual method '{CSharpNames.Short(method)}'", "Call a static method directly"),
            _ => null,
        };
        if (obstacle is { } found && !faults.UsesReported(call))
        {
            faults.ReportUnsupported(call.Syntax, found.What, found.Advice);
        }

        return obstacle is null;
    }

    private Method? Callee(IInvocationOperation call, IMethodSymbol method)
    {
        Callee callee = state.Translation.Callees.Require(state.Translation, method);
        switch (callee)
        {
            case { HasCompileErrors: true }:
                state.HasCompileErrors = true;
                break;
            case { Hidden: { } hidden }:
                faults.Report(Descriptors.Inaccessible, call.Syntax, hidden, CSharpNames.Short(state.Translation.Home));
                break;
            case { NotNested: { } reason }:
                faults.Report(Descriptors.NestedDerivative, call.Syntax, CSharpNames.Short(call.TargetMethod), reason);
                break;
            case { Missing: { } reason }:
                faults.ReportNoDerivative(call, method, reason);
                break;
            case { Faults.Count: > 0 }:
                faults.ReportFault(call.Syntax, method, callee.Faults);
                break;
        }

        state.Translation.Callees.Recursion.Note(method, call.Syntax);
        return callee.Method;
    }

    private Value[] UnknownFunction(IInvocationOperation call)
    {
        if (!faults.UsesReported(call))
        {
            faults.ReportUnsupported(
                call.Syntax,
                call.TargetMethod.MethodKind == MethodKind.DelegateInvoke
                    ? $"The call of a delegate that is not known, '{Faults.FirstLine(call.Syntax)}',"
                    : $"The local function '{call.TargetMethod.Name}'",
                "Call a method, a lambda or local function, or a delegate that is one where it is declared");
        }

        return Disregard(call);
    }

    /// <summary>After a reported call: its arguments may have faults of their own, and what it would have assigned is unknown.</summary>
    public Value[] Disregard(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
            {
                rooms.Contents.Assign(rooms.Places.LocateAll(argument.Value) ?? [rooms.Places.Locate(argument.Value)], [], argument.Syntax);
            }
        }

        return [];
    }
}
