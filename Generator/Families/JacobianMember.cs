using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>
/// <c>FJacobian</c>: of few numbers in, by columns, all tangents beside one primal. Else several columns at a time, or several rows,
/// one in each lane of a vector (<see cref="JacobianLanes"/>); or row by row, each from a vector-Jacobian product that writes straight
/// into its row.
/// </summary>
internal static class JacobianMember
{
    // Beyond that the tangents no longer fit the registers, and the text grows with each.
    private const int MaxTangents = 8;

    /// <summary>A row costs some three times the primal, one more tangent beside others less than once.</summary>
    public const int TangentsPerRow = 4;

    /// <summary>The Jacobian, then the private methods that it chooses from.</summary>
    public static IReadOnlyList<GeneratedMethod> Build(PreparedMethod method)
    {
        JacobianDirections directions = Begin(method);
        IReadOnlyList<GeneratedMethod> arms = [];
        if (IsCheaperByColumns(method, directions.Layout))
        {
            ByColumns(directions.Member, method, directions.Layout, directions.Jacobian);
        }
        else if (method.IsNested || GradientMembers.HasGradient(method) || HasCalls(method))
        {
            directions.Member.YieldPrimalResults(ByRows(directions, directions.Member.Body));
        }
        else
        {
            arms = JacobianLanes.Append(directions);
        }

        return [Finish(directions, "Jacobian", "", ArgumentChecks.Own), .. arms];
    }

    /// <summary>A method with the parameters of the Jacobian, still without a body.</summary>
    public static JacobianDirections Begin(PreparedMethod method) =>
        JacobianDirections.Begin(method, "jacobian", (layout, matrix) => layout.LengthOf(matrix));

    /// <param name="how">What the summary says beyond what it computes.</param>
    public static GeneratedMethod Finish(JacobianDirections directions, string suffix, string how, ArgumentChecks checks) => directions.Member.Finish(
        suffix,
        $"Jacobian of <c>{directions.Method.ShortName}</c>{how}.",
        directions.Method.Method.Return,
        "What the method returns.",
        checks: checks);

    /// <summary>Row by row. A nested derivative is a body, and no call in it is a derivative's.</summary>
    public static EquatableArray<Value> ByRows(JacobianDirections directions, BlockBuilder body)
    {
        (Member member, PreparedMethod method, JacobianLayout layout, Value jacobian) =
            (directions.Member, directions.Method, directions.Layout, directions.Jacobian);
        return method.IsNested || method.Method.HasParts
            ? new JacobianRowLoop(member, method, layout, jacobian).Append(body)
            : new JacobianRows(member, method, layout, jacobian).Append(body);
    }

    private static bool HasCalls(PreparedMethod method) => method.Body.AllOperations().Any(operation => operation is Call);

    private static bool IsCheaperByColumns(PreparedMethod method, JacobianLayout layout) =>
        layout.IsScalar && !GradientMembers.HasGradient(method) && layout.Inputs.Count <= Math.Min(MaxTangents, TangentsPerRow * layout.Rows)
        && !HasCalls(method);

    private static void ByColumns(Member member, PreparedMethod method, JacobianLayout layout, Value jacobian)
    {
        int yields = method.Body.Yields.Count;
        int[] rows = [.. RowsOf(method, layout)];
        Value[] active = [.. rows.Select(row => method.Body.Yields[row])];
        Block body = Tangents.Beside(method.Body, [.. layout.Inputs.Select(input => input.Value!)], rows, member);
        member.Body.Append(body.Operations);
        for (int row = 0; row < active.Length; row++)
        {
            for (int column = 0; column < layout.Inputs.Count; column++)
            {
                Value tangent = body.Yields[yields + (column * active.Length) + row];
                member.Body.Append(new Store(
                    jacobian, member.Body.Constant((row * layout.Inputs.Count) + column), InDouble(tangent, member.Body)));
            }
        }

        member.YieldPrimalResults(body.Yields);
    }

    // Which of the body's yields stand for the rows: parameters first, then results.
    private static IEnumerable<int> RowsOf(PreparedMethod method, JacobianLayout layout)
    {
        EquatableArray<ReturnComponent> components = method.Method.Return.Components;
        Parameter[] written = [.. method.Method.Parameters.Where(parameter => parameter.YieldsScalar)];
        IEnumerable<int> parameters = Enumerable.Range(0, written.Length).Where(i => layout.Outputs.Contains(written[i])).Select(i => components.Count + i);
        return parameters.Concat(Enumerable.Range(0, components.Count).Where(i => components[i].IsActive));
    }

    /// <summary>A number as the matrix holds it.</summary>
    public static Value InDouble(Value value, BlockBuilder body) =>
        value.Type == IrType.Double ? value : body.Compute(Opcode.Convert, IrType.Double, null, value);
}
