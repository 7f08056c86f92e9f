using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace StaticAd.GradChecks;

/// <summary>
/// Calls the members of a family at the function's arguments, as functions from vector to vector. What a member must
/// overwrite holds not-a-numbers before the call; what it returns beside the derivative must be the function's own.
/// </summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class FamilyCalls(PrimalFunction function, Findings findings)
{
    private readonly FunctionSignature _signature = function.Signature;

    /// <summary>Jᵀ·v̄ by a method that returns the function's outputs too.</summary>
    public double[] Vjp(DerivativeMember member, double[] cotangent) => Product(member, Role.Cotangent, _signature.Outputs, cotangent);

    /// <summary>J·u.</summary>
    public double[] Jvp(DerivativeMember member, double[] tangent)
    {
        object?[] primals = function.Arguments;
        Invocation call = member.Invoke(parameter => parameter.Role switch
        {
            Role.Primal => primals[parameter.Index],
            Role.Tangent => _signature.Inputs.ToObject(parameter.Index, tangent),
            _ => null,
        });
        CheckPrimal(member, call);
        var tangents = new double[_signature.Inputs.Length];
        member.Gather(call, Role.Tangent, _signature.Inputs, tangents);
        var result = new double[_signature.Outputs.Length];
        member.Gather(call, Role.OutputTangent, _signature.Outputs, result);
        Move(_signature.Inputs, tangents, _signature.Outputs, result);
        return result;
    }

    /// <summary>The forward sweep; returns the primals as it left them.</summary>
    public object?[] Forward(DerivativeMember member, Tape tape)
    {
        object?[] primals = function.Arguments;
        Invocation call = member.Invoke(parameter => parameter.Role == Role.Tape ? tape : primals[parameter.Index]);
        CheckPrimal(member, call);
        object?[] afterwards = [.. member.PrimalsOf(call).OrderBy(static primal => primal.Key).Select(static primal => primal.Value)];
        function.PoisonScratch(afterwards);
        return afterwards;
    }

    /// <summary>The backward sweep, adding to the gradients <paramref name="start"/>.</summary>
    public double[] Backward(DerivativeMember member, Tape tape, object?[] primals, double[] cotangent, double[] start)
    {
        object?[] before = Invocation.Copy(primals);
        Invocation call = member.Invoke(parameter => parameter.Role switch
        {
            Role.Primal => primals[parameter.Index],
            Role.Cotangent => _signature.Outputs.ToObject(parameter.Index, cotangent),
            Role.Gradient => _signature.Inputs.ToObject(parameter.Index, start),
            _ => tape,
        });
        foreach ((int position, object? value) in member.PrimalsOf(call))
        {
            FunctionParameter parameter = _signature.Parameters[position];
            if (!parameter.IsOutput && Invocation.Difference(parameter.Name, value, before[position], tolerance: 0) is { } difference)
            {
                findings.Fail($"{member.Name} changes its input: {difference}.");
            }
        }

        return GatherGradient(member, call);
    }

    /// <summary>The gradient by a method whose only active output is its scalar result.</summary>
    public double[] ValueAndGradient(DerivativeMember member)
    {
        object?[] primals = function.Arguments;
        Invocation call = member.Invoke(parameter =>
            parameter.Role == Role.Primal ? primals[parameter.Index] : Poison(_signature.Inputs, parameter));
        CheckPrimal(member, call);
        return GatherGradient(member, call);
    }

    /// <summary>The gradient by a method that returns it, or nothing.</summary>
    public double[] Gradient(DerivativeMember member)
    {
        object?[] primals = function.Arguments;
        Invocation call = member.Invoke(parameter =>
            parameter.Role == Role.Primal ? primals[parameter.Index] : Poison(_signature.Inputs, parameter));
        CheckPrimal(member, call with { Result = function.Outcome.Result });
        var gradient = new double[_signature.Inputs.Length];
        member.Gather(call, Role.Gradient, _signature.Inputs, gradient);
        switch (call.Result)
        {
            case null:
                break;
            case ITuple items:
                for (int i = 0; i < items.Length; i++)
                {
                    _signature.Inputs.FromObject(i, items[i], gradient);
                }

                break;
            default:
                _signature.Inputs.FromObject(0, call.Result, gradient);
                break;
        }

        return gradient;
    }

    /// <summary>A matrix of derivatives, row by row.</summary>
    public double[] Matrix(DerivativeMember member, int rows)
    {
        object?[] primals = function.Arguments;
        var matrix = new double[rows * _signature.Inputs.Length];
        Array.Fill(matrix, double.NaN);
        Invocation call = member.Invoke(parameter => parameter.Role == Role.Primal ? primals[parameter.Index] : matrix);
        CheckPrimal(member, call);
        return matrix;
    }

    /// <summary>H·u.</summary>
    public double[] Hvp(DerivativeMember member, double[] tangent) => Product(member, Role.Tangent, _signature.Inputs, tangent);

    /// <summary>Hands in a vector in the parameters of one role, and gathers what the others of each input take.</summary>
    private double[] Product(DerivativeMember member, Role role, VectorLayout layout, double[] vector)
    {
        object?[] primals = function.Arguments;
        Invocation call = member.Invoke(parameter =>
            parameter.Role == Role.Primal ? primals[parameter.Index]
            : parameter.Role == role ? layout.ToObject(parameter.Index, vector)
            : Poison(_signature.Inputs, parameter));
        CheckPrimal(member, call);
        return GatherGradient(member, call);
    }

    private static object? Poison(VectorLayout layout, MemberParameter parameter) =>
        parameter.Passing == Passing.Out ? null : layout.Segments[parameter.Index].Poison();

    private void CheckPrimal(DerivativeMember member, Invocation call)
    {
        var arguments = new object?[_signature.Parameters.Count];
        foreach ((int position, object? value) in member.PrimalsOf(call))
        {
            arguments[position] = value;
        }

        if (function.DifferenceOf(new Invocation(arguments, call.Result)) is { } difference)
        {
            findings.Fail($"{member.Name} does not give what {_signature.Method.Name} gives: {difference}.");
        }
    }

    /// <summary>Gradients of the inputs; an in-out's is what its cotangent became.</summary>
    private double[] GatherGradient(DerivativeMember member, Invocation call)
    {
        var gradient = new double[_signature.Inputs.Length];
        member.Gather(call, Role.Gradient, _signature.Inputs, gradient);
        var cotangents = new double[_signature.Outputs.Length];
        member.Gather(call, Role.Cotangent, _signature.Outputs, cotangents);
        Move(_signature.Outputs, cotangents, _signature.Inputs, gradient);
        return gradient;
    }

    /// <summary>Copies the segments that both layouts have: the in-out parameters'.</summary>
    private static void Move(VectorLayout from, double[] source, VectorLayout to, double[] target)
    {
        for (int i = 0; i < from.Segments.Count; i++)
        {
            for (int k = 0; k < to.Segments.Count; k++)
            {
                if (from.Segments[i].IsInOut && from.Segments[i].Parameter == to.Segments[k].Parameter)
                {
                    to.FromObject(k, from.ToObject(i, source), target);
                }
            }
        }
    }
}
