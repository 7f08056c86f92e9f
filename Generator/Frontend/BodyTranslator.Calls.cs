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
        if (ElementaryCall.Find(method) is { } function)
        {
            return [Elementary(call, function.Id, function.HasDerivative, targets.Count > 0 ? targets[0]?.Name : null)];
        }

        if (ElementaryCall.IsSinCos(method))
        {
            return SinCos(call, targets);
        }

        if (BufferCall.Find(method) is { } kind)
        {
            return OnBuffer(call, kind, targets.Count > 0 ? targets[0]?.Name : null);
        }

        Method? callee = IsCallable(call) ? Callee(call) : null;
        Value[] outputs = callee is null ? Disregard(call) : CallMethod(call, callee, targets);
        return method.ReturnsVoid || outputs.Length > 0 ? outputs : [Unknown()];
    }

    private Value Elementary(IInvocationOperation call, string id, bool hasDerivative, string? name)
    {
        IrType type = TypeMap.Scalar(call.TargetMethod.ReturnType)!;
        if (!hasDerivative && type.IsDifferentiable)
        {
            ReportNoDerivative(call, "it is not differentiable");
        }

        Value[] arguments = [.. call.Arguments
            .Select(argument => (argument.Parameter!.Ordinal, Value: Evaluate(argument.Value)))
            .ToArray()
            .OrderBy(argument => argument.Ordinal)
            .Select(argument => argument.Value)];
        return ApplyFunction(id, type, name, arguments);
    }

    private Value ApplyFunction(string id, IrType type, string? name, params Value[] arguments)
    {
        if (arguments.Any(IsUnknown))
        {
            return Unknown();
        }

        Value result = _values.New(type, name);
        _block.Append(new Compute(result, Opcode.Function, arguments.ToEquatableArray(), id));
        return result;
    }

    private Value[] SinCos(IInvocationOperation call, IReadOnlyList<Variable?> targets)
    {
        Value angle = Evaluate(call.Arguments[0].Value);
        return
        [
            ApplyFunction("Sin", angle.Type, targets.Count > 0 ? targets[0]?.Name : null, angle),
            ApplyFunction("Cos", angle.Type, targets.Count > 1 ? targets[1]?.Name : null, angle),
        ];
    }

    private bool IsCallable(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        (string What, string Advice)? obstacle = method switch
        {
            { MethodKind: MethodKind.DelegateInvoke } => ("A call through a delegate", "Call a static method directly"),
            { MethodKind: MethodKind.LocalFunction } => ("A local function", "Make it a static method"),
            { IsStatic: false } => ($"The instance method '{CSharpNames.Short(method)}'", "Call a static method"),
            { IsGenericMethod: true } or { ContainingType.IsGenericType: true } =>
                ($"The generic method '{CSharpNames.Short(method)}'", "Write it for 'double' or 'float'"),
            { IsAbstract: true } or { IsVirtual: true } => ($"The virtual method '{CSharpNames.Short(method)}'", "Call a static method directly"),
            _ => null,
        };
        if (obstacle is { } found && method.MethodKind != MethodKind.LocalFunction && !UsesReported(call))
        {
            ReportUnsupported(call.Syntax, found.What, found.Advice);
        }

        return obstacle is null;
    }

    private Method? Callee(IInvocationOperation call)
    {
        Callee callee = _translation.Callees.Require(_translation, call.TargetMethod);
        switch (callee)
        {
            case { HasCompileErrors: true }:
                HasCompileErrors = true;
                break;
            case { Cycle: { } cycle }:
                Report(Descriptors.Recursion, call.Syntax, CSharpNames.Short(call.TargetMethod), cycle);
                break;
            case { NotNested: { } reason }:
                Report(Descriptors.NestedDerivative, call.Syntax, CSharpNames.Short(call.TargetMethod), reason);
                break;
            case { Missing: { } reason }:
                ReportNoDerivative(call, reason);
                break;
            case { Faults.Count: > 0 }:
                _diagnostics.Add(new DiagnosticInfo(
                    Descriptors.FaultInCallee.Id,
                    [CSharpNames.Short(call.TargetMethod), callee.Faults[0].Message],
                    SourceSpan.Of(call.Syntax),
                    callee.Faults.SelectMany(fault => new[] { fault.Location }.Concat(fault.AdditionalLocations)).Distinct().ToEquatableArray()));
                break;
        }

        return callee.Method;
    }

    private void ReportNoDerivative(IInvocationOperation call, string reason)
    {
        if (!UsesReported(call))
        {
            string type = CSharpNames.Short(call.TargetMethod.ContainingType);
            Report(Descriptors.CallWithoutDerivative, call.Syntax, CSharpNames.Short(call.TargetMethod), reason, type, call.TargetMethod.Name);
        }
    }

    /// <summary>After a reported call: its arguments may have faults of their own, and what it would have assigned is unknown.</summary>
    private Value[] Disregard(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
            {
                Store(Locate(argument.Value), Unknown(), argument.Syntax);
            }
        }

        return [];
    }

    private Value[] CallMethod(IInvocationOperation call, Method callee, IReadOnlyList<Variable?> targets)
    {
        var arguments = new Value?[callee.Parameters.Count];
        var places = new Place?[callee.Parameters.Count];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            int ordinal = argument.Parameter!.Ordinal;
            if (callee.Parameters[ordinal].YieldsScalar)
            {
                places[ordinal] = LocateReference(argument.Value);
            }
            else
            {
                arguments[ordinal] = Argument(argument, callee.Parameters[ordinal]);
            }
        }

        CheckAliases(call, places);
        for (int i = 0; i < places.Length; i++)
        {
            // A reference shows what the later arguments assigned, so it is read after them.
            arguments[i] = callee.Parameters[i].Passing == Passing.Ref ? ReadPlace(places[i]!, call.Syntax) : arguments[i];
        }

        return Append(call, callee, [.. arguments.OfType<Value>()], [.. places.OfType<Place>()], targets);
    }

    private Value Argument(IArgumentOperation argument, Parameter parameter)
    {
        Value value = Evaluate(argument.Value);
        if (parameter.IsWritableSpan && !IsUnknown(value))
        {
            CheckWritable(value, argument.Syntax);
        }

        return value;
    }

    private Place LocateReference(IOperation argument)
    {
        Place place = Locate(argument);
        if (place is ElementPlace)
        {
            ReportUnsupported(argument.Syntax, "Passing an element by reference", "Pass a local and store it afterwards");
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
        Value[] results = [.. callee.Return.Components.Select((component, i) => _values.New(component.Type, i < targets.Count ? targets[i]?.Name : null))];
        IrType[] types = [.. callee.Parameters.Where(parameter => parameter.YieldsScalar).Select(parameter => parameter.Type)];
        Value[] references = [.. types.Select((type, i) => _values.New(type, NameOf(places[i])))];
        bool isKnown = !arguments.Any(IsUnknown);
        if (isKnown)
        {
            _block.Append(new Call([.. results, .. references], callee.Key, arguments.ToEquatableArray()));
        }

        for (int i = 0; i < places.Length; i++)
        {
            Store(places[i], isKnown ? references[i] : Unknown(), call.Syntax);
        }

        return isKnown ? results : [.. results.Select(_ => Unknown())];
    }
}
