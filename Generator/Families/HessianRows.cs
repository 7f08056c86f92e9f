using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>A Hessian by rows, which are its columns: each is the product with a tangent that is one at a single element.</summary>
internal sealed class HessianRows
{
    private readonly Member _member;
    private readonly PreparedMethod _method;
    private readonly JacobianLayout _layout;
    private readonly Value _hessian;
    private readonly Method _callee;
    private readonly List<SignaturePart> _tangents;
    private readonly List<SignaturePart> _products;
    private readonly KeptArguments _kept;
    private readonly Dictionary<string, Value> _buffers = [];

    public HessianRows(Member member, PreparedMethod method, JacobianLayout layout, Value hessian)
    {
        _member = member;
        _method = method;
        _layout = layout;
        _hessian = hessian;
        var signature = new Signature(method.Method, member.Values);
        _tangents = [.. signature.Tangents().Where(part => part.Role == Role.Tangent)];
        _products = signature.Products();
        _callee = member.Sibling("Hvp", _tangents.Concat(_products));
        _kept = new KeptArguments(layout, member.Body);
    }

    public void Append()
    {
        BlockBuilder body = _member.Body;
        foreach (SignaturePart part in _tangents.Where(part => part.Parameter.Type is BufferType))
        {
            Allocate(part, zeroed: true, body);
        }

        foreach (SignaturePart part in _products.Where(part => part.Parameter.Type is BufferType { Element: var element } && element != IrType.Double))
        {
            Allocate(part, zeroed: false, body);
        }

        // Rows of scalars come last in the text, so that their results can be handed out; without any, the value is had once more.
        EquatableArray<Value>? results = null;
        foreach (Parameter input in _layout.Inputs.OrderBy(input => input.Type is not BufferType))
        {
            if (input.Type is BufferType)
            {
                AppendLoop(input, body);
            }
            else
            {
                results = AppendRow(_layout.ColumnOf(input), input, body);
            }
        }

        if (results is null)
        {
            _kept.Restore(body);
            body.Append(_method.Body.Operations);
        }

        Mirror(_hessian, _layout, body);
        _member.YieldPrimalResults(results ?? _method.Body.Yields);
    }

    private void Allocate(SignaturePart part, bool zeroed, BlockBuilder body)
    {
        var type = new BufferType(((BufferType)part.Parameter.Type).Element, BufferKind.Span);
        Value buffer = _member.Values.New(type, part.Parameter.Name);
        body.Append(new Allocate(buffer, body.Length(part.Of!.Value!), Storage.Local, zeroed));
        _buffers.Add(part.Parameter.Name, buffer);
    }

    private void AppendLoop(Parameter input, BlockBuilder body)
    {
        Value index = _member.Values.New(IrType.Int, "i");
        Value tangent = _buffers[_tangents.First(part => part.Of == input).Parameter.Name];
        IrType element = ((BufferType)tangent.Type).Element;
        BlockBuilder inner = body.Nested();
        inner.Append(new Store(tangent, index, inner.Constant(1, element)));
        AppendRow(inner.Add(_layout.ColumnOf(input), index), input, inner);
        inner.Append(new Store(tangent, index, inner.Constant(0, element)));
        body.Append(new For([], index, body.Constant(0), body.Length(input.Value!), 1, [], inner.Finish([])));
    }

    private EquatableArray<Value> AppendRow(Value number, Parameter input, BlockBuilder body)
    {
        _kept.Restore(body);
        Value row = _member.Values.New(_hessian.Type, "row");
        body.Append(new View(row, _hessian, body.Multiply(number, _layout.Columns), _layout.Columns));
        List<Value> arguments =
        [
            .. _method.Method.Inputs,
            .. _tangents.Select(part => part.Parameter.Type is BufferType
                ? AsReadOnly(_buffers[part.Parameter.Name], part.Parameter.Type, body)
                : body.Constant(part.Of == input ? 1 : 0, part.Parameter.Type)),
        ];
        var singles = new List<SignaturePart>();
        foreach (SignaturePart part in _products.Where(part => part.Parameter.Type is BufferType))
        {
            if (_buffers.TryGetValue(part.Parameter.Name, out Value? single))
            {
                arguments.Add(single);
                singles.Add(part);
                continue;
            }

            Value view = _member.Values.New(part.Parameter.Type, part.Parameter.Name);
            body.Append(new View(view, row, _layout.ColumnOf(part.Of!), body.Length(part.Of!.Value!)));
            arguments.Add(view);
        }

        SignaturePart[] scalars = [.. _products.Where(part => part.Parameter.YieldsScalar)];
        Value[] results = [.. _method.Body.Yields.Select(yield => _member.Values.New(yield.Type))];
        Value[] products = [.. scalars.Select(part => _member.Values.New(part.Parameter.Type, part.Parameter.Name))];
        body.Append(new Call([.. results, .. products], _callee.Key, [.. arguments]));
        for (int i = 0; i < scalars.Length; i++)
        {
            _layout.Put(products[i], scalars[i].Of!, row, body);
        }

        foreach (SignaturePart part in singles)
        {
            _layout.Put(_buffers[part.Parameter.Name], part.Of!, row, body);
        }

        return [.. results];
    }

    private Value AsReadOnly(Value buffer, IrType type, BlockBuilder body)
    {
        Value view = _member.Values.New(type, buffer.Name);
        body.Append(new View(view, buffer, null, null));
        return view;
    }

    // Rows differ from columns by rounding: what stands above the diagonal stands for both.
    public static void Mirror(Value hessian, JacobianLayout layout, BlockBuilder body)
    {
        Value row = body.Values.New(IrType.Int, "i"), column = body.Values.New(IrType.Int, "j");
        BlockBuilder outer = body.Nested(), inner = body.Nested();
        Value upper = inner.Load(hessian, inner.Add(inner.Multiply(column, layout.Columns), row));
        inner.Append(new Store(hessian, inner.Add(inner.Multiply(row, layout.Columns), column), upper));
        outer.Append(new For([], column, outer.Constant(0), row, 1, [], inner.Finish([])));
        body.Append(new For([], row, body.Constant(1), layout.Columns, 1, [], outer.Finish([])));
    }
}
