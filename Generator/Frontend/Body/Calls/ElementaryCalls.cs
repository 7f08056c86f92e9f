using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Calls of elementary functions, which the IR computes by itself.</summary>
internal sealed class ElementaryCalls(Faults faults, Rooms rooms)
{
    public Value Invoke(IInvocationOperation call, IMethodSymbol method, string id, bool hasDerivative, string? name)
    {
        IrType type = TypeMap.Scalar(method.ReturnType)!;
        if (!hasDerivative && type.IsDifferentiable)
        {
            faults.ReportNoDerivative(call, method, "it is not differentiable");
        }

        Value[] arguments = [.. call.Arguments
            .Select(argument => (argument.Parameter!.Ordinal, Value: rooms.Expressions.Evaluate(argument.Value)))
            .ToArray()
            .OrderBy(argument => argument.Ordinal)
            .Select(argument => argument.Value)];
        return rooms.Arithmetic.Apply(id, type, name, arguments);
    }

    public Value[] SinCos(IInvocationOperation call, IReadOnlyList<Variable?> targets)
    {
        Value angle = rooms.Expressions.Evaluate(call.Arguments[0].Value);
        IrType type = TypeMap.Scalar(call.Arguments[0].Value.Type) ?? angle.Type;
        return
        [
            rooms.Arithmetic.Apply("Sin", type, Targets.Name(targets), angle),
            rooms.Arithmetic.Apply("Cos", type, Targets.Name(targets, 1), angle),
        ];
    }
}
