using System.Diagnostics.CodeAnalysis;

namespace StaticAd.GradChecks;

/// <summary>Checks all derivative methods of one function at one point.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class FamilyCheck
{
    private readonly PrimalFunction _function;
    private readonly MethodFamily _family;
    private readonly Findings _findings;
    private readonly FamilyCalls _calls;
    private readonly Precision _precision;
    private readonly Random _random;
    private readonly NumericJacobian _jacobian;
    private readonly DerivativeChecks _checks;

    public FamilyCheck(FunctionSignature signature, object?[] arguments, Findings findings, GradCheckOptions options)
    {
        _findings = findings;
        _function = new PrimalFunction(signature, arguments);
        _family = new MethodFamily(signature, findings);
        _calls = new FamilyCalls(_function, findings);
        _precision = Precision.Of(options, signature.Inputs, signature.Outputs);
        _random = new Random(options.Seed);
        double[] value = _function.OutputsOf(_function.Outcome);
        _jacobian = new NumericJacobian(_function.Evaluate, signature.Inputs, _function.Point, value, _precision);
        _checks = new DerivativeChecks(findings, _jacobian, signature.Inputs, signature.Outputs, _precision, _random);
    }

    public bool HasDerivative => _family.HasDerivative;

    public void Run()
    {
        if (_function.DifferenceOf(_function.Invoke(_function.Arguments)) is { } difference)
        {
            _findings.Fail($"{_function.Signature.Method.Name} is not a function of its arguments; called again, {difference}.");
        }

        Guard(_family.Vjp, vjp => _checks.CheckVjp(vjp.Name, v => _calls.Vjp(vjp, v)));
        Guard(_family.Jvp, CheckJvp);
        Guard(_family.Backward, CheckSweeps);
        Guard(_family.ValueAndGradient, member => CheckGradient(member.Name, () => _calls.ValueAndGradient(member)));
        Guard(_family.Gradient, member => CheckGradient(member.Name, () => _calls.Gradient(member)));
        Guard(_family.Jacobian, CheckJacobian);
        if (_family.ValueAndGradient is { } gradient && (_family.Hvp ?? _family.Hessian) is { } second)
        {
            Guard(second, _ => new SecondOrderCheck(_function, _family, _calls, _findings, _precision, _random).Run(gradient));
        }

        var batch = new BatchCheck(_function, _family, _findings, _precision, _random);
        Guard(_family.Batch, batch.CheckValues);
        Guard(_family.ValueAndGradientBatch, batch.CheckGradients);
    }

    private void CheckJvp(DerivativeMember jvp)
    {
        _checks.CheckJvp(jvp.Name, u => _calls.Jvp(jvp, u));
        if (_family.Vjp is { } vjp)
        {
            _checks.CheckAdjointIdentity($"{vjp.Name} against {jvp.Name}", v => _calls.Vjp(vjp, v), u => _calls.Jvp(jvp, u));
        }
    }

    private void CheckGradient(string name, Func<double[]> gradient)
    {
        _checks.CheckGradient(name, gradient());
        if (_family.Vjp is { } vjp)
        {
            _checks.CheckSameGradient($"{name} against {vjp.Name}", gradient(), _calls.Vjp(vjp, [1]));
        }
    }

    // A row is what a vector-Jacobian product with a unit cotangent gives.
    private void CheckJacobian(DerivativeMember jacobian)
    {
        int inputs = _function.Signature.Inputs.Length, outputs = _function.Signature.Outputs.Length;
        double[] matrix = _calls.Matrix(jacobian, outputs);
        _checks.CheckVjp(jacobian.Name, cotangent => [.. Enumerable.Range(0, inputs).Select(column =>
            Enumerable.Range(0, outputs).Where(row => cotangent[row] != 0).Sum(row => cotangent[row] * matrix[(row * inputs) + column]))]);
    }

    private void CheckSweeps(DerivativeMember backward)
    {
        if (_family.Forward is not { } forward)
        {
            return;
        }

        using var tape = new Tape();
        var zeros = new double[_function.Point.Length];
        double[] Sweep(double[] cotangent, double[] start)
        {
            object?[] primals = Primals(forward, tape);
            return _calls.Backward(backward, tape, primals, cotangent, start);
        }

        _checks.CheckVjp(backward.Name, v => Sweep(v, zeros));
        if (_family.Vjp is { } vjp)
        {
            _checks.CheckSameVjp($"{backward.Name} against {vjp.Name}", v => Sweep(v, zeros), v => _calls.Vjp(vjp, v));
        }

        double[] start = StartGradients();
        _checks.CheckSameVjp($"{backward.Name} adds to the gradients", v => Subtract(Sweep(v, start), start), v => Sweep(v, zeros));
        _checks.CheckSameVjp($"{backward.Name} after two forward sweeps", v => SecondOfTwo(forward, backward, tape, v), v => Sweep(v, zeros));
        if (tape.BytesInUse != 0)
        {
            _findings.Fail($"{backward.Name} leaves frames on the tape.");
        }
    }

    /// <summary>The result of the last of two backward sweeps: the first forward sweep's frame, found under the second's.</summary>
    private double[] SecondOfTwo(DerivativeMember forward, DerivativeMember backward, Tape tape, double[] cotangent)
    {
        object?[] first = Primals(forward, tape);
        object?[] second = Primals(forward, tape);
        _calls.Backward(backward, tape, second, _function.Signature.Outputs.Random(_random), new double[_function.Point.Length]);
        return _calls.Backward(backward, tape, first, cotangent, new double[_function.Point.Length]);
    }

    private object?[] Primals(DerivativeMember forward, Tape tape) => _calls.Forward(forward, tape);

    /// <summary>Numbers for the gradients to hold before the backward sweep; an in-out has none.</summary>
    private double[] StartGradients()
    {
        VectorLayout inputs = _function.Signature.Inputs;
        double[] start = inputs.Random(_random);
        for (int i = 0; i < inputs.Segments.Count; i++)
        {
            if (inputs.Segments[i].IsInOut)
            {
                inputs.FromObject(i, inputs.ToObject(i, new double[inputs.Length]), start);
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

        _findings.Note(member.Name);
        try
        {
            check(member);
        }
        catch (Exception e)
        {
            _findings.Fail($"While checking {member.Name}: {e.GetType().Name}: {e.Message}");
        }
    }
}
