using System.Runtime.ExceptionServices;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator;

/// <summary>
/// Most of the work goes as deep as the program it works on, and the hosts' threads have stacks of a megabyte. A deep or long program is
/// worked on by a thread with a larger one, so that it does not end the host.
/// </summary>
internal static class LargeStack
{
    private const int Bytes = 512 << 20;
    private const int UsualDepth = 16;
    private const int UsualLength = 300;

    [ThreadStatic]
    private static bool t_isLarge;

    /// <summary>Does something, and if the stack turns out to be too small, once more where it is larger.</summary>
    public static T Run<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InsufficientExecutionStackException) when (!t_isLarge)
        {
            return OnThread(work);
        }
    }

    /// <summary>Does something with a program: where that is deep or long, at once where the stack is larger.</summary>
    public static T RunOn<T>(IEnumerable<Block?> bodies, Func<T> work) =>
        !t_isLarge && bodies.OfType<Block>().Any(body => IsDeep(body, UsualDepth) || body.AllOperations().Count >= UsualLength) ? OnThread(work) : work();

    private static bool IsDeep(Block block, int depth) => depth == 0 || block.Operations.Any(operation => operation.Regions.Any(region => IsDeep(region, depth - 1)));

    private static T OnThread<T>(Func<T> work)
    {
        T result = default!;
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(
            () =>
            {
                t_isLarge = true;
                try
                {
                    result = work();
                }
                catch (Exception e)
                {
                    fault = ExceptionDispatchInfo.Capture(e);
                }
            },
            Bytes);
        thread.Start();
        thread.Join();
        fault?.Throw();
        return result;
    }
}
