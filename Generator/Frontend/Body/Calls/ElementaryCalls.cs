using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Calls of elementary functions, which the IR computes by itself.</summary>
internal sealed class ElementaryCalls(Faults faults, Rooms rooms)
{
    /// <summary>A call of a function that is elementary by its name; null for any other.</summary>
    public Value[]? Invoke(IInvocationOperation call, IMethodSymbol method, IReadOnlyList<Variable?> targets) =>
        ElementaryCall.Find(method) is { } known ? [Invoke(call, method, known.Id, known.HasDerivative, Targets.Name(targets))]
        : ElementaryCall.IsSinCos(method) ? SinCos(call, targets)
        : ElementaryCall.IsDivRem(method) ? DivRem(call, method, targets)
        : null;

    public Value Invoke(IInvocationOperation call, IMethodSymbol method, string id, bool hasDerivative, string? name)
    {
        IrType type = TypeMap.Scalar(method.ReturnType)!;
        if (!hasDerivative && type.IsDifferentiable)
        {
            faults.ReportNoDerivative(call, method, "it is not differentiable");
        }

        Value[] arguments = rooms.Arguments.Evaluate(call.Arguments);
        return rooms.Observations.Call(call, id, arguments, rooms.Arithmetic.Apply(id, type, name, arguments));
    }

    private Value[] DivRem(IInvocationOperation call, IMethodSymbol method, IReadOnlyList<Variable?> targets)
    {
        IrType type = TypeMap.Scalar(method.Parameters[0].Type)!;
        Value[] operands = rooms.Arguments.Evaluate(call.Arguments);
        return
        [
            rooms.Arithmetic.Compute(Opcode.Divide, type, Targets.Name(targets), operands),
            rooms.Arithmetic.Compute(Opcode.Remainder, type, Targets.Name(targets, 1), operands),
        ];
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
