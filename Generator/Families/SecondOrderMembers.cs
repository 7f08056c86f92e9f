using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Calls;
using StaticAd.Generator.Passes.Prepare;
using StaticAd.Generator.Passes.Simplify;
using StaticAd.Generator.Passes.Tangent;

namespace StaticAd.Generator.Families;

/// <summary><c>FHvp</c> and <c>FHessian</c>: the forward pass over the adjoint.</summary>
internal static class SecondOrderMembers
{
    // Beyond that the Hessian's text would be longer than a loop over products is slow.
    private const int MaxTangents = 8;

    public static GeneratedMethod? Hvp(PreparedMethod method)
    {
        if (!IsAsked(method))
        {
            return null;
        }

        var member = new Member(method);
        member.Add(member.Signature.Primal());
        List<SignaturePart> tangents = member.Add(member.Signature.Tangents().Where(part => part.Role == Role.Tangent));
        List<SignaturePart> products = member.Add(member.Signature.Products());
        Adjoint adjoint = AdjointOf(method, member, member.Body);
        TangentPass pass = Tangents.Over(adjoint.Body, method.ActiveInputs, adjoint.Gradients.Values, member, member.Body);
        foreach (SignaturePart part in tangents)
        {
            pass.SetTangent(part.Of!.Value!, part.Parameter.Value!);
        }

        foreach (SignaturePart part in products.Where(part => part.Parameter.Type is BufferType))
        {
            IrType element = ((BufferType)part.Parameter.Type).Element;
            member.Body.Append(new Fill(part.Parameter.Value!, member.Body.Constant(0, element)));
            pass.SetTangent(adjoint.Gradients[part.Of!.Name], part.Parameter.Value!);
        }

        pass.Run(adjoint.Body, member.Body);
        member.YieldPrimalResults(adjoint.Body.Yields);
        foreach (SignaturePart part in products.Where(part => part.Parameter.Type is not BufferType))
        {
            member.Yield(pass.TangentOf(adjoint.Gradients[part.Of!.Name], member.Body), part.Parameter);
        }

        return member.Finish(
            "Hvp",
            $"Product of the Hessian of <c>{method.ShortName}</c> with the tangents of its inputs.",
            method.Method.Return,
            "The value.");
    }

    public static GeneratedMethod? Hessian(PreparedMethod method)
    {
        if (!IsAsked(method))
        {
            return null;
        }

        JacobianDirections directions = JacobianDirections.Begin(method, "hessian", (layout, matrix) => layout.LengthOfSquare(matrix));
        bool hasCalls = method.Body.AllOperations().Any(operation => operation is Call);
        if (directions.Layout.IsScalar && directions.Layout.Inputs.Count <= MaxTangents && !hasCalls)
        {
            AllAtOnce(directions.Member, method, directions.Layout, directions.Jacobian);
        }
        else
        {
            ByColumns(directions, hasLanes: !hasCalls && !method.IsNested);
        }

        return directions.Member.Finish("Hessian", $"Hessian of <c>{method.ShortName}</c>.", method.Method.Return, "The value.");
    }

    private static void ByColumns(JacobianDirections directions, bool hasLanes)
    {
        (Member member, PreparedMethod method, JacobianLayout layout, Value hessian) =
            (directions.Member, directions.Method, directions.Layout, directions.Jacobian);
        if (hasLanes && new HessianLanes(directions).Append(member.Body) is { } yields)
        {
            HessianRows.Mirror(hessian, layout, member.Body);
            member.YieldPrimalResults(yields);
        }
        else if (method.Method.HasParts || (method.IsNested && method.Method.HasRuns))
        {
            new HessianColumns(member, method, layout, hessian).Append();
        }
        else
        {
            new HessianRows(member, method, layout, hessian).Append();
        }
    }

    private static bool IsAsked(PreparedMethod method) => method.Model.Order > 1 && GradientMembers.HasGradient(method);

    /// <summary>A body that computes the gradient: what the method yields, then the gradients of its scalar inputs.</summary>
    /// <param name="Gradients">The gradient of each input, by its name: a value, or memory of the body's own.</param>
    internal sealed record Adjoint(Block Body, IReadOnlyDictionary<string, Value> Gradients);

    // The gradients are not handed out: what only they need is dead code in the end.
    /// <param name="memory">Takes the allocations of the gradients' buffers.</param>
    internal static Adjoint AdjointOf(PreparedMethod method, Member member, BlockBuilder memory)
    {
        List<SignaturePart> gradients = [.. new Signature(method.Method, member.Values).Gradients().Select(part => part.WithOwnMemory(member.Values))];
        SignaturePart[] buffers = [.. gradients.Where(part => part.Parameter.Type is BufferType)];
        foreach (SignaturePart part in buffers)
        {
            memory.Append(new Allocate(part.Parameter.Value!, memory.Length(part.Of!.Value!), Storage.Local, Zeroed: true));
        }

        var body = new BlockBuilder(member.Values);
        Value one = body.Constant(1, method.Method.Return.Components[0].Type);
        PreparedMethod again = method with { Calls = RulesOfRules.Of(method.Calls) };
        (_, Sweeps sweeps) = ReverseSweep.Run(new RuleCalls(again.Calls, member.Values), member.Values, again, gradients, isSplit: false, one);
        List<(Value Gradient, Parameter Target)> scalars = ReverseSweep.ScalarGradients(gradients, sweeps);
        body.Append(sweeps.Forward);
        body.Append(sweeps.Backward.Operations);
        Block block = FrozenCopies.Lower(body.Finish([.. method.Body.Yields, .. scalars.Select(pair => pair.Gradient)]));
        block = block.AllOperations().Any(operation => operation is Call)
            ? PreparedMethod.Prepare(block, method.Calls, member.Values, member.Parameters.Concat(buffers.Select(part => part.Parameter)))
            : Simplification.Run(block, member.Values);
        var named = buffers.ToDictionary(part => part.Of!.Name, part => part.Parameter.Value!);
        int next = method.Body.Yields.Count;
        foreach (SignaturePart part in gradients.Where(part => part.Parameter.Type is not BufferType))
        {
            named.Add(part.Of!.Name, block.Yields[next++]);
        }

        return new Adjoint(block, named);
    }

    private static void AllAtOnce(Member member, PreparedMethod method, JacobianLayout layout, Value hessian)
    {
        Adjoint adjoint = AdjointOf(method, member, member.Body);
        int count = layout.Inputs.Count, yields = method.Body.Yields.Count;
        int[] gradients = [.. Enumerable.Range(yields, count)];
        Block body = Tangents.Beside(adjoint.Body, [.. layout.Inputs.Select(input => input.Value!)], gradients, member);
        member.Body.Append(body.Operations);
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column < count; column++)
            {
                // The derivative of the later input's gradient with respect to the earlier one stands for both.
                int first = Math.Min(row, column), second = Math.Max(row, column);
                Value entry = body.Yields[yields + count + (first * count) + second];
                member.Body.Append(new Store(
                    hessian, member.Body.Constant((row * count) + column), JacobianMember.InDouble(entry, member.Body)));
            }
        }

        member.YieldPrimalResults(body.Yields);
    }
}
