using StaticAd.Generator.Ir;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Passes;

/// <summary>What a derivative hands out as halves, in differentiated code that takes the place of its call: rounded as the call would.</summary>
internal static class HalfResults
{
    /// <param name="primal">The method that it is a derivative of: its own results are rounded already.</param>
    public static GeneratedMethod Rounded(GeneratedMethod derivative, Method primal)
    {
        Parameter[] halves = [.. derivative.Parameters.Where(parameter => parameter.IsHalf && primal.Parameters.All(own => own.Name != parameter.Name))];
        if (halves.Length == 0)
        {
            return derivative;
        }

        var values = new ValueSource(1 + LeaveSsa.HighestId.In(derivative));
        var end = new BlockBuilder(values);
        foreach (Parameter buffer in halves.Where(parameter => parameter.IsWritableSpan))
        {
            end.ForEach(end.Length(buffer.Value!), (body, index) =>
                body.Append(new Store(buffer.Value!, index, body.Function(Halves.ToHalf, body.Load(buffer.Value!, index)))));
        }

        HashSet<string> scalars = [.. halves.Where(parameter => parameter.YieldsScalar).Select(parameter => parameter.Name)];
        Value[] yields = [.. derivative.Body.Yields.Select((value, i) =>
            derivative.Targets[i].Parameter is { } name && scalars.Contains(name) ? end.Function(Halves.ToHalf, value) : value)];
        Block whole = derivative.Body;
        return derivative with { Body = new Block(whole.Parameters, [.. whole.Operations, .. end.Operations], [.. yields]) };
    }
}
