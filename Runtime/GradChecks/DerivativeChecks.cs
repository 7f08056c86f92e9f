namespace StaticAd.GradChecks;

/// <summary>Compares derivatives, given as functions from vector to vector, with differences and with each other.</summary>
internal sealed class DerivativeChecks(
    Findings findings, NumericJacobian jacobian, VectorLayout inputs, VectorLayout outputs, Precision precision, Random random)
{
    private const int MostUnitDirections = 16;
    private const int RandomDirections = 2;

    /// <summary>A vector-Jacobian product against differences: for single outputs, and for random cotangents.</summary>
    public void CheckVjp(string name, Func<double[], double[]> vjp)
    {
        string check = $"{name} against central differences";
        foreach (int output in outputs.SomeElements(random, MostUnitDirections))
        {
            var cotangent = new double[outputs.Length];
            cotangent[output] = 1;
            CompareGradient(check, vjp(cotangent), jacobian.Weighted(cotangent), outputs.Place(output));
        }

        for (int i = 0; i < RandomDirections; i++)
        {
            double[] cotangent = outputs.Random(random);
            CompareGradient(check, vjp(cotangent), jacobian.Weighted(cotangent), output: null);
        }
    }

    /// <summary>A Jacobian-vector product against differences: for single inputs, and for random tangents.</summary>
    public void CheckJvp(string name, Func<double[], double[]> jvp)
    {
        string check = $"{name} against central differences";
        foreach (int input in inputs.SomeElements(random, MostUnitDirections))
        {
            var tangent = new double[inputs.Length];
            tangent[input] = 1;
            CompareTangent(check, jvp(tangent), jacobian.Along(tangent), inputs.Place(input));
        }

        for (int i = 0; i < RandomDirections; i++)
        {
            double[] tangent = inputs.Random(random);
            CompareTangent(check, jvp(tangent), jacobian.Along(tangent), input: null);
        }
    }

    /// <summary>⟨v̄, J·u⟩ = ⟨Jᵀ·v̄, u⟩ for random v̄ and u.</summary>
    public void CheckAdjointIdentity(string check, Func<double[], double[]> vjp, Func<double[], double[]> jvp)
    {
        for (int i = 0; i < RandomDirections; i++)
        {
            double[] cotangent = outputs.Random(random);
            double[] tangent = inputs.Random(random);
            (double reverse, double reverseScale) = Dot(vjp(cotangent), tangent);
            (double forward, double forwardScale) = Dot(cotangent, jvp(tangent));
            double tolerance = precision.OfAgreement(reverseScale + forwardScale, jacobian.Magnitude);
            findings.Compare(check, reverse, forward, tolerance, input: null, output: null);
        }
    }

    /// <summary>Two computations of the same product, for random cotangents.</summary>
    public void CheckSameVjp(string check, Func<double[], double[]> vjp, Func<double[], double[]> expected)
    {
        for (int i = 0; i < RandomDirections; i++)
        {
            double[] cotangent = outputs.Random(random);
            CheckSameGradient(check, vjp(cotangent), expected(cotangent));
        }
    }

    /// <summary>Two gradients that differ by rounding only.</summary>
    public void CheckSameGradient(string check, double[] gradient, double[] expected)
    {
        double tolerance = precision.OfAgreement(NumericJacobian.LargestMagnitude(expected), jacobian.Magnitude);
        for (int i = 0; i < gradient.Length; i++)
        {
            findings.Compare(check, gradient[i], expected[i], tolerance, inputs.Place(i), output: null);
        }
    }

    /// <summary>The gradient of a scalar function against differences.</summary>
    public void CheckGradient(string name, double[] gradient) =>
        CompareGradient($"{name} against central differences", gradient, jacobian.Weighted([1]), outputs.Place(0));

    private void CompareGradient(
        string check, double[] gradient, (double[] Numeric, double[] Tolerance) expected, (string, int?)? output)
    {
        for (int i = 0; i < gradient.Length; i++)
        {
            findings.Compare(check, gradient[i], expected.Numeric[i], expected.Tolerance[i], inputs.Place(i), output);
        }
    }

    private void CompareTangent(
        string check, double[] tangent, (double[] Numeric, double[] Tolerance) expected, (string, int?)? input)
    {
        for (int o = 0; o < tangent.Length; o++)
        {
            findings.Compare(check, tangent[o], expected.Numeric[o], expected.Tolerance[o], input, outputs.Place(o));
        }
    }

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
