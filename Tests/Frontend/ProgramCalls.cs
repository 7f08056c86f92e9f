using System.Reflection;
using System.Runtime.CompilerServices;
using StaticAd.Generator.Ir;
using MethodThunk = StaticAd.GradChecks.MethodThunk;

namespace StaticAd.Tests.Frontend;

/// <summary>Calls of methods that are known to the program alone, not to the IR.</summary>
internal sealed class ProgramCalls(Assembly program, ProgramNames names)
{
    public ProgramNames Names => names;

    /// <summary>
    /// Calls the program's method, one that the IR knows by its rules alone: what it returns, then the last values of
    /// <c>ref</c> and <c>out</c> parameters. Buffers are changed in place.
    /// </summary>
    public object[] Invoke(Method callee, object[] arguments)
    {
        if (callee.Pieces.Count > 0)
        {
            return [OpaqueExpressions.Evaluate(program, callee.Key, arguments)];
        }

        var inputs = new Queue<object>(arguments);
        object?[] passed = [.. callee.Parameters.Select(parameter => parameter.Passing == Passing.Out ? null : inputs.Dequeue())];
        object?[] held = [.. passed.Zip(callee.Parameters, (argument, parameter) => AsDeclared(argument is Memory memory ? memory.ToArray() : argument, parameter.IsHalf))];
        object? returned = new MethodThunk(Find(callee)).Invoke(held);
        for (int i = 0; i < held.Length; i++)
        {
            if (passed[i] is Memory memory)
            {
                Memory.Of((Array)InSingle(held[i]!)).CopyTo(memory);
            }
        }

        object[] results = returned is ITuple tuple ? [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i]!)] : returned is null ? [] : [returned];
        return [.. results.Concat(held.Where((_, i) => callee.Parameters[i].YieldsScalar).Select(value => value!)).Select(InSingle)];
    }

    /// <summary>What the IR holds as <c>float</c>, as the program's method takes it.</summary>
    private static object? AsDeclared(object? argument, bool isHalf) => !isHalf ? argument
        : argument is float[] numbers ? Array.ConvertAll(numbers, number => (Half)number) : argument is float single ? (Half)single : argument;

    private static object InSingle(object value) =>
        value is Half[] numbers ? Array.ConvertAll(numbers, number => (float)number) : value is Half half ? (float)half : value;

    private MethodInfo Find(Method callee)
    {
        (Type type, string name) = names.Split(callee.Text);
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        IEnumerable<MethodInfo> candidates = type.GetMethods(Any).Where(candidate => candidate.GetParameters().Length == callee.Parameters.Count);
        if (name.EndsWith('>'))
        {
            int open = name.IndexOf('<');
            Type argument = name[(open + 1)..^1] switch
            {
                "float" => typeof(float),
                "int" => typeof(int),
                "global::System.Half" => typeof(Half),
                _ => typeof(double),
            };
            name = name[..open];
            candidates = candidates.Where(candidate => candidate.Name == name && candidate.IsGenericMethod).Select(candidate => candidate.MakeGenericMethod(argument));
        }

        return candidates.Single(candidate => candidate.Name == name
            && candidate.GetParameters().Zip(callee.Parameters, (actual, expected) => Takes(actual.ParameterType, expected.HeldType)).All(takes => takes));
    }

    private static bool Takes(Type actual, IrType expected)
    {
        Type type = actual.IsByRef ? actual.GetElementType()! : actual;
        return expected switch
        {
            BufferType { Kind: BufferKind.Array } array => type == ScalarArithmetic.ClrType(array.Element).MakeArrayType(),
            BufferType buffer => type.IsGenericType
                && type.GetGenericTypeDefinition() == (buffer.Kind == BufferKind.Span ? typeof(Span<>) : typeof(ReadOnlySpan<>))
                && type.GenericTypeArguments[0] == ScalarArithmetic.ClrType(buffer.Element),
            ScalarType => type == ScalarArithmetic.ClrType(expected),
            _ => true,
        };
    }
}
