using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticAd.GradChecks;

/// <summary>A derivative method that exists, callable by the roles of its parameters.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class DerivativeMember(MemberSignature signature, MethodInfo method)
{
    private readonly MethodThunk _thunk = new(method);

    public string Name => method.Name;

    /// <summary>Calls the method with the argument that <paramref name="argument"/> gives for each parameter.</summary>
    public Invocation Invoke(Func<MemberParameter, object?> argument)
    {
        object?[] arguments = [.. signature.Parameters.Select(argument)];
        return new Invocation(arguments, _thunk.Invoke(arguments));
    }

    /// <summary>Copies the segments that the arguments of a role hold after a call into a vector.</summary>
    public void Gather(Invocation invocation, Role role, VectorLayout layout, double[] vector)
    {
        for (int i = 0; i < signature.Parameters.Count; i++)
        {
            MemberParameter parameter = signature.Parameters[i];
            if (parameter.Role == role)
            {
                layout.FromObject(parameter.Index, invocation.Arguments[i], vector);
            }
        }
    }

    /// <summary>The values that the function's own parameters have after a call, by the function's positions.</summary>
    public Dictionary<int, object?> PrimalsOf(Invocation invocation)
    {
        var primals = new Dictionary<int, object?>();
        for (int i = 0; i < signature.Parameters.Count; i++)
        {
            if (signature.Parameters[i].Role == Role.Primal)
            {
                primals[signature.Parameters[i].Index] = invocation.Arguments[i];
            }
        }

        return primals;
    }
}
