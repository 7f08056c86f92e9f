using System.Text;

namespace StaticAd;

/// <summary>Outcome of a <see cref="GradCheck"/>.</summary>
public sealed class GradCheckReport
{
    internal GradCheckReport(
        string subject, IReadOnlyList<string> checks, IReadOnlyList<string> failures, GradCheckElement? worst, int comparisons)
    {
        Subject = subject;
        Checks = checks;
        Failures = failures;
        Worst = worst;
        Comparisons = comparisons;
    }

    /// <summary>What was checked.</summary>
    public string Subject { get; }

    /// <summary>The checks that were made, by the methods that were found.</summary>
    public IReadOnlyList<string> Checks { get; }

    /// <summary>What is wrong, one line each; empty if all is well. Of each check only its worst element is listed.</summary>
    public IReadOnlyList<string> Failures { get; }

    /// <summary>
    /// The element with the largest error in units of its tolerance: of the first check that failed, or of all if all passed.
    /// </summary>
    public GradCheckElement? Worst { get; }

    /// <summary>Number of elements compared.</summary>
    public int Comparisons { get; }

    /// <summary>Whether every check passed.</summary>
    public bool Passed => Failures.Count == 0;

    /// <summary>Does nothing if the check passed.</summary>
    /// <exception cref="InvalidOperationException">The check failed; the message is the report.</exception>
    public void ThrowIfFailed()
    {
        if (!Passed)
        {
            throw new InvalidOperationException(ToString());
        }
    }

    /// <summary>The report as text: verdict, failures, worst element, checks made.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append($"gradcheck of {Subject}: {(Passed ? "passed" : "FAILED")}, {Comparisons} elements compared");
        foreach (string failure in Failures)
        {
            text.Append("\n  wrong: ").Append(failure);
        }

        if (Worst != null)
        {
            text.Append("\n  worst: ").Append(Worst);
        }

        return text.Append("\n  checked: ").AppendJoin("; ", Checks).ToString();
    }
}
