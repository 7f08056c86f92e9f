using Microsoft.CodeAnalysis;
using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;
using RuleSet = StaticAd.Generator.Ir.RuleSet;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// What a derivative calls that is to be differentiated again: rules, which are then methods to be differentiated themselves, levels of
/// recursions, and checks at run time. Each method here says why it cannot be had, or null.
/// </summary>
internal sealed class DerivedCallees(CalleeTable table, Translation translation)
{
    /// <summary>Counts a derivative of a method among the callees, or says why it cannot be had.</summary>
    public (Method? Derivative, string? Obstacle) Require(FamilyMember member, string family, Method primal)
    {
        if (table.Find(NestedMember.KeyOf(member.ToString(), primal)) is { } known)
        {
            return (known, null);
        }

        string? obstacle = RequireRules(primal) ?? RequireWhatItIsMadeOf(member, family, primal);
        if (obstacle is not null)
        {
            return (null, obstacle);
        }

        if (NestedMember.Build(member, family, primal, table.Methods) is not { } derivative)
        {
            return (null, "it works on a tape; call one that does not, such as the one whose name ends in 'Vjp'");
        }

        obstacle = RequireCallees(derivative);
        if (obstacle is null)
        {
            table.Add(derivative.Method);
        }

        return (obstacle is null ? derivative.Method : null, obstacle);
    }

    /// <summary>Second derivatives differentiate the gradient, with the rules that it calls; a Hessian consists of products.</summary>
    private string? RequireWhatItIsMadeOf(FamilyMember member, string family, Method primal)
    {
        if (member is not (FamilyMember.Hvp or FamilyMember.Hessian))
        {
            return null;
        }

        (Method? gradient, string? obstacle) = Require(FamilyMember.ValueAndGradient, family, primal);
        obstacle ??= RequireRules(gradient!);
        return obstacle ?? (member == FamilyMember.Hessian ? Require(FamilyMember.Hvp, family, primal).Obstacle : null);
    }

    /// <summary>Counts among the callees what the gradient of a method calls.</summary>
    public string? RequireGradient(string family, Method method)
    {
        if (RequireRules(method) is { } obstacle)
        {
            return obstacle;
        }

        return Reached(method).Any(callee => callee is { IsRecursive: true })
            && NestedMember.Build(FamilyMember.ValueAndGradient, family, method, table.Methods) is { } gradient
            ? RequireCallees(gradient)
            : null;
    }

    /// <summary>Counts among the callees the rules that the derivatives of a method may call.</summary>
    public string? RequireRules(Method method) => Reached(method)
        .Where(callee => callee is { Body: null, Rules: not null, IsOpaque: false })
        .Select(callee => Obstacle(callee!))
        .FirstOrDefault(obstacle => obstacle is not null);

    /// <summary>Counts among the callees what a derivative calls beside rules and the primal's own callees.</summary>
    public string? RequireCallees(NestedMethod derivative)
    {
        var open = new Queue<NestedMethod>([derivative]);
        while (open.Count > 0)
        {
            NestedMethod next = open.Dequeue();
            if (MissingFunction(next.Method.Body!) is { } function)
            {
                return $"it uses '{function}', which has no derivative";
            }

            foreach (Method check in next.Checks.Where(check => table.Find(check.Key) is null))
            {
                table.Add(check);
            }

            foreach (Call call in next.Method.Body!.AllOperations().OfType<Call>().Where(call => table.Find(call.Callee) is null))
            {
                (string key, string suffix) = LevelSignature.Split(call.Callee)!.Value;
                NestedMethod level = NestedMember.Level(suffix, table.Find(key)!, table.Methods);
                table.Add(level.Method);
                open.Enqueue(level);
            }
        }

        return null;
    }

    /// <summary>All methods that a method calls; null stands for those that are being translated.</summary>
    public IEnumerable<Method?> Reached(Method method)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Method>([method]);
        while (open.Count > 0)
        {
            foreach (Call call in open.Pop().Body?.AllOperations().OfType<Call>() ?? [])
            {
                if (reached.Add(call.Callee))
                {
                    Method? callee = table.Find(call.Callee);
                    yield return callee;
                    if (callee is not null)
                    {
                        open.Push(callee);
                    }
                }
            }
        }
    }

    private string? Obstacle(Method callee)
    {
        string name = callee.Text.Substring(callee.Text.LastIndexOf('.') + 1);
        string? reason = null;
        bool isThere = false;
        foreach (RuleMethod rule in new[] { callee.Rules!.Vjp, callee.Rules.Jvp }.OfType<RuleMethod>())
        {
            if (translation.Rules.Named(rule.Key) is { } method)
            {
                Callee found = table.Require(translation, method);
                isThere |= found.Method is not null;
                reason ??= found.Method is null ? Reason(method, found) : null;
            }
        }

        return isThere ? null
            : reason is null
            ? $"the rules for '{name}' share a tape, which has no derivative; write a Vjp rule for it too"
            : $"{reason}; or write rules for it ([DerivativeOf]), as for any method";
    }

    private static string Reason(IMethodSymbol rule, Callee found)
    {
        string name = CSharpNames.Short(rule);
        return found.Faults.Count > 0 ? $"the rule '{name}' cannot be differentiated itself: {found.Faults[0].Message}"
            : found.Hidden is { } hidden ? $"the rule '{name}' needs '{hidden}', which is not accessible here; make it so"
            : $"the rule '{name}' gives first derivatives only: {found.Missing ?? "its source is not valid"}; put it into this project";
    }

    private static string? MissingFunction(Block body) => body.AllOperations().OfType<Compute>()
        .FirstOrDefault(compute => compute is { Function: { } id, Result.Type.IsDifferentiable: true } && !ElementaryFunctions.Get(id).HasDerivative)
        ?.Function;
}
