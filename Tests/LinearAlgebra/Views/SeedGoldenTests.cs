using Xunit;

namespace StaticAd.Tests.Linear;

/// <summary>Whole expressions against PyTorch's.</summary>
public sealed class SeedGoldenTests
{
    [Fact]
    public void TheExpression()
    {
        foreach (GoldenTable golden in GoldenTable.Read("seed_expr"))
        {
            double[] y = golden.Empty("outputs"), yDot = golden.Empty("outputs"), da = golden.Empty("inputs"), db = golden.Empty("inputs", 1);
            SeedPrograms.ExpressionVjp(Matrices(golden, 0), Matrices(golden, 1), y, golden.Data("cotangents"), da, db);
            golden.Near("outputs", y);
            golden.Near("vjp", da);
            golden.Near("vjp", db, 1);
            SeedPrograms.ExpressionJvp(Matrices(golden, 0), Matrices(golden, 1), y, golden.Data("tangents"), golden.Data("tangents", 1), yDot);
            golden.Near("outputs", y);
            golden.Near("jvp", yDot);
        }
    }

    [Fact]
    public void TheLoss()
    {
        foreach (GoldenTable golden in GoldenTable.Read("seed_loss"))
        {
            double[] da = golden.Empty("inputs"), db = golden.Empty("inputs", 1);
            double loss = SeedPrograms.LossVjp(Matrices(golden, 0), Matrices(golden, 1), golden.Data("cotangents")[0], da, db);
            golden.Near("outputs", [loss]);
            golden.Near("vjp", da);
            golden.Near("vjp", db, 1);
            SeedPrograms.LossJvp(Matrices(golden, 0), Matrices(golden, 1), golden.Data("tangents"), golden.Data("tangents", 1), out double along);
            golden.Near("jvp", [along]);
        }
    }

    [Fact]
    public void TheProductsOfElements()
    {
        foreach (GoldenTable golden in GoldenTable.Read("seed_elementwise"))
        {
            double[] z = golden.Empty("outputs"), zDot = golden.Empty("outputs"), dx = golden.Empty("inputs"), dy = golden.Empty("inputs", 1);
            SeedPrograms.ElementsVjp(Rows(golden, 0), Rows(golden, 1), z, golden.Data("cotangents"), dx, dy);
            golden.Near("outputs", z);
            golden.Near("vjp", dx);
            golden.Near("vjp", dy, 1);
            SeedPrograms.ElementsJvp(Rows(golden, 0), Rows(golden, 1), z, golden.Data("tangents"), golden.Data("tangents", 1), zDot);
            golden.Near("jvp", zDot);
        }
    }

    private static MatrixBatch<double> Matrices(GoldenTable golden, int operand) =>
        new(golden.Data("inputs", operand), golden.Shape("inputs", operand)[^2], golden.Shape("inputs", operand)[^1]);

    private static MatrixBatch<double> Rows(GoldenTable golden, int operand) =>
        new(golden.Data("inputs", operand), 1, golden.Shape("inputs", operand)[^1]);
}
