using StaticAd.Generator.Emit;
using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Turns the IR of a method's body into C# statements: which values get variables, which ones share them, their names.</summary>
internal static class LeaveSsa
{
    /// <param name="hiddenNames">Type names that mean something else where the method stands.</param>
    public static IReadOnlyList<Statement> Run(GeneratedMethod method, IReadOnlyCollection<string> hiddenNames)
    {
        method = HalfBorders.Of(method);
        method = method with { Body = StructCopies.Expand(method) };
        Dictionary<string, Method> callees = method.Callees.GroupBy(callee => callee.Key).ToDictionary(same => same.Key, same => same.First());
        var results = new MethodResults(method, 1 + HighestId.In(method));
        var demand = new Demand(method.Body, callees);
        var definitions = new Definitions(method, new Scope(null), demand);
        var memory = new Memory(method, definitions, callees);
        (Folding folding, Variables variables) = Plan(method, results, demand, definitions, memory, callees, []);
        HashSet<int> superfluous = [.. variables.Superfluous()];
        if (superfluous.Count > 0)
        {
            (folding, variables) = Plan(method, results, demand, definitions, memory, callees, superfluous);
        }

        var names = new VariableNames(ReservedNames.Of(method));
        names.Name(variables.All.Where(variable => variable.Parameter is not null));
        Dictionary<string, string> elements = variables.All.Where(variable => variable.Parameter is { HasRun: true })
            .ToDictionary(variable => variable.Parameter!.Name, variable => variable.Name);
        var frame = new MethodFrame(method, names, definitions.Root, Types(method, hiddenNames), elements);
        names.Name(variables.All.Where(variable => variable.Parameter is null));
        return frame.Around(results, demand, definitions, folding, variables, callees);
    }

    private static TypeText Types(GeneratedMethod method, IReadOnlyCollection<string> hiddenNames) =>
        new([.. hiddenNames, .. method.Parameters.Select(parameter => parameter.DeclaredName)]);

    private static (Folding Folding, Variables Variables) Plan(
        GeneratedMethod method,
        MethodResults results,
        Demand demand,
        Definitions definitions,
        Memory memory,
        IReadOnlyDictionary<string, Method> callees,
        IReadOnlyCollection<int> nameless)
    {
        var folding = new Folding(method.Body, definitions, demand, memory, results, nameless);
        var interference = new Interference(method.Body, results, folding, demand, callees);
        return (folding, new Variables(method, results, interference, folding, definitions, demand));
    }
}
