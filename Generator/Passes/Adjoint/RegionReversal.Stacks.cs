using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Adjoint;

// A derivative that is differentiated again may keep a stack, of what a loop of unknown length has computed. Everything that it pushes
// it pops, so that in reverse the stack of adjoints is one too: it is pushed where the primal pops, and popped where it pushes.
internal sealed partial class RegionReversal
{
    /// <summary>A stack of adjoints for each stack of the region's own; empty at the start of its reverse, and at the end.</summary>
    private void AllocateTwins(Block region)
    {
        foreach (AllocateStack stack in region.Operations.OfType<AllocateStack>().Where(stack => context.Activity.IsActive(stack.Result)))
        {
            Value twin = context.Values.New(stack.Result.Type, AdjointName(stack.Result));
            reverse.Append(new AllocateStack(twin, Storage.Arena));
            context.Shadows[stack.Result.Id] = twin;
        }
    }

    private void ReverseStack(Operation operation)
    {
        switch (operation)
        {
            case Push push when context.Activity.IsActive(push.Stack):
                Value popped = context.Values.New(push.Pushed.Type, AdjointName(push.Pushed));
                reverse.Append(new Pop(popped, context.Shadows[push.Stack.Id]));
                adjoints.Add(push.Pushed, popped, reverse);
                break;
            case Pop pop when context.Activity.IsActive(pop.Stack):
                Value pushed = adjoints.Get(pop.Result) ?? reverse.Constant(0, pop.Result.Type);
                reverse.Append(new Push(context.Shadows[pop.Stack.Id], pushed));
                break;
        }
    }
}
