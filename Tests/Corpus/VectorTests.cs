using System.Numerics;
using System.Reflection;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Corpus;

/// <summary>
/// Vectors of <c>System.Numerics</c> are of single precision and cannot be widened as the corpus is; they are checked with the
/// tolerances of single precision.
/// </summary>
public class VectorTests
{
    private const string Program = """
        using System;
        using System.Numerics;
        using StaticAd;

        public static partial class Program
        {
            [Differentiable]
            public static double Vectors(Vector3 a, Vector3 b)
            {
                Vector3 c = Vector3.Cross(a, b) + 2 * a - b / 2;
                c += a * b;
                var unit = Vector3.Normalize(-c);
                return Vector3.Dot(unit, a) + c.Length() + Vector3.Distance(a, b) + Vector3.Lerp(a, b, 0.25F).X
                    + new Vector3(c.X, c.Y, 1).LengthSquared() + Vector3.Reflect(a, Vector3.UnitY).Y;
            }

            [Differentiable]
            public static Vector2 Others(Vector2 a, Vector4 b)
            {
                Vector4 c = b * b / 3 - Vector4.One;
                a.X *= c.W;
                return Vector2.Min(a, new Vector2(c.X, c.Y)) + a * c.Length();
            }
        }
        """;

    public static TheoryData<string, object[]> Cases => new()
    {
        { "Vectors", [new Vector3(0.3F, -1.2F, 2), new Vector3(1, 0.5F, 0.7F)] },
        { "Vectors", [new Vector3(-2, 0.4F, 1), new Vector3(0.25F, 3, -1)] },
        { "Others", [new Vector2(0.3F, -1.2F), new Vector4(1, 0.5F, 0.7F, 2)] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void DerivativesOfVectorsAreRight(string method, object[] arguments)
    {
        var generation = Generation.Run(Toolchain.Compile("Vectors", Toolchain.Parse(Program, "Vectors.cs")), Toolchain.NewGenerator());
        Assert.Empty(generation.Complaints());
        using var image = new MemoryStream();
        Assert.True(generation.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        Type type = Assembly.Load(image.ToArray()).GetType("Program")!;
        var report = GradCheck.Method(type, method, arguments);
        Assert.Empty(report.Failures);
        Assert.Contains(method + "Vjp", report.ToString(), StringComparison.Ordinal);
    }
}
