using System.Reflection;
using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using Xunit;

namespace StaticAd.Tests.Emit;

/// <summary>What one method puts on a tape another finds there: buffers, stacks and scalars.</summary>
public class TapeTests
{
    private static readonly BufferType Buffer = new(IrType.Double, BufferKind.Span);
    private static readonly StackType Stack = new(IrType.Double);

    private delegate void Sweep(double x, int n, Tape tape);

    private delegate double Back(Tape tape);

    [Fact]
    public void A_backward_sweep_recalls_what_the_forward_sweep_saved()
    {
        string file = CSharpWriter.Write(MethodUnderTest.Family(Forward(), Backward()));
        Assembly assembly = Compiled.Load(file);
        var forward = Compiled.Method(assembly, "Forward").CreateDelegate<Sweep>();
        var backward = Compiled.Method(assembly, "Backward").CreateDelegate<Back>();
        using var tape = new Tape();
        forward(1.5, 3, tape);
        forward(2, 4, tape);

        // x * (tape[n - 1] - top of the stack), newest frame first.
        Assert.Equal(2.0 * ((3 * 2.0) - 2.0), backward(tape));
        Assert.Equal(1.5 * ((2 * 1.5) - 1.5), backward(tape));
    }

    private static GeneratedMethod Forward()
    {
        var method = new MethodUnderTest { Name = "Forward", Tape = TapeUse.Recording };
        Value x = method.Double("x"), n = method.Int("n");
        method.TapeParameter();
        BlockBuilder body = method.Body;
        Value saved = method.Values.New(Buffer, "saved"), stack = method.Values.New(Stack, "stack");
        body.Append(new Allocate(saved, n, Storage.Tape, false));
        body.Append(new AllocateStack(stack, Storage.Tape));
        body.For("i", body.Constant(0), n, 1, [], (loop, i, _) =>
        {
            loop.Append(new Store(saved, i, loop.Multiply(loop.Compute(Opcode.Convert, IrType.Double, null, i), x)));
            return [];
        });
        body.Append(new Push(stack, body.Constant(7, IrType.Double)));
        body.Append(new Push(stack, x));
        body.Append(new Keep(x));
        body.Append(new Keep(n));
        return method.Finish();
    }

    private static GeneratedMethod Backward()
    {
        var method = new MethodUnderTest { Name = "Backward", Tape = TapeUse.Replay };
        method.TapeParameter();
        BlockBuilder body = method.Body;
        Value saved = method.Values.New(Buffer, "saved"), stack = method.Values.New(Stack, "stack");
        Value x = method.Values.New(IrType.Double, "x"), n = method.Values.New(IrType.Int, "n"), top = method.Values.New(IrType.Double);
        body.Append(new Recall(saved));
        body.Append(new Recall(stack));
        body.Append(new Recall(x));
        body.Append(new Recall(n));
        Value last = body.Load(saved, body.Subtract(n, body.Constant(1)));
        body.Append(new Pop(top, stack));
        method.Return(body.Multiply(x, body.Subtract(last, top)));
        return method.Finish();
    }
}
