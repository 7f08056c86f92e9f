namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>Mutations in the order in which a seed takes them: in turn of each kind, and each time from a file that has had the fewest so far.</summary>
internal static class Selection
{
    public static IEnumerable<Mutation> Ordered(IEnumerable<Mutation> all, int seed, Func<Mutation, bool> isPossible)
    {
        var random = new Random(seed);
        Dictionary<string, int> taken = [];
        List<List<(Mutation Mutation, int Rank)>> kinds = [.. all
            .OrderBy(mutation => mutation.File, StringComparer.Ordinal)
            .Select(mutation => (mutation, random.Next()))
            .GroupBy(candidate => candidate.mutation.Operator)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => kind.ToList())];
        while (kinds.Count > 0)
        {
            foreach (var kind in kinds)
            {
                if (Next(kind, taken, isPossible) is { } mutation)
                {
                    taken[mutation.File] = taken.GetValueOrDefault(mutation.File) + 1;
                    yield return mutation;
                }
            }

            kinds.RemoveAll(kind => kind.Count == 0);
        }
    }

    private static Mutation? Next(List<(Mutation Mutation, int Rank)> kind, Dictionary<string, int> taken, Func<Mutation, bool> isPossible)
    {
        while (kind.Count > 0)
        {
            var next = kind.MinBy(candidate => ((long)taken.GetValueOrDefault(candidate.Mutation.File) << 32) + candidate.Rank);
            kind.Remove(next);
            if (isPossible(next.Mutation))
            {
                return next.Mutation;
            }
        }

        return null;
    }
}
