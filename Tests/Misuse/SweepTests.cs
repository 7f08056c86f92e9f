using StaticAd.Memory;
using Xunit;

namespace StaticAd.Tests.Misuse;

/// <summary>Backward sweeps on tapes that do not hold their frame: they throw, write nothing, and a right call works afterwards.</summary>
[Collection(Runtime.Memory.NativeMemoryCollection.Name)]
public class SweepTests
{
    public static TheoryData<string> Methods => [.. MisusedProgram.Calls.Where(call => call.Name.EndsWith("Backward", StringComparison.Ordinal)).Select(call => call.Marked.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void WithoutAForwardSweep(string method)
    {
        using var tape = new Tape();
        Refused<InvalidOperationException>(method, tape);
        Served(method, tape);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Twice(string method)
    {
        using var tape = new Tape();
        Served(method, tape);
        Refused<InvalidOperationException>(method, tape);
        Served(method, tape);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void OnTheTapeOfAnotherMethod(string method)
    {
        using var tape = new Tape();
        string another = method == "Sum" ? "Waiting" : "Sum";
        Run(another, "Forward", tape);
        Refused<InvalidOperationException>(method, tape);
        Run(another, "Backward", tape);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void OutOfOrder(string method)
    {
        using var tape = new Tape();
        string another = method == "Sum" ? "Waiting" : "Sum";
        Run(method, "Forward", tape);
        Run(another, "Forward", tape);
        Refused<InvalidOperationException>(method, tape);
        Run(another, "Backward", tape);
        Run(method, "Backward", tape);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void OnADisposedTape(string method)
    {
        var tape = new Tape();
        Run(method, "Forward", tape);
        tape.Dispose();
        Refused<ObjectDisposedException>(method, tape);
        Assert.Throws<ObjectDisposedException>(() => Run(method, "Forward", tape));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void OnTwoThreadsAtOnce(string method)
    {
        using var tape = new Tape();
        int served = 0;
        Exception?[] faults = new Exception?[4];
        Thread[] threads = [.. Enumerable.Range(0, faults.Length).Select(number => new Thread(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                try
                {
                    Run(method, "Forward", tape);
                    Interlocked.Increment(ref served);
                }
                catch (InvalidOperationException)
                {
                    // Another thread was at it.
                }
                catch (Exception e)
                {
                    faults[number] = e;
                }
            }

            Arena.Release();
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(faults, Assert.Null);
        using var own = new Tape();
        object[] expected = Run(method, "Backward", own, forwardFirst: true);
        for (int i = 0; i < served; i++)
        {
            object[] arguments = Run(method, "Backward", tape);
            Assert.Equal(MemberCall.State(expected), MemberCall.State(arguments));
        }

        Refused<InvalidOperationException>(method, tape);
    }

    private static void Served(string method, Tape tape)
    {
        Run(method, "Forward", tape);
        Run(method, "Backward", tape);
    }

    private static object[] Run(string method, string sweep, Tape tape, bool forwardFirst = false)
    {
        if (forwardFirst)
        {
            Run(method, "Forward", tape);
        }

        MemberCall call = MisusedProgram.Call(method + sweep);
        object[] arguments = WithTape(call, tape);
        call.Invoke(arguments);
        return arguments;
    }

    private static void Refused<T>(string method, Tape tape)
        where T : Exception
    {
        MemberCall call = MisusedProgram.Call(method + "Backward");
        object[] arguments = WithTape(call, tape);
        string before = MemberCall.State(arguments);
        Arena.Release();
        long live = NativeHeap.LiveBytes;
        Assert.Throws<T>(() => call.Invoke(arguments));
        Assert.Equal(before, MemberCall.State(arguments));
        Arena.Release();
        Assert.InRange(NativeHeap.LiveBytes, 0, live);
    }

    private static object[] WithTape(MemberCall call, Tape tape)
    {
        object[] arguments = call.Arguments();
        arguments[^2] = tape;
        return arguments;
    }
}
