using System.Diagnostics.CodeAnalysis;

namespace StaticAd.GradChecks;

/// <summary>Compares second derivatives with central differences of the gradient, and with each other.</summary>
[RequiresDynamicCode("Emits code.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal sealed class SecondOrderCheck(
    CheckedPoint at, MethodFamily family, FamilyCalls calls, Findings findings, GradCheckOptions options)
{
    private readonly VectorLayout _inputs = at.Function.Signature.Inputs;

    public void Run()
    {
        if ((family.Gradient ?? family.ValueAndGradient) is null)
        {
            findings.Remark("Second derivatives are not checked, because there is no gradient to take differences of.");
            return;
        }

        double[]? hessian = Hessian();
        DerivativeChecks checks = Checks();
        if (family.Hvp is { } hvp)
        {
            checks.CheckJvp(hvp.Name, tangent => calls.Hvp(hvp, tangent));
            double[] tangent = _inputs.Random(at.Random);
            checks.CheckRepeated(hvp.Name, () => calls.Hvp(hvp, tangent), options.NondetTol, _inputs);
        }

        if (hessian is null)
        {
            return;
        }

        findings.Note(family.Hessian!.Name);
        checks.CheckJvp(family.Hessian.Name, tangent => Times(hessian, tangent));
        CheckSymmetry(hessian);
        if (family.Hvp is { } product)
        {
            checks.CheckSameGradient(
                $"{family.Hessian.Name} against {product.Name}", Times(hessian, Direction(out double[] tangent)), calls.Hvp(product, tangent));
        }
    }

    /// <summary>The Hessian, if there is one that can be afforded.</summary>
    private double[]? Hessian()
    {
        if (family.Hessian is not { } matrix)
        {
            return null;
        }

        if (at.Probes.Affords(_inputs.Length, _inputs.Length))
        {
            return calls.Matrix(matrix, _inputs.Length);
        }

        findings.LeaveOut(matrix.Name, _inputs.Length, _inputs.Length);
        return null;
    }

    private double[] Direction(out double[] tangent) => tangent = _inputs.Random(at.Random);

    private DerivativeChecks Checks()
    {
        var gradient = new VectorLayout([.. _inputs.Segments.Select(static input => input with { Name = $"the gradient by {input.Name}" })]);
        var differences = new CentralDifferences(
            point => Gradient(new FamilyCalls(at.Function.At(point), findings)), _inputs, at.Function.Point, Gradient(calls),
            Tolerances.OfGradient(options, at.Precision, _inputs),
            (direction, output, kink) => findings.Report(direction, gradient.Place(output), kink));
        var jacobian = new NumericJacobian(at.Probes.Inputs, differences.Along, Gradient(calls), Tolerances.OfGradient(options, at.Precision, _inputs));
        return new DerivativeChecks(findings, jacobian, _inputs, gradient, at.Probes, "central differences of the gradient", at.Random);
    }

    private double[] Gradient(FamilyCalls calls) => family.ValueAndGradient is { } gradient ? calls.ValueAndGradient(gradient) : calls.Gradient(family.Gradient!);

    private double[] Times(double[] hessian, double[] tangent) => [.. Enumerable.Range(0, _inputs.Length).Select(row =>
        Enumerable.Range(0, _inputs.Length).Where(column => tangent[column] != 0).Sum(column => hessian[(row * _inputs.Length) + column] * tangent[column]))];

    private void CheckSymmetry(double[] hessian)
    {
        for (int row = 0; row < _inputs.Length; row++)
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
