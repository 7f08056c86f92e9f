namespace StaticAd.Tests.Harness;

/// <summary>Turns a derivative that never returns into a failure that names it.</summary>
internal static class TimeLimit
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);
    private static readonly AsyncLocal<string[]> Current = new();

    /// <summary>States what is being checked, for the message.</summary>
    public static void Note(string title)
    {
        if (Current.Value is { } slot)
        {
            slot[0] = title;
        }
    }

    public static T Run<T>(string what, Func<T> check)
    {
        string[] slot = [what];
        Current.Value = slot;
        var task = Task.Factory.StartNew(check, TaskCreationOptions.LongRunning);
        try
        {
            return task.WaitAsync(Limit).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{slot[0]}: not finished after {Limit.TotalSeconds} s.");
        }
    }
}
