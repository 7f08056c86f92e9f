using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Calls;

namespace StaticAd.Generator.Passes.Adjoint;

internal sealed partial class RegionReversal
{
    private Operation ReverseCall(Call call, LoopNest nest, BlockBuilder before, BlockBuilder after) =>
        ReverseInOneCall(call, before, after)
        ?? context.Rules.Reverse(call, new CallMemory(call, context, scope, nest, before, after), reverse, adjoints, context);

    /// <summary>The call of what gives value and gradient at once; null where that cannot be.</summary>
    private Call? ReverseInOneCall(Call call, BlockBuilder before, BlockBuilder after)
    {
        if (scope.IsSplit || context.MayThrowFrom(call) || context.Rules.Early(call, context, scope) is not { IsPossible: true } pullback)
        {
            return null;
        }

        EarlyComputation early = Early(call, before);
        var cotangents = new List<Value>();
        bool isUseful = false;
        foreach (SignaturePart part in pullback.Cotangents)
        {
            Value? cotangent = adjoints.Get(call.Outputs[part.Output]);
            isUseful |= cotangent is not null;
            if ((cotangent is null ? before.Constant(0, part.Parameter.Type) : early.Compute(cotangent)) is not { } known)
            {
                return null;
            }

            cotangents.Add(known);
        }

        return isUseful ? pullback.Build(cotangents, before, after, reverse, adjoints) : call;
    }

    /// <summary>What the reverse computes of what exists before an operation, for use there.</summary>
    private EarlyComputation Early(Operation at, BlockBuilder before)
    {
        var late = new Dictionary<int, Operation>();
        foreach (Operation operation in context.Reverses.SelectMany(builder => builder.Operations).Concat(context.Order.After(at)))
        {
            foreach (Value result in operation.Results)
            {
                late[result.Id] = operation;
            }
        }

        int position = context.Order.PositionOf(at);
        return new EarlyComputation(
            late,
            value => context.Entries.Contains(value.Id) || context.Order.IsDefinedBefore(value, position),
            load => context.IsTheSameAt(load, position),
            before);
    }
}
