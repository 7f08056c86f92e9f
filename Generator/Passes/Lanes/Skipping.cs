using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes.Lanes;

/// <summary>Which arms of a branch on a mask are worth a real branch around them, for when no lane takes them.</summary>
internal static class Skipping
{
    private static readonly HashSet<string> Refusing = ["Clamp", "Sign", "Round2", "Round3"];

    /// <summary>Arms that call a function, and those that could throw for a lane that does not take them.</summary>
    public static bool IsWorthwhile(Block arm) => arm.AllOperations().Any(operation => IsExpensive(operation) || MayThrow(operation));

    /// <summary>Division of integers by zero, and functions that refuse some arguments.</summary>
    public static bool MayThrow(Operation operation) => operation switch
    {
        Compute { Opcode: Opcode.Divide or Opcode.Remainder } quotient => IsInteger(quotient.Result),
        Compute { Opcode: Opcode.Function } call => Refusing.Contains(call.Function!) || IsInteger(call.Arguments[0]),
        _ => false,
    };

    private static bool IsExpensive(Operation operation) =>
        operation is Compute { Opcode: Opcode.Function } call && ElementaryFunctions.Get(call.Function!).Cost == Cost.Expensive;

    private static bool IsInteger(Value value) => value.Type is ScalarType { IsInteger: true };
}
