using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Emit;

/// <summary>Writes statements, each on its own lines.</summary>
internal sealed class StatementWriter(CodeWriter code)
{
    public void Write(IReadOnlyList<Statement> statements)
    {
        Statement? previous = null;
        foreach (Statement statement in statements)
        {
            if (statement is Separator ? previous is not null and not Separator : previous is not null && EndsWithBrace(previous))
            {
                code.Line("");
            }

            Write(statement);
            previous = statement;
        }
    }

    private static bool EndsWithBrace(Statement statement) => statement is IfStatement or ForStatement or WhileStatement;

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Declare declare:
                WriteDeclaration(declare);
                break;
            case Assign assign:
                Terminated($"{ExpressionWriter.Text(assign.Target, true)} = ", assign.Assigned, false);
                break;
            case CompoundAssign { Operand: Literal { Number: 1, Type.IsInteger: true }, Operator: BinaryOperator.Add or BinaryOperator.Subtract } step:
                code.Line($"{ExpressionWriter.Text(step.Target, true)}{(step.Operator == BinaryOperator.Add ? "++" : "--")};");
                break;
            case CompoundAssign assign:
                Terminated($"{ExpressionWriter.Text(assign.Target, true)} {Operators.Text(assign.Operator)}= ", assign.Operand, false);
                break;
            case Evaluate evaluate:
                Terminated("", evaluate.Expression, true);
                break;
            case Break:
                code.Line("break;");
                break;
            case Return { Result: null }:
                code.Line("return;");
                break;
            case Return { Result: { } result }:
                Terminated("return ", result, false);
                break;
            default:
                WriteNested(statement);
                break;
        }
    }

    private void WriteNested(Statement statement)
    {
        switch (statement)
        {
            case IfStatement branch:
                WriteIf(branch, "if (");
                break;
            case ForStatement loop:
                WriteFor(loop);
                break;
            case WhileStatement loop:
                Header("while (", loop.Condition);
                Body(loop.Body);
                break;
        }
    }

    private void WriteDeclaration(Declare declare)
    {
        string prefix = declare.Prefix is null ? "" : declare.Prefix + " ";
        string head = $"{prefix}{declare.Type} {declare.Variable}";
        if (declare.Initial is null)
        {
            code.Line(head + ";");
            return;
        }

        Terminated(head + " = ", declare.Initial, declare.Type == "var");
    }

    private void WriteIf(IfStatement branch, string keyword)
    {
        Header(keyword, branch.Condition);
        Body(branch.Then);
        if (branch.Else.Count == 1 && branch.Else[0] is IfStatement chained)
        {
            WriteIf(chained, "else if (");
        }
        else if (branch.Else.Count > 0)
        {
            code.Line("else");
            Body(branch.Else);
        }
    }

    private void WriteFor(ForStatement loop)
    {
        string start = ExpressionWriter.Text(loop.Start, false);
        string condition = ExpressionWriter.Text(loop.Condition, true);
        string step = loop.Step switch
        {
            1 => "++",
            -1 => "--",
            > 0 => $" += {loop.Step}",
            _ => $" -= {-(long)loop.Step}",
        };
        code.Line($"for ({loop.Type} {loop.Variable} = {start}; {condition}; {loop.Variable}{step})");
        Body(loop.Body);
    }

    private void Body(EquatableArray<Statement> statements)
    {
        code.Open();
        Write(statements);
        code.Close();
    }

    private void Header(string keyword, Expression condition) =>
        code.Line(keyword + BrokenLines.Text(condition, true, code.Column + 4, code.Column + keyword.Length) + ")");

    private void Terminated(string head, Expression expression, bool typed) =>
        code.Line(head + BrokenLines.Text(expression, typed, code.Column + 4, code.Column + head.Length) + ";");
}
