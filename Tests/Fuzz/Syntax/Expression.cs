namespace StaticAd.Tests.Fuzz.Syntax;

/// <summary>A C# expression: its type, and its text with holes for its operands.</summary>
internal sealed record Expression(string Type, string Text, params Expression[] Operands)
{
    public int Size => 1 + Operands.Sum(operand => operand.Size);

    public override string ToString() => Holes.Fill(Text, hole => Operands[hole].ToString());
}
