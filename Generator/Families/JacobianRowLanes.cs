using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;
using StaticAd.Generator.Passes.Adjoint;
using StaticAd.Generator.Passes.Lanes;
using StaticAd.Generator.Passes.Simplify;

namespace StaticAd.Generator.Families;

/// <summary>
/// Several rows of a Jacobian at a time: one forward sweep, and one backward sweep with a vector of cotangents.
/// </summary>
internal sealed class JacobianRowLanes(JacobianDirections directions)
{
    // Any vector has as many lanes.
    private const int FewestLanes = 2;

    private readonly JacobianLayout _layout = directions.Layout;

    /// <summary>The cotangent of an output or the gradient of an input, as the sweeps know it and in lanes.</summary>
    private sealed record Seed(SignaturePart Part, Value Lanes);

    /// <summary>Appends what fills the matrix and returns what the method yields; null, and nothing is appended, where lanes cannot.</summary>
    public EquatableArray<Value>? Append(BlockBuilder body)
    {
        if (directions.Lane is not { } lane)
        {
            return null;
        }

        var signature = new Signature(directions.Method.Method, directions.Values);
        SignaturePart[] parts = [.. signature.Cotangents().Concat(signature.Gradients()).Select(part => part.WithOwnMemory(directions.Values))];
        Seed[] seeds =
        [
            .. parts.Where(part => part.Parameter.Value is not null).Select(part => new Seed(part, directions.Values.New(
                part.Parameter.Type is BufferType ? new BufferType(lane, BufferKind.Span) : lane, part.Parameter.Value!.Name))),
        ];
        Block sweeps = Sweeps(parts, out List<Parameter> scalars);
        if (Widening.Run(sweeps, seeds.Select(seed => (seed.Part.Parameter.Value!, seed.Lanes)), lane, directions.Values) is not { } widened)
        {
            return null;
        }

        var rows = new ElementOrder(_layout.Outputs, body);
        bool isFew = _layout.Rows <= FewestLanes && _layout.ScalarRows == _layout.Rows;
        return isFew
            ? AppendGroup(seeds, scalars, widened, rows, null, body)
            : directions.ForEachGroup(
                _layout.CountRows(body),
                mayBeNone: _layout.ScalarRows == 0,
                body,
                (first, inner) => AppendGroup(seeds, scalars, widened, rows, first, inner));
    }

    /// <summary>Both sweeps: what the method yields, then the gradients of scalar inputs.</summary>
    private Block Sweeps(SignaturePart[] parts, out List<Parameter> scalars)
    {
        (_, Sweeps sweeps) = ReverseSweep.Run(directions.Member, directions.Method, parts, isSplit: false);
        var gradients = new List<Value>();
        scalars = [];
        foreach (SignaturePart part in parts)
        {
            if (part.Of is { Type: ScalarType, Passing: not Passing.Out } input)
            {
                gradients.Add(sweeps.Adjoints.Get(input.Value!) ?? sweeps.Backward.Constant(0, input.Type));
                scalars.Add(input);
            }
        }

        var builder = new BlockBuilder(directions.Values);
        builder.Append(sweeps.Forward);
        builder.Append(sweeps.Backward.Operations);
        Block block = FrozenCopies.Lower(builder.Finish([.. directions.Method.Body.Yields, .. gradients]));
        return Simplification.Run(block, directions.Values);
    }

    private EquatableArray<Value> AppendGroup(Seed[] seeds, List<Parameter> scalars, Block sweeps, ElementOrder rows, Value? first, BlockBuilder body)
    {
        foreach (Seed seed in seeds)
        {
            AppendSeed(seed, rows, first, body);
        }

        body.Append(sweeps.Operations);
        Value matrix = directions.Rows(first, body);
        foreach (Seed seed in seeds.Where(seed => seed.Lanes.Type is BufferType))
        {
            directions.PutInColumns(seed.Lanes, matrix, seed.Part.Of!, body);
        }

        int yields = directions.Method.Body.Yields.Count;
        for (int i = 0; i < scalars.Count; i++)
        {
            directions.PutInColumns(sweeps.Yields[yields + i], matrix, scalars[i], body);
        }

        return [.. sweeps.Yields.Take(yields)];
    }

    private void AppendSeed(Seed seed, ElementOrder rows, Value? first, BlockBuilder body)
    {
        bool isBuffer = seed.Lanes.Type is BufferType;
        bool isGradient = seed.Part.Role == Role.Gradient;
        if (isBuffer)
        {
            Value length = body.Length(seed.Part.Of!.Value!);
            body.Append(new Allocate(seed.Lanes, length, Storage.Local, Zeroed: isGradient, IsCotangent: isGradient));
        }

        if (!isGradient)
        {
            Value row = seed.Part.Of is { } output ? rows.StartOf(output) : body.Add(rows.Count, body.Constant(_layout.ResultOf(seed.Part.Output)));
            directions.AppendSeed(seed.Lanes, first is null ? row : body.Subtract(row, first), body, isBuffer ? rows.StrideOf(seed.Part.Of!) : 1);
        }
    }
}
