namespace StaticAd.Tests.Harness;

/// <summary>A marked method whose family has the contract's signatures, so that a driver can call it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Batch">Whether its batched methods are there too.</param>
internal sealed record CheckableMethod(MarkedMethod Method, bool Batch)
{
    /// <summary>The method if it can be called from outside as the contract says, and how it deviates.</summary>
    public static (CheckableMethod? Method, IReadOnlyList<string> Deviations) Of(MarkedMethod method)
    {
        var deviations = ContractCheck.Deviations(method, batch: false).ToArray();
        string[] batchDeviations = (method.Batch, method.HasBatch) switch
        {
            _ when method.Symbol.IsGenericMethod && !method.IsBatchable => [],
            (true, true) => [.. ContractCheck.Deviations(method, batch: true)],
            (true, false) => [$"{method.DisplayName} has no batched derivatives."],
            _ => [],
        };
        var checkable = deviations.Length == 0 && method.IsReachable
            ? new CheckableMethod(method, method is { Batch: true, IsBatchable: true } && batchDeviations.Length == 0)
            : null;
        return (checkable, [.. deviations, .. batchDeviations]);
    }
}
