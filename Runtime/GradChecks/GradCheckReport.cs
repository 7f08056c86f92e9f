using System.Text;

namespace StaticAd;

/// <summary>Outcome of a <see cref="GradCheck"/>.</summary>
public sealed class GradCheckReport
{
    private const int MostKinksShown = 10;

    internal GradCheckReport()
    {
    }

    /// <summary>What was checked.</summary>
    public required string Subject { get; init; }

    /// <summary>Where it was checked: the arguments as text; of long buffers the first elements.</summary>
    public required string Point { get; init; }

    /// <summary>The checks that were made, by the methods that were found.</summary>
    public required IReadOnlyList<string> Checks { get; init; }

    /// <summary>What is wrong, one line each; empty if all is well. Of each check only its worst element is listed.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>What was not checked and why, and what else one should know to judge the outcome.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The kinks that were found at or near the point. They do not make the check fail, but there it says less.</summary>
    public required IReadOnlyList<GradCheckKink> Kinks { get; init; }

    /// <summary>
    /// The element with the largest error in units of its tolerance: of the first check that failed, or of all if all passed.
    /// </summary>
    public GradCheckElement? Worst { get; init; }

    /// <summary>Number of elements compared.</summary>
    public int Comparisons { get; init; }

    /// <summary>
    /// Both Jacobians, if <see cref="GradCheckOptions.ShowJacobians"/> asked for them: of the check that <see cref="Worst"/> belongs to, or
    /// else of the first.
    /// </summary>
    public GradCheckJacobians? Jacobians { get; init; }

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

    /// <summary>The report as text: verdict, failures, worst element, kinks, notes, checks made, and the Jacobians if asked for.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append($"gradcheck of {Subject} at {Point}: {(Passed ? "passed" : "FAILED")}, {Comparisons} elements compared");
        Append(text, "wrong", Failures);
        Append(text, "worst", Worst == null ? [] : [Worst]);
        Append(text, "note", Kinks.Take(MostKinksShown));
        Append(text, "note", Kinks.Count > MostKinksShown ? [$"{Kinks.Count - MostKinksShown} kinks more"] : []);
        Append(text, "note", Notes);
        text.Append("\n  checked: ").AppendJoin("; ", Checks);
        return Jacobians == null ? text.ToString() : text.Append("\n  ").Append(Jacobians.ToString().Replace("\n", "\n  ")).ToString();
    }

    private static void Append(StringBuilder text, string kind, IEnumerable<object> lines)
    {
        foreach (object line in lines)
        {
            text.Append($"\n  {kind}: ").Append(line);
        }
    }
}
