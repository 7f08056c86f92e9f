namespace StaticAd.GradChecks;

/// <summary>Collects what the checks find and makes the report of it.</summary>
internal sealed class Findings(string subject, string point, GradCheckOptions options)
{
    private readonly List<string> _checks = [];
    private readonly List<string> _failures = [];
    private readonly List<string> _notes = [];
    private readonly List<GradCheckKink> _kinks = [];
    private readonly List<MatrixBuilder> _matrices = [];
    private readonly Dictionary<string, GradCheckElement> _worstFailures = [];
    private GradCheckElement? _worst;
    private int _comparisons;

    public bool HasFailed => _failures.Count > 0 || _worstFailures.Count > 0;

    /// <summary>Compares one element; places are null where a whole vector took part.</summary>
    public void Compare(string check, double analytic, Expectation expected, (string Name, int? Index)? input, (string Name, int? Index)? output)
    {
        Note(check);
        _comparisons++;
        var element = new GradCheckElement(
            check, input?.Name, input?.Index, output?.Name, output?.Index, analytic, expected.Nearest(analytic), expected.Tolerance);
        if (_worst == null || IsWorse(element, _worst))
        {
            _worst = element;
        }

        if (!element.Passed && (!_worstFailures.TryGetValue(check, out GradCheckElement? known) || IsWorse(element, known)))
        {
            _worstFailures[check] = element;
        }
    }

    /// <summary>
    /// The first check that fails keeps the word: those that follow compare more closely, but say less about the cause. Within a check a
    /// single entry says more than a sum.
    /// </summary>
    private static bool IsWorse(GradCheckElement element, GradCheckElement worst) =>
        worst.Passed ? element.Severity > worst.Severity
        : !element.Passed && element.Check == worst.Check
            && (Names(element) == Names(worst) ? element.Severity > worst.Severity : Names(element) > Names(worst));

    private static int Names(GradCheckElement element) => (element.Input == null ? 0 : 1) + (element.Output == null ? 0 : 1);

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

    /// <summary>States what a reader of the report must know besides.</summary>
    public void Remark(string note)
    {
        if (!_notes.Contains(note))
        {
            _notes.Add(note);
        }
    }

    /// <summary>States that a fast check has not computed a matrix.</summary>
    public void LeaveOut(string member, int rows, int columns) =>
        Remark($"{member} is left out of this fast check: it has {rows} x {columns} entries.");

    /// <summary>A kink of an output along a direction.</summary>
    public void Report(Direction direction, (string Name, int? Index) output, Kink kink)
    {
        var found = new GradCheckKink(
            direction.Place?.Name, direction.Place?.Index, output.Name, output.Index, kink.Left, kink.Right, kink.Distance);
        if (!_kinks.Contains(found))
        {
            _kinks.Add(found);
        }
    }

    /// <summary>Where to collect both Jacobians; collects nothing unless they were asked for.</summary>
    public MatrixBuilder Matrix(string check, Probes probes, VectorLayout outputs, VectorLayout inputs)
    {
        var matrix = new MatrixBuilder(check, options.ShowJacobians && probes.IsFull, outputs, inputs);
        _matrices.Add(matrix);
        return matrix;
    }

    public GradCheckReport ToReport(GradCheckBranches? branches = null) => new()
    {
        Subject = subject,
        Point = point,
        Checks = _checks,
        Failures = [.. _failures, .. _worstFailures.Values.Select(static element => element.ToString())],
        Notes = _notes,
        Kinks = _kinks,
        Worst = _worst,
        Comparisons = _comparisons,
        Branches = branches,
        Jacobians = (_matrices.FirstOrDefault(matrix => matrix.Check == _worst?.Check) ?? _matrices.FirstOrDefault())?.ToJacobians(),
    };
}
