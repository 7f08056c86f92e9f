using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>
/// <c>FJacobian</c>: of few numbers in, by columns, all tangents beside one primal. Else several columns at a time, or several rows,
/// one in each lane of a vector; or row by row, each from a vector-Jacobian product that writes straight into its row.
/// </summary>
internal static class JacobianMember
{
    // Beyond that the tangents no longer fit the registers, and the text grows with each.
    private const int MaxTangents = 8;

    // A row costs some three times the primal, one more tangent beside others less than once.
    private const int TangentsPerRow = 4;

    public static GeneratedMethod Build(PreparedMethod method)
    {
        var member = new Member(method);
        member.Add(member.Signature.Primal());
        SignaturePart matrix = member.Signature.Matrix("jacobian");
        member.Add([matrix]);
        var layout = new JacobianLayout(method, member.Body);
        member.Require(layout.LengthOf(matrix.Parameter));
        if (IsCheaperByColumns(method, layout))
        {
            ByColumns(member, method, layout, matrix.Parameter.Value!);
        }
        else
        {
            member.YieldPrimalResults(InLanesOrByRows(member, method, layout, matrix.Parameter.Value!));
        }

        return member.Finish(
            "Jacobian",
            $"Jacobian of <c>{method.ShortName}</c>.",
            method.Method.Return,
            "What the method returns.");
    }

    private static EquatableArray<Value> InLanesOrByRows(Member member, PreparedMethod method, JacobianLayout layout, Value jacobian)
    {
        bool hasLanes = !method.IsNested && !GradientMembers.HasGradient(method) && !method.Body.AllOperations().Any(operation => operation is Call);
        if (!hasLanes)
        {
            return ByRows(member, method, layout, jacobian, member.Body);
        }

        var directions = new JacobianDirections(member, method, layout, jacobian);
        if (layout.ScalarRows == layout.Rows)
        {
            return new JacobianRowLanes(directions).Append(member.Body) ?? ByRows(member, method, layout, jacobian, member.Body);
        }

        var columns = new JacobianColumnLanes(directions);
        BlockBuilder byColumns = member.Body.Nested(), byRows = member.Body.Nested();
        if (columns.Append(byColumns) is not { } fromColumns)
        {
            return ByRows(member, method, layout, jacobian, member.Body);
        }

        EquatableArray<Value> fromRows = new JacobianRowLanes(directions).Append(byRows) ?? ByRows(member, method, layout, jacobian, byRows);
        Value few = member.Body.Multiply(member.Body.Constant(TangentsPerRow), layout.CountRows(member.Body));
        Value isFlat = member.Body.Compare(Opcode.LessOrEqual, columns.Count, few);
        Value[] results = [.. method.Body.Yields.Select(yield => member.Values.New(yield.Type, yield.Name))];
        member.Body.Append(new If([.. results], isFlat, byColumns.Finish(fromColumns), byRows.Finish(fromRows)));
        return [.. results];
    }

    // A nested derivative is a body, and no call in it is a derivative's.
    private static EquatableArray<Value> ByRows(Member member, PreparedMethod method, JacobianLayout layout, Value jacobian, BlockBuilder body) =>
        method.IsNested || method.Method.HasParts
            ? new JacobianRowLoop(member, method, layout, jacobian).Append(body)
            : new JacobianRows(member, method, layout, jacobian).Append(body);

    private static bool IsCheaperByColumns(PreparedMethod method, JacobianLayout layout) =>
        layout.IsScalar && !GradientMembers.HasGradient(method) && layout.Inputs.Count <= Math.Min(MaxTangents, TangentsPerRow * layout.Rows)
        && !method.Body.AllOperations().Any(operation => operation is Call);

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
