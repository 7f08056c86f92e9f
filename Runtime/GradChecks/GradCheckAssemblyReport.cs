using System.Text;

namespace StaticAd;

/// <summary>Outcome of <see cref="GradCheck.Assembly"/>.</summary>
public sealed class GradCheckAssemblyReport
{
    internal GradCheckAssemblyReport()
    {
    }

    /// <summary>The assembly's name.</summary>
    public required string Subject { get; init; }

    /// <summary>The reports of all methods that were checked, one for each point.</summary>
    public required IReadOnlyList<GradCheckReport> Reports { get; init; }

    /// <summary>Rules that belong to no method.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>The methods that were not checked, and why.</summary>
    public required IReadOnlyList<string> NotChecked { get; init; }

    /// <summary>Whether every check passed. What was not checked does not count: look at <see cref="NotChecked"/>.</summary>
    public bool Passed => Failures.Count == 0 && Reports.All(static report => report.Passed);

    /// <summary>Does nothing if every check passed.</summary>
    /// <exception cref="InvalidOperationException">A check failed; the message is the report.</exception>
    public void ThrowIfFailed()
    {
        if (!Passed)
        {
            throw new InvalidOperationException(ToString());
        }
    }

    /// <summary>The report as text: the reports that failed, what was not checked, and what was.</summary>
    public override string ToString()
    {
        GradCheckReport[] failed = [.. Reports.Where(static report => !report.Passed)];
        var text = new StringBuilder();
        text.Append($"gradcheck of {Subject}: {(Passed ? "passed" : "FAILED")}, {Reports.Select(static r => r.Subject).Distinct().Count()} methods checked, ");
        text.Append($"{failed.Select(static r => r.Subject).Distinct().Count()} wrong, {NotChecked.Count} not checked");
        foreach (string failure in Failures)
        {
            text.Append("\n  wrong: ").Append(failure);
        }

        foreach (GradCheckReport report in failed)
        {
            text.Append("\n  ").Append(report.ToString().Replace("\n", "\n  "));
        }

        foreach (string method in NotChecked)
        {
            text.Append("\n  not checked: ").Append(method);
        }

        foreach (GradCheckReport report in Reports.Where(static report => report.Passed))
        {
            string kinks = report.Kinks.Count == 0 ? "" : $", {report.Kinks.Count} kinks";
            text.Append($"\n  passed: {report.Subject} at {report.Point}: {report.Comparisons} elements compared{kinks}");
        }

        return text.ToString();
    }
}
