using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.Prepare;

/// <summary>
/// A marked method that calls itself, as a method that does nothing but call it: so its family is made of calls of the methods that
/// stand for the recursive one, once the arguments are checked.
/// </summary>
internal static class RecursiveCall
{
    /// <param name="recursive">The method under the names of what stands for it.</param>
    /// <param name="primal">The method as it was marked.</param>
    public static Method Of(Method recursive, Method primal)
    {
        Value[] parameters = [.. primal.Parameters.Select(parameter => parameter.Value).OfType<Value>()];
        var values = new ValueSource(parameters.Select(value => value.Id).DefaultIfEmpty(-1).Max() + 1);
        Value[] outputs =
        [
            .. primal.Return.Components.Select(component => values.New(component.Type)),
            .. primal.Parameters.Where(parameter => parameter.YieldsScalar).Select(parameter => values.New(parameter.Type, parameter.Name)),
        ];
        var call = new Call([.. outputs], recursive.Key, [.. parameters]);
        return primal with { Body = new Block([], [call], [.. outputs]) };
    }
}
