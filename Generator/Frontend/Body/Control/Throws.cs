using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Exceptions that the method throws: generated code throws them as well, before it writes a derivative.</summary>
internal sealed class Throws(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>Where the condition holds, the statement throws; what follows needs no branch.</summary>
    public void ThrowIf(Value condition, IOperation statement) => ThrowIf(condition, () => rooms.Statements.Run([.. OperationTree.Flatten(statement)]));

    public void ThrowIf(Value condition, Func<Exits> run)
    {
        bool isNever = state.Block.Operations.LastOrDefault() is Constant { Number: 0 } constant && constant.Result.Id == condition.Id;
        if (isNever)
        {
            return;
        }

        Branch branch = rooms.Branches.Begin();
        rooms.Branches.Within(branch, run);
        if (!UnknownType.Is(condition))
        {
            state.Block.Append(new If([], condition, branch.Block.Finish([]), state.Block.Nested().Finish([])));
        }
    }

    public Exits Throw(IThrowOperation @throw)
    {
        var text = new StatementText();
        text.Add("throw ");
        if (OperationTree.Strip(@throw.Exception) is IObjectCreationOperation creation)
        {
            rooms.ExceptionText.WriteCreation(creation, text);
            state.Block.Append(text.Finish(always: true));
        }
        else
        {
            faults.ReportUnsupported((@throw.Exception ?? @throw).Syntax, "Throwing an exception that is not made here", "Write 'throw new …'");
            state.Unknown();
        }

        return Exits.Thrown;
    }

    /// <summary>A call such as <c>ArgumentOutOfRangeException.ThrowIfNegative(n)</c>.</summary>
    public void Guard(IInvocationOperation call)
    {
        if (call.TargetMethod.Name == "ThrowIfNull" && rooms.ObjectPaths.ObjectOf(call.Arguments[0].Value) is { } path)
        {
            var named = new StatementText();
            named.Add($"{CSharpNames.TypeName(call.TargetMethod.ContainingType, state.Translation.Home)}.ThrowIfNull({path.Text})");
            state.Block.Append(named.Finish(always: false));
            return;
        }

        // An array that is null is found out before; an assertion does nothing but fail.
        bool isOfArray = call.TargetMethod.Name == "ThrowIfNull" && ImmutableTypes.Of(OperationTree.Strip(call.Arguments[0].Value)?.Type) is null;
        if ((isOfArray || call.TargetMethod.Name == "Assert") && LoopScan.Assigned([call]).Count == 0)
        {
            return;
        }

        var text = new StatementText();
        text.Add($"{CSharpNames.TypeName(call.TargetMethod.ContainingType, state.Translation.Home)}.{call.TargetMethod.Name}(");
        rooms.ExceptionText.WriteArguments(call.Arguments, text);
        text.Add(")");
        Throw check = text.Finish(always: false);
        if (!check.Arguments.Any(UnknownType.Is))
        {
            state.Block.Append(check);
        }
    }
}
