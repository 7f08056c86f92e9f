using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Turns blocks and control flow into statements.</summary>
internal sealed class Lowering(
    Definitions definitions,
    Demand demand,
    Folding folding,
    Variables variables,
    ExpressionBuilder expressions,
    Assignments assignments,
    StepLowering steps,
    Emit.TypeText types)
{
    private readonly Copies _borders = new(demand);

    public List<Statement> Lower(Block block, Scope scope)
    {
        var statements = new List<Statement>();
        Operation[] operations = [.. block.Operations.Where(operation => !folding.IsSilent(operation))];
        for (int i = 0; i < operations.Length; i++)
        {
            Operation operation = operations[i];
            Store[] together = StoresTogether(operations, i);
            if (steps.LowerTogether(together) is { } whole)
            {
                statements.AddRange(whole);
                i += together.Length - 1;
                continue;
            }

            if (operation is Fill { OfWholeElements: true } && i > 0 && operations[i - 1] is Fill { OfWholeElements: true } before && IsSameBuffer(before.Buffer, ((Fill)operation).Buffer))
            {
                continue;
            }

            statements.AddRange(operation switch
            {
                If branch when folding.IsExpression(branch) =>
                    [assignments.Assign(variables.Of(folding.Result(branch)), expressions.Build(branch), scope)],
                If branch => LowerIf(branch, scope),
                For loop => LowerFor(loop, scope),
                While loop => LowerWhile(loop, scope),
                _ => steps.Lower(operation, scope),
            });
            if (operation is Throw { Always: true })
            {
                break;
            }
        }

        return statements;
    }

    private Store[] StoresTogether(Operation[] operations, int first)
    {
        var leaves = new HashSet<int>();
        return
        [
            .. operations.Skip(first).TakeWhile(operation => operation is Store { Buffer.Type: BufferType { Within: { } leaf } } store
                && IsSameBuffer(store.Buffer, ((Store)operations[first]).Buffer) && store.Index.Equals(((Store)operations[first]).Index)
                && leaves.Add(leaf.Leaf)).Cast<Store>(),
        ];
    }

    // The leaves of one buffer of structures have one name.
    private bool IsSameBuffer(Value left, Value right) => expressions.Buffer(left).Text.Equals(expressions.Buffer(right).Text);

    public IEnumerable<Statement> Copy(IReadOnlyList<BorderCopy> copies, Scope scope) =>
        assignments.AssignAtOnce(Writes(copies), scope);

    private List<(Variable Variable, Expression Value)> Writes(IEnumerable<BorderCopy> copies) =>
    [
        .. from copy in copies
           let variable = variables.Of(copy.Target)
           let value = expressions.Build(copy.Source)
           where !(value is Name name && name.Text == variable.Name)
           select (variable, value),
    ];

    private List<Statement> LowerIf(If branch, Scope scope)
    {
        var statements = new List<Statement>();
        bool elseFirst = IsInitialisation(branch, branch.Else, scope);
        bool thenFirst = !elseFirst && IsInitialisation(branch, branch.Then, scope);
        if (elseFirst || thenFirst)
        {
            statements.AddRange(Copy(_borders.OutOf(branch, elseFirst ? branch.Else : branch.Then, 0), scope));
        }

        statements.AddRange(DeclareWritten(branch, scope));
        List<Statement> then = thenFirst ? [] : LowerArm(branch, 0, scope);
        List<Statement> otherwise = elseFirst ? [] : LowerArm(branch, 1, scope);
        bool negated = then.Count == 0 && otherwise.Count > 0;
        statements.Add(negated
            ? new IfStatement(expressions.Opposite(branch.Condition), otherwise.ToEquatableArray(), [])
            : new IfStatement(expressions.Build(branch.Condition), then.ToEquatableArray(), otherwise.ToEquatableArray()));
        return statements;
    }

    private List<Statement> LowerArm(If branch, int index, Scope scope)
    {
        Block arm = index == 0 ? branch.Then : branch.Else;
        Scope inner = definitions.RegionScope(branch, index);
        List<Statement> statements = Lower(arm, inner);
        if (!Stops(arm))
        {
            statements.AddRange(Copy(_borders.OutOf(branch, arm, 0), inner));
        }

        return statements;
    }

    /// <summary>Whether the end of a block is never reached.</summary>
    public static bool Stops(Block block) => block.Operations.Any(operation => operation is Throw { Always: true });

    // double r = s; if (c) { r = ...; }
    private bool IsInitialisation(If branch, Block arm, Scope scope)
    {
        if (!arm.Operations.All(folding.IsSilent))
        {
            return false;
        }

        List<(Variable Variable, Expression Value)> writes = Writes(_borders.OutOf(branch, arm, 0));
        return writes.Count > 0 && writes.All(write =>
            write.Value is Name or Literal or Verbatim && assignments.WouldDeclare(write.Variable, scope));
    }

    private List<Statement> LowerFor(For loop, Scope scope)
    {
        Scope inner = definitions.RegionScope(loop, 0);
        var statements = new List<Statement>(Copy(_borders.IntoLoop(loop, 0), scope));
        statements.AddRange(DeclareWritten(loop, scope));
        Variable counter = variables.Of(loop.Induction);
        assignments.MarkDeclared(counter);
        Expression start = expressions.Build(loop.Start);
        List<Statement> body = Lower(loop.Body, inner);
        body.AddRange(Copy(_borders.NextIteration(loop, 0), inner));
        statements.Add(new ForStatement(
            types.Of(counter.Type), counter.Name, start, Goes(counter, loop), loop.Step, body.ToEquatableArray()));
        return statements;
    }

    // Up to and including n, down to and including 0, read better than n + 1 and -1 left out.
    private Expression Goes(Variable counter, For loop)
    {
        var name = new Name(counter.Name);
        Expression end = expressions.Build(loop.End);
        return (end, loop.Step > 0) switch
        {
            (Binary { Operator: BinaryOperator.Add, Right: Literal { Number: 1 } } sum, true) =>
                new Binary(BinaryOperator.LessOrEqual, name, sum.Left),
            (_, true) => new Binary(BinaryOperator.Less, name, end),
            (Literal { Number: -1 } last, false) => new Binary(BinaryOperator.GreaterOrEqual, name, last with { Number = 0 }),
            (Binary { Operator: BinaryOperator.Subtract, Right: Literal { Number: 1 } } difference, false) =>
                new Binary(BinaryOperator.GreaterOrEqual, name, difference.Left),
            _ => new Binary(BinaryOperator.Greater, name, end),
        };
    }

    private List<Statement> LowerWhile(While loop, Scope scope)
    {
        Scope test = definitions.RegionScope(loop, 0), inner = definitions.RegionScope(loop, 1);
        var statements = new List<Statement>(Copy(_borders.IntoLoop(loop, 0), scope));
        statements.AddRange(DeclareWritten(loop, scope));
        List<Statement> body = Lower(loop.Condition, test);
        body.AddRange(Copy(_borders.IntoBody(loop, 0), test));
        Value condition = loop.Condition.Yields[0];
        bool isPlain = body.Count == 0;
        if (!isPlain)
        {
            body.Add(new IfStatement(expressions.Opposite(condition), [new Break()], []));
        }

        body.AddRange(Lower(loop.Body, inner));
        body.AddRange(Copy(_borders.NextIteration(loop, 0), inner));
        Expression again = isPlain ? expressions.Build(condition) : new Literal(1, IrType.Bool);
        statements.Add(new WhileStatement(again, body.ToEquatableArray()));
        return statements;
    }

    // Locals of this scope whose first write lies inside the operation's regions.
    private IEnumerable<Statement> DeclareWritten(Operation operation, Scope scope)
    {
        var statements = new List<Statement>();
        foreach (Value value in Written(operation))
        {
            Variable variable = variables.Of(value);
            if (assignments.WouldDeclare(variable, scope))
            {
                statements.Add(assignments.DeclareEmpty(variable));
            }
        }

        return statements;
    }

    private IEnumerable<Value> Written(Operation operation)
    {
        if (folding.IsSilent(operation))
        {
            return [];
        }

        IEnumerable<Value> own = operation switch
        {
            For loop => loop.Body.Parameters,
            While loop => loop.Condition.Parameters.Concat(loop.Body.Parameters),
            _ => operation.Results,
        };
        return own.Where(value => demand.Needs(value) && !folding.IsFolded(value))
            .Concat(operation.Regions.SelectMany(region => region.Operations).SelectMany(Written));
    }
}
