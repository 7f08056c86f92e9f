namespace StaticAd.GradChecks;

/// <summary>Collects what the checks find and makes the report of it.</summary>
internal sealed class Findings(string subject)
{
    private readonly List<string> _checks = [];
    private readonly List<string> _failures = [];
    private readonly Dictionary<string, GradCheckElement> _worstFailures = [];
    private GradCheckElement? _worst;
    private int _comparisons;

    /// <summary>Compares one element; places are null where a whole vector took part.</summary>
    public void Compare(
        string check, double analytic, double numeric, double tolerance, (string Name, int? Index)? input, (string Name, int? Index)? output)
    {
        Note(check);
        _comparisons++;
        var element = new GradCheckElement(
            check, input?.Name, input?.Index, output?.Name, output?.Index, analytic, numeric, tolerance);
        if (_worst == null || IsWorse(element, _worst))
        {
            _worst = element;
        }

        if (!element.Passed && (!_worstFailures.TryGetValue(check, out GradCheckElement? known) || element.Severity > known.Severity))
        {
            _worstFailures[check] = element;
        }
    }

    /// <summary>
    /// The first check that fails keeps the word: those that follow compare more closely, but say less about the cause.
    /// </summary>
    private static bool IsWorse(GradCheckElement element, GradCheckElement worst) =>
        element.Severity > worst.Severity && (worst.Passed || element.Check == worst.Check);

    /// <summary>States that a check was made.</summary>
    public void Note(string check)
    {
        if (!_checks.Contains(check))
        {
            _checks.Add(check);
        }
    }

    public void Fail(string failure)
    {
        if (!_failures.Contains(failure))
        {
            _failures.Add(failure);
        }
    }

    public GradCheckReport ToReport()
    {
        string[] failures = [.. _failures, .. _worstFailures.Values.Select(static element => element.ToString())];
        return new GradCheckReport(subject, _checks, failures, _worst, _comparisons);
    }
}
