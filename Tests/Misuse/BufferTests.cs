using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Misuse;

/// <summary>Every generated member with buffers that overlap, have the wrong length or are not there: an exception that names the parameter, and nothing written.</summary>
[Collection(Runtime.Memory.NativeMemoryCollection.Name)]
public class BufferTests
{
    public static TheoryData<string> Members => [.. MisusedProgram.Calls.Where(call => !call.IsMarkedItself).Select(call => call.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Members))]
    public void RightArgumentsAreAccepted(string member)
    {
        MemberCall call = MisusedProgram.Call(member);
        object[] arguments = call.Arguments();
        Forwarded(call, arguments);
        call.Invoke(arguments);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void OverlappingBuffersAreRefused(string member)
    {
        MemberCall call = MisusedProgram.Call(member);
        List<string> failures = [];
        foreach (var (written, other) in Pairs(call))
        {
            foreach (int distance in new[] { 0, 1, -1, MisusedProgram.Length - 1 })
            {
                object[] arguments = call.Arguments();
                var memory = ((IPart)arguments[other]).OfLength(Math.Max(((IPart)arguments[other]).Length, ((IPart)arguments[written]).Length) + MisusedProgram.Length);
                arguments[other] = memory.Shifted(1).Narrowed(((IPart)arguments[other]).Length);
                arguments[written] = memory.Shifted(1 + distance).Narrowed(((IPart)arguments[written]).Length);
                failures.AddRange(Refusal.Failures(call, arguments, $"{call.Parameters[written]} over {call.Parameters[other]} by {distance}", call.Parameters[written], call.Parameters[other]));
            }
        }

        Verdict.None(failures);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void AnArrayCannotBeItsOwnGradient(string member)
    {
        MemberCall call = MisusedProgram.Call(member);
        List<string> failures = [];
        int[] arrays = [.. Indices(call).Where(i => call.Arguments()[i] is Array)];
        foreach (int written in arrays.Where(call.Writes))
        {
            foreach (int other in arrays.Where(i => i != written))
            {
                object[] arguments = call.Arguments();
                arguments[written] = arguments[other];
                failures.AddRange(Refusal.Failures(call, arguments, $"{call.Parameters[written]} is {call.Parameters[other]}", call.Parameters[written], call.Parameters[other]));
            }
        }

        Verdict.None(failures);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void WrongLengthsAreRefused(string member)
    {
        MemberCall call = MisusedProgram.Call(member);
        List<string> failures = [];
        foreach (int parameter in Indices(call).Where(i => call.HasLengthOfAnother(i) && call.Arguments()[i] is IPart))
        {
            foreach (int change in new[] { -1, 1 })
            {
                object[] arguments = call.Arguments();
                var part = (IPart)arguments[parameter];
                arguments[parameter] = part.OfLength(part.Length + change);
                failures.AddRange(Refusal.Failures(call, arguments, $"{call.Parameters[parameter]} {change:+0;-0} elements", call.Parameters[parameter]));
            }
        }

        Verdict.None(failures);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void AbsentArraysAreRefused(string member)
    {
        MemberCall call = MisusedProgram.Call(member);
        List<string> failures = [];
        foreach (int parameter in Indices(call).Where(i => call.Arguments()[i] is Array or Tape))
        {
            object[] arguments = call.Arguments();
            bool isTape = arguments[parameter] is Tape;
            arguments[parameter] = null!;
            failures.AddRange(Refusal.Failures<ArgumentNullException>(call, arguments, $"{call.Parameters[parameter]} is null", isTape, call.Parameters[parameter]));
        }

        Verdict.None(failures);
    }

    /// <summary>A backward sweep needs the frame of its forward sweep, at the same inputs.</summary>
    internal static void Forwarded(MemberCall call, object[] arguments)
    {
        if (!call.Name.EndsWith("Backward", StringComparison.Ordinal))
        {
            return;
        }

        MemberCall forward = MisusedProgram.Call(call.Marked.Name + "Forward");
        object[] own = forward.Arguments();
        own[^2] = arguments[^2];
        forward.Invoke(own);
    }

    private static IEnumerable<int> Indices(MemberCall call) => Enumerable.Range(0, call.Parameters.Count);

    private static IEnumerable<(int Written, int Other)> Pairs(MemberCall call)
    {
        object[] arguments = call.Arguments();
        return from written in Indices(call)
               where call.Writes(written) && arguments[written] is IPart
               from other in Indices(call)
               where other != written && arguments[other]?.GetType() == arguments[written].GetType()
               select (written, other);
    }
}
