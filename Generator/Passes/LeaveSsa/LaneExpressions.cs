using StaticAd.Generator.Emit;
using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>What computations on lanes are in C#, where they are not operators: static methods of the kernel's type parameters.</summary>
internal static class LaneExpressions
{
    private const string Zero = "Zero";

    public static bool Covers(Compute compute) => compute switch
    {
        { Opcode: Opcode.Broadcast or Opcode.AnyTrue } => true,
        { Opcode: Opcode.Select } => compute.Arguments[0].Type is MaskType,
        { Opcode: Opcode.Function } => compute.Result.Type is LaneType,
        _ => IsWithItself(compute),
    };

    public static Expression Of(Compute compute, Expression[] arguments, TypeText types) => compute switch
    {
        { Opcode: Opcode.Broadcast } => Call(types.Of(compute.Result.Type), "Create", [Plain(arguments[0])]),
        { Opcode: Opcode.AnyTrue } => Call(types.Of(compute.Arguments[0].Type), "AnyTrue", arguments),
        { Opcode: Opcode.Select } => Call(types.Of(compute.Result.Type), "Select", arguments),
        _ when IsWithItself(compute) => WithItself(compute, arguments[0], types),
        _ => Function(compute, arguments, types),
    };

    /// <summary>Zero in all lanes: no other number is a constant in lanes, where it is a derivative, whose zeros are one.</summary>
    public static Expression Of(Constant constant, TypeText types) => new Verbatim($"{types.Of(constant.Result.Type)}.{Zero}");

    public static bool IsZero(Expression expression) => expression is Verbatim { Text: var text } && text.EndsWith("." + Zero, StringComparison.Ordinal);

    // C# warns of comparing a variable with itself.
    private static bool IsWithItself(Compute compute) =>
        Operations.IsComparison(compute.Opcode) && compute.Arguments[0].Type is LaneType && compute.Arguments[0].Equals(compute.Arguments[1]);

    private static Expression WithItself(Compute compute, Expression argument, TypeText types)
    {
        Invocation isNaN = Call(types.Of(compute.Arguments[0].Type), "IsNaN", [argument]);
        return compute.Opcode switch
        {
            Opcode.NotEqual => isNaN,
            Opcode.Less or Opcode.Greater => new Member(new Name(types.Of(compute.Result.Type)), "False"),
            _ => new Unary(UnaryOperator.Not, isNaN),
        };
    }

    // The parameter's type is known: C# converts by itself.
    private static Expression Plain(Expression argument) => argument is Cast { IsImplicit: true } cast ? cast.Operand : argument;

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
