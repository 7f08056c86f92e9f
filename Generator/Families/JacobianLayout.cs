using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Analysis;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>Where the derivatives of each output with respect to each input stand in a Jacobian.</summary>
internal sealed class JacobianLayout
{
    private readonly PreparedMethod _method;
    private readonly ElementOrder _columns;

    public JacobianLayout(PreparedMethod method, BlockBuilder body)
    {
        _method = method;
        Parameter[] active = [.. method.Method.Parameters.Where(parameter => parameter.CarriesDerivative)];
        Inputs = [.. active.Where(parameter => parameter.Passing != Passing.Out)];
        Outputs = [.. active.Where(parameter => parameter.YieldsScalar || parameter.IsWritableSpan)];
        Results = method.Method.Return.Components.Count(component => component.IsActive);
        _columns = new ElementOrder(Inputs, body);
        Columns = body.Rename(_columns.Count, "columns");
    }

    /// <summary>The parameters that the columns belong to, in their order.</summary>
    public IReadOnlyList<Parameter> Inputs { get; }

    /// <summary>The parameters that the first rows belong to, in their order.</summary>
    public IReadOnlyList<Parameter> Outputs { get; }

    /// <summary>Rows of what the method returns, after all others.</summary>
    public int Results { get; }

    public Value Columns { get; }

    /// <summary>Whether the method returns or hands out a few numbers only, and takes only numbers.</summary>
    public bool IsScalar => Inputs.Concat(Outputs).All(parameter => parameter.Type is ScalarType);

    public int Rows => Outputs.Count + Results;

    /// <summary>The first column that belongs to an input.</summary>
    public Value ColumnOf(Parameter input) => _columns.StartOf(input);

    /// <summary>How many rows the outputs that are numbers and the results take.</summary>
    public int ScalarRows => Results + Outputs.Count(output => output.Type is not BufferType);

    /// <summary>The number of all rows.</summary>
    public Value CountRows(BlockBuilder body) => Outputs.Where(output => output.Type is BufferType)
        .Aggregate(body.Constant(ScalarRows), (rows, output) => body.Add(rows, ElementOrder.CountOf(output, body)));

    /// <summary>Which of the rows of results belongs to a component of what the method returns.</summary>
    public int ResultOf(int component) => _method.Method.Return.Components.Take(component).Count(before => before.IsActive);

    /// <summary>How many columns the elements of an input are apart.</summary>
    public int StrideOf(Parameter input) => _columns.StrideOf(input);

    /// <summary>The memory of the caller's that a second run of the method would find changed.</summary>
    public IEnumerable<Parameter> Overwritten =>
        _method.Method.Parameters.Where(parameter => parameter is { IsWritableSpan: true, IsScratch: false } && !IsOnlyWritten(parameter));

    /// <summary>Whether what a buffer holds on entry is never looked at: its elements go on to the outputs as they are, or not at all.</summary>
    public bool IsOnlyWritten(Parameter parameter)
    {
        if (parameter is not { IsWritableSpan: true, IsScratch: false })
        {
            return false;
        }

        var memory = new Memory(_method.Body, new ProgramOrder(_method.Body), _method.Calls);
        Value root = parameter.Value!;
        return memory.ReadsOf(root).Count == 0 && memory.WritesTo(root).All(write => write is not Accumulate);
    }

    /// <summary>Puts the derivatives with respect to an input, a number or a buffer, where they stand in a row.</summary>
    public void Put(Value derivative, Parameter input, Value row, BlockBuilder body)
    {
        if (derivative.Type is not BufferType)
        {
            body.Append(new Store(row, ColumnOf(input), JacobianMember.InDouble(derivative, body)));
            return;
        }

        Value index = body.Values.New(IrType.Int, "j");
        BlockBuilder inner = body.Nested();
        int stride = StrideOf(input);
        Value place = inner.Add(ColumnOf(input), stride == 1 ? index : inner.Multiply(index, inner.Constant(stride)));
        inner.Append(new Store(row, place, JacobianMember.InDouble(inner.Load(derivative, index), inner)));
        body.Append(new For([], index, body.Constant(0), body.Length(derivative), 1, [], inner.Finish([])));
    }

    public Guard LengthOf(Parameter jacobian) => new Guard.MatrixLength(jacobian.Name, Extent(Outputs, Results), Extent(Inputs, 0));

    public Guard LengthOfSquare(Parameter hessian) => new Guard.MatrixLength(hessian.Name, Extent(Inputs, 0), Extent(Inputs, 0));

    private static Extent Extent(IReadOnlyList<Parameter> parameters, int others) => new(
        others + parameters.Count(parameter => parameter.Type is not BufferType),
        [.. parameters.Where(parameter => parameter.Type is BufferType).Select(parameter => parameter.DeclaredName)]);
}
