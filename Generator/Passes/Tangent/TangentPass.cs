using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Calls;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Tangent;

/// <summary>
/// Forward mode: after each step that computes an active value comes the step that computes its tangent. A tangent that is
/// absent is zero by structure.
/// </summary>
internal sealed class TangentPass(Activity activity, Memory memory, RuleCalls rules, ValueSource values)
{
    private readonly Dictionary<int, Value> _tangents = [];
    private readonly Dictionary<int, Value> _shadows = [];

    /// <summary>Says what an input's tangent is.</summary>
    public void SetTangent(Value input, Value tangent)
    {
        if (input.Type is BufferType)
        {
            _shadows[input.Id] = tangent;
        }
        else
        {
            _tangents[input.Id] = tangent;
        }
    }

    /// <summary>The tangent of an output, zero if it does not depend on any input.</summary>
    public Value TangentOf(Value value, BlockBuilder builder) =>
        _tangents.TryGetValue(value.Id, out Value? tangent) ? tangent : builder.Constant(0, value.Type);

    /// <summary>Appends the block's operations and their tangents.</summary>
    public void Run(Block block, BlockBuilder builder)
    {
        foreach (Operation operation in block.Operations)
        {
            Run(operation, builder);
        }
    }

    private void Run(Operation operation, BlockBuilder builder)
    {
        switch (operation)
        {
            case If branch:
                RunIf(branch, builder);
                break;
            case For loop:
                RunFor(loop, builder);
                break;
            case While loop:
                RunWhile(loop, builder);
                break;
            case Call call when rules.Concern(call, activity, memory):
                rules.Jvp(call, builder, this, activity, memory);
                break;
            default:
                builder.Append(operation);
                RunStep(operation, builder);
                break;
        }
    }

    private void RunStep(Operation operation, BlockBuilder builder)
    {
        switch (operation)
        {
            case Compute compute when activity.IsActive(compute.Result):
                RunCompute(compute, builder);
                break;
            case Allocate allocate when activity.IsActive(allocate.Result):
                Value shadow = values.New(allocate.Result.Type, Named(allocate.Result));
                builder.Append(allocate with { Result = shadow, Zeroed = true });
                _shadows[allocate.Result.Id] = shadow;
                break;
            case AllocateStack stack when activity.IsActive(stack.Result):
                Value twin = values.New(stack.Result.Type, Named(stack.Result));
                builder.Append(stack with { Result = twin });
                _tangents[stack.Result.Id] = twin;
                break;
            case Push push when activity.IsActive(push.Stack):
                builder.Append(new Push(_tangents[push.Stack.Id], TangentOf(push.Pushed, builder)));
                break;
            case Pop pop when activity.IsActive(pop.Stack):
                Value popped = values.New(pop.Result.Type, Named(pop.Result));
                builder.Append(new Pop(popped, _tangents[pop.Stack.Id]));
                _tangents[pop.Result.Id] = popped;
                break;
            case Load load when activity.IsActive(load.Result):
                _tangents[load.Result.Id] = builder.Load(Shadow(load.Buffer, builder), load.Index, Named(load.Result));
                break;
            case Store store when activity.IsActive(store.Buffer):
                builder.Append(new Store(Shadow(store.Buffer, builder), store.Index, TangentOf(store.Stored, builder)));
                break;
            case Accumulate accumulate when activity.IsActive(accumulate.Buffer) && Has(accumulate.Addend):
                builder.Append(new Accumulate(Shadow(accumulate.Buffer, builder), accumulate.Index, _tangents[accumulate.Addend.Id]));
                break;
            case Fill fill when activity.IsActive(fill.Buffer):
                builder.Append(new Fill(Shadow(fill.Buffer, builder), TangentOf(fill.Stored, builder)));
                break;
            case Copy copy when activity.IsActive(copy.Destination):
                RunCopy(copy, builder);
                break;
        }
    }

    private void RunCopy(Copy copy, BlockBuilder builder)
    {
        Value target = Shadow(copy.Destination, builder);
        if (activity.IsActive(copy.Source))
        {
            builder.Append(new Copy(Shadow(copy.Source, builder), target));
            return;
        }

        Value written = values.New(((BufferType)target.Type) with { Kind = BufferKind.Span });
        builder.Append(new View(written, target, builder.Constant(0), builder.Length(copy.Source)));
        builder.Append(new Fill(written, builder.Constant(0, ((BufferType)target.Type).Element)));
    }

    private void RunCompute(Compute compute, BlockBuilder builder)
    {
        if (TangentOf(compute, builder) is { } tangent)
        {
            _tangents[compute.Result.Id] = builder.Rename(tangent, Named(compute.Result));
        }
    }

