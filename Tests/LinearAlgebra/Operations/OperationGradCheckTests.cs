using Xunit;

namespace StaticAd.Tests.Linear.Operations;

// Not run again with less hardware: without vectors it takes minutes, and other tests do the same in few sizes.
/// <summary>First and second derivatives of every operation against differences along directions, over all sizes of lanes, blocks and batches.</summary>
[Trait("Needs", "CompilerOnly")]
public sealed class OperationGradCheckTests
{
    private static readonly int[] Batches = [1, 3, 7, 8, 9, 64];

    private static readonly int[] Sizes = [.. Enumerable.Range(1, 20), 33, 65, 130];

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (string operation in Operations)
        {
            foreach (int n in Sizes)
            {
                cases.Add(operation, n);
            }
        }

        return cases;
    }

    private static IEnumerable<string> Operations => typeof(OperationPrograms).GetMethods()
        .Where(static method => method.IsDefined(typeof(DifferentiableAttribute), inherit: false)).Select(static method => method.Name);

    [Theory]
    [MemberData(nameof(Cases))]
    public void DerivativesAreThoseOfDifferences(string operation, int n)
    {
        int number = Operations.ToList().IndexOf(operation);
        int batch = n > 20 ? 1 : Batches[(n + number) % Batches.Length];
        var random = new Random(n + (1000 * number));
        double[] a = Apart.Matrices(random, n, n, batch), b = Apart.Matrices(random, n, n, batch);
        object[] arguments = typeof(OperationPrograms).GetMethod(operation)!.GetParameters().Length == 3 ? [a, b, n] : [a, n];
        GradCheck.Method(new GradCheckOptions { Fast = true }, typeof(OperationPrograms), operation, arguments).ThrowIfFailed();
    }
}
