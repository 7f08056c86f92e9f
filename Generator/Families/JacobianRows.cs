using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Prepare;

namespace StaticAd.Generator.Families;

/// <summary>
/// A Jacobian by rows. Where the method writes to its arguments, each row starts from a copy of what they held on entry, and the
/// method's own work is done last, on the caller's.
/// </summary>
internal sealed class JacobianRows
{
    private readonly Member _member;
    private readonly PreparedMethod _method;
    private readonly JacobianLayout _layout;
    private readonly Value _jacobian;
    private readonly Method _callee;
    private readonly List<SignaturePart> _derivatives;
    private readonly Dictionary<string, Value> _copies = [];
    private readonly Dictionary<string, Value> _singles = [];

    public JacobianRows(Member member, PreparedMethod method, JacobianLayout layout, Value jacobian)
    {
        _member = member;
        _method = method;
        _layout = layout;
        _jacobian = jacobian;
        bool isGradient = GradientMembers.HasGradient(method);
        var signature = new Signature(method.Method, member.Values);
        _derivatives = isGradient ? signature.Gradients() : [.. signature.Cotangents(), .. signature.Gradients()];
        _callee = member.Sibling(isGradient ? "ValueAndGradient" : "Vjp", _derivatives);
    }

    private bool Writes => _method.Method.Parameters.Any(parameter =>
        (parameter.IsWritableSpan && !parameter.IsScratch) || parameter.Passing == Passing.Ref);

    /// <summary>Appends what fills the matrix; returns what the method yields.</summary>
    public EquatableArray<Value> Append(BlockBuilder body)
    {
        AllocateCopies(body);
        Value? row = null;
        EquatableArray<Value> results = [];
        foreach (Parameter output in _layout.Outputs)
        {
            if (output.Type is BufferType)
            {
                AppendLoop(output, row, body);
            }
            else
            {
                results = AppendRow(row, output, null, body);
            }

            row = Next(row, ElementOrder.CountOf(output, body), body);
        }

        EquatableArray<ReturnComponent> components = _method.Method.Return.Components;
        for (int i = 0; i < components.Count; i++)
        {
            if (components[i].IsActive)
            {
                results = AppendRow(row, null, i, body);
                row = Next(row, body.Constant(1), body);
            }
        }

        if (Writes)
        {
            // Not a call of the method: that may allocate on the managed heap.
            var cloner = new Cloner(_member.Values);
            body.Append(_method.Body.Operations.Select(cloner.Clone));
            results = [.. _method.Body.Yields.Select(cloner.Map)];
        }

        return results;
    }

    private void AllocateCopies(BlockBuilder body)
    {
        foreach (Parameter parameter in _method.Method.Parameters.Where(parameter => parameter is { IsWritableSpan: true, IsScratch: false }))
        {
            Value copy = _member.Values.New(parameter.Type, parameter.Name + "Copy");
            body.Append(new Allocate(copy, body.Length(parameter.Value!), Storage.Local, Zeroed: false));
            _copies.Add(parameter.Name, copy);
        }

        foreach (SignaturePart part in _derivatives.Where(part => part.Parameter.Type is BufferType { Element: var element } && element != IrType.Double))
        {
            Value single = _member.Values.New(part.Parameter.Type, part.Parameter.Name);
            body.Append(new Allocate(single, body.Length(part.Of!.Value!), Storage.Local, Zeroed: false));
            _singles.Add(part.Parameter.Name, single);
        }
    }

    private static Value Next(Value? row, Value count, BlockBuilder body) => row is null ? count : body.Add(row, count);

    private void AppendLoop(Parameter output, Value? first, BlockBuilder body)
    {
        Value index = _member.Values.New(IrType.Int, "i");
        BlockBuilder inner = body.Nested();
        Value start = body.Constant(0), end = body.Length(output.Value!);
        AppendRow(first is null ? index : inner.Add(first, index), output, null, inner, index);
        body.Append(new For([], index, start, end, 1, [], inner.Finish([])));
    }

    /// <summary>One row: the cotangent is one for the given output, zero for all others. Returns the primal's results.</summary>
    private EquatableArray<Value> AppendRow(Value? number, Parameter? output, int? component, BlockBuilder body, Value? index = null)
    {
        Value row = _member.Values.New(_jacobian.Type, "row");
        Value start = number is null ? body.Constant(0) : body.Multiply(number, _layout.Columns);
        body.Append(new View(row, _jacobian, start, _layout.Columns));
        var arguments = new List<Value>();
        foreach (Parameter parameter in _method.Method.Parameters.Where(parameter => parameter.Passing != Passing.Out))
        {
            arguments.Add(Primal(parameter, body));
        }

        foreach (SignaturePart part in _derivatives)
        {
            if (part.Parameter.Type is BufferType)
            {
                Value buffer = Derivative(part, row, body);
                Seed(part, buffer, output == part.Of ? index : null, body);
                arguments.Add(buffer);
            }
            else if (part.Role == Role.Cotangent)
            {
                bool isSeed = part.Of is null ? part.Output == component : part.Of == output;
                arguments.Add(body.Constant(isSeed ? 1 : 0, part.Parameter.Type));
            }
        }

        Value[] results = [.. _method.Body.Yields.Select(yield => _member.Values.New(yield.Type))];
        SignaturePart[] scalars = [.. _derivatives.Where(part => part.Parameter.YieldsScalar)];
        Value[] gradients = [.. scalars.Select(part => _member.Values.New(part.Parameter.Type, part.Parameter.Name))];
        body.Append(new Call([.. results, .. gradients], _callee.Key, [.. arguments]));
        for (int i = 0; i < scalars.Length; i++)
        {
            _layout.Put(gradients[i], scalars[i].Of!, row, body);
        }

        foreach (SignaturePart part in _derivatives.Where(part => _singles.ContainsKey(part.Parameter.Name)))
        {
            _layout.Put(_singles[part.Parameter.Name], part.Of!, row, body);
        }

        return [.. results];
    }

    private Value Primal(Parameter parameter, BlockBuilder body)
    {
        if (!_copies.TryGetValue(parameter.Name, out Value? copy))
        {
            return parameter.Value!;
        }

        body.Append(new Copy(parameter.Value!, copy));
        return copy;
    }

    // Where the row holds the same type, the derivative is written into it.
    private Value Derivative(SignaturePart part, Value row, BlockBuilder body)
    {
        if (_singles.TryGetValue(part.Parameter.Name, out Value? single))
        {
            return single;
        }

        Value view = _member.Values.New(part.Parameter.Type, part.Parameter.Name);
        body.Append(new View(view, row, _layout.ColumnOf(part.Of!), body.Length(part.Of!.Value!)));
        return view;
    }

    private static void Seed(SignaturePart part, Value buffer, Value? index, BlockBuilder body)
    {
        if (part.Role != Role.Cotangent)
        {
            return;
        }

        IrType element = ((BufferType)buffer.Type).Element;
        body.Append(new Fill(buffer, body.Constant(0, element)));
        if (index is not null)
        {
            body.Append(new Store(buffer, index, body.Constant(1, element)));
        }
    }
}
