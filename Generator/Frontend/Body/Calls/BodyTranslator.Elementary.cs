using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Calls of elementary functions, which the IR computes by itself.</summary>
internal sealed partial class BodyTranslator
{
    private Value Elementary(IInvocationOperation call, IMethodSymbol method, string id, bool hasDerivative, string? name)
    {
        IrType type = TypeMap.Scalar(method.ReturnType)!;
        if (!hasDerivative && type.IsDifferentiable)
        {
            ReportNoDerivative(call, method, "it is not differentiable");
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
        if (arguments.Any(UnknownType.Is))
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
        IrType type = TypeMap.Scalar(call.Arguments[0].Value.Type) ?? angle.Type;
        return
        [
            ApplyFunction("Sin", type, Targets.Name(targets), angle),
            ApplyFunction("Cos", type, Targets.Name(targets, 1), angle),
        ];
    }
}
