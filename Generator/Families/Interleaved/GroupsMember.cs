using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.LeaveSsa;
using StaticAd.Generator.Passes.Simplify;

namespace StaticAd.Generator.Families;

/// <summary>
/// The private method that does some groups of matrices, which are interleaved: the sum of theirs, and its gradient. The body is that of value and gradient,
/// with the counterparts of the rules.
/// </summary>
internal sealed class GroupsMember
{
    private readonly SummedBatch _batch;
    private readonly string _family;
    private readonly ValueSource _values;
    private readonly BlockBuilder _body;
    private readonly TypeText _types;
    private readonly RuntimeCalls _calls;
    private readonly Dictionary<int, Value> _lengths = [];
    private readonly List<Parameter> _parameters = [];
    private readonly HashSet<string> _taken;

    public GroupsMember(SummedBatch batch, MethodModel model)
    {
        _batch = batch;
        _family = model.Family;
        _values = new ValueSource(1 + HighestId.In(batch.Method));
        _body = new BlockBuilder(_values);
        _types = new TypeText([.. model.HiddenNames, .. batch.Method.Parameters.Select(parameter => parameter.DeclaredName)]);
        _calls = new RuntimeCalls(_types, batch.Element);
        _taken = [.. batch.Method.Parameters.Select(parameter => parameter.DeclaredName)];
        Name = model.Family + "Groups" + model.Distinction;
    }

    public string Name { get; }

    /// <summary>How many rows or columns a matrix has, as a parameter of this method.</summary>
    public List<(Parameter View, string Member)> Sides { get; } = [];

    /// <summary>The method.</summary>
    public GeneratedMethod Build()
    {
        List<Operation> lengths = _batch.LengthsFor(_batch.OfMatrices.Where(operation => !_batch.IsTheSum(operation)));
        Parameter matrices = Whole("matrices"), first = Whole("first"), count = Whole("count"), size = Whole("size");
        foreach (Parameter view in _batch.Views)
        {
            AddView(view, lengths, matrices.Value!);
        }

        _parameters.AddRange(_batch.Views.Select(_batch.GradientOf).OfType<Parameter>());
        _parameters.AddRange([matrices, first, count, size]);
        HashSet<Operation> kept = new(_batch.OfMatrices.Concat(lengths.Where(length => length is not Length { Member: not null })), ByReference.Comparer);
        Value? sum = null;
        foreach (Operation operation in _batch.Method.Body.Operations.Where(kept.Contains))
        {
            sum = Append(operation, [first.Value!, count.Value!, size.Value!]) ?? sum;
        }

        Block body = new Substitution(_lengths).Rewrite(_body.Finish([sum!]));
        return new GeneratedMethod(
            Name,
            $"What some matrices, interleaved, contribute to the {(_batch.IsNorm ? "squares" : "sum")} of <c>{_family}</c>, and its gradient.",
            [],
            "Their sum.",
            [.. _parameters],
            new ReturnShape(TypeText.Keyword(_batch.Element.Kind), [new ReturnComponent(null, _batch.Element, IsActive: false)]),
            [new ResultTarget(null)],
            [],
            TapeUse.None,
            null,
            Simplification.Run(body, _values),
            [.. _calls.Methods],
            IsPrivate: true);
    }

    private Parameter Whole(string name)
    {
        string free = Free(name);
        return new Parameter(free, $"int {Identifiers.Escape(free)}", IrType.Int, Passing.Value, _values.New(IrType.Int, free), IsActive: false);
    }

    private string Free(string name)
    {
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return name;
    }

    private void AddView(Parameter view, List<Operation> lengths, Value matrices)
    {
        var type = new BufferType(_batch.Element, BufferKind.ReadOnlySpan);
        _parameters.Add(new Parameter(view.Name, $"{_types.Of(type)} {Identifiers.Escape(view.Name)}", type, Passing.Value, view.Value, IsActive: true));
        foreach (Length length in lengths.OfType<Length>().Where(length => length.Member is not null && length.Buffer.Equals(view.Value)))
        {
            if (length.Member == "Count")
            {
                _lengths[length.Result.Id] = matrices;
                continue;
            }

            Parameter side = Whole(view.Name + length.Member);
            _parameters.Add(side);
            Sides.Add((view, length.Member!));
            _lengths[length.Result.Id] = side.Value!;
        }
    }

    // Returns the sum, of the operation that computes it.
    private Value? Append(Operation operation, Value[] range)
    {
        if (ReferenceEquals(operation, _batch.Forward))
        {
            return _calls.Ask(
                _body, _batch.IsNorm ? "Interleaving.Squares<>" : "Interleaving.Sum<>", _batch.Element, _batch.IsNorm ? "squares" : "sum", [_batch.Summed, .. range]);
        }

        if (ReferenceEquals(operation, _batch.Backward) && _batch.IsNorm)
        {
            _calls.Do(_body, "InterleavedRules.SquaresBackward<>", _batch.Summed, _batch.SummedCotangent);
        }
        else if (ReferenceEquals(operation, _batch.Backward))
        {
            _calls.Do(_body, "InterleavedRules.SumBackward<>", _batch.SummedCotangent);
        }
        else if (operation is Call call)
        {
            _calls.Do(_body, _batch.Interleaved(call)!, [.. call.Arguments.Where(argument => !argument.Type.Equals(OpaqueType.Tape))]);
        }
        else
        {
            // Its reverse, which comes first, writes it whole.
            _body.Append(operation is Allocate memory && memory.Result.Equals(_batch.SummedCotangent) ? memory with { Zeroed = false } : operation);
        }

        return null;
    }
}
