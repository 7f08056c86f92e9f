using StaticAd.Tests.Fuzz.Programs;
using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Checks;

/// <summary>Programs that are one step smaller than another, the largest steps first. Not all of them compile.</summary>
internal static class Reductions
{
    public static IEnumerable<FuzzProgram> Of(FuzzProgram program)
    {
        return [.. Shorter(program), .. WithoutParts(program), .. Simpler(program)];
    }

    private static IEnumerable<FuzzProgram> WithoutParts(FuzzProgram program)
    {
        if (program.Types.Count > 0)
        {
            yield return program with { Types = [] };
        }

        for (int i = 0; i < program.Methods.Count - 1; i++)
        {
            yield return program with { Methods = [.. program.Methods.Where((_, index) => index != i)] };
        }

        foreach (Parameter parameter in program.Main.Parameters)
        {
            yield return With(program, program.Methods.Count - 1, program.Main with { Parameters = [.. program.Main.Parameters.Where(other => other != parameter)] });
        }
    }

    /// <summary>Without some statements, or with the inner ones of a statement in place of it.</summary>
    private static IEnumerable<FuzzProgram> Shorter(FuzzProgram program)
        => program.Methods.SelectMany((method, index) => Blocks(method.Body).Select(body => With(program, index, method with { Body = body })))
            .OrderBy(candidate => candidate.Size);

    private static IEnumerable<FuzzProgram> Simpler(FuzzProgram program)
        => program.Methods.SelectMany((method, index) => Expressions(method.Body).Select(body => With(program, index, method with { Body = body })))
            .OrderBy(candidate => candidate.Size);

    private static FuzzProgram With(FuzzProgram program, int index, FuzzMethod method)
        => program with { Methods = [.. program.Methods.Select((other, i) => i == index ? method : other)] };

    private static IEnumerable<Block> Blocks(Block block)
    {
        Statement[] all = block.Statements;
        for (int length = all.Length; length > 0; length /= 2)
        {
            for (int from = 0; from + length <= all.Length; from += length)
            {
                yield return new Block([.. all[..from], .. all[(from + length)..]]);
            }
        }

        for (int i = 0; i < all.Length; i++)
        {
            foreach (Block inner in all[i].Blocks)
            {
                yield return Replaced(block, i, inner.Statements);
            }

            for (int b = 0; b < all[i].Blocks.Length; b++)
            {
                foreach (Block inner in Blocks(all[i].Blocks[b]))
                {
                    yield return Replaced(block, i, all[i] with { Blocks = Replaced(all[i].Blocks, b, inner) });
                }
            }
        }
    }

    private static IEnumerable<Block> Expressions(Block block)
    {
        for (int i = 0; i < block.Statements.Length; i++)
        {
            Statement statement = block.Statements[i];
            for (int operand = 0; operand < statement.Operands.Length; operand++)
            {
                foreach (Expression simpler in Simpler(statement.Operands[operand]))
                {
                    yield return Replaced(block, i, statement with { Operands = Replaced(statement.Operands, operand, simpler) });
                }
            }

            for (int b = 0; b < statement.Blocks.Length; b++)
            {
                foreach (Block inner in Expressions(statement.Blocks[b]))
                {
                    yield return Replaced(block, i, statement with { Blocks = Replaced(statement.Blocks, b, inner) });
                }
            }
        }
    }

    /// <summary>A constant, a part of the same type, or the same with a simpler part.</summary>
    private static IEnumerable<Expression> Simpler(Expression expression)
    {
        if (expression.Operands.Length == 0)
        {
            yield break;
        }

        foreach (string constant in Constants(expression.Type))
        {
            yield return new Expression(expression.Type, constant);
        }

        foreach (Expression part in Parts(expression).Where(part => part.Type == expression.Type))
        {
            yield return part;
        }

        for (int i = 0; i < expression.Operands.Length; i++)
        {
            foreach (Expression simpler in Simpler(expression.Operands[i]))
            {
                yield return expression with { Operands = Replaced(expression.Operands, i, simpler) };
            }
        }
    }

    private static IEnumerable<Expression> Parts(Expression expression)
        => expression.Operands.Concat(expression.Operands.SelectMany(Parts));

    private static string[] Constants(string type) => type switch
    {
        "double" => ["1.5"],
        "float" => ["1.5f"],
        "Half" or NumberTypes.Parameter => [NumberTypes.Constant(type, "1.5")],
        Complexes.Type => ["new Complex(1.5, 0.5)"],
        "int" => ["0", "1"],
        "bool" => ["true", "false"],
        _ => [],
    };

    private static Block Replaced(Block block, int index, params Statement[] statements)
        => new([.. block.Statements[..index], .. statements, .. block.Statements[(index + 1)..]]);

    private static T[] Replaced<T>(T[] items, int index, T item) => [.. items[..index], item, .. items[(index + 1)..]];
}
