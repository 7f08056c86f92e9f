using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Lanes;
using StaticAd.Generator.Passes.Simplify;
using StaticAd.Generator.Passes.Tangent;

namespace StaticAd.Generator.Families;

/// <summary>
/// Several columns of a Jacobian at a time: one forward pass with a vector of tangents. The buffers that are only written share one
/// more column, which says for each of their elements whether what it held on entry is still there.
/// </summary>
internal sealed class JacobianColumnLanes
{
    private readonly JacobianDirections _directions;
    private readonly Parameter[] _read;
    private readonly Parameter[] _onlyWritten;
    private readonly ElementOrder _columns;

    public JacobianColumnLanes(JacobianDirections directions)
    {
        _directions = directions;
        JacobianLayout layout = directions.Layout;
        _onlyWritten = [.. layout.Inputs.Where(input => input.Of is null && layout.IsOnlyWritten(input))];
        _read = [.. layout.Inputs.Except(_onlyWritten)];
        BlockBuilder body = directions.Member.Body;
        _columns = new ElementOrder(_read, body);
        Count = _onlyWritten.Length == 0 ? _columns.Count : body.Add(_columns.Count, body.Constant(1));
    }

    /// <summary>How many columns are computed.</summary>
    public Value Count { get; }

    /// <summary>Appends what fills the matrix and returns what the method yields; null, and nothing is appended, where lanes cannot.</summary>
    public EquatableArray<Value>? Append(BlockBuilder body)
    {
        if (_directions.Lane is not { } lane)
        {
            return null;
        }

        SignaturePart[] parts = [.. new Signature(_directions.Method.Method, _directions.Values).Tangents().Where(part => part.Role == Role.Tangent)];
        var seeds = new List<Seed>();
        foreach (SignaturePart part in parts)
        {
            IrType scalar = part.Parameter.Type is BufferType ? new BufferType(lane.Element, BufferKind.Span) : lane.Element;
            IrType lanes = scalar is BufferType ? new BufferType(lane, BufferKind.Span) : lane;
            string? name = part.Parameter.Value!.Name;
            seeds.Add(new Seed(part.Of!, _directions.Values.New(scalar, name), _directions.Values.New(lanes, name)));
        }

        Block pass = ForwardPass(seeds);
        if (Widening.Run(pass, seeds.Select(seed => (seed.Scalar, seed.Lanes)), lane, _directions.Values) is not { } widened)
        {
            return null;
        }

        foreach (Seed seed in seeds.Where(seed => seed.Lanes.Type is BufferType))
        {
            body.Append(new Allocate(seed.Lanes, body.Length(seed.Of.Value!), Storage.Local, Zeroed: false));
        }

        bool mayBeNone = _onlyWritten.Length == 0 && _read.All(input => input.Type is BufferType);
        OutputRows[] rows = [.. RowsOfOutputs(body)];
        Run[] runs = [.. Runs(body)];
        EquatableArray<Value> results = _directions.ForEachGroup(Count, mayBeNone, body, (first, inner) =>
        {
            seeds.ForEach(seed => AppendSeed(seed, first, inner));
            inner.Append(widened.Operations);
            int yields = _directions.Method.Body.Yields.Count;
            PutRows(rows, runs, seeds, [.. widened.Yields.Skip(yields)], first, inner);
            return [.. widened.Yields.Take(yields)];
        });
        PutOnlyWritten(rows, seeds, body);
        return results;
    }

    /// <summary>The tangent of one input, as the forward pass knows it and in lanes.</summary>
    private sealed record Seed(Parameter Of, Value Scalar, Value Lanes);

    /// <summary>The rows of one output.</summary>
    /// <param name="Output">Null for what the method returns.</param>
    /// <param name="First">The first of the rows; null for the very first.</param>
    /// <param name="Stride">How many rows its elements are apart.</param>
    /// <param name="Index">Which of the active numbers that the method yields; -1 for a buffer.</param>
    private sealed record OutputRows(Parameter? Output, Value? First, int Stride, int Index);

    /// <summary>Columns that stand side by side in the matrix and are computed side by side.</summary>
    /// <param name="Start">The first of them in the matrix.</param>
    /// <param name="First">The first of them among those that are computed.</param>
    private sealed record Run(Value Start, Value First, Value Count);

    /// <summary>What the method yields, then the tangents of those that are active.</summary>
    private Block ForwardPass(List<Seed> seeds)
    {
        var builder = new BlockBuilder(_directions.Values);
        Block body = _directions.Method.Body;
        TangentPass pass = Tangents.Over(
            body, _directions.Method.ActiveInputs, _directions.Method.ActiveOutputs, _directions.Member, builder);
        foreach (Seed seed in seeds)
        {
            pass.SetTangent(seed.Of.Value!, seed.Scalar);
        }

        pass.Run(body, builder);
        Value[] tangents = [.. body.Yields.Zip(_directions.Method.ActiveYields, (yield, isActive) => (yield, isActive))
            .Where(pair => pair.isActive).Select(pair => pass.TangentOf(pair.yield, builder))];
        return Simplification.Run(FrozenCopies.Lower(builder.Finish([.. body.Yields, .. tangents])), _directions.Values);
    }

