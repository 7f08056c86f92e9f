using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.LeaveSsa;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>
/// Cuts a lane body that is too large into methods. The JIT compiler inlines every operator of a generic body up to a number of
/// them; beyond, what is left becomes calls and the body many times slower.
/// </summary>
internal sealed class LaneParts
{
    /// <summary>Operators, functions and constants in one body: the compiler gives up beyond about 330.</summary>
    public const int LargestBody = 250;

    private readonly LaneTypes _types;
    private readonly string _name;
    private readonly LaneConstants _constants;
    private readonly List<GeneratedMethod> _parts = [];
    private readonly List<Method> _callees = [];

    /// <param name="before">What runs before the loop: the constants are repeated in every part.</param>
    public LaneParts(LaneTypes types, string name, IEnumerable<Operation> before)
    {
        _types = types;
        _name = name;
        _constants = new LaneConstants(before);
    }

    public IReadOnlyList<GeneratedMethod> Parts => _parts;

    /// <summary>The parts as the loop calls them.</summary>
    public IReadOnlyList<Method> Callees => _callees;

    /// <summary>The same block, if it is small enough; else one that calls parts.</summary>
    public Block Split(Block block)
    {
        if (_constants.Operators(block) <= LargestBody)
        {
            return block;
        }

        block = block with { Operations = [.. block.Operations.Select(SplitRegions)] };
        List<(int Start, int End)> cuts = Cuts(block);
        block = HandedOn.Named(block, cuts.SelectMany(cut => Outputs(block, cut.Start, cut.End)));
        var rest = new List<Operation>();
        int next = 0;
        foreach ((int start, int end) in cuts)
        {
            rest.AddRange(block.Operations.Skip(next).Take(start - next));
            rest.Add(Outline(block, start, end));
            next = end;
        }

        rest.AddRange(block.Operations.Skip(next));
        return block with { Operations = [.. rest] };
    }

    private List<(int Start, int End)> Cuts(Block block)
    {
        var cuts = new List<(int Start, int End)>();
        int start = 0;
        while (start < block.Operations.Count)
        {
            int end = IsPlain(block.Operations[start]) ? End(block, start) : start + 1;
            if (end > start + 1)
            {
                cuts.Add((start, end));
            }

            start = end;
        }

        return cuts;
    }

    private Operation SplitRegions(Operation operation) => operation is If branch && _constants.Operators(operation) > LargestBody
        ? branch with { Then = Split(branch.Then), Else = Split(branch.Else) }
        : operation;

    // Loads, stores and the counter stay with the loop.
    private static bool IsPlain(Operation operation) =>
        operation is Compute { Result.Type: LaneType or MaskType } or If && operation.InnerOperations().All(inner => inner is not Call);

    /// <summary>Where the part ends that begins at <paramref name="start"/>: in its last third, where the fewest values are handed on.</summary>
    private int End(Block block, int start)
    {
        int size = 0, best = start + 1, fewest = int.MaxValue;
        for (int end = start; end < block.Operations.Count && IsPlain(block.Operations[end]); end++)
        {
            size += _constants.Operators(block.Operations[end]);
            if (size > LargestBody)
            {
                break;
            }

            int handedOn = size * 3 < LargestBody * 2 ? int.MaxValue : Outputs(block, start, end + 1).Count;
            if (handedOn <= fewest)
            {
                (best, fewest) = (end + 1, handedOn);
            }
        }

        return best;
    }

    private static List<Value> Outputs(Block block, int start, int end)
    {
        HashSet<Value> later = block.Operations.Skip(end).FreeValues();
        later.UnionWith(block.Yields);
        return [.. block.Operations.Skip(start).Take(end - start).SelectMany(operation => operation.Results).Where(later.Contains)];
    }

    private Call Outline(Block block, int start, int end)
    {
        Operation[] steps = [.. block.Operations.Skip(start).Take(end - start)];
        List<Value> outputs = Outputs(block, start, end);
        Value[] free = [.. steps.FreeValues().OrderBy(value => value.Id)];
        Value[] inputs = [.. free.Where(value => !_constants.Contains(value))];
        var body = new Block([], [.. free.SelectMany(_constants.Definition), .. steps], [.. outputs]);
        GeneratedMethod part = Part(inputs, outputs, body);
        string text = $"{part.Name}<{_types.Lane.CSharpName}, {_types.Mask.CSharpName}>";
        _parts.Add(part);
        _callees.Add(new Method(part.Name, text, part.Parameters, part.Return, null, null));
        return new Call([.. outputs], part.Name, [.. inputs]);
    }

    private GeneratedMethod Part(Value[] inputs, List<Value> outputs, Block body)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        bool returns = outputs.Count == 1;
        Parameter[] given = [.. inputs.Select(value => Parameter(value, IsWide(value) ? Passing.In : Passing.Value, names))];
        Parameter[] results = returns ? [] : [.. outputs.Select(value => Parameter(value, Passing.Out, names))];
        string type = returns ? new TypeText([]).Of(outputs[0].Type) : "void";
        return new GeneratedMethod(
            $"{_name}Part{_parts.Count + 1}",
            $"Part {_parts.Count + 1} of what <see cref=\"{_name}\"/> computes.",
            [],
            null,
            [.. given, .. results],
            returns ? new ReturnShape(type, [new ReturnComponent(null, outputs[0].Type, IsActive: true)]) : ReturnShape.Void,
            [.. returns ? [new ResultTarget(null)] : results.Select(result => new ResultTarget(result.Name))],
            [],
            TapeUse.None,
            null,
            body,
            [],
            _types,
            IsPrivate: true);
    }

    // Several vectors do not travel in registers: a reference spares the copy.
    private static bool IsWide(Value value) => value.Type is LaneType or MaskType;

    private static Parameter Parameter(Value value, Passing passing, HashSet<string> names)
    {
        string stem = value.Name ?? (value.Type is MaskType ? "mask" : "lanes"), name = stem;
        for (int i = 2; !names.Add(name); i++)
        {
            name = stem + (char.IsDigit(stem[stem.Length - 1]) ? "_" : "") + i;
        }

        string modifier = passing == Passing.Value ? "" : passing == Passing.In ? "in " : "out ";
        string declaration = $"{modifier}{new TypeText([]).Of(value.Type)} {Identifiers.Escape(name)}";
        return new Parameter(name, declaration, value.Type, passing, passing == Passing.Out ? null : value, IsActive: true);
    }
}
