using System.Reflection;
using StaticAd.Generator.Ir;

namespace StaticAd.Tests.Frontend;

/// <summary>
/// Runs the IR of a method on numbers, by the meaning that the IR's own comments give to each operation and with C#'s own
/// arithmetic. What a translation means is then a fact to compare with what the C# method does.
/// </summary>
internal sealed class IrInterpreter(IReadOnlyDictionary<string, Method> callees, Assembly program, IReadOnlyDictionary<string, object> objects)
{
    private readonly Dictionary<int, object> _values = [];
    private readonly Dictionary<string, int[]> _bounds = [];
    private readonly ProgramCalls _calls = new(program, new ProgramNames(program, objects));

    /// <summary>What the method yields; buffers among the arguments are changed in place.</summary>
    /// <param name="objects">What is read by name: the receiver and parameters of class types.</param>
    public static object[] Run(MethodModel model, Assembly program, object[] arguments, IReadOnlyDictionary<string, object> objects) =>
        new IrInterpreter(model.Callees.ToDictionary(callee => callee.Key), program, objects).Run(model.Method, arguments);

    private object[] Run(Method method, object[] arguments)
    {
        int next = 0;
        foreach (Parameter parameter in method.Parameters.Where(parameter => parameter.Value is not null))
        {
            if (parameter.Bounds is { } bounds)
            {
                _bounds[bounds] = ((Memory)arguments[next]).Bounds!;
            }

            _values[parameter.Value!.Id] = arguments[next++];
        }

        return Run(method.Body!);
    }

    private object[] Run(Block block)
    {
        foreach (Operation operation in block.Operations)
        {
            Step(operation);
        }

        return [.. block.Yields.Select(Get)];
    }

    private object[] Run(Block block, object[] entry)
    {
        Assert(block.Parameters.Count == entry.Length, "a block takes as many values as its owner hands it");
        Set(block.Parameters, entry);
        return Run(block);
    }

    private void Step(Operation operation)
    {
        switch (operation)
        {
            case If branch:
                Set(branch.Outputs, Run((bool)Get(branch.Condition) ? branch.Then : branch.Else));
                break;
            case For loop:
                Set(loop.Outputs, Count(loop));
                break;
            case While loop:
                Set(loop.Outputs, Repeat(loop));
                break;
            case Call call:
                Set(call.Outputs, Invoke(call));
                break;
            case Push push:
                ((Stack<object>)Get(push.Stack)).Push(Get(push.Pushed));
                break;
            case Throw @throw:
                Assert(!@throw.Always && @throw.Text[0].Contains(".ThrowIf", StringComparison.Ordinal), "the programs of the corpus pass their checks");
                break;
            case Store or Accumulate or Copy or Fill:
                Write(operation);
                break;
            default:
                Value result = operation.Results.Single();
                _values[result.Id] = Read(operation);
                break;
        }
    }

    private object[] Count(For loop)
    {
        object[] carried = [.. loop.Initial.Select(Get)];
        long end = Convert.ToInt64(Get(loop.End));
        for (long i = Convert.ToInt64(Get(loop.Start)); loop.Step > 0 ? i < end : i > end; i += loop.Step)
        {
            _values[loop.Induction.Id] = ScalarArithmetic.To(i, loop.Induction.Type);
            carried = Run(loop.Body, carried);
        }

        return carried;
    }

    private object[] Repeat(While loop)
    {
        object[] carried = [.. loop.Initial.Select(Get)];
        while (true)
        {
            object[] tested = Run(loop.Condition, carried);
            carried = tested[1..];
            if (!(bool)tested[0])
            {
                return carried;
            }

            carried = Run(loop.Body, carried);
        }
    }

    private object[] Invoke(Call call)
    {
        Method callee = callees[call.Callee];
        object[] arguments = [.. call.Arguments.Select(Get)];
        return callee.Body is null
            ? _calls.Invoke(callee, arguments)
            : new IrInterpreter(callees, program, objects).Run(callee, arguments);
    }

    private object Read(Operation operation) => operation switch
    {
        Constant constant => ScalarArithmetic.To(constant.Number, constant.Result.Type),
        Symbol symbol when _bounds.TryGetValue(symbol.Text, out int[]? bounds) => Memory.Of(bounds),
        Symbol symbol => _calls.Names.Named(symbol.Text, symbol.Result.Type),
        Compute compute => ScalarArithmetic.Apply(compute, [.. compute.Arguments.Select(Get)]),
        Length { Dimension: { } dimension } length => Buffer(length.Buffer).Lengths![dimension],
        Length length => Buffer(length.Buffer).Length,
        Load load => Buffer(load.Buffer)[Index(load.Index)],
        View view => Part(view),
        AllocateStack => new Stack<object>(),
        Pop pop => ((Stack<object>)Get(pop.Stack)).Pop(),
        Allocate allocate => Memory.Of(Array.CreateInstance(
            ScalarArithmetic.ClrType(((BufferType)allocate.Result.Type).Element), Index(allocate.Count))),
        _ => throw new NotSupportedException($"The front end does not make {operation.GetType().Name}."),
    };

    private Memory Part(View view)
    {
        Memory buffer = Buffer(view.Buffer);
        int start = view.Start is null ? 0 : Index(view.Start);
        return buffer.Slice(start, view.Count is null ? buffer.Length - start : Index(view.Count));
    }

    private void Write(Operation operation)
    {
        switch (operation)
        {
            case Store store:
                Buffer(store.Buffer)[Index(store.Index)] = Get(store.Stored);
                break;
            case Accumulate add:
                Memory sums = Buffer(add.Buffer);
                int at = Index(add.Index);
                sums[at] = (dynamic)sums[at] + (dynamic)Get(add.Addend);
                break;
            case Copy copy:
                Buffer(copy.Source).CopyTo(Buffer(copy.Destination));
                break;
            case Fill fill:
                Memory memory = Buffer(fill.Buffer);
                for (int i = 0; i < memory.Length; i++)
                {
                    memory[i] = Get(fill.Stored);
                }

                break;
        }
    }

    private Memory Buffer(Value value) => (Memory)Get(value);

    private int Index(Value value) => Convert.ToInt32(Get(value), System.Globalization.CultureInfo.InvariantCulture);

    private object Get(Value value) =>
        _values.TryGetValue(value.Id, out object? found) ? found : throw new InvalidOperationException($"{value} is used before it is defined.");

    private void Set(IReadOnlyList<Value> values, object[] contents)
    {
        Assert(values.Count == contents.Length, "a region yields one value per result");
        for (int i = 0; i < contents.Length; i++)
        {
            Assert(ScalarArithmetic.Fits(contents[i], values[i].Type), $"{values[i]} holds a value of its type");
            _values[values[i].Id] = contents[i];
        }
    }

    private static void Assert(bool holds, string invariant) => Xunit.Assert.True(holds, invariant);
}
