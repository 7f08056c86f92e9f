using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>A derivative as a method that can be differentiated, and the checks at run time that it calls.</summary>
internal sealed record NestedMethod(Method Method, IReadOnlyList<Method> Checks);

/// <summary>
/// A member of a family as a method that can be differentiated like any other: where differentiated code calls a derivative, its
/// body takes the place of the call, and whatever is done to the caller is done to it.
/// </summary>
internal static class NestedMember
{
    /// <summary>Stands in the keys of such methods between that of the primal and the member.</summary>
    public const char Mark = '!';

    /// <param name="primal">The marked method, with its body.</param>
    /// <param name="callees">All that it calls, callees before callers.</param>
    /// <returns>Null for a member that works on a tape.</returns>
    public static NestedMethod? Build(FamilyMember member, string family, Method primal, IEnumerable<Method> callees)
    {
        primal = HalvesAsFloats.In(primal);
        PreparedMethod prepared = Prepared(primal, family, callees);
        GeneratedMethod? built = member switch
        {
            FamilyMember.Jvp => JvpMember.Build(prepared),
            FamilyMember.Vjp => VjpMember.Build(prepared),
            FamilyMember.ValueAndGradient or FamilyMember.Gradient => GradientMembers.ValueAndGradient(prepared),
            FamilyMember.Jacobian => JacobianMember.Build(prepared)[0],
            FamilyMember.Hvp => SecondOrderMembers.Hvp(prepared),
            FamilyMember.Hessian => SecondOrderMembers.Hessian(prepared),
            _ => null,
        };
        if (built is null)
        {
            return null;
        }

        built = HalfResults.Rounded(built, primal);
        HashSet<string> own = [.. primal.Parameters.Select(parameter => parameter.Name)];
        Method method = AsMethod(built, family + member, KeyOf(member, primal)) with
        {
            Directions = [.. built.Parameters
                .Where(parameter => parameter is { Type: ScalarType { IsFloating: true }, Passing: Passing.Value } && !own.Contains(parameter.Name))
                .Select(parameter => parameter.Name)],
        };
        MemberShape shape = MemberShape.Of(member, primal);
        method = member == FamilyMember.Gradient ? WithoutValue(method, shape) : method;
        return new NestedMethod(ExplicitLengths.Of(method, shape), ChecksOf(built));
    }

    /// <summary>One level of a recursion's derivative, which is a recursive method like the primal.</summary>
    /// <param name="suffix">Which of the rules that <see cref="LevelSignature.Again"/> names.</param>
    public static NestedMethod Level(string suffix, Method primal, IReadOnlyCollection<Method> callees)
    {
        primal = HalvesAsFloats.InLevel(primal);
        PreparedMethod prepared = Prepared(LevelSignature.Again(primal, MayThrow(callees)), primal.Text, callees);
        prepared = prepared with { IsLevel = true, Body = FrozenCopies.Lower(prepared.Body) };
        GeneratedMethod built = suffix switch
        {
            nameof(RuleSet.Jvp) => JvpMember.Build(prepared),
            nameof(RuleSet.Vjp) => VjpMember.Build(prepared),
            _ => PullbackMember.Build(prepared),
        };
        Method method = AsMethod(built, primal.Text + suffix, LevelSignature.KeyOf(primal, suffix)) with { Rules = LevelSignature.Unnamed };
        return new NestedMethod(method, ChecksOf(built));
    }

    /// <summary>Whether any of the methods has checks that throw.</summary>
    public static bool MayThrow(IEnumerable<Method> methods) =>
        methods.Any(method => method.Body is { } body ? body.AllOperations().Any(operation => operation is Throw) : method is { IsOpaque: true, Rules.MayThrow: true });

    private static IReadOnlyList<Method> ChecksOf(GeneratedMethod built) => [.. built.Callees.Where(callee => callee.IsCheck)];

    private static PreparedMethod Prepared(Method primal, string family, IEnumerable<Method> callees)
    {
        var model = new MethodModel(null, [], "", family, "", family, 2, false, primal, HalvesAsFloats.InAll(callees));
        PreparedMethod prepared = PreparedMethod.From(model);
        return prepared with { IsNested = true, Calls = RulesOfRules.Of(prepared.Calls) };
    }

    /// <param name="member">The member's suffix.</param>
    public static string KeyOf(string member, Method primal) => $"{primal.Key}{Mark}{member}";

    private static string KeyOf(FamilyMember member, Method primal) => KeyOf(member.ToString(), primal);

    private static Method AsMethod(GeneratedMethod built, string name, string key)
    {
        Block body = new LocalMemory().Rewrite(built.Body);
        Value[] references =
        [
            .. from parameter in built.Parameters
               where parameter.YieldsScalar
               select body.Yields[Enumerable.Range(0, built.Targets.Count).First(i => built.Targets[i].Parameter == parameter.Name)],
        ];
        IEnumerable<Value> returned = body.Yields.Where((_, i) => built.Targets[i].Parameter is null);
        return new Method(key, name, built.Parameters, built.Return, body with { Yields = [.. returned, .. references] }, null);
    }

    /// <summary>The gradient alone, in the shape in which <c>FGradient</c> gives it.</summary>
    private static Method WithoutValue(Method method, MemberShape shape)
    {
        int kept = shape.Return.Components.Count + shape.Parts.Count(part => part.Parameter.YieldsScalar);
        Block body = method.Body!;
        HashSet<string> names = [.. shape.Parts.Select(part => part.Parameter.Name)];
        return method with
        {
            Parameters = [.. method.Parameters.Where(parameter => names.Contains(parameter.Name))],
            Return = shape.Return,
            Body = body with { Yields = [.. body.Yields.Skip(body.Yields.Count - kept)] },
        };
    }

    /// <summary>What the member would take from the arena is memory of the caller's now.</summary>
    private sealed class LocalMemory : Rewriter
    {
        protected override Value Use(Value value) => value;

        protected override Value Define(Value value) => value;

        protected override void Rewrite(Operation operation, List<Operation> target) => target.Add(operation switch
        {
            Allocate allocate => allocate with { Storage = Storage.Local },
            _ => Rebuild(operation),
        });
    }
}
