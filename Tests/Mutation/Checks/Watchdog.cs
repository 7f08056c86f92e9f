using StaticAd.Tests.Mutation.Mutants;

namespace StaticAd.Tests.Mutation.Checks;

/// <summary>Ends the process if a mutant keeps it from ending, and says so in its verdict.</summary>
internal sealed class Watchdog : IDisposable
{
    private readonly Lock _lock = new();
    private readonly MutationFolder _folder;
    private readonly Timer _timer;
    private (Mutant Mutant, string Subject)? _running;

    public Watchdog(MutationFolder folder)
    {
        _folder = folder;
        _timer = new Timer(_ => End());
    }

    public void Expect(Mutant mutant, string subject, TimeSpan limit)
    {
        lock (_lock)
        {
            _running = (mutant, subject);
            _timer.Change(limit, Timeout.InfiniteTimeSpan);
        }
    }

    public void Rest()
    {
        lock (_lock)
        {
            _running = null;
            _timer.Change(Timeout.Infinite, Timeout.Infinite);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void End()
    {
        lock (_lock)
        {
            if (_running is var (mutant, subject))
            {
                _folder.Add(new Verdict(mutant.Number, MutantFate.Killed, $"{subject}: not finished in time", []));
                System.Diagnostics.Process.GetCurrentProcess().Kill();
            }
        }
    }
}
