using System.Diagnostics.CodeAnalysis;

namespace StaticAd.GradChecks;

/// <summary>Compares the batched methods with one call per element, at points around the caller's.</summary>
/// <remarks>Vector functions round differently from scalar ones, so the values are compared with a tolerance too.</remarks>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class BatchCheck(
    CheckedPoint at, MethodFamily family, Findings findings, GradCheckOptions options)
{
    // Two of the widest vectors of floats, four of doubles, and a tail.
    private static readonly int[] s_lengths = [37, 1];

    private readonly FunctionSignature _signature = at.Function.Signature;

    public void CheckValues(DerivativeMember member)
    {
        foreach (int length in s_lengths)
        {
            CompareValues(member, length, Points(length));
        }
    }

    public void CheckGradients(DerivativeMember member)
    {
        foreach (int length in s_lengths)
        {
            object?[][] points = Points(length);
            CompareGradients(member, points, CompareValues(member, length, points));
        }
    }

    private Invocation CompareValues(DerivativeMember member, int length, object?[][] points)
    {
        Segment result = _signature.Outputs.Segments[0];
        Invocation call = member.Invoke(parameter => parameter.Role switch
        {
            Role.Primal => Column(parameter.Index, points),
            Role.BatchValue => Buffer(result, length).Poison(),
            _ => Buffer(_signature.Inputs.Segments[parameter.Index], length).Poison(),
        });
        var values = new double[length];
        member.Gather(call, Role.BatchValue, new VectorLayout([Buffer(result, length)]), values);
        double[] expected = [.. points.Select(point => at.Function.OutputsOf(at.Function.Invoke(Invocation.Copy(point)))[0])];
        Compare($"{member.Name} against {_signature.Method.Name}", values, expected, input: null);
        return call;
    }

    private void CompareGradients(DerivativeMember member, object?[][] points, Invocation call)
    {
        var layout = new VectorLayout([.. _signature.Inputs.Segments.Select(input => Buffer(input, points.Length))]);
        var gradients = new double[layout.Length];
        member.Gather(call, Role.Gradient, layout, gradients);
        double[][] expected = [.. points.Select(point => ExpectedGradient(member, point, gradients, points))];
        for (int i = 0; i < _signature.Inputs.Length && family.Vjp != null; i++)
        {
            double[] column = gradients.AsSpan(i * points.Length, points.Length).ToArray();
            Compare($"{member.Name} against {family.Vjp.Name}", column, [.. expected.Select(gradient => gradient[i])], _signature.Inputs.Place(i).Name);
        }
    }

    /// <summary>The gradient at one point; where there is no other derivative to ask, differences are compared at once.</summary>
    private double[] ExpectedGradient(DerivativeMember member, object?[] point, double[] gradients, object?[][] points)
    {
        PrimalFunction single = at.Function.With(point);
        if (family.Vjp is { } vjp)
        {
            return new FamilyCalls(single, findings).Vjp(vjp, [1]);
        }

        int index = Array.IndexOf(points, point);
        VectorLayout inputs = _signature.Inputs;
        Tolerances tolerances = Tolerances.Of(options, at.Precision, inputs, _signature.Outputs);
        double[] value = single.OutputsOf(single.Outcome);
        var differences = new CentralDifferences(single.Evaluate, inputs, single.Point, value, tolerances);
        Direction[] units = [.. Enumerable.Range(0, inputs.Length).Select(element => Direction.Unit(inputs, element))];
        Expectation[] expected = new NumericJacobian(units, differences.Along, value, tolerances).Weighted([1]);
        for (int i = 0; i < expected.Length; i++)
        {
            findings.Compare(
                $"{member.Name} against central differences", gradients[i * points.Length + index], expected[i], (inputs.Place(i).Name, index), output: null);
        }

        return [.. expected.Select((slope, i) => slope.Nearest(gradients[i * points.Length + index]))];
    }

    private void Compare(string check, double[] actual, double[] expected, string? input)
    {
        double scale = NumericJacobian.LargestMagnitude([.. expected.Where(double.IsFinite)]);
        double tolerance = at.Precision.OfAgreement(10 * scale, 1);
        for (int i = 0; i < actual.Length; i++)
        {
            if (double.IsFinite(expected[i]) || !actual[i].Equals(expected[i]))
            {
                var one = new Expectation(expected[i], expected[i], tolerance);
                findings.Compare(check, actual[i], one, input == null ? null : (input, i), _signature.Outputs.Place(0));
            }
        }
    }

    /// <summary>The caller's point first, then others within one percent of it.</summary>
    private object?[][] Points(int length) => [.. Enumerable.Range(0, length).Select(i =>
    {
        object?[] point = at.Function.Arguments;
        foreach (FunctionParameter parameter in _signature.Parameters.Where(DerivativeContract.IsFloating))
        {
            double factor = i == 0 ? 1 : 1 + 0.01 * (2 * at.Random.NextDouble() - 1);
            point[parameter.Position] = point[parameter.Position] switch
            {
                double x => x * factor,
                float x => (float)(x * factor),
                Half x => (Half)((double)x * factor),
                object other => other,
                null => null,
            };
        }

        return point;
    })];

    /// <summary>One parameter's values over the batch; what is not floating-point is one for all.</summary>
    private object? Column(int parameter, object?[][] points)
    {
        FunctionParameter described = _signature.Parameters[parameter];
        return described.ElementType == typeof(double) ? Array.ConvertAll(points, point => (double)point[parameter]!)
            : described.ElementType == typeof(float) ? Array.ConvertAll(points, point => (float)point[parameter]!)
            : described.ElementType == typeof(Half) ? Array.ConvertAll(points, point => (Half)point[parameter]!)
            : points[0][parameter];
    }

    private static Segment Buffer(Segment scalar, int length) => scalar with { IsBuffer = true, Length = length };
}
