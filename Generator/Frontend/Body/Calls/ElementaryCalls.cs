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
        : null;

    public Value Invoke(IInvocationOperation call, IMethodSymbol method, string id, bool hasDerivative, string? name)
    {
        IrType type = TypeMap.Scalar(method.ReturnType)!;
        if (!hasDerivative && type.IsDifferentiable)
        {
            faults.ReportNoDerivative(call, method, "it is not differentiable");
        }

        return rooms.Arithmetic.Apply(id, type, name, rooms.Arguments.Evaluate(call.Arguments));
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
