using StaticAd.Generator.Ir;

namespace StaticAd.Tests.Emit;

/// <summary>A part of an array: what a buffer of the IR is at run time.</summary>
internal sealed record BufferSlice(double[] Items, int Offset, int Count)
{
    public double this[int index]
    {
        get => Items[Offset + InRange(index)];
        set => Items[Offset + InRange(index)] = value;
    }

    private int InRange(int index) => index >= 0 && index < Count ? index : throw new IndexOutOfRangeException();
}

/// <summary>Runs IR directly, by its definition: the oracle for what is emitted.</summary>
internal sealed class Interpreter(IReadOnlyDictionary<string, Method> callees)
{
    private readonly Dictionary<int, object> _values = [];

    public object[] Run(IEnumerable<(Value Value, object Argument)> arguments, Block body)
    {
        foreach ((Value value, object argument) in arguments)
        {
            _values[value.Id] = argument;
        }

        return Run(body);
    }

    private object[] Run(Block block)
    {
        foreach (Operation operation in block.Operations)
        {
            Run(operation);
        }

        return Read(block.Yields);
    }

    private object[] Read(IEnumerable<Value> values) => [.. values.Select(value => _values[value.Id])];

    private void Write(IReadOnlyList<Value> targets, IReadOnlyList<object> values)
    {
        for (int i = 0; i < targets.Count; i++)
        {
            _values[targets[i].Id] = values[i];
        }
    }

    private T Get<T>(Value value) => (T)_values[value.Id];

    private void Run(Operation operation)
    {
        switch (operation)
        {
            case If branch:
                Write(branch.Outputs, Run(Get<bool>(branch.Condition) ? branch.Then : branch.Else));
                break;
            case For loop:
                RunFor(loop);
                break;
            case While loop:
                RunWhile(loop);
                break;
            case Call call:
                RunCall(call);
                break;
            case Compute compute:
                _values[compute.Result.Id] = Arithmetic.Compute(compute, Read(compute.Arguments));
                break;
            default:
                RunMemory(operation);
                break;
        }
    }

    private void RunFor(For loop)
    {
        object[] carried = Read(loop.Initial);
        int end = Get<int>(loop.End);
        for (int i = Get<int>(loop.Start); loop.Step > 0 ? i < end : i > end; i += loop.Step)
        {
            Write(loop.Body.Parameters, carried);
            _values[loop.Induction.Id] = i;
            carried = Run(loop.Body);
        }

        Write(loop.Outputs, carried);
    }

    private void RunWhile(While loop)
    {
        object[] carried = Read(loop.Initial);
        while (true)
        {
            Write(loop.Condition.Parameters, carried);
            object[] tested = Run(loop.Condition);
            if (!(bool)tested[0])
            {
                Write(loop.Outputs, tested[1..]);
                return;
            }

            Write(loop.Body.Parameters, tested[1..]);
            carried = Run(loop.Body);
        }
    }

    private void RunCall(Call call)
    {
        Method callee = callees[call.Callee];
        IEnumerable<Value> inputs = callee.Parameters.Where(parameter => parameter.Value is not null).Select(parameter => parameter.Value!);
        Write(call.Outputs, new Interpreter(callees).Run(inputs.Zip(Read(call.Arguments)), callee.Body!));
    }

    private void RunMemory(Operation operation)
    {
        switch (operation)
        {
            case Constant constant:
                _values[constant.Result.Id] = Arithmetic.Number(constant);
                break;
            case Length length:
                _values[length.Result.Id] = Get<BufferSlice>(length.Buffer).Count;
                break;
            case View view:
                var whole = Get<BufferSlice>(view.Buffer);
                int start = view.Start is null ? 0 : Get<int>(view.Start);
                int count = view.Count is null ? whole.Count - start : Get<int>(view.Count);
                _values[view.Result.Id] = new BufferSlice(whole.Items, whole.Offset + start, count);
                break;
            case Load load:
                _values[load.Result.Id] = Get<BufferSlice>(load.Buffer)[Get<int>(load.Index)];
                break;
            case Store store:
                Get<BufferSlice>(store.Buffer)[Get<int>(store.Index)] = Get<double>(store.Stored);
                break;
            case Accumulate add:
                Get<BufferSlice>(add.Buffer)[Get<int>(add.Index)] += Get<double>(add.Addend);
                break;
            case Copy copy:
                BufferSlice from = Get<BufferSlice>(copy.Source), to = Get<BufferSlice>(copy.Destination);
                Array.Copy(from.Items, from.Offset, to.Items, to.Offset, from.Count);
                break;
            case Fill fill:
                BufferSlice filled = Get<BufferSlice>(fill.Buffer);
                Array.Fill(filled.Items, Get<double>(fill.Stored), filled.Offset, filled.Count);
                break;
            default:
                RunAllocation(operation);
                break;
        }
    }

    private void RunAllocation(Operation operation)
    {
        switch (operation)
        {
            case Allocate allocate:
                int size = Get<int>(allocate.Count);
                _values[allocate.Result.Id] = new BufferSlice(new double[size], 0, size);
                break;
            case AllocateStack allocate:
                _values[allocate.Result.Id] = new Stack<object>();
                break;
            case Push push:
                Get<Stack<object>>(push.Stack).Push(_values[push.Pushed.Id]);
                break;
            case Pop pop:
                _values[pop.Result.Id] = Get<Stack<object>>(pop.Stack).Pop();
                break;
            default:
                throw new NotSupportedException(operation.GetType().Name);
        }
    }
}
