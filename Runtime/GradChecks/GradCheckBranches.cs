namespace StaticAd;

/// <summary>One way that a method can go: what follows a condition when it is true, a case, the body of a loop.</summary>
/// <param name="Text">The condition, and what it was.</param>
/// <param name="File">The name of the file that it stands in.</param>
/// <param name="Line">The line there.</param>
/// <param name="Count">How often it was taken.</param>
public sealed record GradCheckBranch(string Text, string File, int Line, long Count)
{
    /// <summary>The branch and its place.</summary>
    public override string ToString() => $"{Text} ({File}:{Line})";
}

/// <summary>
/// The branches of one method, and how often the checked points took them. They are recorded in Debug builds only, for what stands in
/// the method itself: methods that it calls have their own if they are marked.
/// </summary>
/// <param name="Method">The method.</param>
/// <param name="All">All branches, in the order of the source.</param>
public sealed record GradCheckBranches(string Method, IReadOnlyList<GradCheckBranch> All)
{
    /// <summary>Those that no checked point took.</summary>
    public IReadOnlyList<GradCheckBranch> Never => [.. All.Where(static branch => branch.Count == 0)];

    /// <summary>For each method, the branches that some reports of it took together.</summary>
    /// <param name="reports">Reports, each at a point of its own.</param>
    public static IReadOnlyList<GradCheckBranches> Of(params IEnumerable<GradCheckReport> reports) =>
    [
        .. reports.Select(static report => report.Branches).OfType<GradCheckBranches>()
            .GroupBy(static branches => (branches.Method, branches.All.Count, branches.All.FirstOrDefault()?.File, branches.All.FirstOrDefault()?.Line))
            .Select(static same => same.First() with
            {
                All = [.. same.First().All.Select((branch, i) => branch with { Count = same.Sum(branches => branches.All[i].Count) })],
            }),
    ];

    /// <summary>How many were taken, and which were not.</summary>
    public override string ToString()
    {
        string taken = $"{All.Count - Never.Count} of {All.Count} taken";
        return Never.Count == 0 ? taken : $"{taken}; never: {string.Join(", ", Never)}";
    }
}
