using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticAd.GradChecks;

/// <summary>Looks for arguments at which a method does not throw and has values that are numbers.</summary>
/// <remarks>
/// All buffers of one length and all integers equal to it come first; then lengths of their own, as matrices, their vectors and sizes have
/// them; single elements, which hide most mistakes, come last. Numbers between 0 and 1 come first, which most functions take.
/// </remarks>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Looks into types.")]
internal static class ArgumentSearch
{
    private const int RandomPlans = 600;

    private static readonly int[] s_sizes = [3, 2, 4];

    private static readonly (double Low, double High)[] s_ranges = [(0.15, 0.95), (-0.95, 0.95), (1.05, 2.5), (-3, 3)];

    /// <summary>The arguments of some points, the first of which was the first to fit; or why there are none.</summary>
    public static (IReadOnlyList<object?[]> Points, string? Reason) Find(MethodInfo method, int points, int seed)
    {
        var random = new Random(seed);
        List<object?[]> found = [];
        string? reason = null;
        foreach (ArgumentPlan plan in Plans(random))
        {
            if (found.Count == points)
            {
                break;
            }

            try
            {
                object?[] arguments = new ArgumentFactory(plan, random).Arguments(method);
                reason = Fits(method, arguments) is { } misfit ? reason ?? misfit : null;
                if (reason == null)
                {
                    found.Add(arguments);
                }
            }
            catch (NotSupportedException e)
            {
                return ([], e.Message);
            }
            catch (Exception e)
            {
                Exception cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
                reason ??= $"it throws for generated arguments: {cause.GetType().Name}: {cause.Message}";
            }
        }

        return (found, found.Count == 0 ? reason : null);
    }

    /// <summary>Arguments that have the right types and nothing more.</summary>
    public static object?[] Any(MethodInfo method) => new ArgumentFactory(Plans(new Random(0)).First(), new Random(0)).Arguments(method);

    private static IEnumerable<ArgumentPlan> Plans(Random random)
    {
        foreach (int size in s_sizes)
        {
            foreach ((double low, double high) in s_ranges)
            {
                yield return new ArgumentPlan([size], [size], low, high);
            }
        }

        for (int i = 0; i < RandomPlans; i++)
        {
            int size = s_sizes[random.Next(s_sizes.Length)];
            (double low, double high) = s_ranges[i % s_ranges.Length];
            yield return new ArgumentPlan([size, size, size * size, size * size, size + 1, size - 1, 2 * size], [size, size, size - 1, 1, 0], low, high);
        }

        foreach ((double low, double high) in s_ranges)
        {
            yield return new ArgumentPlan([1], [1], low, high);
            yield return new ArgumentPlan([1], [0], low, high);
        }
    }

    /// <summary>What is wrong with arguments for which the method does not throw.</summary>
    private static string? Fits(MethodInfo method, object?[] arguments)
    {
        var signature = new FunctionSignature(method, arguments);
        var function = new PrimalFunction(signature, arguments, tolerance: 0);
        return signature.Inputs.Length > 0 && function.OutputsOf(function.Outcome).All(double.IsFinite) ? null
            : "its values for generated arguments are not finite";
    }
}
