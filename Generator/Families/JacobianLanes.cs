using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>
/// A Jacobian with several columns or several rows at a time, whichever are fewer. Each of the two is a method of its own: in one they
/// pass what the JIT compiler is willing to inline, and calls stay in the loops.
/// </summary>
internal static class JacobianLanes
{
    private const string Columns = "JacobianColumns";
    private const string Rows = "JacobianRows";

    /// <summary>Appends what fills the matrix; returns the private methods that it calls.</summary>
    public static IReadOnlyList<GeneratedMethod> Append(JacobianDirections directions)
    {
        bool hasFewRows = directions.Layout.ScalarRows == directions.Layout.Rows, hasParts = directions.Method.Method.HasParts;
        GeneratedMethod[] arms = hasFewRows || hasParts ? [] : [.. ArmsOf(directions.Method)];
        EquatableArray<Value> results = arms.Length > 0 ? Either(directions, body => Call(directions, Columns, body), body => Call(directions, Rows, body))
            // No call hands structures on.
            : hasParts && !hasFewRows ? Either(directions, new JacobianColumnLanes(directions).Append, body => ByRows(directions, body))
            : ByRows(directions, directions.Member.Body);
        directions.Member.YieldPrimalResults(results);
        directions.Member.ChecksFor(arms);
        return arms;
    }

    private static IEnumerable<GeneratedMethod> ArmsOf(PreparedMethod method)
    {
        JacobianDirections columns = JacobianMember.Begin(method);
        if (new JacobianColumnLanes(columns).Append(columns.Member.Body) is not { } fromColumns)
        {
            yield break;
        }

        columns.Member.YieldPrimalResults(fromColumns);
        yield return JacobianMember.Finish(columns, Columns, ", several columns at a time", ArgumentChecks.Callers);
        JacobianDirections rows = JacobianMember.Begin(method);
        rows.Member.YieldPrimalResults(ByRows(rows, rows.Member.Body));
        yield return JacobianMember.Finish(rows, Rows, ", by rows", ArgumentChecks.Callers);
    }

    /// <summary>By columns where these are few, else by rows; by rows, too, where lanes cannot compute columns.</summary>
    private static EquatableArray<Value> Either(
        JacobianDirections directions, Func<BlockBuilder, EquatableArray<Value>?> columns, Func<BlockBuilder, EquatableArray<Value>?> rows)
    {
        BlockBuilder body = directions.Member.Body, byColumns = body.Nested(), byRows = body.Nested();
        Value count = new JacobianColumnLanes(directions).Count;
        if (columns(byColumns) is not { } fromColumns)
        {
            return ByRows(directions, body);
        }

        Value few = body.Multiply(body.Constant(JacobianMember.TangentsPerRow), directions.Layout.CountRows(body));
        Value isFlat = body.Compare(Opcode.LessOrEqual, count, few);
        Value[] results = [.. directions.Method.Body.Yields.Select(yield => directions.Values.New(yield.Type, yield.Name))];
        body.Append(new If([.. results], isFlat, byColumns.Finish(fromColumns), byRows.Finish(rows(byRows)!.Value)));
        return [.. results];
    }

    private static EquatableArray<Value> ByRows(JacobianDirections directions, BlockBuilder body) =>
        new JacobianRowLanes(directions).Append(body) ?? JacobianMember.ByRows(directions, body);

    private static EquatableArray<Value> Call(JacobianDirections directions, string suffix, BlockBuilder body)
    {
        Method callee = directions.Member.Sibling(suffix, [directions.Matrix]);
        Value[] results = [.. directions.Method.Body.Yields.Select(yield => directions.Values.New(yield.Type))];
        body.Append(new Call([.. results], callee.Key, [.. callee.Inputs]));
        return [.. results];
    }
}
