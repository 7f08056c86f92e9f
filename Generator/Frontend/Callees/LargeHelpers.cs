using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Helpers that are not put in place of their calls, because a chain of them, of which each calls the one before several times, would
/// grow exponentially. They become methods of their own, as recursive ones do.
/// </summary>
internal static class LargeHelpers
{
    /// <summary>How many operations a method may have with all that it calls in place.</summary>
    private const int Whole = 10_000;

    /// <summary>From how many operations on a helper that is called more than once stands apart in a method that has more.</summary>
    private const int Piece = 300;

    private const int Endless = int.MaxValue / 4;

    /// <summary>The keys of the helpers that stand apart; none for a method of ordinary size.</summary>
    /// <param name="root">The marked method's body.</param>
    /// <param name="methods">What it calls, callees before their callers.</param>
    public static HashSet<string> Of(Block root, IReadOnlyList<Method> methods)
    {
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Method method in methods)
        {
            sizes[method.Key] = InPlace(method) is { } body ? Size(body, sizes) : 1;
        }

        HashSet<string> apart = [];
        if (Size(root, sizes) <= Whole)
        {
            return apart;
        }

        ILookup<string, Call> calls = methods.Select(InPlace).OfType<Block>().Append(root)
            .SelectMany(body => body.AllOperations().OfType<Call>())
            .ToLookup(call => call.Callee, StringComparer.Ordinal);
        foreach (Method method in methods)
        {
            if (InPlace(method) is { } body && (sizes[method.Key] = Size(body, sizes)) >= Piece && CanStandApart(method) && calls[method.Key].Skip(1).Any())
            {
                apart.Add(method.Key);
                sizes[method.Key] = 1;
            }
        }

        return apart;
    }

    private static bool CanStandApart(Method method) =>
        method.Parameters.All(parameter => parameter.Type is not OpaqueType) && method.Return.Components.All(component => component.Type is not OpaqueType);

    private static Block? InPlace(Method method) => method.Rules is null ? method.Body : null;

    private static int Size(Block body, Dictionary<string, int> sizes)
    {
        long size = 0;
        foreach (Operation operation in body.AllOperations())
        {
            size += operation is Call call && sizes.TryGetValue(call.Callee, out int called) ? called : 1;
        }

        return (int)Math.Min(size, Endless);
    }
}
