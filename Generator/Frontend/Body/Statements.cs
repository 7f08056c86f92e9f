using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Statements in their order, and what those that leave early do to those behind them.</summary>
internal sealed class Statements(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>
    /// Translates statements up to the end or to the first that leaves on every path. What follows a statement that leaves
    /// on some paths runs under its flag.
    /// </summary>
    public Exits Run(IReadOnlyList<IOperation> statements, int from = 0)
    {
        for (int i = from; i < statements.Count; i++)
        {
            int next = i + 1;
            rooms.MadeRows.Make(statements, i);
            bool restIsDone = false;
            Exits exits = statements[i] is IConditionalOperation conditional
                ? Conditional(conditional, statements, next, out restIsDone)
                : Statement(statements[i]);
            if (restIsDone || !exits.Falls || next == statements.Count)
            {
                return exits;
            }

            if (exits.Any)
            {
                return Guarded(exits, () => Run(statements, next));
            }
        }

        return Exits.None;
    }

    /// <summary>
    /// An <c>if</c>. Where exactly one branch always leaves, the rest of the statements goes into the other one and needs no
    /// flag.
    /// </summary>
    private Exits Conditional(IConditionalOperation conditional, IReadOnlyList<IOperation> statements, int next, out bool restIsDone)
    {
        Value condition = rooms.Expressions.Evaluate(conditional.Condition);
        bool throwsThen = Throwing.Ends([.. OperationTree.Flatten(conditional.WhenTrue)]);
        if (throwsThen || Throwing.Ends([.. OperationTree.Flatten(conditional.WhenFalse)]))
        {
            rooms.Throws.ThrowIf(throwsThen ? condition : rooms.Arithmetic.Not(condition), (throwsThen ? conditional.WhenTrue : conditional.WhenFalse)!);
            restIsDone = true;
            return Run([.. OperationTree.Flatten(throwsThen ? conditional.WhenFalse : conditional.WhenTrue), .. statements.Skip(next)]);
        }

        Branch then = rooms.Branches.Begin(), otherwise = rooms.Branches.Begin();
        Exits thenExits = rooms.Branches.Within(then, () => Run([.. OperationTree.Flatten(conditional.WhenTrue)]));
        Exits elseExits = rooms.Branches.Within(otherwise, () => Run([.. OperationTree.Flatten(conditional.WhenFalse)]));
        restIsDone = thenExits.Falls != elseExits.Falls;
        if (restIsDone)
        {
            (Branch open, Exits exits) = thenExits.Falls ? (then, thenExits) : (otherwise, elseExits);
            Exits rest = rooms.Branches.Within(open, () => exits.Any ? Guarded(exits, () => Run(statements, next)) : Run(statements, next));
            Exits total = exits.Then(rest);
            (thenExits, elseExits) = thenExits.Falls ? (total, elseExits) : (thenExits, total);
        }

        rooms.Branches.Join(condition, then, otherwise);
        return thenExits.Or(elseExits);
    }

    public Exits Guarded(Exits exits, Func<Exits> rest)
    {
        Value stays = state.Block.Compute(Opcode.Not, IrType.Bool, null, AnyOf(exits.Flags));
        Branch then = rooms.Branches.Begin(), otherwise = rooms.Branches.Begin();
        Exits restExits = rooms.Branches.Within(then, rest);
        rooms.Branches.Join(stays, then, otherwise);
        return exits.Then(restExits);
    }

    public Value AnyOf(IReadOnlyList<Variable> flags) => flags
        .Select(flag => state.VersionOf(flag))
        .ToArray()
        .Aggregate((left, right) => state.Block.Compute(Opcode.Or, IrType.Bool, null, left, right));

    public Exits Statement(IOperation statement)
    {
        state.Translation.Cancellation.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (rooms.MadeRows.IsMade(statement))
        {
            return Exits.None;
        }

        switch (statement)
        {
            case IThrowOperation @throw:
                return rooms.Throws.Throw(@throw);
            case IExpressionStatementOperation { Operation: IThrowOperation @throw }:
                return rooms.Throws.Throw(@throw);
            case IExpressionStatementOperation expression:
                Perform(expression.Operation);
                return Exits.None;
            case IVariableDeclarationGroupOperation group:
                return Declarations(group);
            case IReturnOperation { Kind: OperationKind.Return } @return:
                return Return(@return);
            case IBranchOperation branch:
                return Jump(branch);
            case ILoopOperation loop:
                return rooms.Loops.Run(loop);
            case ISwitchOperation @switch:
                return rooms.Switches.Statement(@switch);
            case IEmptyOperation:
                return Exits.None;
            default:
                faults.Unsupported(statement);
                return Exits.None;
        }
    }

    private Exits Declarations(IVariableDeclarationGroupOperation group)
    {
        if (group.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })
        {
            faults.Unsupported(group);
            return Exits.None;
        }

        foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
        {
            Declare(declarator);
        }

        return Exits.None;
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        if (Functions.IsDelegate(declarator.Symbol.Type))
        {
            rooms.Functions.Declare(declarator);
        }
        else if (rooms.ObjectPaths.PathOf(declarator) is { } path)
        {
            state.Frame.Add(declarator.Symbol, path);
        }
        else if (declarator.Symbol.RefKind != RefKind.None)
        {
            rooms.References.Declare(declarator);
        }
        else
        {
            DeclareValue(declarator);
        }
    }

    private void DeclareValue(IVariableDeclaratorOperation declarator)
    {
        Place[] places = rooms.Variables.DeclarePlaces(declarator.Symbol, declarator.Syntax);
        foreach (VariablePlace place in places.OfType<VariablePlace>())
        {
            state.Environment[place.Variable] = null;
        }

        IVariableInitializerOperation? initializer = declarator.GetVariableInitializer();
        if (initializer is not null && places[0] is not VariablePlace { Variable.Type: UnknownType })
        {
            rooms.Contents.Assign(places, rooms.Expressions.EvaluateAll(initializer.Value, Targets.Of(places)), initializer.Syntax);
        }
    }

    private Exits Return(IReturnOperation @return)
    {
        if (state.Frame.Method.ReturnsByRef || state.Frame.Method.ReturnsByRefReadonly)
        {
            rooms.References.Return(@return);
        }
        else if (@return.ReturnedValue is { } value)
        {
            rooms.Contents.Assign(state.Frame.Results, rooms.Expressions.EvaluateAll(value, state.Frame.Results), @return.Syntax);
        }

        return Leave(state.Frame.Returned);
    }

    private Exits Jump(IBranchOperation branch)
    {
        if (branch.BranchKind != BranchKind.GoTo && state.Frame.Exit(branch.Target) is { } flag)
        {
            return Leave(flag);
        }

        if (state.Frame.JumpTo(branch.Target) is { } jump)
        {
            state.Environment[jump.Section] = state.Block.Constant(jump.Number);
            return Leave(jump.Left);
        }

        faults.Unsupported(branch);
        return Exits.None;
    }

    private Exits Leave(Variable flag)
    {
        state.Environment[flag] = rooms.Constants.Truth(true, flag.Name);
        return Exits.Through(flag);
    }

    /// <summary>An expression whose value nobody uses.</summary>
    public void Perform(IOperation operation)
    {
        switch (operation)
        {
            case IDeconstructionAssignmentOperation deconstruction:
                rooms.Deconstruction.Assign(deconstruction);
                break;
            case IInvocationOperation invocation:
                rooms.Calls.Invoke(invocation, []);
                break;
            case ISimpleAssignmentOperation { Target: IDiscardOperation } discard:
                rooms.Expressions.EvaluateAll(discard.Value, []);
                break;
            case ISimpleAssignmentOperation { IsRef: false } tuple when TypeMap.Tuple(tuple.Type) is not null:
                rooms.Assignments.AssignTuple(tuple);
                break;
            default:
                rooms.Expressions.Evaluate(operation);
                break;
        }
    }
}
