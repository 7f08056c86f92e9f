using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Methods of <c>TensorPrimitives</c>. What gives the same bits as a loop is that loop. The value of what rounds in an order of its own
/// comes from the library, and its derivative from a loop beside it.
/// </summary>
internal sealed partial class BodyTranslator
{
    /// <summary>A method of <c>TensorPrimitives</c>, as its surrogate computes it.</summary>
    private Value[] OnTensors(IInvocationOperation call, IMethodSymbol method, IReadOnlyList<Variable?> targets)
    {
        if (Surrogates.Of(_translation.Compilation).Find(method) is not { } surrogate || !TypesOf(method).All(type => TypeMap.Scalar(type) is ScalarType { Kind: not ScalarKind.Half }))
        {
            ReportUnsupported(call.Syntax, $"The method '{CSharpNames.Short(method)}'", "Write a loop");
            return Disregard(call);
        }

        // What is older than generic methods is for float.
        ITypeSymbol[] arguments = method.IsGenericMethod ? [.. method.TypeArguments] : [_translation.Compilation.GetSpecialType(SpecialType.System_Single)];
        return CallInPlace(call, surrogate.Construct(arguments), null, frame => BindOperands(call, surrogate, frame), targets);
    }

    private void BindOperands(IInvocationOperation call, IMethodSymbol surrogate, Frame frame)
    {
        foreach ((int ordinal, IOperation operand) in Operands(call.Arguments))
        {
            BindValues(surrogate.Parameters[ordinal], EvaluateAll(operand, []), operand, frame);
        }
    }

    /// <summary>The library's own method, called in a surrogate.</summary>
    private Value[] OfLibrary(IInvocationOperation call, IMethodSymbol method, IReadOnlyList<Variable?> targets)
    {
        ITypeSymbol[] arguments = [.. method.TypeArguments.Select(TypeArguments.Resolve)];
        return CallMethod(call, _translation.Callees.Opaque(method.OriginalDefinition.Construct(arguments)), targets);
    }

    private Value[] WithValue(IInvocationOperation call, IReadOnlyList<Variable?> targets)
    {
        Value formula = Evaluate(call.Arguments[0].Value);
        Value value = Evaluate(call.Arguments[1].Value);
        return [ApplyFunction(SubstitutedValues.WithValue, formula.Type, Targets.Name(targets), formula, value)];
    }
}
