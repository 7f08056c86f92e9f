using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>A generated method that differentiated code calls: its body follows from that of the method it is generated for.</summary>
internal static class NestedDerivative
{
    /// <param name="known">All methods translated so far, what the primal calls among them.</param>
    public static Callee Of(DerivativeOrigin origin, Callee primal, IReadOnlyList<Method> known)
    {
        if (primal.Method is not { } method)
        {
            return primal;
        }

        if (Reached(method, known).Prepend(method).Any(callee => callee is null or { IsRecursive: true } || ReferenceEquals(callee.Rules, Recursion.Unnamed)))
        {
            return Refused("it is recursive, and derivatives of recursive methods cannot be differentiated yet");
        }

        if (!origin.Method.IsStatic)
        {
            return Refused("it belongs to an instance method, which is not supported yet");
        }

        if (method.HasStructures)
        {
            return Refused("it has parameters or a result of a structure type, which is not supported yet");
        }

        if (method.HasRuns)
        {
            return Refused("it has parameters that are arrays of several dimensions or of arrays, which is not supported yet");
        }

        if (method.Body is null || Reached(method, known).Any(callee => callee is { Body: null, IsOpaque: false }))
        {
            return Refused("a rule stands for a part of it, and rules cannot be differentiated yet");
        }

        if (origin.Member is FamilyMember.Jacobian or FamilyMember.Hvp or FamilyMember.Hessian)
        {
            return Refused("it is a whole Jacobian or a second derivative, which cannot be differentiated yet; call 'Jvp' or 'Vjp'");
        }

        if (origin.Member != FamilyMember.Jvp && Reached(method, known).Prepend(method).Any(callee => IsCheckpointed(callee!)))
        {
            return Refused("it runs a checkpointed loop again, which cannot be differentiated yet");
        }

        if (NestedMember.Build(origin.Member, origin.Family, method, known) is not { } derivative)
        {
            return Refused("it works on a tape; call one that does not, such as the one whose name ends in 'Vjp'");
        }

        return Obstacle(derivative.Body!) is { } obstacle ? Refused(obstacle) : new Callee(derivative, []);
    }

    public static bool Is(Method method) => method.Key.Contains(NestedMember.Mark);

    private static Callee Refused(string reason) => new(null, [], NotNested: reason);

    /// <summary>All methods that a method calls; null stands for those that are being translated.</summary>
    private static IEnumerable<Method?> Reached(Method method, IReadOnlyList<Method> known)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Method>([method]);
        while (open.Count > 0)
        {
            foreach (Call call in open.Pop().Body?.AllOperations().OfType<Call>() ?? [])
            {
                if (reached.Add(call.Callee))
                {
                    Method? callee = known.FirstOrDefault(candidate => candidate.Key == call.Callee);
                    yield return callee;
                    if (callee is not null)
                    {
                        open.Push(callee);
                    }
                }
            }
        }
    }

    private static bool IsCheckpointed(Method method) =>
        method.Body is { } body && body.AllOperations().OfType<For>().Any(loop => loop.Checkpoints is not null);

    private static string? Obstacle(Block body)
    {
        foreach (Operation operation in body.AllOperations())
        {
            switch (operation)
            {
                case AllocateStack or Push or Pop or Keep or Recall:
                    return "it saves what a loop of unknown length computes, which cannot be differentiated yet";
                case Compute { Function: { } id, Result.Type.IsDifferentiable: true } when !ElementaryFunctions.Get(id).HasDerivative:
                    return $"it uses '{id}', which has no derivative";
            }
        }

        return null;
    }
}
