using Microsoft.CodeAnalysis;

namespace StaticAd.Tests.Mutation.Mutants;

/// <summary>A place in a source file, and what could stand there instead: an expression, a statement, or nothing for a statement.</summary>
/// <param name="Operator">The kind of mistake.</param>
/// <param name="Place">The place.</param>
/// <param name="After">What could stand there.</param>
/// <param name="Exchanged">What only can change places if it has one type.</param>
internal sealed record Mutation(string Operator, SyntaxNode Place, string After, (SyntaxNode First, SyntaxNode Second)? Exchanged = null)
{
    public string File => Place.SyntaxTree.FilePath;
}
