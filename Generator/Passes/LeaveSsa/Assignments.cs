using StaticAd.Generator.Emit;
using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>Writes to variables; the first write to a local in its own scope declares it.</summary>
internal sealed class Assignments(TypeText types)
{
    private readonly HashSet<Variable> _declared = [];

    public bool IsDeclared(Variable variable) => variable.Parameter is not null || _declared.Contains(variable);

    /// <summary>Whether a write in this scope would declare the variable.</summary>
    public bool WouldDeclare(Variable variable, Scope scope) => !IsDeclared(variable) && ReferenceEquals(variable.Scope, scope);

    public void MarkDeclared(Variable variable) => _declared.Add(variable);

    public Statement DeclareEmpty(Variable variable)
    {
        _declared.Add(variable);
        return new Declare(types.Of(variable.DeclaredType), variable.Name, null, Prefix(variable, false));
    }

    public Statement Assign(Variable variable, Expression value, Scope scope)
    {
        if (!IsDeclared(variable))
        {
            if (!ReferenceEquals(variable.Scope, scope))
            {
                throw new InvalidOperationException($"The variable {variable.Name} is written before its scope declares it.");
            }

            _declared.Add(variable);
            return new Declare(types.Of(variable.DeclaredType), variable.Name, value, Prefix(variable, variable.Values.Count == 1));
        }

        return Update(new Name(variable.Name), value);
    }

    /// <summary><c>x = x + e</c> as <c>x += e</c>.</summary>
    public static Statement Update(Expression target, Expression value)
    {
        if (value is Binary { Operator: var op } binary && op >= BinaryOperator.ShiftLeft)
        {
            if (binary.Left.Equals(target))
            {
                return new CompoundAssign(target, op, binary.Right);
            }

            if (op is BinaryOperator.Add or BinaryOperator.Multiply && binary.Right.Equals(target))
            {
                return new CompoundAssign(target, op, binary.Left);
            }
        }

        return new Assign(target, value);
    }

    /// <summary>Writes several variables at once: every value is that before all the writes.</summary>
    public IEnumerable<Statement> AssignAtOnce(IReadOnlyList<(Variable Variable, Expression Value)> writes, Scope scope)
    {
        List<(Variable Variable, Expression Value)> pending =
            [.. writes.Where(write => !(write.Value is Name name && name.Text == write.Variable.Name))];
        var statements = new List<Statement>();
        while (pending.Count > 0)
        {
            int next = pending.FindIndex(write =>
                !pending.Any(other => other.Variable != write.Variable && Reads(other.Value, write.Variable)));
            if (next >= 0)
            {
                statements.Add(Assign(pending[next].Variable, pending[next].Value, scope));
                pending.RemoveAt(next);
                continue;
            }

            List<(Variable Variable, Expression Value)> cycle = Cycle(pending);
            statements.AddRange(Rotate(cycle));
            pending.RemoveAll(write => cycle.Contains(write));
        }

        return statements;
    }

    // Each of the pending writes waits for another; following the waits leads into a circle.
    private static List<(Variable Variable, Expression Value)> Cycle(List<(Variable Variable, Expression Value)> pending)
    {
        var path = new List<(Variable Variable, Expression Value)> { pending[0] };
        while (true)
        {
            Variable awaited = path[path.Count - 1].Variable;
            (Variable Variable, Expression Value) reader =
                pending.First(other => other.Variable != awaited && Reads(other.Value, awaited));
            int seen = path.IndexOf(reader);
            if (seen >= 0)
            {
                return WithReaders([.. path.Skip(seen)], pending);
            }

            path.Add(reader);
        }
    }

    // Whoever reads what the circle overwrites must be written with it, or it would read the new values.
    private static List<(Variable Variable, Expression Value)> WithReaders(
        List<(Variable Variable, Expression Value)> circle, List<(Variable Variable, Expression Value)> pending)
    {
        int known;
        do
        {
            known = circle.Count;
            circle.AddRange(pending.Except(circle).Where(write => circle.Any(member => Reads(write.Value, member.Variable))).ToList());
        }
        while (circle.Count > known);

        return [.. pending.Where(circle.Contains)];
    }

    private IEnumerable<Statement> Rotate(List<(Variable Variable, Expression Value)> cycle)
    {
        if (cycle.All(write => write.Variable.Type is not BufferType))
        {
            var targets = new TupleOf(cycle.Select(write => (Expression)new Name(write.Variable.Name)).ToEquatableArray());
            var values = new TupleOf(cycle.Select(write => write.Value).ToEquatableArray());
            return [new Assign(targets, values)];
        }

        // A span is no element of a tuple.
        var statements = new List<Statement>();
        foreach ((Variable variable, Expression value) in cycle)
        {
            statements.Add(new Declare(types.Of(variable.DeclaredType), NextName(variable), value, "scoped"));
        }

        foreach ((Variable variable, _) in cycle)
        {
            statements.Add(new Assign(new Name(variable.Name), new Name(NextName(variable))));
        }

        return statements;
    }

    private static string NextName(Variable variable) => variable.Name + "Next";

    public static bool Reads(Expression expression, Variable variable) =>
        expression is Name name ? name.Text == variable.Name : Children(expression).Any(child => Reads(child, variable));

    public static IEnumerable<Expression> Children(Expression expression) => expression switch
    {
        Binary binary => [binary.Left, binary.Right],
        Unary unary => [unary.Operand],
        Cast cast => [cast.Operand],
        Conditional conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
        Member member => [member.Target],
        Element element => [element.Buffer, element.Index],
        Invocation call => [call.Function, .. call.Arguments],
        TupleOf tuple => tuple.Elements,
        Creation creation => creation.Members.Select(member => member.Value),
        _ => [],
    };

    // A local span that takes several values may take one of the stack's, which must not leave the method.
    private static string? Prefix(Variable variable, bool single) =>
        variable.DeclaredType is BufferType { Kind: not BufferKind.Array } && !single ? "scoped" : null;
}
