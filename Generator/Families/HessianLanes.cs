using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Lanes;
using StaticAd.Generator.Passes.Simplify;
using StaticAd.Generator.Passes.Tangent;

namespace StaticAd.Generator.Families;

/// <summary>
/// Several columns of a Hessian at a time: the forward pass over the adjoint, with a vector of tangents. A column is written as the row
/// that mirrors it.
/// </summary>
internal sealed class HessianLanes(JacobianDirections directions)
{
    private readonly ValueSource _values = directions.Values;
    private readonly JacobianLayout _layout = directions.Layout;
    private readonly List<Derivative> _tangents = [];
    private readonly List<Derivative> _products = [];

    /// <summary>The tangent of an input, or the product that belongs to it, as the passes know it and in lanes.</summary>
    private sealed record Derivative(Parameter Of, Value Scalar, Value Lanes);

    /// <summary>Appends what fills the matrix and returns what the method yields; null, and nothing is appended, where lanes cannot.</summary>
    public EquatableArray<Value>? Append(BlockBuilder body)
    {
        if (directions.Lane is not { } lane)
        {
            return null;
        }

        foreach (Parameter input in _layout.Inputs)
        {
            string name = input.Value!.Name!;
            _tangents.Add(New(input, Naming.Tangent(name), lane));
            if (input.Type is BufferType)
            {
                _products.Add(New(input, Naming.Product(name), lane));
            }
        }

        Block pass = ForwardPass();
        IEnumerable<(Value, Value)> seeds = _tangents.Concat(_products).Select(derivative => (derivative.Scalar, derivative.Lanes));
        if (Widening.Run(pass, seeds, lane, _values) is not { } widened)
        {
            return null;
        }

        bool mayBeNone = _layout.Inputs.All(input => input.Type is BufferType);
        return directions.ForEachGroup(_layout.Columns, mayBeNone, body, (first, inner) => AppendGroup(widened, first, inner));
    }

    private Derivative New(Parameter input, string name, LaneType lane) => input.Type is BufferType
        ? new Derivative(input, _values.New(new BufferType(lane.Element, BufferKind.Span), name), _values.New(new BufferType(lane, BufferKind.Span), name))
        : new Derivative(input, _values.New(lane.Element, name), _values.New(lane, name));

    /// <summary>What the method yields, then the products that are numbers.</summary>
    private Block ForwardPass()
    {
        var builder = new BlockBuilder(_values);
        SecondOrderMembers.Adjoint adjoint = SecondOrderMembers.AdjointOf(directions.Method, directions.Member, builder);
        TangentPass pass = Tangents.Over(
            adjoint.Body, directions.Method.ActiveInputs, adjoint.Gradients.Values, directions.Member, builder);
        _tangents.ForEach(tangent => pass.SetTangent(tangent.Of.Value!, tangent.Scalar));
        _products.ForEach(product => pass.SetTangent(adjoint.Gradients[product.Of.Name], product.Scalar));
        pass.Run(adjoint.Body, builder);
        Value[] products = [.. Numbers.Select(input => pass.TangentOf(adjoint.Gradients[input.Name], builder))];
        IEnumerable<Value> yields = adjoint.Body.Yields.Take(directions.Method.Body.Yields.Count);
        return Simplification.Run(FrozenCopies.Lower(builder.Finish([.. yields, .. products])), _values);
    }

    private IEnumerable<Parameter> Numbers => _layout.Inputs.Where(input => input.Type is not BufferType);

    private EquatableArray<Value> AppendGroup(Block pass, Value first, BlockBuilder body)
    {
        foreach (Derivative tangent in _tangents)
        {
            Allocate(tangent, zeroed: false, body);
            directions.AppendSeed(tangent.Lanes, body.Subtract(_layout.ColumnOf(tangent.Of), first), body, _layout.StrideOf(tangent.Of));
        }

        _products.ForEach(product => Allocate(product, zeroed: true, body));
        body.Append(pass.Operations);
        Value rows = directions.Rows(first, body);
        _products.ForEach(product => directions.PutInColumns(product.Lanes, rows, product.Of, body));
        int yields = directions.Method.Body.Yields.Count;
        foreach ((Parameter input, Value product) in Numbers.Zip(pass.Yields.Skip(yields), (input, product) => (input, product)))
        {
            directions.PutInColumns(product, rows, input, body);
        }

        return [.. pass.Yields.Take(yields)];
    }

    private static void Allocate(Derivative derivative, bool zeroed, BlockBuilder body)
    {
        if (derivative.Of.Type is BufferType)
        {
            body.Append(new Allocate(derivative.Lanes, body.Length(derivative.Of.Value!), Storage.Local, zeroed));
        }
    }
}
