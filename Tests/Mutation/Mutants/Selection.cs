namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>Mutations in the order in which a seed takes them: in turn of each kind, and each time from a file that has had the fewest so far.</summary>
internal static class Selection
{
    public static IEnumerable<(string File, Mutation Mutation)> Ordered(IEnumerable<(string File, Mutation Mutation)> all, int seed, Func<Mutation, bool> isPossible)
    {
        var random = new Random(seed);
        Dictionary<string, int> taken = [];
        List<List<(string File, Mutation Mutation, int Rank)>> kinds = [.. all
            .OrderBy(candidate => candidate.File, StringComparer.Ordinal)
            .Select(candidate => (candidate.File, candidate.Mutation, Rank: random.Next()))
            .GroupBy(candidate => candidate.Mutation.Operator)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => kind.ToList())];
        while (kinds.Count > 0)
        {
            foreach (var kind in kinds)
            {
                while (kind.Count > 0)
                {
                    var next = kind.MinBy(candidate => ((long)taken.GetValueOrDefault(candidate.File) << 32) + candidate.Rank);
                    kind.Remove(next);
                    if (isPossible(next.Mutation))
                    {
                        taken[next.File] = taken.GetValueOrDefault(next.File) + 1;
                        yield return (next.File, next.Mutation);
                        break;
                    }
                }
            }

            kinds.RemoveAll(kind => kind.Count == 0);
        }
    }
}
