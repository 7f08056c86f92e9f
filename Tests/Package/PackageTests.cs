using System.Runtime.InteropServices;
using Xunit;

namespace StaticAd.Tests.Package;

/// <summary>The package as a user meets it: restored into a fresh project, it differentiates, diagnoses, and compiles ahead of time.</summary>
[Trait("Needs", "OwnProcess")]
[Collection(OwnProcess.Name)]
public class PackageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Program = """
        using StaticAd;

        double value = Model.FunctionValueAndGradient(3, 2, out double dx, out double dy);
        Console.WriteLine($"func value: {value}");
        Console.WriteLine($"partial x: {dx}");
        Console.WriteLine($"partial y: {dy}");

        double[] values = new double[9];
        double[] dxs = new double[9];
        double[] dys = new double[9];
        Model.FunctionValueAndGradientBatch(
            Enumerable.Repeat(3.0, 9).ToArray(), Enumerable.Repeat(2.0, 9).ToArray(), values, dxs, dys);
        Console.WriteLine($"batch: {values.Sum()} {dxs.Sum()} {dys.Sum()}");

        double[] gradient = new double[4];
        double product = Model.ProductsValueAndGradient([1, 2, 3, 4], gradient);
        Console.WriteLine($"loop: {product} [{string.Join(", ", gradient)}]");

        using var tape = new Tape();
        Model.ProductsForward([1, 2, 3, 4], tape);
        Model.ProductsBackward([1, 2, 3, 4], 1, gradient, tape);
        Console.WriteLine($"sweeps: [{string.Join(", ", gradient)}]");

        internal static partial class Model
        {
            [Differentiable(Batch = true)]
            public static double Function(double x, double y) => y * (x * x - x * y + y);

            [Differentiable]
            public static double Products(ReadOnlySpan<double> x)
            {
                double product = 1;
                for (int i = 0; i < x.Length; i++)
                {
                    product *= x[i];
                }

                return product;
            }
        }

        """;

    private const string Printed = """
        func value: 10
        partial x: 8
        partial y: 1
        batch: 90 72 9
        loop: 24 [24, 12, 8, 6]
        sweeps: [48, 24, 16, 12]
        """;

    private const string Unsupported = """
        using StaticAd;

        internal static partial class Broken
        {
            [Differentiable]
            public static double Quotient(double x)
            {
                try
                {
                    return 1 / x;
                }
                catch (DivideByZeroException)
                {
                    return 0;
                }
            }
        }

        """;

    [Fact]
    public void CompilersAndEditorsGetNothingButOurOwnAssemblies()
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(Directory.GetFiles(package.Feed, "*.nupkg").Single());
        Assert.Equal(
            ["analyzers/dotnet/cs/StaticAd.Analyzers.dll", "analyzers/dotnet/cs/StaticAd.CodeFixes.dll", "analyzers/dotnet/cs/StaticAd.Generator.dll", "lib/net10.0/StaticAd.dll"],
            archive.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AFreshProjectDifferentiates()
    {
        var project = package.NewProject("Fresh", Program);
        var run = ChildProcess.Dotnet(project, "run", "-c", "Release");
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(Printed.ReplaceLineEndings(), run.Output.TrimEnd());
    }

    [Fact]
    public void AFreshProjectIsToldWhatIsNotSupported()
    {
        var project = package.NewProject("Diagnosed", Program);
        File.WriteAllText(Path.Combine(project, "Broken.cs"), Unsupported);
        var build = ChildProcess.Dotnet(project, "build", "-c", "Release");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Matches(@"Broken\.cs\(8,\d+\): error SAD\d{4}: ", build.Output);
        Assert.DoesNotMatch("error CS|warning", build.Output);
    }

    [Fact]
    public void NativeCompilationHasNothingToWarnOf()
    {
        Assert.SkipUnless(HasCToolchain(), "NativeAOT links with clang or gcc, and this machine has neither.");
        var project = package.NewProject("Native", Program);
        var publish = ChildProcess.Dotnet(project,
            "publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true", "-o", "out");
        Assert.True(publish.ExitCode == 0, publish.Output);
        Assert.DoesNotContain("warning", publish.Output, StringComparison.OrdinalIgnoreCase);
        var executable = Path.Combine(project, "out", OperatingSystem.IsWindows() ? "Native.exe" : "Native");
        var run = ChildProcess.Run(executable, project, [], new Dictionary<string, string>());
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(Printed.ReplaceLineEndings(), run.Output.TrimEnd());
    }

    private static bool HasCToolchain()
        => !OperatingSystem.IsLinux() || (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(directory => File.Exists(Path.Combine(directory, "clang")) || File.Exists(Path.Combine(directory, "gcc")));
}
