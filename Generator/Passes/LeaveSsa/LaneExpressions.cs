using StaticAd.Generator.Emit;
using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>What computations on lanes are in C#, where they are not operators: static methods of the kernel's type parameters.</summary>
internal static class LaneExpressions
{
    public static bool Covers(Compute compute) => compute switch
    {
        { Opcode: Opcode.Broadcast or Opcode.AnyTrue } => true,
        { Opcode: Opcode.Select } => compute.Arguments[0].Type is MaskType,
        { Opcode: Opcode.Function } => compute.Result.Type is LaneType,
        _ => false,
    };

    public static Expression Of(Compute compute, Expression[] arguments, TypeText types) => compute switch
    {
        { Opcode: Opcode.Broadcast } => Call(types.Of(compute.Result.Type), "Create", arguments),
        { Opcode: Opcode.AnyTrue } => Call(types.Of(compute.Arguments[0].Type), "AnyTrue", arguments),
        { Opcode: Opcode.Select } => Call(types.Of(compute.Result.Type), "Select", arguments),
        _ => Function(compute, arguments, types),
    };

    private static Invocation Function(Compute compute, Expression[] arguments, TypeText types)
    {
        var lane = (LaneType)compute.Result.Type;
        ElementaryFunction function = ElementaryFunctions.Get(compute.Function!);
        if (function.LaneMethod is { } method)
        {
            return Call(types.Of(lane), method, arguments);
        }

        var scalar = new Name(types.Known(function.Text(lane.Element)));
        return Call($"{types.Known("PerLane")}<{types.Of(lane)}, {types.Of(lane.Element)}>", "Map", [scalar, .. arguments]);
    }

    private static Invocation Call(string type, string method, Expression[] arguments) =>
        ExpressionBuilder.Call(new Name(type), method, arguments);
}
