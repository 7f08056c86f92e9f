using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Mutation.Checks;

/// <summary>All that mutants are tried on.</summary>
internal static class Subjects
{
    private const int FuzzedPrograms = 200;
    private const int BatchSize = 25;

    public static IReadOnlyList<Subject> All(IReadOnlyList<string> programs) =>
    [
        .. Accepted(programs).Select(file => new AcceptedProgram(file, IsSecondOrder: false)),
        .. Accepted(programs).Select(file => new AcceptedProgram(file.InSecondOrder(), IsSecondOrder: true)),
        .. programs.Count > 0 ? [] : Diagnosed(),
        .. programs.Count > 0 ? [] : Enumerable.Range(0, FuzzedPrograms / BatchSize).Select(batch => new FuzzSubject(batch * BatchSize, BatchSize)),
    ];

    private static IEnumerable<CorpusFile> Accepted(IReadOnlyList<string> programs) =>
        (programs.Count > 0 ? programs : CorpusFile.Names(CorpusFile.Accept)).Select(name => CorpusFile.Read(CorpusFile.Accept, name));

    private static IEnumerable<Subject> Diagnosed() =>
        from kind in new[] { CorpusFile.Accept, CorpusFile.Reject }
        from name in CorpusFile.Names(kind)
        select new Diagnoses(kind, CorpusFile.Read(kind, name));
}
