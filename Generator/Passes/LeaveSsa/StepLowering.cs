using StaticAd.Generator.Emit;
using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Turns operations without regions into statements.</summary>
internal sealed class StepLowering(
    Demand demand,
    Variables variables,
    ExpressionBuilder expressions,
    Assignments assignments,
    TypeText types,
    MemoryOwners memory,
    IReadOnlyDictionary<string, Method> callees)
{
    public IEnumerable<Statement> Lower(Operation operation, Scope scope) => operation switch
    {
        Store { Stored.Type: LaneType, Buffer.Type: BufferType { Element: ScalarType } } store => [StoreLanes(store)],
        Store { Buffer.Type: BufferType { Within: { } leaf } } store =>
            Structures.Write(leaf.Shape, Element(store.Buffer, store.Index), [(leaf.Leaf, expressions.Build(store.Stored))], types),
        Accumulate { Buffer.Type: BufferType { Within: { } leaf } } accumulate => AddToLeaf(accumulate, leaf),
        Store store => [Assignments.Update(Element(store.Buffer, store.Index), expressions.Build(store.Stored))],
        Accumulate accumulate => [Add(Element(accumulate.Buffer, accumulate.Index), expressions.Build(accumulate.Addend))],
        Copy copy => [Run(copy.Source, "CopyTo", expressions.Buffer(copy.Destination).Text)],
        Fill fill => [LowerFill(fill)],
        Allocate allocate => LowerAllocate(allocate, scope),
        AllocateStack allocate => [LowerStack(allocate, scope)],
        Push push => [new Evaluate(ExpressionBuilder.Call(expressions.Build(push.Stack), "Push", expressions.Build(push.Pushed)))],
        Keep keep => [new Evaluate(ExpressionBuilder.Call(new Name(memory.Frame!), "Keep", expressions.Build(keep.Kept)))],
        Call call => LowerCall(call, scope),
        Throw @throw => [new Evaluate(new Template(@throw.Text, @throw.Arguments.Select(expressions.Build).ToEquatableArray()))],
        _ => [LowerResult(operation, scope)],
    };

    /// <summary>Stores to leaves of one element that follow each other, as one; null where they are something else.</summary>
    public IReadOnlyList<Statement>? LowerTogether(IReadOnlyList<Store> stores)
    {
        if (stores.Count < 2)
        {
            return null;
        }

        Element element = Element(stores[0].Buffer, stores[0].Index);
        StructShape shape = ((BufferType)stores[0].Buffer.Type).Within!.Shape;
        StructLeaf[] leaves = [.. shape.Leaves];
        var writes = new List<(int Leaf, Expression Value)>();
        var written = new HashSet<string>();
        foreach (Store store in stores)
        {
            Expression value = expressions.Build(store.Stored);
            int leaf = ((BufferType)store.Buffer.Type).Within!.Leaf;
            if (!Element(store.Buffer, store.Index).Equals(element) || Structures.Reads(value, element.Buffer, written.Contains))
            {
                return null;
            }

            writes.Add((leaf, value));
            written.Add(leaves[leaf].Path);
        }

        return [.. Structures.Write(shape, element, writes, types)];
    }

    private IEnumerable<Statement> AddToLeaf(Accumulate accumulate, ElementLeaf leaf)
    {
        Element element = Element(accumulate.Buffer, accumulate.Index);
        var target = new Member(element, leaf.Value.Path);
        Expression addend = expressions.Build(accumulate.Addend);
        return leaf.Value.IsSettable
            ? [Add(target, addend)]
            : Structures.Write(leaf.Shape, element, [(leaf.Leaf, addend is Unary { Operator: UnaryOperator.Minus } negative
                ? new Binary(BinaryOperator.Subtract, target, negative.Operand)
                : new Binary(BinaryOperator.Add, target, addend))], types);
    }

    private Statement LowerResult(Operation operation, Scope scope)
    {
        Value result = operation.Results.First();
        Expression value = expressions.Build(operation);
        return demand.Needs(result) ? assignments.Assign(variables.Of(result), value, scope) : new Evaluate(value);
    }

    private Element Element(Value buffer, Value index) => new(expressions.Buffer(buffer).Text, expressions.Build(index));

    private Evaluate StoreLanes(Store store) => new(ExpressionBuilder.Call(
        new Name(types.Of(store.Stored.Type)), "Store", expressions.Build(store.Stored), expressions.Build(store.Buffer), expressions.Build(store.Index)));

    private static Statement Add(Expression target, Expression addend) => addend switch
    {
        Unary { Operator: UnaryOperator.Minus } negative => new CompoundAssign(target, BinaryOperator.Subtract, negative.Operand),
        _ => new CompoundAssign(target, BinaryOperator.Add, addend),
    };

    private Evaluate Run(Value buffer, string method, params Expression[] arguments) =>
        new(ExpressionBuilder.Call(expressions.AsSpan(buffer), method, arguments));

    private Evaluate LowerFill(Fill fill)
    {
        Expression value = expressions.Build(fill.Stored);
        bool isZero = value is Literal { Number: 0 } literal ? !double.IsNegativeInfinity(1 / literal.Number) : LaneExpressions.IsZero(value);
        return isZero ? FillWithZeros(expressions.AsSpan(fill.Buffer)) : Run(fill.Buffer, "Fill", value);
    }

    private Evaluate FillWithZeros(Expression span) => new(ExpressionBuilder.Call(new Name(types.Known("Zeros")), "Fill", span));

    private IEnumerable<Statement> LowerAllocate(Allocate allocate, Scope scope)
    {
        string element = types.Of(((BufferType)allocate.Result.Type).Element);
        Expression count = expressions.Build(allocate.Count);
        Expression memoryCall = allocate.Storage switch
        {
            Storage.Stack => new StackAllocation(element, count),
            _ => ExpressionBuilder.Call(
                new Name(memory.Owner(allocate.Storage)), $"Allocate{(allocate.Zeroed ? "Zeroed" : "")}<{element}>", count),
        };
        if (!demand.Needs(allocate.Result))
        {
            return [new Evaluate(memoryCall)];
        }

        Variable variable = variables.Of(allocate.Result);
        Statement declaration = assignments.Assign(variable, memoryCall, scope);
        // Where the user's project skips the initialisation of locals, stackalloc gives what the stack held before.
        return allocate is { Storage: Storage.Stack, Zeroed: true }
            ? [declaration, FillWithZeros(new Name(variable.Name))]
            : [declaration];
    }

    private Statement LowerStack(AllocateStack allocate, Scope scope)
    {
        string element = types.Of(((StackType)allocate.Result.Type).Element);
        Expression stack = ExpressionBuilder.Call(new Name(memory.Owner(allocate.Storage)), $"Stack<{element}>");
        return demand.Needs(allocate.Result)
            ? assignments.Assign(variables.Of(allocate.Result), stack, scope)
            : new Evaluate(stack);
    }

    private IEnumerable<Statement> LowerCall(Call call, Scope scope)
    {
        Method callee = callees[call.Callee];
        if (callee.Pieces.Count > 0)
        {
            return [LowerExpression(call, callee, scope)];
        }

        CallOutputs parts = CallOutputs.Of(call, callee);
        var statements = new List<Statement>(assignments.AssignAtOnce(
            [.. parts.References.Select(reference => (variables.Of(reference.Output), expressions.Build(reference.Input)))], scope));
        Expression[] arguments = [.. parts.Arguments.Select(argument => Argument(argument, scope))];
        var invocation = new Invocation(new Name(callee.Text), arguments.ToEquatableArray());
        statements.Add(TakeResults(invocation, parts.Returned, scope));
        return statements;
    }

    private Statement LowerExpression(Call call, Method callee, Scope scope)
    {
        var text = new Template(callee.Pieces, call.Arguments.Select(expressions.Build).ToEquatableArray());
        Value result = call.Outputs[0];
        return demand.Needs(result) ? assignments.Assign(variables.Of(result), text, scope) : new Assign(new Name("_"), text);
    }

    private Expression Argument(CallArgument argument, Scope scope) => argument.Passing switch
    {
        Passing.Ref => new ReferenceArgument("ref", null, variables.Of(argument.Output!).Name),
        Passing.Out when !demand.Needs(argument.Output!) => new ReferenceArgument("out", null, "_"),
        Passing.Out => Out(variables.Of(argument.Output!), scope),
        _ when ElementRuns.IsHandedOn(argument) => expressions.Array(argument.Input!),
        _ => expressions.Build(argument.Input!),
    };

    private ReferenceArgument Out(Variable variable, Scope scope)
    {
        bool declares = assignments.WouldDeclare(variable, scope);
        assignments.MarkDeclared(variable);
        return new ReferenceArgument("out", declares ? types.Of(variable.DeclaredType) : null, variable.Name);
    }

    private Statement TakeResults(Invocation invocation, IReadOnlyList<Value> returned, Scope scope)
    {
        if (!returned.Any(demand.Needs))
        {
            return new Evaluate(invocation);
        }

        if (returned.Count == 1)
        {
            return assignments.Assign(variables.Of(returned[0]), invocation, scope);
        }

        var targets = new TupleOf(returned.Select(value => Target(value, scope)).ToEquatableArray());
        return new Assign(targets, invocation);
    }

    private Expression Target(Value value, Scope scope)
    {
        if (!demand.Needs(value))
        {
            return new Name("_");
        }

        Variable variable = variables.Of(value);
        if (!assignments.WouldDeclare(variable, scope))
        {
            return new Name(variable.Name);
        }

        assignments.MarkDeclared(variable);
        return new Designation(types.Of(variable.DeclaredType), variable.Name);
    }
}
