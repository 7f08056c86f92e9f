using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Calls that lead to a generated derivative and hand it one memory twice, to write and to use otherwise. Called by itself, the
/// derivative checks its arguments and throws; where its body takes the place of the call, nothing does.
/// </summary>
internal sealed class SharedMemory(IReadOnlyList<Method> methods)
{
    private readonly List<(Call Call, SyntaxNode At)> _calls = [];

    public void Note(Call call, SyntaxNode at) => _calls.Add((call, at));

    /// <summary>The calls at fault, with the text of the derivative that each leads to.</summary>
    public IEnumerable<(SyntaxNode At, string Derivative)> FindIn(Block body)
    {
        var parents = new Dictionary<int, Value>();
        foreach (View view in body.AllOperations().OfType<View>())
        {
            parents[view.Result.Id] = view.Buffer;
        }

        Value Root(Value buffer)
        {
            while (parents.TryGetValue(buffer.Id, out Value? parent))
            {
                buffer = parent;
            }

            return buffer;
        }

        return from noted in _calls
               let callee = Callee(noted.Call)
               where callee is not null
               where HandsOnTwice(callee, noted.Call, Root)
               let derivative = DerivativeReachedBy(callee)
               where derivative is not null
               select (noted.At, derivative.Text);
    }

    private static bool HandsOnTwice(Method callee, Call call, Func<Value, Value> root)
    {
        (Parameter Parameter, int Root)[] buffers =
        [
            .. callee.Parameters.Where(parameter => parameter.Passing != Passing.Out)
                .Zip(call.Arguments, (parameter, argument) => (parameter, argument))
                .Where(pair => pair.parameter.Type is BufferType)
                .Select(pair => (pair.parameter, root(pair.argument).Id)),
        ];
        return buffers.GroupBy(buffer => buffer.Root).Any(same => same.Count() > 1 && same.Any(buffer => buffer.Parameter.IsWritableSpan));
    }

    private Method? DerivativeReachedBy(Method method) => DerivativeReachedBy(method, []);

    private Method? DerivativeReachedBy(Method method, HashSet<string> seen) =>
        NestedDerivative.Is(method)
            ? method
            : method.Body?.AllOperations().OfType<Call>()
                .Select(call => seen.Add(call.Callee) && Callee(call) is { } callee ? DerivativeReachedBy(callee, seen) : null)
                .FirstOrDefault(found => found is not null);

    /// <summary>Null for a method that is being translated: it calls itself.</summary>
    private Method? Callee(Call call) => methods.FirstOrDefault(method => method.Key == call.Callee);
}
