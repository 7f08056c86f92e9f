using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.Prepare;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>
/// Whether lanes can compute a method. Lanes are floating-point numbers: an integer that differs between elements is carried in
/// them where it is exact, which <see cref="IntegerRange"/> proves.
/// </summary>
internal sealed class LaneSupport
{
    private const string Integers =
        "it computes an integer that differs between elements, other than a sum or product of small ones, which lanes do not support yet";

    private readonly HashSet<int> _varying;
    private readonly Dictionary<int, IntegerRange> _ranges = [];
    private readonly double _largestExact;
    private string? _obstacle;

    private LaneSupport(Method method)
    {
        Parameter[] lanes = [.. method.Parameters.Where(parameter => parameter.Type is ScalarType { IsFloating: true })];
        _varying = [.. lanes.Select(parameter => parameter.Value!.Id)];
        _largestExact = lanes.Any(parameter => parameter.Type == IrType.Float) ? 1 << 24 : 1L << 53;
    }

    /// <summary>Why lanes cannot; null if they can.</summary>
    public static string? Obstacle(MethodModel model)
    {
        PreparedMethod method = PreparedMethod.AheadOf(model);
        var support = new LaneSupport(method.Method);
        support.Visit(method.Body);
        return support._obstacle;
    }

    private void Visit(Block block)
    {
        foreach (Operation operation in block.Operations)
        {
            switch (operation)
            {
                case Call call:
                    _obstacle ??= $"it calls '{call.Callee}', which has a derivative of its own that lanes cannot run";
                    break;
                case If branch:
                    Visit(branch);
                    break;
                case Constant constant:
                    _ranges[constant.Result.Id] = new IntegerRange(constant.Number, constant.Number);
                    break;
                case Compute compute when compute.Arguments.Any(IsVarying):
                    Visit(compute);
                    break;
            }
        }
    }

    private void Visit(If branch)
    {
        Visit(branch.Then);
        Visit(branch.Else);
        for (int i = 0; i < branch.Outputs.Count; i++)
        {
            Value output = branch.Outputs[i], left = branch.Then.Yields[i], right = branch.Else.Yields[i];
            if (IsVarying(branch.Condition) || IsVarying(left) || IsVarying(right))
            {
                SetVarying(output, Range(left) is { } a && Range(right) is { } b ? a.Union(b) : null);
            }
        }
    }

    private void Visit(Compute compute)
    {
        if (NumberTests.IsUnanswered(compute))
        {
            _obstacle ??= $"it asks '{ElementaryFunctions.Get(compute.Function!).Name}' of a number that differs between elements, which lanes cannot answer";
            _varying.Add(compute.Result.Id);
            return;
        }

        Value[] numbers = [.. compute.Arguments.Where(argument => !IsFloating(argument) && argument.Type != IrType.Bool)];
        IntegerRange[] ranges = [.. numbers.Select(Range).OfType<IntegerRange>()];
        bool isExact = ranges.Length == numbers.Length && ranges.All(range => range.IsWithin(_largestExact));
        if (IsFloating(compute.Result) && numbers.All(number => !IsVarying(number)))
        {
            // Digits, rounding modes and the like are passed on.
            _varying.Add(compute.Result.Id);
            return;
        }

        bool isHandedOn = compute.Opcode == Opcode.Function && IsFloating(compute.Result);
        _obstacle ??= isExact && !isHandedOn ? null : Integers;
        SetVarying(compute.Result, IntegerRange.Of(compute, ranges));
    }

    private void SetVarying(Value value, IntegerRange? range)
    {
        _varying.Add(value.Id);
        if (IsFloating(value) || value.Type == IrType.Bool)
        {
            return;
        }

        if (range is { } known && known.IsWithin(_largestExact) && IntegerRange.OfType(value.Type) is { } own && own.Contains(known))
        {
            _ranges[value.Id] = known;
        }
        else
        {
            _obstacle ??= Integers;
        }
    }

    private bool IsVarying(Value value) => _varying.Contains(value.Id);

    private IntegerRange? Range(Value value) => _ranges.TryGetValue(value.Id, out IntegerRange range) ? range : IntegerRange.OfType(value.Type);

    private static bool IsFloating(Value value) => value.Type is ScalarType { IsFloating: true };
}
