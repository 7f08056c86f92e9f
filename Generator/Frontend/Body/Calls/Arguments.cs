using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Parameters of what is translated in place, bound to the arguments.</summary>
internal sealed class Arguments(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>Evaluates the arguments in their order and binds the parameters to them.</summary>
    public void Bind(IInvocationOperation call, IMethodSymbol method, Frame frame)
    {
        if (call.Instance is { } receiver && method.ContainingType.ExtensionParameter is { } extended)
        {
            BindOne(receiver, extended, frame);
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            BindOne(argument.Value, method.Parameters[argument.Parameter!.Ordinal], frame);
        }
    }

    /// <summary>Values in the order of the parameters, evaluated in that of the arguments.</summary>
    public Value[] Evaluate(IEnumerable<IArgumentOperation> arguments) =>
    [
        .. arguments
            .Select(argument => (argument.Parameter!.Ordinal, Value: rooms.Expressions.Evaluate(argument.Value)))
            .ToArray()
            .OrderBy(argument => argument.Ordinal)
            .Select(argument => argument.Value),
    ];

    /// <summary>
    /// The arguments of a call that stays one, in the order in which their values are taken: a variable behind <c>in</c> is handed on as it
    /// is, so that it shows what later arguments assign.
    /// </summary>
    public IEnumerable<IArgumentOperation> AsTaken(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments.Where(argument => IsSeen(argument.Value, argument.Parameter!) && Elements.Is(argument.Value)))
        {
            if (call.Arguments.SkipWhile(other => other != argument).Skip(1).Any(later => later.Value.DescendantsAndSelf().Any(MayAssign)))
            {
                faults.ReportUnsupported(
                    argument.Syntax, "An element passed by reference that a later argument may change", "Pass a local that holds its value");
            }
        }

        return call.Arguments.OrderBy(argument => IsSeen(argument.Value, argument.Parameter!) && Elements.IsVariable(argument.Value));
    }

    /// <summary>Whether the function reads the argument itself, by a reference to it; what is no place is copied.</summary>
    private static bool IsSeen(IOperation argument, IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter && Elements.IsLocation(argument);

    // Of calls, those that get at elements in some way; the framework's functions do so by references alone.
    private static bool MayAssign(IOperation operation) => operation switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation => true,
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke } => true,
        IInvocationOperation call => call.Arguments.Any(argument => argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out
            || (!call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && argument.Parameter.Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "Span" })),
        _ => false,
    };

    public void BindOne(IOperation argument, IParameterSymbol parameter, Frame frame)
    {
        bool isReference = parameter.RefKind is RefKind.Ref or RefKind.Out || IsSeen(argument, parameter);
        if (isReference && Structs.Is(parameter.Type))
        {
            frame.Add(parameter, LocateAll(argument, parameter));
        }
        else if (isReference)
        {
            frame.Add(parameter, Locate(argument, parameter));
        }
        else if (Objects.Is(parameter))
        {
            BindObject(argument, parameter, frame);
        }
        else if (Functions.IsDelegate(parameter.Type))
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
        if (rooms.Functions.FunctionOf(argument, state.Frame) is { } function)
        {
            frame.Add(parameter, function);
            return;
        }

        faults.Silence(parameter);
        if (!faults.UsesReported(argument))
        {
            faults.ReportUnsupported(
                argument.Syntax,
                $"The delegate '{Faults.FirstLine(argument.Syntax)}', which is not known here,",
                "Pass a lambda, a method, or a variable that is one where it is declared");
        }
    }

    private void BindObject(IOperation argument, IParameterSymbol parameter, Frame frame)
    {
        if (rooms.ObjectPaths.ObjectOf(argument) is { } path)
        {
            frame.Add(parameter, path);
        }
        else if (faults.Silence(parameter) && !faults.UsesReported(argument))
        {
            faults.ReportUnsupported(
                argument.Syntax,
                $"The object '{Faults.FirstLine(argument.Syntax)}', which is made or chosen here,",
                "Pass a parameter of the marked method, or a field of one");
        }
    }

    private void BindValue(IOperation argument, IParameterSymbol parameter, Frame frame)
    {
        if (Structs.Leaves(parameter.Type) is null)
        {
            frame.Add(parameter, [state.NewVariable(parameter.Name, ReportParameter(argument, parameter))]);
            rooms.Expressions.EvaluateAll(argument, []);
            return;
        }

        Place[] places = rooms.Variables.Bind(parameter, parameter.Name, parameter.Type, frame);
        rooms.Contents.Assign(places, rooms.Expressions.EvaluateAll(argument, []), argument.Syntax);
    }

    public void BindValues(IParameterSymbol parameter, Value[] values, IOperation at, Frame frame)
    {
        if (Structs.Leaves(parameter.Type) is null)
        {
            faults.ReportType(at.Syntax, parameter.Type);
            frame.Add(parameter, [state.NewVariable(parameter.Name, UnknownType.Instance)]);
            return;
        }

        rooms.Contents.Assign(rooms.Variables.Bind(parameter, parameter.Name, parameter.Type, frame), values, at.Syntax);
    }

    private UnknownType ReportParameter(IOperation argument, IParameterSymbol parameter)
    {
        faults.ReportType(argument.Syntax, parameter.Type);
        return UnknownType.Instance;
    }

    public Place[] LocateAll(IOperation argument, IParameterSymbol parameter)
    {
        if (rooms.Places.LocateAll(argument) is { } shared)
        {
            return shared;
        }

        if (argument is not IDiscardOperation)
        {
            faults.Unsupported(argument);
        }

        return rooms.Variables.NewPlaces(parameter.Name, parameter.Type);
    }

    /// <summary>What is discarded has a place all the same while the function runs.</summary>
    private Place Locate(IOperation argument, IParameterSymbol parameter)
    {
        Place place = rooms.Places.Locate(argument);
        return argument is IDiscardOperation && TypeMap.Find(parameter.Type) is { } type
            ? new VariablePlace(state.NewVariable(parameter.Name, type))
            : place;
    }
}
