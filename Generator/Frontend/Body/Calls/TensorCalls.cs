using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Methods of <c>TensorPrimitives</c>, and sorting. What gives the same bits as a loop is that loop. The value of what rounds in an order of its own
/// comes from the library, and its derivative from a loop beside it.
/// </summary>
internal sealed class TensorCalls(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>A method that works on whole spans, as its surrogate computes it.</summary>
    public Value[] Invoke(IInvocationOperation call, IMethodSymbol method, IReadOnlyList<Variable?> targets)
    {
        var surrogates = Surrogates.Of(state.Translation.Compilation);
        if (surrogates.Contains(call.Syntax))
        {
            return OfLibrary(call, method, targets);
        }

        if (surrogates.Find(method) is not { } surrogate
            || !MethodFacts.TypesOf(method).All(type => TypeMap.Scalar(type) is ScalarType { Kind: not ScalarKind.Half }))
        {
            faults.ReportUnsupported(call.Syntax, $"The method '{CSharpNames.Short(method)}'", "Write a loop");
            return rooms.Calls.Disregard(call);
        }

        // What is older than generic methods is for float.
        ITypeSymbol[] arguments = method.IsGenericMethod ? [.. method.TypeArguments] : [state.Translation.Compilation.GetSpecialType(SpecialType.System_Single)];
        return rooms.MemberCalls.CallInPlace(call, surrogate.Construct(arguments), null, frame => BindOperands(call, surrogate, frame), targets);
    }

    private void BindOperands(IInvocationOperation call, IMethodSymbol surrogate, Frame frame)
    {
        foreach ((int ordinal, IOperation operand) in Operands.Of(call.Arguments))
        {
            rooms.Arguments.BindValues(surrogate.Parameters[ordinal], rooms.Expressions.EvaluateAll(operand, []), operand, frame);
        }
    }

    /// <summary>The library's own method, called in a surrogate.</summary>
    private Value[] OfLibrary(IInvocationOperation call, IMethodSymbol method, IReadOnlyList<Variable?> targets)
    {
        ITypeSymbol[] arguments = [.. method.TypeArguments.Select(TypeArguments.Resolve)];
        IMethodSymbol library = arguments is [] ? method : method.OriginalDefinition.Construct(arguments);
        return rooms.MethodCalls.Invoke(call, state.Translation.Callees.Opaque(library), targets);
    }

    public Value[] WithValue(IInvocationOperation call, IReadOnlyList<Variable?> targets)
    {
        Value formula = rooms.Expressions.Evaluate(call.Arguments[0].Value);
        IOperation value = call.Arguments[1].Value;
        Value library = value is IInvocationOperation own ? OfLibrary(own, own.TargetMethod, [])[0] : rooms.Expressions.Evaluate(value);
        return [rooms.Arithmetic.Apply(SubstitutedValues.WithValue, formula.Type, Targets.Name(targets), formula, library)];
    }
}
