using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>The highest value id of a method; beyond it ids are free.</summary>
internal static class HighestId
{
    public static int In(GeneratedMethod method) => In(method.Body, method.Parameters);

    public static int In(Block body, IEnumerable<Parameter> parameters) =>
        parameters.Select(parameter => parameter.Value?.Id ?? 0).Append(In(body)).Max();

    private static int In(Block block)
    {
        int highest = block.Parameters.Concat(block.Yields).Select(value => value.Id).DefaultIfEmpty(0).Max();
        foreach (Operation operation in block.Operations)
        {
            IEnumerable<int> own = operation.Results.Concat(operation.Operands).Select(value => value.Id);
            IEnumerable<int> counter = operation is For loop ? [loop.Induction.Id] : [];
            highest = own.Concat(counter).Concat(operation.Regions.Select(In)).Append(highest).Max();
        }

        return highest;
    }
}
