using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Calls;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>What all members of reverse mode share: cotangents in, gradients out.</summary>
internal static class ReverseSweep
{
    // Each round shortens what the tape holds by one level of loops; deeper nests than this keep what is left on it.
    private const int MaxSnapshotRounds = 4;

    /// <summary>Runs the adjoint pass with the cotangents that the parts hold.</summary>
    /// <param name="resultCotangent">In place of a parameter, the cotangent of the only result.</param>
    public static (AdjointPass Pass, Sweeps Sweeps) Run(
        Member member, PreparedMethod method, IReadOnlyList<SignaturePart> parts, bool isSplit, Value? resultCotangent = null) =>
        Run(member.Rules, member.Values, method, parts, isSplit, resultCotangent);

    /// <param name="rules">What the adjoint may call.</param>
    public static (AdjointPass Pass, Sweeps Sweeps) Run(
        RuleCalls rules, ValueSource values, PreparedMethod method, IReadOnlyList<SignaturePart> parts, bool isSplit, Value? resultCotangent)
    {
        for (int round = 0; ; round++)
        {
            var pass = new AdjointPass(method, rules, values, isSplit);
            Sweeps sweeps = Run(pass, method, parts, resultCotangent);
            if (round == MaxSnapshotRounds || pass.WithSnapshots() is not { } shorter)
            {
                return (pass, sweeps);
            }

            method = shorter;
        }
    }

    private static Sweeps Run(AdjointPass pass, PreparedMethod method, IEnumerable<SignaturePart> parts, Value? resultCotangent)
    {
        var cotangents = new Value?[method.Body.Yields.Count];
        if (resultCotangent is not null)
        {
            cotangents[0] = resultCotangent;
        }

        foreach (SignaturePart part in parts.Where(part => part.Role is Role.Cotangent or Role.Gradient))
        {
            if (part.Parameter.Type is BufferType)
            {
                pass.SetShadow(part.Of!.Value!, part.Parameter.Value!);
            }
            else if (part.Role == Role.Cotangent)
            {
                cotangents[part.Output] = part.Parameter.Value;
            }
        }

        return pass.Run(cotangents);
    }

    /// <summary>Sets the gradients of buffers to zero; what follows adds to them.</summary>
    public static void ClearGradients(Member member, IEnumerable<SignaturePart> parts)
    {
        foreach (SignaturePart part in parts.Where(part => part.Role == Role.Gradient))
        {
            if (part.Parameter.Type is BufferType buffer)
            {
                member.Body.Append(new Fill(part.Parameter.Value!, member.Body.Constant(0, buffer.Element)));
            }
        }
    }

    /// <summary>The adjoints of scalar inputs, with the parameters that take them.</summary>
    public static List<(Value Gradient, Parameter Target)> ScalarGradients(IEnumerable<SignaturePart> parts, Sweeps sweeps)
    {
        var gradients = new List<(Value, Parameter)>();
        foreach (SignaturePart part in parts)
        {
            bool takesGradient = part.Role == Role.Gradient || part is { Role: Role.Cotangent, Parameter.Passing: Passing.Ref };
            if (!takesGradient || part.Parameter.Type is BufferType)
            {
                continue;
            }

            Value gradient = sweeps.Adjoints.Get(part.Of!.Value!) ?? sweeps.Backward.Constant(0, part.Parameter.Type);
            bool adds = part is { Role: Role.Gradient, Parameter.Passing: Passing.Ref };
            gradients.Add((adds ? sweeps.Backward.Add(part.Parameter.Value!, gradient, part.Parameter.Value!.Name) : gradient, part.Parameter));
        }

        return gradients;
    }

    /// <summary>Appends both sweeps, one after the other.</summary>
    public static void AppendJoint(Member member, IEnumerable<SignaturePart> parts, Sweeps sweeps)
    {
        List<(Value Gradient, Parameter Target)> gradients = ScalarGradients(parts, sweeps);
        member.Body.Append(sweeps.Forward);
        member.Body.Append(sweeps.Backward.Operations);
        member.YieldPrimalResults();
        foreach ((Value gradient, Parameter target) in gradients)
        {
            member.Yield(gradient, target);
        }
    }
}
