using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Parameters that are arrays of several dimensions or of arrays: bodies work on the run of their elements, a local of its own.</summary>
internal static class ElementRuns
{
    /// <summary>Those whose elements the method works on or compares; others it only hands on, or asks for their lengths.</summary>
    public static IEnumerable<Parameter> Used(GeneratedMethod method)
    {
        Dictionary<string, Method> callees = method.Callees.GroupBy(callee => callee.Key).ToDictionary(same => same.Key, same => same.First());
        HashSet<int> used = [.. method.Body.AllOperations().SelectMany(operation => Worked(operation, callees)).Select(value => value.Id)];
        HashSet<string> compared = [.. method.Guards.SelectMany(Compared)];
        HashSet<string> named = [.. method.Body.AllOperations().OfType<Symbol>().Select(symbol => symbol.Text)];
        bool usesRows = method.Parameters.Any(parameter => parameter.IsJagged && (used.Contains(parameter.Value!.Id) || named.Contains(parameter.Bounds!)));
        return method.Parameters.Where(parameter => parameter.IsJagged ? usesRows
            : (parameter.IsGrid || parameter.IsView) && (used.Contains(parameter.Value!.Id) || compared.Contains(parameter.Name)));
    }

    /// <summary>Whether an argument of a call is the array itself.</summary>
    public static bool IsHandedOn(CallArgument argument) => argument is { Parameter.HasRun: true };

    private static IEnumerable<Value> Worked(Operation operation, IReadOnlyDictionary<string, Method> callees) => operation switch
    {
        Length { Dimension: not null } => [],
        Call call => CallOutputs.Of(call, callees[call.Callee]).Arguments.Where(argument => !IsHandedOn(argument)).Select(argument => argument.Input).OfType<Value>(),
        _ => operation.Operands,
    };

    private static IEnumerable<string> Compared(Guard guard) => guard switch
    {
        Guard.Disjoint disjoint => [disjoint.Left, disjoint.Right],
        Guard.Outside outside => [outside.Buffer],
        _ => [],
    };
}
