using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>The call of <c>Ad.Checkpointed</c> that a loop goes over; null for any other loop.</summary>
    private static IInvocationOperation? CheckpointedRange(IOperation collection) =>
        collection is IInvocationOperation { TargetMethod: { Name: "Checkpointed", ContainingType: { Name: "Ad", ContainingNamespace.Name: "StaticAd" } } } call
            ? call
            : null;

    /// <summary><c>foreach (int step in Ad.Checkpointed(from, to, snapshots))</c>: a counted loop whose reverse has a budget.</summary>
    private Exits Checkpointed(IForEachLoopOperation each, IInvocationOperation range)
    {
        LoopExits exits = PrepareExits(each);
        if (exits.Flags.Count > 0 || each.LoopControlVariable is not IVariableDeclaratorOperation declarator)
        {
            ReportUnsupported(each.Syntax.GetFirstToken(), "Leaving a checkpointed loop early", "Compute the number of steps before the loop");
            return Exits.None;
        }

        Value[] arguments = [.. range.Arguments
            .Select(argument => (argument.Parameter!.Ordinal, Value: Evaluate(argument.Value)))
            .ToArray()
            .OrderBy(argument => argument.Ordinal)
            .Select(argument => argument.Value)];
        if (arguments.Any(UnknownType.Is))
        {
            return Exits.None;
        }

        Value budget = ApplyFunction(CheckpointFunctions.Budget, IrType.Int, null, arguments[2]);
        Variable[] carried = Carry([each.Body], exits);
        Value[] initial = Current(carried);
        (Branch body, Value[] parameters) = BeginLoop(carried, each.Body);
        Variable step = Declare(declarator.Symbol, declarator.Syntax)[0];
        Value induction = _values.New(arguments[0].Type, step.Name);
        Within(body, () =>
        {
            _environment[step] = Convert(induction, step.Type, step.Name);
            return Run([.. Flatten(each.Body)]);
        });
        Block block = FinishLoop(body, parameters, carried, []);
        Value[] outputs = Rebind(carried);
        _block.Append(new For(outputs.ToEquatableArray(), induction, arguments[0], arguments[1], 1, initial.ToEquatableArray(), block, budget));
        return Exits.None;
    }
}
