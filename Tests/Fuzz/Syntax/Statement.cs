namespace StaticAd.Tests.Fuzz.Syntax;

/// <summary>Statements in braces.</summary>
internal sealed record Block(params Statement[] Statements)
{
    public int Size => Statements.Sum(statement => statement.Size);
}

/// <summary>A C# statement: lines of text with holes for expressions, and lines <c>@0</c>, <c>@1</c> where its blocks stand.</summary>
internal sealed record Statement(string Text, Expression[] Operands, params Block[] Blocks)
{
    public Statement(string text, params Expression[] operands)
        : this(text, operands, [])
    {
    }

    public int Size => 1 + Operands.Sum(operand => operand.Size) + Blocks.Sum(block => block.Size);
}