    private Value? TangentOf(Compute compute, BlockBuilder builder)
    {
        if (compute.Opcode == Opcode.Divide && _tangents.TryGetValue(compute.Arguments[1].Id, out Value? divisor))
        {
            if (_tangents.TryGetValue(compute.Arguments[0].Id, out Value? numerator))
            {
                return Quotients.Tangent(builder, compute, numerator, divisor);
            }

            if (Quotients.ByDivisor(memory.NumberOf(compute.Arguments[0])) is null)
            {
                return Quotients.TangentByDivisor(builder, compute, divisor);
            }
        }

        IReadOnlyList<Partial?> partials = Partials.Of(compute, memory.NumberOf);
        Value? sum = null;
        for (int i = 0; i < compute.Arguments.Count; i++)
        {
            if (partials[i] is { } partial && _tangents.TryGetValue(compute.Arguments[i].Id, out Value? tangent))
            {
                Value? term = compute.Opcode == Opcode.Convert
                    ? builder.Compute(Opcode.Convert, compute.Result.Type, null, tangent)
                    : Contribution.Scale(builder, tangent, partial(builder, [.. compute.Arguments], compute.Result));
                sum = sum is null || term is null ? term ?? sum : builder.Add(sum, term);
            }
        }

        return sum;
    }

    private void RunIf(If branch, BlockBuilder builder)
    {
        Value[] active = [.. branch.Outputs.Where(activity.IsActive)];
        Value[] tangents = NewTangents(active);
        Block then = RunArm(branch.Then, branch.Outputs, builder), otherwise = RunArm(branch.Else, branch.Outputs, builder);
        builder.Append(new If([.. branch.Outputs, .. tangents], branch.Condition, then, otherwise));
        Record(active, tangents);
    }

    private Block RunArm(Block arm, EquatableArray<Value> outputs, BlockBuilder builder)
    {
        BlockBuilder inner = builder.Nested();
        Run(arm, inner);
        Value[] tangents = [.. arm.Yields.Where((_, i) => activity.IsActive(outputs[i])).Select(yield => TangentOf(yield, inner))];
        return inner.Finish([.. arm.Yields, .. tangents]);
    }

    private void RunFor(For loop, BlockBuilder builder)
    {
        Value[] active = [.. loop.Body.Parameters.Where(activity.IsActive)];
        Value[] initial = [.. Select(loop.Initial, loop.Body.Parameters).Select(value => TangentOf(value, builder))];
        Value[] carried = NewTangents(active);
        Record(active, carried);

        BlockBuilder inner = builder.Nested();
        Run(loop.Body, inner);
        Value[] next = [.. Select(loop.Body.Yields, loop.Body.Parameters).Select(value => TangentOf(value, inner))];
        Value[] outputs = [.. Select(loop.Outputs, loop.Body.Parameters)];
        Value[] results = NewTangents(outputs);
        Record(outputs, results);
        builder.Append(loop with
        {
            Outputs = [.. loop.Outputs, .. results],
            Initial = [.. loop.Initial, .. initial],
            Body = inner.Finish([.. loop.Body.Yields, .. next], [.. loop.Body.Parameters, .. carried]),
        });
    }

    private void RunWhile(While loop, BlockBuilder builder)
    {
        EquatableArray<Value> shape = loop.Body.Parameters;
        Value[] active = [.. shape.Where(activity.IsActive)];
        Value[] initial = [.. Select(loop.Initial, shape).Select(value => TangentOf(value, builder))];
        Value[] tested = NewTangents(active), carried = NewTangents(active);
        Record(active, carried);

        BlockBuilder inner = builder.Nested();
        Run(loop.Body, inner);
        Value[] next = [.. Select(loop.Body.Yields, shape).Select(value => TangentOf(value, inner))];
        Value[] outputs = [.. Select(loop.Outputs, shape)];
        Value[] results = NewTangents(outputs);
        Record(outputs, results);
        Block condition = loop.Condition;
        builder.Append(new While(
            [.. loop.Outputs, .. results],
            [.. loop.Initial, .. initial],
            new Block([.. condition.Parameters, .. tested], condition.Operations, [.. condition.Yields, .. tested]),
            inner.Finish([.. loop.Body.Yields, .. next], [.. shape, .. carried])));
    }

    // The values at the places where the loop carries an active value.
    private IEnumerable<Value> Select(EquatableArray<Value> values, EquatableArray<Value> shape) =>
        values.Where((_, i) => activity.IsActive(shape[i]));

    private Value[] NewTangents(IEnumerable<Value> primals) =>
        [.. primals.Select(primal => values.New(primal.Type, Named(primal)))];

    private void Record(Value[] primals, Value[] tangents)
    {
        for (int i = 0; i < primals.Length; i++)
        {
            _tangents[primals[i].Id] = tangents[i];
        }
    }

    /// <summary>Whether a scalar has a tangent that is not zero by structure.</summary>
    public bool Has(Value value) => _tangents.ContainsKey(value.Id);

    /// <summary>The buffer of tangents that belongs to a buffer of primals.</summary>
    public Value Shadow(Value buffer, BlockBuilder builder) => Shadows.Of(buffer, memory, _shadows, builder);

    private static string? Named(Value primal) => primal.Name is null ? null : Naming.Tangent(primal.Name);
}
