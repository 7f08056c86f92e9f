using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;
using StaticAd.Kernels;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Calls of <c>LinearAlgebra.Einsum</c>. The equation is read here; what stays is a call of <c>Einsums.Contract</c> with a number for each
/// of its terms, which has rules.
/// </summary>
internal sealed class EinsumCalls(BodyState state, Faults faults, Rooms rooms)
{
    private const string Advice = "Write the indices of each operand, separated by commas, then '->' and those of the result, as in \"ij,jk->ik\"";

    /// <summary>Null for the call of any other method.</summary>
    public Value[]? Invoke(IInvocationOperation call, IMethodSymbol method, IReadOnlyList<Variable?> targets)
    {
        if (!IsEinsum(method))
        {
            return null;
        }

        // The equation, the operands, the result, the sizes.
        int operands = method.Parameters.Length - 3;
        return Equation(call, operands) is { } equation && Callee(method, operands) is { } callee
            ? Append(call, callee, equation, targets)
            : rooms.Calls.Disregard(call);
    }

    private static bool IsEinsum(IMethodSymbol method) =>
        method is { Name: "Einsum", ContainingType: { Name: "LinearAlgebra", ContainingNamespace: { Name: "StaticAd", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>The equation, if there is nothing wrong with it.</summary>
    private string? Equation(IInvocationOperation call, int operands)
    {
        IOperation given = call.Arguments.Single(argument => argument.Parameter!.Ordinal == 0).Value;
        if (given.ConstantValue is not { HasValue: true, Value: string equation })
        {
            faults.Report(
                Descriptors.EinsumEquation, given.Syntax,
                "The equation of 'Einsum' is not a constant, and can be neither checked nor differentiated", "Write it as a literal, or make it 'const'");
            return null;
        }

        if (EinsumSyntax.Fault(equation, operands) is { } fault)
        {
            faults.Report(Descriptors.EinsumEquation, given.Syntax, $"'{equation}' is no equation for this call of 'Einsum': {fault}", Advice);
            return null;
        }

        IOperation sizes = call.Arguments.Single(argument => argument.Parameter!.Ordinal == operands + 2).Value;
        if (NewMemory.ElementsOf(sizes) is { } listed && EinsumSyntax.SizesFault(equation, listed.Count) is { } missing)
        {
            faults.Report(
                Descriptors.EinsumEquation, call.Syntax,
                $"Of '{equation}' each index needs a size: {missing}", "Give one for each index, in the order in which they first appear in the equation");
            return null;
        }

        return equation;
    }

    private Method? Callee(IMethodSymbol method, int operands)
    {
        IMethodSymbol contract = method.ContainingAssembly.GetTypeByMetadataName("StaticAd.CompilerServices.Einsums")!
            .GetMembers("Contract").OfType<IMethodSymbol>()
            .Single(candidate => candidate.Parameters.Length == (2 * operands) + 3);
        return state.Translation.Callees.Require(state.Translation, contract.Construct([.. method.TypeArguments])).Method;
    }

    private Value[] Append(IInvocationOperation call, Method callee, string equation, IReadOnlyList<Variable?> targets)
    {
        var values = new Value[callee.Parameters.Count];
        foreach (IArgumentOperation argument in rooms.Arguments.AsTaken(call).Where(argument => argument.Parameter!.Ordinal > 0))
        {
            int at = argument.Parameter!.Ordinal - 1;
            values[at] = argument.Parameter is { IsParams: true }
                ? rooms.Expressions.Evaluate(argument.Value, argument.Parameter.Name)
                : rooms.MethodCalls.Argument(argument, callee, callee.Parameters[at]);
        }

        // The operands, the result and the sizes are followed by the terms of the operands and that of the result.
        int buffers = (callee.Parameters.Count + 1) / 2;
        for (int term = 0; buffers + term < values.Length; term++)
        {
            values[buffers + term] = state.Block.Constant(EinsumSyntax.Term(equation, term));
        }

        return rooms.MethodCalls.Append(call, callee, values, [], targets);
    }
}
