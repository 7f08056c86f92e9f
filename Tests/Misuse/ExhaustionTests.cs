using StaticAd.Memory;
using StaticAd.Tests.Package;
using Xunit;

namespace StaticAd.Tests.Misuse;

/// <summary>Trip counts for which there is no memory: a clear exception, nothing written, nothing leaked. In processes that may not take much.</summary>
[Trait("Needs", "OwnProcess")]
[Collection(OwnProcess.Name)]
public class ExhaustionTests
{
    private const string Child = "STATICAD_LIMITED";
    private const int KilobytesOfAddresses = 3_000_000;

    [Theory]
    [InlineData(nameof(AKnownTripCount))]
    [InlineData(nameof(AnUnknownTripCount))]
    [InlineData(nameof(ATape))]
    public void IsToldWithoutHarm(string test)
    {
        if (!OperatingSystem.IsLinux() || Environment.GetEnvironmentVariable(Child) is not null)
        {
            return;
        }

        string run = $"ulimit -v {KilobytesOfAddresses}; exec dotnet exec '{typeof(ExhaustionTests).Assembly.Location}' --filter-method '*ExhaustionTests.{test}' --no-progress";
        var child = ChildProcess.Run("bash", AppContext.BaseDirectory, ["-c", run], new Dictionary<string, string>
        {
            [Child] = "1",
            ["DOTNET_GCHeapHardLimit"] = "0x10000000",
            ["DOTNET_gcServer"] = "0",
            ["MALLOC_ARENA_MAX"] = "2",
        });
        Assert.True(child.ExitCode == 0 && child.Output.Contains("succeeded: 1", StringComparison.Ordinal), child.Output);
    }

    /// <summary>The tape of a counted loop is taken at once.</summary>
    [Fact]
    public void AKnownTripCount() => Exhausted("RecurrenceVjp", arguments => arguments[2] = int.MaxValue);

    /// <summary>That of a loop which ends when a value says so grows.</summary>
    [Fact]
    public void AnUnknownTripCount() => Exhausted("EndlessVjp", arguments => arguments[1] = 1e300);

    /// <summary>The same in a tape of the caller's own, which is as before then.</summary>
    [Fact]
    public void ATape() => Exhausted("RecurrenceForward", arguments => arguments[2] = int.MaxValue);

    private static void Exhausted(string member, Action<object[]> change)
    {
        if (Environment.GetEnvironmentVariable(Child) is null)
        {
            return;
        }

        MemberCall call = MisusedProgram.Call(member);
        using var tape = new Tape();
        object[] right = WithTape(call, tape);
        call.Invoke(right);
        tape.Clear();
        tape.Trim();
        Arena.Release();
        long live = NativeHeap.LiveBytes;

        object[] arguments = WithTape(call, tape);
        change(arguments);
        string before = MemberCall.State(arguments);
        var thrown = Assert.Throws<InsufficientMemoryException>(() => call.Invoke(arguments));
        Assert.Contains("bytes of native memory for a derivative's working memory or tape", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(before, MemberCall.State(arguments));
        tape.Trim();
        Arena.Release();
        Assert.Equal(live, NativeHeap.LiveBytes);

        object[] again = WithTape(call, tape);
        call.Invoke(again);
        Assert.Equal(MemberCall.State(right), MemberCall.State(again));
    }

    private static object[] WithTape(MemberCall call, Tape tape)
    {
        object[] arguments = call.Arguments();
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = arguments[i] is Tape ? tape : arguments[i];
        }

        return arguments;
    }
}
