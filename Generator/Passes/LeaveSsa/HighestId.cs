using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>The highest value id of a method; beyond it ids are free.</summary>
internal static class HighestId
{
    public static int In(GeneratedMethod method) => In(method.Body, method.Parameters);

    public static int In(Block body, IEnumerable<Parameter> parameters)
    {
        int highest = In(body);
        foreach (Parameter parameter in parameters)
        {
            highest = Math.Max(highest, parameter.Value?.Id ?? 0);
        }

        return highest;
    }

    private static int In(Block block)
    {
        int highest = Math.Max(In(block.Parameters), In(block.Yields));
        foreach (Operation operation in block.Operations)
        {
            highest = Math.Max(highest, Math.Max(In(operation.Results), In(operation.Operands)));
            if (operation is For loop)
            {
                highest = Math.Max(highest, loop.Induction.Id);
            }

            foreach (Block region in operation.Regions)
            {
                highest = Math.Max(highest, In(region));
            }
        }

        return highest;
    }

    private static int In(EquatableArray<Value> values)
    {
        int highest = 0;
        foreach (Value value in values)
        {
            highest = Math.Max(highest, value.Id);
        }

        return highest;
    }
}
