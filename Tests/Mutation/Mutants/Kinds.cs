namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>The kinds of mistakes.</summary>
internal static class Kinds
{
    public const string Sign = "sign";
    public const string Term = "term dropped";
    public const string Swap = "operands swapped";
    public const string Zeroing = "zeroing forgotten";
    public const string Number = "number changed";
    public const string Condition = "condition changed";
    public const string Filter = "step of a query dropped";
    public const string Effect = "statement deleted";
}