    private void AppendSeed(Seed seed, Value first, BlockBuilder body)
    {
        if (_onlyWritten.Contains(seed.Of))
        {
            Value held = _directions.Values.New(_directions.Lane!, "held");
            _directions.AppendSeed(held, body.Subtract(_columns.Count, first), body);
            body.Append(new Fill(seed.Lanes, held));
            return;
        }

        Value lane = seed.Of == _read[0] ? body.Negate(first) : body.Subtract(_columns.StartOf(seed.Of), first);
        _directions.AppendSeed(seed.Lanes, lane, body, _columns.StrideOf(seed.Of));
    }

    private IEnumerable<OutputRows> RowsOfOutputs(BlockBuilder body)
    {
        EquatableArray<ReturnComponent> components = _directions.Method.Method.Return.Components;
        int index = components.Count(component => component.IsActive);
        IReadOnlyList<Parameter> outputs = _directions.Layout.Outputs;
        var rows = new ElementOrder(outputs, body);
        foreach (Parameter output in outputs)
        {
            Value? first = output == outputs[0] ? null : rows.StartOf(output);
            yield return new OutputRows(output, first, rows.StrideOf(output), output.Type is BufferType ? -1 : index++);
        }

        for (int i = 0; i < _directions.Layout.Results; i++)
        {
            Value? first = outputs.Count == 0 && i == 0 ? null : body.Add(rows.Count, body.Constant(i));
            yield return new OutputRows(null, first, 1, i);
        }
    }

    private IEnumerable<Run> Runs(BlockBuilder body)
    {
        Run? run = null;
        foreach (Parameter input in _directions.Layout.Inputs)
        {
            if (_onlyWritten.Contains(input))
            {
                if (run is not null)
                {
                    yield return run;
                }

                run = null;
                continue;
            }

            if (!IsFirstLeaf(input))
            {
                continue;
            }

            Value count = body.Multiply(ElementOrder.CountOf(input, body), body.Constant(_columns.StrideOf(input)));
            run = run is null
                ? new Run(_directions.Layout.ColumnOf(input), _columns.StartOf(input), count)
                : run with { Count = body.Add(run.Count, count) };
        }

        if (run is not null)
        {
            yield return run;
        }
    }

    // The columns of all leaves of a buffer's elements stand side by side.
    private bool IsFirstLeaf(Parameter input) => _columns.StrideOf(input) == 1 || _read.First(leaf => leaf.DeclaredName == input.DeclaredName) == input;

    private void PutRows(OutputRows[] outputs, Run[] runs, List<Seed> seeds, Value[] tangents, Value first, BlockBuilder body)
    {
        foreach (OutputRows output in outputs)
        {
            foreach (Run run in runs)
            {
                Value place = body.Subtract(first, run.First);
                if (output.Index < 0)
                {
                    Value derivatives = LanesOf(output.Output!, seeds), rows = _directions.Rows(output.First, body);
                    Value apart = body.Multiply(_directions.Layout.Columns, body.Constant(output.Stride));
                    _directions.Append("PutInRows", _onlyWritten.Length == 0 && output.Stride == 1
                        ? [derivatives, rows, apart, place]
                        : [derivatives, rows, apart, run.Start, run.Count, place], body);
                    continue;
                }

                Value row = _directions.Row(output.First, run.Start, run.Count, body);
                _directions.Append("PutInRow", [_directions.InLanes(tangents[output.Index], body), row, place], body);
            }
        }
    }

    // After the last pass: the column that these buffers share is the last one, and its lane is still there.
    private void PutOnlyWritten(OutputRows[] outputs, List<Seed> seeds, BlockBuilder body)
    {
        if (_onlyWritten.Length == 0)
        {
            return;
        }

        Value lane = body.Compute(Opcode.Remainder, IrType.Int, null, _columns.Count, _directions.Width(body));
        foreach (OutputRows output in outputs)
        {
            Value rows = _directions.Rows(output.First, body), columns = _directions.Layout.Columns;
            foreach (Parameter held in _onlyWritten)
            {
                Value start = _directions.Layout.ColumnOf(held);
                if (output.Output == held)
                {
                    _directions.Append("PutOnDiagonal", [LanesOf(held, seeds), rows, columns, start, lane], body);
                    continue;
                }

                Value count = output.Output is { } other ? ElementOrder.CountOf(other, body) : body.Constant(1);
                Value apart = body.Multiply(columns, body.Constant(output.Stride));
                _directions.Append("PutZeros", [rows, apart, start, count, ElementOrder.CountOf(held, body)], body);
            }
        }
    }

    private static Value LanesOf(Parameter output, List<Seed> seeds) => seeds.First(seed => seed.Of == output).Lanes;
}
