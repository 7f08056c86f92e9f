using System.Diagnostics.CodeAnalysis;

namespace StaticAd.GradChecks;

/// <summary>Compares second derivatives with central differences of the gradient, and with each other.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class SecondOrderCheck(
    PrimalFunction function, MethodFamily family, FamilyCalls calls, Findings findings, Precision precision, Random random)
{
    private const int MostUnitDirections = 16;
    private const int RandomDirections = 2;
    private readonly VectorLayout _inputs = function.Signature.Inputs;

    public void Run(DerivativeMember gradient)
    {
        double[] value = calls.ValueAndGradient(gradient);
        var numeric = new NumericJacobian(
            point => new FamilyCalls(function.At(point), findings).ValueAndGradient(gradient), _inputs, function.Point, value, precision);
        double[]? hessian = family.Hessian is { } matrix ? calls.Matrix(matrix, _inputs.Length) : null;
        foreach (double[] tangent in Directions())
        {
            (double[] expected, double[] tolerance) = numeric.Along(tangent);
            if (family.Hvp is { } hvp)
            {
                findings.Note(hvp.Name);
                Compare($"{hvp.Name} against central differences of the gradient", calls.Hvp(hvp, tangent), expected, tolerance);
            }

            if (hessian is not null)
            {
                findings.Note(family.Hessian!.Name);
                Compare($"{family.Hessian.Name} against central differences of the gradient", Times(hessian, tangent), expected, tolerance);
            }
        }

        CheckSymmetry(hessian);
    }

    private IEnumerable<double[]> Directions()
    {
        foreach (int input in _inputs.SomeElements(random, MostUnitDirections))
        {
            var unit = new double[_inputs.Length];
            unit[input] = 1;
            yield return unit;
        }

        for (int i = 0; i < RandomDirections; i++)
        {
            yield return _inputs.Random(random);
        }
    }

    private double[] Times(double[] hessian, double[] tangent) => [.. Enumerable.Range(0, _inputs.Length).Select(row =>
        Enumerable.Range(0, _inputs.Length).Where(column => tangent[column] != 0).Sum(column => hessian[(row * _inputs.Length) + column] * tangent[column]))];

    private void Compare(string check, double[] actual, double[] expected, double[] tolerance)
    {
        for (int i = 0; i < actual.Length; i++)
        {
            findings.Compare(check, actual[i], expected[i], tolerance[i], _inputs.Place(i), output: null);
        }
    }

    private void CheckSymmetry(double[]? hessian)
    {
        for (int row = 0; row < _inputs.Length && hessian is not null; row++)
        {
            for (int column = 0; column < row; column++)
            {
                double below = hessian[(row * _inputs.Length) + column], above = hessian[(column * _inputs.Length) + row];
                if (!below.Equals(above))
                {
                    findings.Fail($"{family.Hessian!.Name} is not symmetric: row {row}, column {column} holds {below:R}, its mirror {above:R}.");
                    return;
                }
            }
        }
    }
}
