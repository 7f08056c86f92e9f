using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>
/// Rewrites scalar IR so that it computes all lanes at once. Values that depend on a lane are varying and become lanes or
/// masks; the others are uniform and stay what they are, computed once before the loop over the batch where that is possible.
/// A branch on a uniform condition stays a branch; one on a mask runs both arms and selects between their results, so that
/// nothing a switched-off lane computes can get out, not-a-number included.
/// </summary>
internal sealed partial class LanePass
{
    private readonly LaneTypes _types;
    private readonly Uniforms _uniforms;
    private readonly BlockBuilder _prologue;
    private readonly Dictionary<int, Value> _values = [];

    /// <param name="prologue">What runs once, before the loop.</param>
    public LanePass(LaneTypes types, BlockBuilder prologue)
    {
        _types = types;
        _prologue = prologue;
        _uniforms = new Uniforms(types, prologue);
    }

    /// <summary>A scalar of the method, loaded from the batch.</summary>
    public void SetVarying(Value scalar, Value lanes) => _values[scalar.Id] = lanes;

    /// <summary>A scalar that the whole batch shares.</summary>
    public void SetUniform(Value scalar)
    {
        _values[scalar.Id] = scalar;
        _uniforms.AddInvariant(scalar);
    }

    public void Run(Block body, BlockBuilder target) => Run(body, target, null);

    /// <summary>What stands for a scalar, with one value in each lane.</summary>
    public Value InLanes(Value scalar, BlockBuilder target) => Spread(Map(scalar), target);

    /// <param name="active">The lanes whose results count; null for all.</param>
    private void Run(Block body, BlockBuilder target, Value? active)
    {
        foreach (Operation operation in body.Operations)
        {
            switch (operation)
            {
                case Constant or Symbol:
                    Define(operation.Results.Single(), _uniforms.Copy(operation, Map, target));
                    break;
                case Compute compute when compute.Arguments.Any(IsVarying):
                    Define(compute.Result, Lower(compute, target));
                    break;
                case Compute compute:
                    Define(compute.Result, _uniforms.Copy(compute, Map, target));
                    break;
                case If branch when IsVarying(branch.Condition):
                    Mask(branch, target, active);
                    break;
                case If branch:
                    Branch(branch, target, active);
                    break;
                default:
                    throw new InvalidOperationException($"{operation.GetType().Name} cannot run in lanes.");
            }
        }
    }

    // A branch that all lanes take together.
    private void Branch(If branch, BlockBuilder target, Value? active)
    {
        if (_uniforms.IsInvariant(branch, Map))
        {
            DefineAll(branch.Outputs, _uniforms.Hoist(branch, Map));
            return;
        }

        BlockBuilder then = target.Nested(), otherwise = target.Nested();
        Run(branch.Then, then, active);
        Run(branch.Else, otherwise, active);
        var whenTrue = new List<Value>();
        var whenFalse = new List<Value>();
        var outputs = new List<Value>();
        for (int i = 0; i < branch.Outputs.Count; i++)
        {
            Value left = Map(branch.Then.Yields[i]), right = Map(branch.Else.Yields[i]);
            if (IsLanes(left) || IsLanes(right))
            {
                (left, right) = (Spread(left, then), Spread(right, otherwise));
            }

            whenTrue.Add(left);
            whenFalse.Add(right);
            outputs.Add(target.Values.New(left.Type, branch.Outputs[i].Name));
        }

        target.Append(new If([.. outputs], Map(branch.Condition), then.Finish(whenTrue), otherwise.Finish(whenFalse)));
        DefineAll(branch.Outputs, outputs);
    }

    private Value Map(Value scalar) => InTakenArm(_values[scalar.Id]);

    private bool IsVarying(Value scalar) => IsLanes(_values[scalar.Id]);

    private static bool IsLanes(Value value) => value.Type is LaneType or MaskType;

    private Value Spread(Value value, BlockBuilder target) => IsLanes(value) ? value : _uniforms.Broadcast(value, target);

    private void Define(Value scalar, Value value) => _values[scalar.Id] = value;

    private void DefineAll(IReadOnlyList<Value> scalars, IReadOnlyList<Value> values)
    {
        for (int i = 0; i < scalars.Count; i++)
        {
            Define(scalars[i], values[i]);
        }
    }
}
