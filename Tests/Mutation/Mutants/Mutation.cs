using Microsoft.CodeAnalysis;

namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>A place in a source file, and what could stand there instead: an expression, a statement, or nothing for a statement.</summary>
internal sealed record Mutation(string Operator, SyntaxNode Place, string After);
