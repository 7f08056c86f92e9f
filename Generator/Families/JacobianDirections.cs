using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>
/// A Jacobian of which as many columns or rows are computed at a time as a vector has lanes. What both have in common: the vector,
/// the passes over groups of directions, and the methods of the runtime that put the derivatives into the matrix.
/// </summary>
internal sealed class JacobianDirections(Member member, PreparedMethod method, JacobianLayout layout, SignaturePart matrix)
{
    private readonly TypeText _types = new([.. method.Model.HiddenNames, .. method.Method.Parameters.Select(parameter => parameter.Name)]);

    /// <summary>A member that fills a matrix, with its parameters and still without a body.</summary>
    /// <param name="matrix">What the matrix is called.</param>
    /// <param name="length">How long it must be.</param>
    public static JacobianDirections Begin(PreparedMethod method, string matrix, Func<JacobianLayout, Parameter, Guard> length)
    {
        var member = new Member(method);
        member.Add(member.Signature.Primal());
        SignaturePart part = member.Signature.Matrix(matrix);
        member.Add([part]);
        var layout = new JacobianLayout(method, member.Body);
        member.Require(length(layout, part.Parameter));
        return new JacobianDirections(member, method, layout, part);
    }

    public Member Member => member;

    public PreparedMethod Method => method;

    public JacobianLayout Layout => layout;

    /// <summary>The parameter that takes it.</summary>
    public SignaturePart Matrix => matrix;

    /// <summary>The matrix that is filled.</summary>
    public Value Jacobian => matrix.Parameter.Value!;

    public ValueSource Values => member.Values;

    /// <summary>Null where inputs and outputs are not of one type.</summary>
    public LaneType? Lane { get; } = LaneOf(layout, method);

    /// <summary>How many lanes the processor has.</summary>
    public Value Width(BlockBuilder body)
    {
        Value width = Values.New(IrType.Int);
        body.Append(new Symbol(width, _types.Known(Lane!.CSharpName) + ".Count"));
        return width;
    }

    /// <summary>
    /// Runs a pass for each group of directions, once at least. Each starts from what the method's arguments held on entry, and the
    /// last one leaves them as the method does. Returns what the method yields.
    /// </summary>
    /// <param name="pass">Appends the pass that starts with the given direction, and returns what the method yields.</param>
    public EquatableArray<Value> ForEachGroup(Value count, bool mayBeNone, BlockBuilder body, Func<Value, BlockBuilder, EquatableArray<Value>> pass)
    {
        var kept = new KeptArguments(layout, body);
        Value width = Width(body);
        Value groups = body.Divide(body.Subtract(body.Add(count, width), body.Constant(1)), width, "groups");
        if (mayBeNone)
        {
            groups = body.Function("Max", groups, body.Constant(1));
        }

        Value group = Values.New(IrType.Int, "group");
        BlockBuilder inner = body.Nested();
        kept.Restore(inner);
        Value first = inner.Multiply(group, width, "first");
        EquatableArray<Value> yields = pass(first, inner);
        Value[] results = [.. yields.Select(yield => Values.New(yield.Type, yield.Name))];
        Value[] entering = [.. yields.Select(yield => Values.New(yield.Type, yield.Name))];
        Value[] initial = [.. yields.Select(yield => body.Constant(0, yield.Type))];
        body.Append(new For([.. results], group, body.Constant(0), groups, 1, [.. initial], inner.Finish(yields, entering)));
        return [.. results];
    }

    /// <summary>Makes a vector that is one in one lane, or gives each element of a buffer a lane of its own.</summary>
    /// <param name="stride">How many lanes its elements are apart.</param>
    public void AppendSeed(Value seed, Value lane, BlockBuilder body, int stride = 1)
    {
        if (seed.Type is BufferType)
        {
            Append("Seed", stride == 1 ? [seed, lane] : [seed, lane, body.Constant(stride)], body);
        }
        else
        {
            Append($"Seed<{TypeText.Keyword(Lane!.Element.Kind)}>", [lane], seed, body);
        }
    }

    /// <summary>Puts the derivatives with respect to an input, lane by lane, where they stand in row after row.</summary>
    /// <param name="rows">The matrix from the row of the first lane on.</param>
    public void PutInColumns(Value derivatives, Value rows, Parameter input, BlockBuilder body)
    {
        if (input.Type is not BufferType)
        {
            Append("PutInColumn", [InLanes(derivatives, body), rows, layout.Columns, layout.ColumnOf(input)], body);
            return;
        }

        EquatableArray<Value> places = [derivatives, rows, layout.Columns, layout.ColumnOf(input)];
        int stride = layout.StrideOf(input);
        Append("PutInColumns", stride == 1 ? places : [.. places, body.Constant(stride)], body);
    }

    /// <summary>A derivative in lanes: one that is zero by structure is not.</summary>
    public Value InLanes(Value derivative, BlockBuilder body) => derivative.Type is LaneType ? derivative : body.Constant(0, Lane!);

    /// <summary>Calls a method of the runtime's <c>Directions</c>.</summary>
    public void Append(string function, EquatableArray<Value> arguments, BlockBuilder body) => Append(function, arguments, null, body);

    private void Append(string function, EquatableArray<Value> arguments, Value? result, BlockBuilder body)
    {
        var method = Ir.Method.OfRuntime($"{_types.Known("Directions")}.{function}", arguments, result?.Type);
        if (!member.Callees.Any(callee => callee.Key == method.Key))
        {
            member.Callees.Add(method);
        }

        body.Append(new Call(result is null ? [] : [result], method.Key, arguments));
    }

    /// <summary>The matrix from one row on.</summary>
    public Value Rows(Value? start, BlockBuilder body)
    {
        if (start is null)
        {
            return Jacobian;
        }

        Value rows = Values.New(Jacobian.Type, "rows");
        body.Append(new View(rows, Jacobian, body.Multiply(start, layout.Columns), null));
        return rows;
    }

    /// <summary>Some columns of one row.</summary>
    public Value Row(Value? number, Value start, Value count, BlockBuilder body)
    {
        Value row = Values.New(Jacobian.Type, "row");
        body.Append(new View(row, Jacobian, number is null ? start : body.Add(body.Multiply(number, layout.Columns), start), count));
        return row;
    }

    private static LaneType? LaneOf(JacobianLayout layout, PreparedMethod method)
    {
        IrType[] types =
        [
            .. layout.Inputs.Concat(layout.Outputs).Select(parameter => parameter.Type is BufferType buffer ? buffer.Element : parameter.Type)
                .Concat(method.Method.Return.Components.Where(component => component.IsActive).Select(component => component.Type))
                .Distinct(),
        ];
        bool isHandedOn = method.Body.Yields.All(yield => yield.Type is ScalarType);
        return types is [ScalarType { IsFloating: true } element] && isHandedOn
            ? new LaneType(element, $"Vector<{TypeText.Keyword(element.Kind)}>")
            : null;
    }
}
