using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>
/// A Jacobian by rows where no call can hand on what a row consists of: a loop over all rows, in which both sweeps have a cotangent
/// that is one at a single number. Each row starts from what the method's arguments held on entry.
/// </summary>
internal sealed class JacobianRowLoop
{
    private readonly Member _member;
    private readonly PreparedMethod _method;
    private readonly JacobianLayout _layout;
    private readonly Value _jacobian;
    private readonly SignaturePart[] _parts;

    public JacobianRowLoop(Member member, PreparedMethod method, JacobianLayout layout, Value jacobian)
    {
        _member = member;
        _method = method;
        _layout = layout;
        _jacobian = jacobian;
        var signature = new Signature(method.Method, member.Values);
        _parts = [.. signature.Cotangents().Concat(signature.Gradients()).Select(part => part.WithOwnMemory(member.Values))];
    }

    /// <summary>Appends what fills the matrix; returns what the method yields.</summary>
    public EquatableArray<Value> Append(BlockBuilder body)
    {
        foreach (SignaturePart part in _parts.Where(part => part.Parameter.Type is BufferType))
        {
            body.Append(new Allocate(part.Parameter.Value!, body.Length(part.Of!.Value!), Storage.Local, Zeroed: false));
        }

        var rows = new ElementOrder(_layout.Outputs, body);
        if (_layout is { ScalarRows: 1, Rows: 1 })
        {
            AppendRow(body.Constant(0), rows, body);
            return _method.Body.Yields;
        }

        var kept = new KeptArguments(_layout, body);
        Value row = _member.Values.New(IrType.Int, "i");
        BlockBuilder inner = body.Nested();
        kept.Restore(inner);
        AppendRow(row, rows, inner);
        body.Append(new For([], row, body.Constant(0), _layout.CountRows(body), 1, [], inner.Finish([])));
        kept.Restore(body);
        Block primal = new Cloner(_member.Values).Rewrite(_method.Body);
        body.Append(primal.Operations);
        return primal.Yields;
    }

    private void AppendRow(Value number, ElementOrder rows, BlockBuilder body)
    {
        SignaturePart[] seeded = [.. _parts.Select(part => Seeded(part, number, rows, body))];
        (_, Sweeps sweeps) = ReverseSweep.Run(_member, _method, seeded, isSplit: false);
        List<(Value Gradient, Parameter Target)> gradients = ReverseSweep.ScalarGradients(seeded, sweeps);
        body.Append(sweeps.Forward);
        body.Append(sweeps.Backward.Operations);
        Value row = _member.Values.New(_jacobian.Type, "row");
        body.Append(new View(row, _jacobian, body.Multiply(number, _layout.Columns), _layout.Columns));
        foreach (SignaturePart part in seeded.Where(part => part.Parameter.Type is BufferType))
        {
            _layout.Put(part.Parameter.Value!, part.Of!, row, body);
        }

        foreach ((Value gradient, Parameter target) in gradients)
        {
            _layout.Put(gradient, seeded.First(part => part.Parameter.Equals(target)).Of!, row, body);
        }
    }

    /// <summary>The part with its cotangent for one row, or with a gradient that is zero.</summary>
    private SignaturePart Seeded(SignaturePart part, Value number, ElementOrder rows, BlockBuilder body)
    {
        bool isBuffer = part.Parameter.Type is BufferType;
        if (isBuffer)
        {
            body.Clear(part.Parameter.Value!);
        }

        if (part.Role != Role.Cotangent)
        {
            return part;
        }

        if (isBuffer)
        {
            UnitDirections.PutOne(part.Parameter.Value!, number, rows.StartOf(part.Of!), rows.StrideOf(part.Of!), body);
            return part;
        }

        Value place = part.Of is { } output ? rows.StartOf(output) : body.Add(rows.Count, body.Constant(_layout.ResultOf(part.Output)));
        return part with { Parameter = part.Parameter with { Value = UnitDirections.Number(part.Parameter.Type, number, place, body) } };
    }
}
