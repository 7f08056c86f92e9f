using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes.LeaveSsa;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes;

/// <summary>
/// Puts the halves of C# back at the borders of a generated method: parameters become floats at the start, results halves at the end.
/// Buffers are copied to floats and back, so that sums are sums of floats.
/// </summary>
internal sealed class HalfBorders : Rewriter
{
    private readonly IReadOnlyDictionary<string, Method> _callees;
    private readonly ValueSource _values;
    private readonly Dictionary<int, Value> _same = [];

    /// <summary>Halves that a float is known to be.</summary>
    private readonly Dictionary<int, Value> _halves = [];

    /// <summary>The parameters that buffers of floats are copies of.</summary>
    private readonly Dictionary<int, Parameter> _origins = [];


    /// <summary>What becomes a half for the border alone: there the conversion does it.</summary>
    private readonly Dictionary<int, Value> _rounded;

    private HalfBorders(GeneratedMethod method)
    {
        _rounded = RoundedOnce(method.Body);
        _values = new ValueSource(1 + HighestId.In(method));
        _callees = method.Callees.GroupBy(callee => callee.Key).ToDictionary(same => same.Key, same => same.First());
    }

    public static GeneratedMethod Of(GeneratedMethod method) => Concern(method) ? new HalfBorders(method).Run(method) : method;

    private static bool Concern(GeneratedMethod method) =>
        HasHalves(method.Parameters, method.Return) || method.Callees.Any(callee => HasHalves(callee.Parameters, callee.Return));

    private static bool HasHalves(IEnumerable<Parameter> parameters, ReturnShape result) =>
        parameters.Any(parameter => parameter.IsHalf) || result.Components.Any(component => component.IsHalf);

    private GeneratedMethod Run(GeneratedMethod method)
    {
        var before = new List<Operation>();
        var after = new List<Operation>();
        HashSet<int> computedWith = ComputedWith(method.Body);
        EquatableArray<Parameter> parameters = [.. method.Parameters.Select(parameter => Half(parameter, method.Body, computedWith, before, after))];
        Block body = Rewrite(method.Body);
        var end = new List<Operation>(body.Operations);
        end.AddRange(after);
        Value[] yields = [.. body.Yields.Select((value, i) => IsHalf(method, i) ? Half(value, end) : value)];
        return method with { Parameters = parameters, Body = new Block(body.Parameters, [.. before, .. end], [.. yields]) };
    }

    private static bool IsHalf(GeneratedMethod method, int yield)
    {
        ResultTarget target = method.Targets[yield];
        return target.Parameter is { } name
            ? method.Parameters.First(parameter => parameter.Name == name).IsHalf
            : method.Return.Components[method.Targets.Take(yield).Count(earlier => earlier.Parameter is null)].IsHalf;
    }

    /// <summary>The buffers of which more is needed than to hand them on to methods that take halves.</summary>
    private HashSet<int> ComputedWith(Block body)
    {
        var used = new HashSet<int>();
        foreach (Operation operation in body.AllOperations().Where(operation => operation is not Length))
        {
            used.UnionWith(operation.Operands.Select((operand, i) => operation is Call call && TakesHalves(call, i) ? -1 : operand.Id));
        }

        return used;
    }

    private bool TakesHalves(Call call, int argument) => Inputs(call).ElementAt(argument).IsHalf;

    private IEnumerable<Parameter> Inputs(Call call) => _callees[call.Callee].Parameters.Where(parameter => parameter.Passing != Passing.Out);

    private Parameter Half(Parameter parameter, Block body, HashSet<int> computedWith, List<Operation> before, List<Operation> after)
    {
        if (!parameter.IsHalf)
        {
            return parameter;
        }

        Parameter half = parameter with { Type = parameter.HeldType, IsHalf = false };
        if (parameter.Value is not { } value)
        {
            return half;
        }

        half = half with { Value = _values.New(half.Type, value.Name) };
        if (half.Type is not BufferType)
        {
            before.Add(new Compute(value, Opcode.Convert, [half.Value]));
            _halves[value.Id] = half.Value;
        }
        else if (!computedWith.Contains(value.Id))
        {
            _same[value.Id] = half.Value;
        }
        else
        {
            (Value floats, IReadOnlyList<Operation> steps) = HalfMemory.Widened(half.Value, Storage.Arena, _values);
            before.AddRange(IsOverwritten(body, value) ? steps.Take(HalfMemory.StepsOfAllocation) : steps);
            _same[value.Id] = floats;
            _origins[floats.Id] = half;
            after.AddRange(half.IsWritableSpan ? HalfMemory.Copy(floats, half.Value, _values) : []);
        }

        return half;
    }

