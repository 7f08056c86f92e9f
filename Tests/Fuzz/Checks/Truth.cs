using StaticAd.Tests.Fuzz.Duals;

namespace StaticAd.Tests.Fuzz.Checks;

/// <summary>A program's values and derivatives by dual numbers, each derivative with the sum of its absolute terms.</summary>
internal sealed class Truth
{
    private Truth(int inputs, Dual[] values)
    {
        Values = [.. values.Select(value => value.V)];
        Jacobian = new double[values.Length, inputs];
        JacobianTerms = new double[values.Length, inputs];
        Hessian = new double[inputs, inputs];
        HessianTerms = new double[inputs, inputs];
    }

    public double[] Values { get; }

    public double[,] Jacobian { get; }

    public double[,] JacobianTerms { get; }

    /// <summary>The second derivatives of the last output.</summary>
    public double[,] Hessian { get; }

    public double[,] HessianTerms { get; }

    /// <summary>Whether numbers grew so large that rounding errors cannot be told from mistakes.</summary>
    public bool IsWild { get; private set; }

    /// <summary>The largest derivative, as the sum of its absolute terms.</summary>
    public double Largest => JacobianTerms.Cast<double>().Concat(HessianTerms.Cast<double>()).DefaultIfEmpty().Max();

    public static Truth Of(DualDriver driver, double[] point, bool withHessian)
    {
        int inputs = point.Length;
        Dual.IsWild = false;
        var truth = new Truth(inputs, Run(driver, point, 0, 0));
        for (int i = 0; i < inputs; i++)
        {
            for (int j = withHessian ? i : Math.Min(i + 1, inputs - 1); j < (withHessian ? inputs : Math.Min(i + 2, inputs)); j++)
            {
                truth.Note(i, j, Run(driver, point, i, j));
            }

            // One run gives two columns.
            i += withHessian ? 0 : 1;
        }

        truth.IsWild = Dual.IsWild;
        return truth;
    }

    private void Note(int i, int j, Dual[] results)
    {
        for (int row = 0; row < results.Length; row++)
        {
            (Jacobian[row, i], JacobianTerms[row, i]) = (results[row].A, results[row].SumA);
            (Jacobian[row, j], JacobianTerms[row, j]) = (results[row].B, results[row].SumB);
        }

        Hessian[i, j] = Hessian[j, i] = results[^1].C;
        HessianTerms[i, j] = HessianTerms[j, i] = results[^1].SumC;
    }

    private static Dual[] Run(DualDriver driver, double[] point, int first, int second)
    {
        var results = new DualWriter();
        driver.Run(new DualReader(point, first, second), results);
        return [.. results.Results];
    }
}
