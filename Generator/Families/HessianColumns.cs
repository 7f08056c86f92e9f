using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;
using StaticAd.Generator.Passes.Tangent;

namespace StaticAd.Generator.Families;

/// <summary>
/// A Hessian with respect to structures, arrays of several dimensions or arrays of arrays, by columns, which are its rows: a loop over all of them, in which the forward pass over the
/// adjoint has a tangent that is one at a single number.
/// </summary>
internal sealed class HessianColumns(Member member, PreparedMethod method, JacobianLayout layout, Value hessian)
{
    private readonly Dictionary<string, Value> _tangents = [];

    public void Append()
    {
        BlockBuilder body = member.Body;
        var kept = new KeptArguments(layout, body);
        Block value = new Cloner(member.Values).Rewrite(method.Body);
        body.Append(value.Operations);
        foreach (Parameter input in layout.Inputs.Where(input => input.Type is BufferType))
        {
            _tangents.Add(input.Name, body.NewBuffer(Buffers.ElementOf(input.Value!), body.Length(input.Value!), zeroed: true, Naming.Tangent(input.Value!.Name!)));
        }

        Value column = member.Values.New(IrType.Int, "i");
        BlockBuilder inner = body.Nested();
        kept.Restore(inner);
        AppendColumn(column, inner);
        body.Append(new For([], column, body.Constant(0), layout.Columns, 1, [], inner.Finish([])));
        HessianRows.Mirror(hessian, layout, body);
        member.YieldPrimalResults(value.Yields);
    }

    private void AppendColumn(Value column, BlockBuilder body)
    {
        SecondOrderMembers.Adjoint adjoint = SecondOrderMembers.AdjointOf(method, member, body);
        TangentPass pass = Tangents.Over(adjoint.Body, method.ActiveInputs, adjoint.Gradients.Values, member, body);
        var products = new Dictionary<string, Value>();
        foreach (Parameter input in layout.Inputs)
        {
            pass.SetTangent(input.Value!, Seed(input, column, body));
            if (input.Type is BufferType)
            {
                Value product = body.ZerosLike(input.Value!);
                products.Add(input.Name, product);
                pass.SetTangent(adjoint.Gradients[input.Name], product);
            }
        }

        pass.Run(adjoint.Body, body);
        Value row = member.Values.New(hessian.Type, "row");
        body.Append(new View(row, hessian, body.Multiply(column, layout.Columns), layout.Columns));
        foreach (Parameter input in layout.Inputs)
        {
            Value product = products.TryGetValue(input.Name, out Value? buffer) ? buffer : pass.TangentOf(adjoint.Gradients[input.Name], body);
            layout.Put(product, input, row, body);
        }

        foreach (Value tangent in _tangents.Values)
        {
            body.Clear(tangent);
        }
    }

    /// <summary>The tangent of an input that is one at the column's number.</summary>
    private Value Seed(Parameter input, Value column, BlockBuilder body)
    {
        Value first = layout.ColumnOf(input);
        if (input.Type is not BufferType)
        {
            return UnitDirections.Number(input.Type, column, first, body);
        }

        Value tangent = _tangents[input.Name];
        UnitDirections.PutOne(tangent, column, first, layout.StrideOf(input), body);
        return tangent;
    }
}
