using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>
/// The private methods that stand for recursive ones in a family: each is one level of the recursion and calls them for the next.
/// </summary>
internal static class LevelMembers
{
    /// <summary>Those that the members call, and those that these call in turn.</summary>
    public static IEnumerable<GeneratedMethod> Build(MethodModel model, IEnumerable<GeneratedMethod> members)
    {
        (string Key, Func<GeneratedMethod> Build)[] levels =
        [
            // A derivative of one level may be a level itself, for second order: then the first of the two is the shorter way.
            .. model.Callees.Where(callee => callee.IsRecursive).SelectMany(method => LevelsOf(method, model))
                .GroupBy(level => level.Key).Select(same => same.First()),
        ];
        Dictionary<string, Func<GeneratedMethod>> builds = levels.ToDictionary(level => level.Key, level => level.Build, StringComparer.Ordinal);

        var built = new Dictionary<string, GeneratedMethod>(StringComparer.Ordinal);
        var open = new Queue<GeneratedMethod>(members);
        while (open.Count > 0)
        {
            foreach (Call call in open.Dequeue().Body.AllOperations().OfType<Call>())
            {
                if (builds.TryGetValue(call.Callee, out Func<GeneratedMethod> build) && !built.ContainsKey(call.Callee))
                {
                    GeneratedMethod level = build();
                    built.Add(call.Callee, level);
                    open.Enqueue(level);
                }
            }
        }

        return levels.Where(level => built.ContainsKey(level.Key)).Select(level => built[level.Key]);
    }

    private static IEnumerable<(string Key, Func<GeneratedMethod> Build)> LevelsOf(Method method, MethodModel model)
    {
        var prepared = new Lazy<PreparedMethod>(() => Level(method, model));
        RuleSet rules = method.Rules!;
        yield return (method.Key, () => PrimalMember.Build(prepared.Value));
        if (rules.Pullback is not null)
        {
            yield return (rules.Pullback.Key, () => PullbackMember.Build(prepared.Value));
        }

        yield return (rules.Jvp!.Key, () => JvpMember.Build(prepared.Value));
        yield return (rules.Forward!.Key, () => SweepMembers.Forward(prepared.Value));
        yield return (rules.Backward!.Key, () => SweepMembers.Backward(prepared.Value));
    }

    private static PreparedMethod Level(Method method, MethodModel model)
    {
        MethodModel level = model with { Method = method, Family = method.Text, DisplayName = NameOf(method.Key) };
        // A budget of kept states holds for one call; here there are as many as the recursion is deep.
        PreparedMethod prepared = PreparedMethod.From(level);
        return prepared with { IsLevel = true, Body = FrozenCopies.Lower(prepared.Body) };
    }

    // Of the method's identity, the part that names it: M:Space.Type.Method(System.Double), and which derivative of it is meant.
    private static string NameOf(string key)
    {
        string name = key.Split('(', '~')[0];
        return name.Substring(name.IndexOf(':') + 1) + string.Concat(key.Split('~').Skip(1));
    }
}