    /// <summary>Whether all that a buffer held on entry is overwritten before anything is read of it.</summary>
    private static bool IsOverwritten(Block body, Value buffer) =>
        body.Operations.FirstOrDefault(operation => operation.FreeValues().Any(value => value.Id == buffer.Id)) is Fill fill && fill.Buffer.Id == buffer.Id;

    private static Dictionary<int, Value> RoundedOnce(Block body)
    {
        Operation[] operations = [.. body.AllOperations()];
        IEnumerable<Value> uses = operations.SelectMany(operation => operation.Operands.Concat(operation.Regions.SelectMany(region => region.Yields)));
        ILookup<int, Value> readers = uses.Concat(body.Yields).ToLookup(value => value.Id);
        return operations.OfType<Compute>()
            .Where(compute => compute.Function == Halves.ToHalf && compute.Result.Type == IrType.Float && readers[compute.Result.Id].Count() == 1)
            .ToDictionary(compute => compute.Result.Id, compute => compute.Arguments[0]);
    }

    protected override Value Use(Value value) => _same.TryGetValue(value.Id, out Value? same) ? same : value;

    protected override Value Define(Value value) => value;

    protected override void Rewrite(Operation operation, List<Operation> target)
    {
        if (operation is Length { Buffer: var buffer } length && _origins.TryGetValue(Use(buffer).Id, out Parameter origin))
        {
            target.Add(length with { Buffer = origin.Value! });
        }
        else if (operation is Call call && (Inputs(call).Any(parameter => parameter.IsHalf) || Outputs(call).Any(isHalf => isHalf)))
        {
            Rewrite(call, target);
        }
        else
        {
            target.Add(Rebuild(operation));
        }
    }

    private IEnumerable<bool> Outputs(Call call)
    {
        Method callee = _callees[call.Callee];
        return callee.Return.Components.Select(component => component.IsHalf)
            .Concat(callee.Parameters.Where(parameter => parameter.YieldsScalar).Select(parameter => parameter.IsHalf));
    }

    /// <summary>A call of a method that takes or gives halves.</summary>
    private void Rewrite(Call call, List<Operation> target)
    {
        var after = new List<Operation>();
        Value[] arguments = [.. Inputs(call).Zip(call.Arguments, (parameter, argument) => Argument(parameter, Use(argument), target, after))];
        var outputs = new List<Value>();
        var widened = new List<Operation>();
        foreach ((Value output, bool isHalf) in call.Outputs.Zip(Outputs(call), (output, isHalf) => (output, isHalf)))
        {
            Value given = isHalf ? _values.New(IrType.Half, output.Name) : output;
            outputs.Add(given);
            if (isHalf)
            {
                _halves[output.Id] = given;
                widened.Add(new Compute(output, Opcode.Convert, [given]));
            }
        }

        target.Add(call with { Arguments = [.. arguments], Outputs = [.. outputs] });
        target.AddRange(widened);
        target.AddRange(after);
    }

    private Value Argument(Parameter parameter, Value argument, List<Operation> before, List<Operation> after)
    {
        if (!parameter.IsHalf || argument.Type is BufferType { Element: ScalarType { Kind: ScalarKind.Half } })
        {
            return argument;
        }

        if (argument.Type is not BufferType)
        {
            return Half(argument, before);
        }

        if (_origins.TryGetValue(argument.Id, out Parameter origin) && !origin.IsWritableSpan)
        {
            return origin.Value!;
        }

        var block = new BlockBuilder(_values);
        Value halves = _values.New(new BufferType(IrType.Half, BufferKind.Span), argument.Name);
        block.Append(new Allocate(halves, block.Length(argument), Storage.Arena, Zeroed: false));
        before.AddRange([.. block.Operations, .. HalfMemory.Copy(argument, halves, _values)]);
        after.AddRange(parameter.IsWritableSpan ? HalfMemory.Copy(halves, argument, _values) : []);
        return halves;
    }

    private Value Half(Value number, List<Operation> target)
    {
        if (_halves.TryGetValue(number.Id, out Value? known))
        {
            return known;
        }

        Value half = _values.New(IrType.Half);
        target.Add(new Compute(half, Opcode.Convert, [_rounded.TryGetValue(number.Id, out Value? exact) ? exact : number]));
        return half;
    }
}
