namespace StaticAd.GradChecks;

/// <summary>Compares derivatives, given as functions from vector to vector, with differences and with each other.</summary>
/// <param name="findings">Takes what is found.</param>
/// <param name="jacobian">The derivatives by differences.</param>
/// <param name="inputs">The inputs.</param>
/// <param name="outputs">The outputs.</param>
/// <param name="probes">The directions.</param>
/// <param name="how">How the numeric derivatives were had, for reports.</param>
/// <param name="random">Random directions beyond these.</param>
internal sealed class DerivativeChecks(
    Findings findings, NumericJacobian jacobian, VectorLayout inputs, VectorLayout outputs, Probes probes, string how, Random random)
{
    private const int RandomDirections = 2;

    private Precision Precision => jacobian.Precision;

    /// <summary>A vector-Jacobian product against differences: for single outputs, and for random cotangents.</summary>
    public void CheckVjp(string name, Func<double[], double[]> vjp)
    {
        string check = $"{name} against {how}";
        var rows = findings.Matrix(check, probes, outputs, inputs);
        foreach (Direction cotangent in probes.Cotangents.Where(cotangent => cotangent.IsUnit || jacobian.IsFinite))
        {
            double[] weights = cotangent.ToVector();
            double[] gradient = vjp((double[])weights.Clone());
            Expectation[] expected = jacobian.Weighted(weights);
            for (int k = 0; k < expected.Length; k++)
            {
                double part = probes.Inputs[k].Of(gradient);
                findings.Compare(check, part, expected[k], probes.Inputs[k].Place, cotangent.Place);
                rows.Set(cotangent, probes.Inputs[k], part, expected[k]);
            }
        }
    }

    /// <summary>A Jacobian-vector product against differences: for single inputs, and for random tangents.</summary>
    public void CheckJvp(string name, Func<double[], double[]> jvp)
    {
        string check = $"{name} against {how}";
        var columns = findings.Matrix(check, probes, outputs, inputs);
        for (int k = 0; k < probes.Inputs.Count; k++)
        {
            double[] tangent = jvp(probes.Inputs[k].ToVector());
            Expectation[] expected = jacobian.Along(k);
            CompareOutputs(check, tangent, expected, probes.Inputs[k].Place);
            columns.SetColumn(probes.Inputs[k], tangent, expected);
        }

        for (int i = 0; i < RandomDirections && jacobian.IsFinite; i++)
        {
            double[] coefficients = Coefficients();
            double[] tangent = Direction.Combine(probes.Inputs, coefficients, inputs.Length);
            CompareOutputs(check, jvp(tangent), jacobian.Along(coefficients), input: null);
        }
    }

    /// <summary>⟨v̄, J·u⟩ = ⟨Jᵀ·v̄, u⟩ for random v̄ and u.</summary>
    public void CheckAdjointIdentity(string check, Func<double[], double[]> vjp, Func<double[], double[]> jvp)
    {
        for (int i = 0; i < RandomDirections && jacobian.IsFinite; i++)
        {
            double[] cotangent = outputs.Random(random);
            double[] tangent = inputs.Random(random);
            (double reverse, double reverseScale) = Dot(vjp(cotangent), tangent);
            (double forward, double forwardScale) = Dot(cotangent, jvp(tangent));
            double tolerance = Precision.OfAgreement(reverseScale + forwardScale, jacobian.Magnitude);
            findings.Compare(check, reverse, new Expectation(forward, forward, tolerance), input: null, output: null);
        }
    }

    /// <summary>Two computations of the same product, for random cotangents.</summary>
    public void CheckSameVjp(string check, Func<double[], double[]> vjp, Func<double[], double[]> expected)
    {
        for (int i = 0; i < RandomDirections; i++)
        {
            double[] cotangent = outputs.Random(random);
            CheckSameGradient(check, vjp((double[])cotangent.Clone()), expected(cotangent));
        }
    }

    /// <summary>Two gradients that differ by rounding only.</summary>
    public void CheckSameGradient(string check, double[] gradient, double[] expected)
    {
        double tolerance = Precision.OfAgreement(NumericJacobian.LargestMagnitude([.. expected.Where(double.IsFinite)]), jacobian.Magnitude);
        for (int i = 0; i < gradient.Length; i++)
        {
            findings.Compare(check, gradient[i], new Expectation(expected[i], expected[i], tolerance), inputs.Place(i), output: null);
        }
    }

    /// <summary>The gradient of a scalar function against differences.</summary>
    public void CheckGradient(string name, double[] gradient)
    {
        string check = $"{name} against {how}";
        Expectation[] expected = jacobian.Weighted([1]);
        var row = findings.Matrix(check, probes, outputs, inputs);
        for (int k = 0; k < expected.Length; k++)
        {
            double part = probes.Inputs[k].Of(gradient);
            findings.Compare(check, part, expected[k], probes.Inputs[k].Place, outputs.Place(0));
            row.Set(probes.Cotangents[0], probes.Inputs[k], part, expected[k]);
        }
    }

    /// <summary>The same call twice must give the same.</summary>
    public void CheckRepeated(string name, Func<double[]> call, double tolerance, VectorLayout layout)
    {
        double[] first = call(), second = call();
        for (int i = 0; i < first.Length; i++)
        {
            if (!Invocation.AreSame(first[i], second[i], tolerance))
            {
                (string segment, int? index) = layout.Place(i);
                findings.Fail(FormattableString.Invariant(
                    $"{name} does not give the same when it is called again: for {GradCheckElement.Place(segment, index)} first {first[i]:R}, then {second[i]:R}."));
                return;
            }
        }
    }

    private void CompareOutputs(string check, double[] tangent, Expectation[] expected, (string, int?)? input)
    {
        for (int o = 0; o < tangent.Length; o++)
        {
            findings.Compare(check, tangent[o], expected[o], input, outputs.Place(o));
        }
    }

    private double[] Coefficients() =>
        [.. probes.Inputs.Select(direction => inputs.Round(direction.Element, (random.Next(2) * 2 - 1) * (0.25 + (0.75 * random.NextDouble()))))];

    private static (double Value, double Scale) Dot(double[] left, double[] right)
    {
        double value = 0;
        double scale = 0;
        for (int i = 0; i < left.Length; i++)
        {
            value += left[i] * right[i];
            scale += Math.Abs(left[i] * right[i]);
        }

        return (value, scale);
    }
}
