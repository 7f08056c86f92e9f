using System.Diagnostics.CodeAnalysis;

namespace StaticAd.GradChecks;

/// <summary>Checks the derivative methods of one family at one point.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class FamilyCheck(CheckedPoint at, MethodFamily all, DerivativeChecks checks, Findings findings, GradCheckOptions options)
{
    private readonly MethodFamily _family = all.Of(options.Modes);
    private readonly FamilyCalls _calls = new(at.Function, findings);
    private readonly VectorLayout _inputs = at.Function.Signature.Inputs;
    private readonly VectorLayout _outputs = at.Function.Signature.Outputs;

    public void Run()
    {
        Guard(_family.Vjp, vjp => CheckVjp(vjp.Name, v => _calls.Vjp(vjp, v)));
        Guard(_family.Jvp, CheckJvp);
        Guard(_family.Backward, CheckSweeps);
        Guard(_family.ValueAndGradient, member => CheckGradient(member.Name, () => _calls.ValueAndGradient(member)));
        Guard(_family.Gradient, member => CheckGradient(member.Name, () => _calls.Gradient(member)));
        Guard(_family.Jacobian, CheckJacobian);
        Guard(_family.Hvp ?? _family.Hessian, _ => new SecondOrderCheck(at, all, _calls, findings, options).Run());
        var batch = new BatchCheck(at, _family, findings, options);
        Guard(_family.Batch, batch.CheckValues);
        Guard(_family.ValueAndGradientBatch, batch.CheckGradients);
    }

    private void CheckVjp(string name, Func<double[], double[]> vjp)
    {
        checks.CheckVjp(name, vjp);
        double[] cotangent = _outputs.Random(at.Random);
        checks.CheckRepeated(name, () => vjp((double[])cotangent.Clone()), options.NondetTol, _inputs);
    }

    private void CheckJvp(DerivativeMember jvp)
    {
        checks.CheckJvp(jvp.Name, u => _calls.Jvp(jvp, u));
        double[] tangent = _inputs.Random(at.Random);
        checks.CheckRepeated(jvp.Name, () => _calls.Jvp(jvp, tangent), options.NondetTol, _outputs);
        if (_family.Vjp is { } vjp)
        {
            checks.CheckAdjointIdentity($"{vjp.Name} against {jvp.Name}", v => _calls.Vjp(vjp, v), u => _calls.Jvp(jvp, u));
        }
    }

    private void CheckGradient(string name, Func<double[]> gradient)
    {
        checks.CheckGradient(name, gradient());
        checks.CheckRepeated(name, gradient, options.NondetTol, _inputs);
        if (_family.Vjp is { } vjp)
        {
            checks.CheckSameGradient($"{name} against {vjp.Name}", gradient(), _calls.Vjp(vjp, [1]));
        }
    }

    // A row is what a vector-Jacobian product with a unit cotangent gives.
    private void CheckJacobian(DerivativeMember jacobian)
    {
        int inputs = _inputs.Length, outputs = _outputs.Length;
        if (!at.Probes.Affords(outputs, inputs))
        {
            findings.LeaveOut(jacobian.Name, outputs, inputs);
            return;
        }

        double[] matrix = _calls.Matrix(jacobian, outputs);
        checks.CheckVjp(jacobian.Name, cotangent => [.. Enumerable.Range(0, inputs).Select(column =>
            Enumerable.Range(0, outputs).Where(row => cotangent[row] != 0).Sum(row => cotangent[row] * matrix[(row * inputs) + column]))]);
        checks.CheckRepeated(jacobian.Name, () => Row(_calls.Matrix(jacobian, outputs), inputs), options.NondetTol, _inputs);
    }

    private static double[] Row(double[] matrix, int columns) => matrix[..Math.Min(columns, matrix.Length)];

    private void CheckSweeps(DerivativeMember backward)
    {
        if (_family.Forward is not { } forward)
        {
            return;
        }

        using var tape = new Tape();
        var zeros = new double[_inputs.Length];
        double[] Sweep(double[] cotangent, double[] start) =>
            _calls.Backward(backward, tape, _calls.Forward(forward, tape), cotangent, start);

        CheckVjp(backward.Name, v => Sweep(v, zeros));
        if (_family.Vjp is { } vjp)
        {
            checks.CheckSameVjp($"{backward.Name} against {vjp.Name}", v => Sweep(v, zeros), v => _calls.Vjp(vjp, v));
        }

        double[] start = StartGradients();
        checks.CheckSameVjp($"{backward.Name} adds to the gradients", v => Subtract(Sweep(v, start), start), v => Sweep(v, zeros));
        checks.CheckSameVjp($"{backward.Name} after two forward sweeps", v => SecondOfTwo(forward, backward, tape, v), v => Sweep(v, zeros));
        if (tape.BytesInUse != 0)
        {
            findings.Fail($"{backward.Name} leaves frames on the tape.");
        }
    }

    /// <summary>The result of the last of two backward sweeps: the first forward sweep's frame, found under the second's.</summary>
    private double[] SecondOfTwo(DerivativeMember forward, DerivativeMember backward, Tape tape, double[] cotangent)
    {
        object?[] first = _calls.Forward(forward, tape);
        object?[] second = _calls.Forward(forward, tape);
        _calls.Backward(backward, tape, second, _outputs.Random(at.Random), new double[_inputs.Length]);
        return _calls.Backward(backward, tape, first, cotangent, new double[_inputs.Length]);
    }

    /// <summary>Numbers for the gradients to hold before the backward sweep; an in-out has none.</summary>
    private double[] StartGradients()
    {
        double[] start = _inputs.Random(at.Random);
        for (int i = 0; i < _inputs.Segments.Count; i++)
        {
            if (_inputs.Segments[i].IsInOut)
            {
                _inputs.FromObject(i, _inputs.ToObject(i, new double[_inputs.Length]), start);
            }
        }

        return start;
    }

    private static double[] Subtract(double[] left, double[] right) => [.. left.Zip(right, static (a, b) => a - b)];

    /// <summary>A derivative that throws where the function does not is wrong.</summary>
    private void Guard(DerivativeMember? member, Action<DerivativeMember> check)
    {
        if (member == null)
        {
            return;
        }

        findings.Note(member.Name);
        try
        {
            check(member);
        }
        catch (Exception e)
        {
            findings.Fail($"While checking {member.Name}: {e.GetType().Name}: {e.Message}");
        }
    }
}
