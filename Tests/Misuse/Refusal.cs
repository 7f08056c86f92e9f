using StaticAd.Memory;

namespace StaticAd.Tests.Misuse;

/// <summary>What is wrong with the way in which a call refuses its arguments: it must name the parameter, write nothing and leak nothing.</summary>
internal static class Refusal
{
    public static IEnumerable<string> Failures(MemberCall call, object[] arguments, string what, params IReadOnlyList<string> parameters) =>
        Failures<ArgumentException>(call, arguments, what, false, parameters);

    public static IEnumerable<string> Failures<T>(MemberCall call, object[] arguments, string what, bool hasNoFrame, params IReadOnlyList<string> parameters)
        where T : ArgumentException
    {
        if (!hasNoFrame)
        {
            BufferTests.Forwarded(call, arguments);
        }

        string before = MemberCall.State(arguments);
        Arena.Release();
        long live = NativeHeap.LiveBytes;
        string? failure = null;
        try
        {
            call.Invoke(arguments);
            failure = "accepted";
        }
        catch (T refused)
        {
            failure = !parameters.Contains(refused.ParamName) ? $"blames '{refused.ParamName}': {refused.Message}" : null;
        }
        catch (Exception other)
        {
            failure = other.ToString();
        }

        Arena.Release();
        failure ??= before != MemberCall.State(arguments) ? "written before it was refused"
            : NativeHeap.LiveBytes > live ? $"{NativeHeap.LiveBytes - live} bytes are still held"
            : null;
        return failure is null ? [] : [$"{call.Name}, {what}: {failure}"];
    }
}
