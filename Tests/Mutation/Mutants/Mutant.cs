namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>One mistake put into the generator on purpose.</summary>
/// <param name="Number">Its number among the mutants of its seed.</param>
/// <param name="File">The source file, from the root of the repository.</param>
/// <param name="Line">The line in it.</param>
/// <param name="Operator">The kind of mistake.</param>
/// <param name="Before">What stands there.</param>
/// <param name="After">What the mutant has instead; empty where it has nothing.</param>
/// <param name="IsStatic">Whether it takes effect when its type is initialized, once in a process.</param>
internal sealed record Mutant(int Number, string File, int Line, string Operator, string Before, string After, bool IsStatic);
