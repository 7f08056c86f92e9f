using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

internal sealed partial class BodyTranslator
{
    private static IEnumerable<IOperation> Flatten(IOperation? operation) => operation switch
    {
        null => [],
        IBlockOperation block => block.Operations.SelectMany(Flatten),
        ILabeledOperation labeled => Flatten(labeled.Operation),
        ILocalFunctionOperation => [],
        _ => [operation],
    };

    /// <summary>
    /// Translates statements up to the end or to the first that leaves on every path. What follows a statement that leaves
    /// on some paths runs under its flag.
    /// </summary>
    private Exits Run(IReadOnlyList<IOperation> statements, int from = 0)
    {
        for (int i = from; i < statements.Count; i++)
        {
            int next = i + 1;
            MakeRows(statements, i);
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
        Value condition = Evaluate(conditional.Condition);
        bool throwsThen = EndsInThrow([.. Flatten(conditional.WhenTrue)]);
        if (throwsThen || EndsInThrow([.. Flatten(conditional.WhenFalse)]))
        {
            ThrowIf(throwsThen ? condition : Not(condition), (throwsThen ? conditional.WhenTrue : conditional.WhenFalse)!);
            restIsDone = true;
            return Run([.. Flatten(throwsThen ? conditional.WhenFalse : conditional.WhenTrue), .. statements.Skip(next)]);
        }

        Branch then = Begin(), otherwise = Begin();
        Exits thenExits = Within(then, () => Run([.. Flatten(conditional.WhenTrue)]));
        Exits elseExits = Within(otherwise, () => Run([.. Flatten(conditional.WhenFalse)]));
        restIsDone = thenExits.Falls != elseExits.Falls;
        if (restIsDone)
        {
            (Branch open, Exits exits) = thenExits.Falls ? (then, thenExits) : (otherwise, elseExits);
            Exits rest = Within(open, () => exits.Any ? Guarded(exits, () => Run(statements, next)) : Run(statements, next));
            Exits total = exits.Then(rest);
            (thenExits, elseExits) = thenExits.Falls ? (total, elseExits) : (thenExits, total);
        }

        Join(condition, then, otherwise);
        return thenExits.Or(elseExits);
    }

    private Exits Guarded(Exits exits, Func<Exits> rest)
    {
        Value stays = _block.Compute(Opcode.Not, IrType.Bool, null, AnyOf(exits.Flags));
        Branch then = Begin(), otherwise = Begin();
        Exits restExits = Within(then, rest);
        Join(stays, then, otherwise);
        return exits.Then(restExits);
    }

    private Value AnyOf(IReadOnlyList<Variable> flags) => flags
        .Select(flag => VersionOf(flag))
        .ToArray()
        .Aggregate((left, right) => _block.Compute(Opcode.Or, IrType.Bool, null, left, right));

    private Exits Statement(IOperation statement)
    {
        _translation.Cancellation.ThrowIfCancellationRequested();
        if (IsMade(statement))
        {
            return Exits.None;
        }

        switch (statement)
        {
            case IThrowOperation @throw:
                return Throw(@throw);
            case IExpressionStatementOperation { Operation: IThrowOperation @throw }:
                return Throw(@throw);
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
                return Loop(loop);
            case ISwitchOperation @switch:
                return Switch(@switch);
            case IEmptyOperation:
                return Exits.None;
            default:
                Unsupported(statement);
                return Exits.None;
        }
    }

    private Exits Declarations(IVariableDeclarationGroupOperation group)
    {
        if (group.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })
        {
            Unsupported(group);
            return Exits.None;
        }

        foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
        {
            if (IsDelegate(declarator.Symbol.Type))
            {
                DeclareFunction(declarator);
                continue;
            }

            if (DeclareObject(declarator))
            {
                continue;
            }

            if (declarator.Symbol.RefKind != RefKind.None)
            {
                DeclareReference(declarator);
                continue;
            }

            Place[] places = DeclarePlaces(declarator.Symbol, declarator.Syntax);
            foreach (VariablePlace place in places.OfType<VariablePlace>())
            {
                _environment[place.Variable] = null;
            }

            IVariableInitializerOperation? initializer = declarator.GetVariableInitializer();
            if (initializer is not null && places[0] is not VariablePlace { Variable.Type: UnknownType })
            {
                Assign(places, EvaluateAll(initializer.Value, NamesOf(places)), initializer.Syntax);
            }
        }

        return Exits.None;
    }

    private Exits Return(IReturnOperation @return)
    {
        if (_frame.Method.ReturnsByRef || _frame.Method.ReturnsByRefReadonly)
        {
            ReturnReference(@return);
        }
        else if (@return.ReturnedValue is { } value)
        {
            Assign(_frame.Results, EvaluateAll(value, _frame.Results), @return.Syntax);
        }

        return Leave(_frame.Returned);
    }

    private Exits Jump(IBranchOperation branch)
    {
        if (branch.BranchKind != BranchKind.GoTo && _frame.Exit(branch.Target) is { } flag)
        {
            return Leave(flag);
        }

        if (_frame.JumpTo(branch.Target) is { } jump)
        {
            _environment[jump.Section] = _block.Constant(jump.Number);
            return Leave(jump.Left);
        }

        Unsupported(branch);
        return Exits.None;
    }

    private Exits Leave(Variable flag)
    {
        _environment[flag] = Truth(true, flag.Name);
        return Exits.Through(flag);
    }

    /// <summary>An expression whose value nobody uses.</summary>
    private void Perform(IOperation operation)
    {
        switch (operation)
        {
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction);
                break;
            case IInvocationOperation invocation:
                Invoke(invocation, []);
                break;
            case ISimpleAssignmentOperation { Target: IDiscardOperation } discard:
                EvaluateAll(discard.Value, []);
                break;
            case ISimpleAssignmentOperation { IsRef: false } tuple when TypeMap.Tuple(tuple.Type) is not null:
                AssignTuple(tuple);
                break;
            default:
                Evaluate(operation);
                break;
        }
    }
}
