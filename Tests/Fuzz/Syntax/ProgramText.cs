using System.Text;
using System.Text.RegularExpressions;

namespace StaticAd.Tests.Fuzz.Syntax;

/// <summary>Prints programs as C#.</summary>
internal sealed partial class ProgramText
{
    private readonly StringBuilder _text = new();

    private readonly string? _instance;
    private string? _bound;

    private ProgramText(string? instance) => _instance = instance;

    /// <summary>A file of the corpus: one static partial class with the directive that names the arguments.</summary>
    public static string Of(FuzzProgram program, string className)
    {
        var printer = new ProgramText(program.Instance);
        printer.Line(0, "using System;");
        printer.Line(0, "using StaticAd;");
        printer.Line(0, "");
        printer.Line(0, "namespace StaticAd.Corpus;");
        printer.Line(0, "");
        printer.Line(0, $"public static partial class {className}");
        printer.Line(0, "{");
        foreach (string type in program.Types)
        {
            printer.Lines(1, type);
            printer.Line(0, "");
        }

        foreach (FuzzMethod method in program.Methods)
        {
            bool isMain = method == program.Main;
            printer._bound = isMain && program.IsPlain ? program.Instance : null;
            printer.Method(method, isMain);
        }

        printer._bound = null;

        printer.Line(0, "}");
        string text = printer._text.ToString();
        text = Numerics().IsMatch(text) ? text.Replace("using System;\n", "using System;\nusing System.Numerics;\n", StringComparison.Ordinal) : text;
        return Queries().IsMatch(text) ? text.Replace("using System;\n", "using System;\nusing System.Linq;\n", StringComparison.Ordinal) : text;
    }

    [GeneratedRegex(@"\bEnumerable\.|\.(Sum|Average|Max|Min|Aggregate|Count|Any|All|First|Last|Select|Where|Zip|Skip|Take|Index|ToArray)\(")]
    private static partial Regex Queries();

    [GeneratedRegex(@"\b(Complex|IFloatingPointIeee754)\b")]
    private static partial Regex Numerics();

    private void Method(FuzzMethod method, bool isMain)
    {
        bool isGeneric = _instance is not null && _bound is null;
        if (isMain)
        {
            string arguments = string.Join(", ", method.Parameters.Where(parameter => parameter.Modifier != "out ").Select(parameter => parameter.Argument));
            Line(1, isGeneric ? $"// check<{_instance}>: {Instances.Bind(arguments, _instance!)}" : $"// check: {arguments}");
        }

        if (method.Mark.Length > 0)
        {
            Line(1, method.Mark);
        }

        Line(1, $"{(isMain || method.Mark.Length > 0 ? "public" : "private")} static {method.ReturnType} {method.Name}{(isGeneric ? "<T>" : "")}({string.Join(", ", method.Parameters)})");
        if (isGeneric)
        {
            Line(2, Instances.Constraint);
        }

        Block(1, method.Body);
        if (!isMain)
        {
            Line(0, "");
        }
    }

    private void Block(int depth, Block block)
    {
        Line(depth, "{");
        foreach (Statement statement in block.Statements)
        {
            Statement(depth + 1, statement);
        }

        Line(depth, "}");
    }

    private void Statement(int depth, Statement statement)
    {
        foreach (string line in statement.Text.Split('\n'))
        {
            string code = line.TrimStart(' ');
            int inner = depth + (line.Length - code.Length) / 4;
            if (code is ['@', var digit])
            {
                Block(inner, statement.Blocks[digit - '0']);
            }
            else
            {
                Line(inner, Holes.Fill(code, hole => Operand(code, hole, statement.Operands[hole].ToString())));
            }
        }
    }

    // What an operator or a cast stands before keeps its parentheses.
    private static string Operand(string code, int hole, string operand)
    {
        int at = code.IndexOf("$" + hole, StringComparison.Ordinal);
        string before = code[..at];
        bool begins = before.Length == 0 || before[^1] is '(' or '[' || before.EndsWith("= ", StringComparison.Ordinal)
            || before.EndsWith("return ", StringComparison.Ordinal);
        return begins && at + 2 < code.Length && code[at + 2] is ')' or ';' or ',' or ']' ? Holes.Bare(operand) : operand;
    }

    private void Lines(int depth, string text)
    {
        foreach (string line in text.Split('\n'))
        {
            Line(line.Length == 0 ? 0 : depth, line);
        }
    }

    private void Line(int depth, string text)
        => _text.Append(' ', 4 * depth).Append(_bound is null ? text : Instances.Bind(text, _bound)).Append('\n');
}
