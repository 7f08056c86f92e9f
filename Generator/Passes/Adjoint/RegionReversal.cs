using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Adjoint;

/// <summary>
/// Reverses one region: walks its operations backwards and appends, for each that computes something active, the operations
/// that carry the adjoint of its result to its operands. The reverse refers to primal values as if they were in scope; who owns
/// the region then sees to it that they are, by a <see cref="TapePlan"/>.
/// </summary>
internal sealed partial class RegionReversal(ReversalContext context, Scope scope, AdjointMap adjoints, BlockBuilder reverse)
{
    /// <summary>Appends the region's reverse and returns its forward operations, with what they now save.</summary>
    /// <param name="nest">The loops around the region; null at the level of the scope, where each operation starts a nest.</param>
    public List<Operation> Run(Block region, LoopNest? nest)
    {
        // Within a scope the reverse follows the forward sweep in one block: cotangent memory is allocated with the memory itself,
        // for a loop that does both in one pass needs it early.
        bool allocatesEarly = nest is null && !scope.IsSplit;
        var early = new BlockBuilder(context.Values);
        AllocateShadows(region, allocatesEarly ? early : reverse);
        context.Reverses.Push(reverse);
        var forward = new List<Operation>[region.Operations.Count];
        for (int i = region.Operations.Count - 1; i >= 0; i--)
        {
            Operation operation = region.Operations[i];
            var prologue = new BlockBuilder(context.Values);
            LoopNest around = nest ?? LoopNest.Outermost(prologue, DefinedInside(operation), scope.TapeStorage);
            var before = new BlockBuilder(context.Values);
            var after = new BlockBuilder(context.Values);
            Operation saved = operation is Call call && context.Rules.Concern(call, context.Activity, context.Memory)
                ? ReverseCall(call, around, before, after)
                : Reverse(operation, around, before);
            forward[i] = [.. prologue.Operations, .. before.Operations, saved, .. after.Operations];
            if (allocatesEarly && operation is Allocate allocate && context.Shadows.TryGetValue(allocate.Result.Id, out Value? shadow))
            {
                forward[i].AddRange(early.Operations.Where(candidate => candidate.Results.Contains(shadow)));
            }
        }

        context.Reverses.Pop();
        return [.. forward.SelectMany(operations => operations)];
    }

    /// <summary>Cotangent memory for what the region allocates; zero at the start of its reverse.</summary>
    private void AllocateShadows(Block region, BlockBuilder target)
    {
        foreach (Allocate allocate in region.Operations.OfType<Allocate>().Where(NeedsShadow))
        {
            string? name = allocate.Result.Name is null ? null : Naming.Gradient(allocate.Result.Name);
            var type = new BufferType(((BufferType)allocate.Result.Type).Element, BufferKind.Span);
            Value shadow = context.Values.New(type, name);
            target.Append(new Allocate(shadow, allocate.Count, Storage.Local, Zeroed: true, IsCotangent: true));
            context.Shadows[allocate.Result.Id] = shadow;
        }

        AllocateTwins(region);
    }

    // A frozen copy shares the cotangents of what it is a copy of.
    private bool NeedsShadow(Allocate allocate) =>
        context.Activity.IsActive(allocate.Result) && context.Memory.FrozenFrom(allocate.Result) is null;

    private Dictionary<int, Operation> DefinedInside(Operation operation)
    {
        var inside = new Dictionary<int, Operation>();
        if (operation is For loop)
        {
            inside[loop.Induction.Id] = operation;
        }

        foreach (Operation inner in operation.InnerOperations())
        {
            foreach (Value result in inner.Results)
            {
                inside[result.Id] = inner;
            }

            if (inner is For nested)
            {
                inside[nested.Induction.Id] = inner;
            }
        }

        foreach (Value parameter in operation.Regions.Concat(operation.InnerOperations().SelectMany(inner => inner.Regions)).SelectMany(region => region.Parameters))
        {
            inside[parameter.Id] = operation;
        }

        return inside;
    }

    /// <param name="before">Operations that run right before this one in the forward sweep.</param>
    private Operation Reverse(Operation operation, LoopNest nest, BlockBuilder before)
    {
        switch (operation)
        {
            case Compute compute:
                ReverseCompute(compute);
                return operation;
            case If branch when context.HasActivity(operation):
                return ReverseIf(branch, nest);
            case For { Checkpoints: not null } loop when context.HasActivity(operation):
                return ReverseCheckpointed(loop, nest, before) ?? (Operation)ReverseFor(loop, nest);
            case For loop when context.HasActivity(operation):
                return ReverseIndependent(loop, before) ?? ReverseFor(loop, nest);
            case While loop when context.HasActivity(operation):
                return ReverseWhile(loop, nest);
            default:
                ReverseMemory(operation);
                return operation;
        }
    }

    private void ReverseCompute(Compute compute)
    {
        if (!context.Activity.IsActive(compute.Result) || adjoints.Get(compute.Result) is not { } cotangent)
        {
            return;
        }

        if (compute.Opcode == Opcode.Divide && compute.Arguments.All(context.Activity.IsActive))
        {
            (Value numerator, Value divisor) = Quotients.Cotangents(reverse, compute, cotangent);
            adjoints.Add(compute.Arguments[1], divisor, reverse);
            adjoints.Add(compute.Arguments[0], numerator, reverse);
            return;
        }

        IReadOnlyList<Partial?> partials = Partials.Of(compute, context.Memory.NumberOf);
        for (int i = 0; i < compute.Arguments.Count; i++)
        {
            Value argument = compute.Arguments[i];
            if (partials[i] is not { } partial || !context.Activity.IsActive(argument))
            {
                continue;
            }

            Value? contribution = compute.Opcode == Opcode.Convert
                ? reverse.Compute(Opcode.Convert, argument.Type, null, cotangent)
                : Contribution.Scale(reverse, cotangent, partial(reverse, [.. compute.Arguments], compute.Result));
            adjoints.Add(argument, contribution, reverse);
        }
    }
}
