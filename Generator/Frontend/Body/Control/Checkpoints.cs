using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>Loops whose reverse has a budget of memory.</summary>
internal sealed class Checkpoints(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>The call of <c>Ad.Checkpointed</c> that a loop goes over; null for any other loop.</summary>
    public static IInvocationOperation? RangeOf(IOperation collection) =>
        collection is IInvocationOperation { TargetMethod: { Name: "Checkpointed", ContainingType: { Name: "Ad", ContainingNamespace.Name: "StaticAd" } } } call
            ? call
            : null;

    /// <summary><c>foreach (int step in Ad.Checkpointed(from, to, snapshots))</c>: a counted loop whose reverse has a budget.</summary>
    public Exits Run(IForEachLoopOperation each, IInvocationOperation range)
    {
        LoopExits exits = rooms.Loops.PrepareExits(each);
        if (exits.Flags.Count > 0 || each.LoopControlVariable is not IVariableDeclaratorOperation declarator)
        {
            faults.ReportUnsupported(each.Syntax.GetFirstToken(), "Leaving a checkpointed loop early", "Compute the number of steps before the loop");
            return Exits.None;
        }

        Value[] arguments = rooms.Arguments.Evaluate(range.Arguments);
        if (arguments.Any(UnknownType.Is))
        {
            return Exits.None;
        }

        Value budget = rooms.Arithmetic.Apply(CheckpointFunctions.Budget, IrType.Int, null, arguments[2]);
        Variable[] carried = rooms.Carrying.Carry([each.Body], exits);
        if (carried.FirstOrDefault(variable => ImmutableTypes.Is(variable.Type)) is { } opaque)
        {
            faults.ReportUnsupported(each.Syntax.GetFirstToken(), $"Changing '{opaque.Name}' in a checkpointed loop", "Compute it from the loop's counter");
        }

        Value[] initial = rooms.Carrying.Versions(carried);
        (Branch body, Value[] parameters) = rooms.Carrying.Begin(carried, each.Body);
        Variable step = rooms.Variables.Declare(declarator.Symbol, declarator.Syntax)[0];
        Value induction = state.Values.New(arguments[0].Type, step.Name);
        rooms.Branches.Within(body, () =>
        {
            state.Environment[step] = rooms.Conversions.Convert(induction, step.Type, step.Name);
            return rooms.Statements.Run([.. OperationTree.Flatten(each.Body)]);
        });
        Block block = rooms.Carrying.Finish(body, parameters, carried, []);
        Value[] outputs = rooms.Carrying.Rebind(carried);
        state.Block.Append(new For(outputs.ToEquatableArray(), induction, arguments[0], arguments[1], 1, initial.ToEquatableArray(), block, budget));
        return Exits.None;
    }
}
