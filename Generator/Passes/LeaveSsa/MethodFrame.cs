using StaticAd.Generator.Emit;
using StaticAd.Generator.Emit.Tree;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>What stands around a body: the checks of arguments and the memory at the top, the results at the bottom.</summary>
internal sealed class MethodFrame
{
    private readonly GeneratedMethod _method;
    private readonly VariableNames _names;
    private readonly Scope _root;
    private readonly TypeText _types;
    private readonly MemoryOwners _memory;
    private readonly Parameter[] _grids;
    private readonly Parameter[] _jagged;
    private readonly Dictionary<string, string> _elements;

    /// <param name="elements">The names of the runs of elements of arrays of several dimensions, by the array's name.</param>
    public MethodFrame(GeneratedMethod method, VariableNames names, Scope root, TypeText types, Dictionary<string, string> elements)
    {
        _elements = elements;
        ILookup<bool, Parameter> runs = ElementRuns.Used(method).ToLookup(parameter => parameter.IsJagged);
        _grids = [.. runs[false]];
        _jagged = [.. runs[true]];
        _method = method;
        _names = names;
        _root = root;
        _types = types;
        _memory = MemoryOwners.Of(method, names, root, _jagged.Length > 0);
    }

    public IReadOnlyList<Statement> Around(
        MethodResults results,
        Demand demand,
        Definitions definitions,
        Folding folding,
        Variables variables,
        IReadOnlyDictionary<string, Method> callees)
    {
        var expressions = new ExpressionBuilder(definitions, folding, variables, _types, _memory);
        var assignments = new Assignments(_types);
        var steps = new StepLowering(demand, variables, expressions, assignments, _types, _memory, callees);
        var lowering = new Lowering(definitions, demand, folding, variables, expressions, assignments, steps, _types);
        return
        [
            .. _method.Guards.Where(IsOfShape).Select(Check),
            .. _grids.Select(grid => new Declare(_types.Of(grid.Type), _elements[grid.Name], Elements(grid))),
            .. _method.Guards.Where(guard => !IsOfShape(guard)).Select(Check),
            .. _method.Guards.Count > 0 || _grids.Length > 0 ? (Statement[])[new Separator()] : [],
            .. _method.FirstTried is { } faster ? [Try(faster), new Separator()] : (Statement[])[],
            .. Open(),
            .. Gathered(),
            .. lowering.Lower(_method.Body, _root),
            .. Lowering.Stops(_method.Body) ? [] : Scattered(),
            .. Lowering.Stops(_method.Body) ? [] : Finish(results, variables, expressions, assignments),
        ];
    }

    private IfStatement Try(GeneratedMethod faster)
    {
        Parameter result = faster.Parameters.Last();
        string name = _names.Global(result.Name, _root);
        Expression[] arguments =
        [
            .. faster.Parameters.Take(faster.Parameters.Count - 1).Select(Passed),
            new ReferenceArgument("out", _types.Of(result.Type), name),
        ];
        return new IfStatement(new Invocation(new Name(faster.Name), [.. arguments]), [new Return(new Name(name))], []);
    }

    private static Expression Passed(Parameter parameter) => parameter.Passing == Passing.Value
        ? Argument(parameter.DeclaredName)
        : new ReferenceArgument(parameter.Passing == Passing.Out ? "out" : "ref", null, Identifiers.Escape(parameter.DeclaredName));

    private static bool IsOfShape(Guard guard) =>
        guard is Guard.NotNull or Guard.Dense or Guard.ZeroBased or Guard.SameShape or Guard.NoNullRows or Guard.SameRows;

    // The elements of all rows, one row behind the other, and where the rows start and end.
    private IEnumerable<Statement> Gathered()
    {
        var known = new Dictionary<string, Name>();
        Name rows = new(_types.Known("Rows"));
        foreach (Parameter array in _jagged)
        {
            Name bounds = new(Identifiers.Escape(array.Bounds!)), elements = new(_elements[array.Name]);
            var element = (ScalarType)((BufferType)array.Type).Element;
            if (known.TryGetValue(array.Bounds!, out Name measured))
            {
                yield return new Declare($"{_types.Known("Span")}<{_types.Of(element)}>", elements.Text, Allocation(element, new Member(measured, "Length")));
            }
            else
            {
                known.Add(array.Bounds!, elements);
                Expression places = new Binary(BinaryOperator.Multiply, new Literal(2, IrType.Int), new Member(Argument(array.Name), "Length"));
                Expression count = ExpressionBuilder.Call(rows, "Measure", Argument(array.Name), bounds);
                yield return new Declare($"{_types.Known("Span")}<int>", bounds.Text, Allocation(IrType.Int, places));
                yield return new Declare($"{_types.Known("Span")}<{_types.Of(element)}>", elements.Text, Allocation(element, count));
            }


            yield return new Evaluate(ExpressionBuilder.Call(rows, "Gather", Argument(array.Name), elements));
        }
    }

    private Invocation Allocation(ScalarType element, Expression count) =>
        ExpressionBuilder.Call(new Name(_memory.Owner(Storage.Arena)), $"Allocate<{_types.Of(element)}>", count);

    private IEnumerable<Statement> Scattered() => _jagged.Where(array => array.IsWritableSpan).Select(array =>
        new Evaluate(ExpressionBuilder.Call(new Name(_types.Known("Rows")), "Scatter", new Name(_elements[array.Name]), Argument(array.Name))));

    private Parameter? Jagged(string name) => _method.Parameters.FirstOrDefault(parameter => parameter.Name == name && parameter.IsJagged);

    private Expression Elements(Parameter grid) => grid.ViewElements is { } elements
        ? new Member(Argument(grid.Name), elements)
        : ExpressionBuilder.Call(new Name(_types.Known("Grid")), $"Elements<{_types.Of(((BufferType)grid.Type).Element)}>", Argument(grid.Name));

    private Name RowsOrSpan(string name) => Jagged(name) is null ? Buffer(name) : Argument(name);

    // The array of several dimensions is checked by its elements.
    private Name Buffer(string name) => _elements.TryGetValue(name, out string elements) ? new Name(elements) : Argument(name);

    private Statement Check(Guard guard) => guard switch
    {
        Guard.SameShape same => Require("Shape", Argument(same.Array), Argument(same.Reference), NameOf(same.Array), NameOf(same.Reference)),
        Guard.Dense view => Require("Dense", Argument(view.View), NameOf(view.View)),
        Guard.NoNullRows array => Require("NoNullRows", Argument(array.Array), NameOf(array.Array)),
        Guard.SameRows same => Require(
            same.IsWritten ? "SameSeparateRows" : "SameRows", Argument(same.Array), Argument(same.Reference), NameOf(same.Array), NameOf(same.Reference)),
        Guard.Disjoint rows when Jagged(rows.Left) is not null || Jagged(rows.Right) is not null => Require(
            "DisjointRows", RowsOrSpan(rows.Left), RowsOrSpan(rows.Right), NameOf(rows.Left), NameOf(rows.Right)),
        Guard.Outside rows when Jagged(rows.Buffer) is not null => Require(
            "OutsideRows", Reference("in", rows.Scalar), Argument(rows.Buffer), NameOf(rows.Scalar), NameOf(rows.Buffer)),
        Guard.ZeroBased array => Require("ZeroBased", Argument(array.Array), NameOf(array.Array)),
        Guard.SameLength same => Require(
            "Length", Argument(same.Buffer), new Member(Argument(same.Reference), "Length"), NameOf(same.Buffer), NameOf(same.Reference)),
        Guard.Disjoint disjoint => Require(
            "Disjoint", Buffer(disjoint.Left), Buffer(disjoint.Right), NameOf(disjoint.Left), NameOf(disjoint.Right)),
        Guard.Apart apart => Require(
            Jagged(apart.Written) is null ? "Disjoint" : "DisjointRows",
            RowsOrSpan(apart.Written),
            new Verbatim(_types.Known(IfThere(apart.Field))),
            NameOf(apart.Written),
            new Verbatim($"nameof({apart.Field.Split('(').Last().TrimEnd(')')})")),
        Guard.Distinct distinct => Require(
            "Distinct", Reference("in", distinct.Written), Reference("in", distinct.Other), NameOf(distinct.Written), NameOf(distinct.Other)),
        Guard.Outside outside => Require(
            "Outside", Reference("in", outside.Scalar), Buffer(outside.Buffer), NameOf(outside.Scalar), NameOf(outside.Buffer)),
        Guard.Unset unset => Require("Unset", Reference("out", unset.Output)),
        Guard.MatrixLength matrix => Require(
            "Matrix", Argument(matrix.Buffer), Count(matrix.Rows), Count(matrix.Columns), NameOf(matrix.Buffer)),
        Guard.NotNull notNull => Require("NotNull", Argument(notNull.Argument), NameOf(notNull.Argument)),
        _ => throw new ArgumentOutOfRangeException(nameof(guard)),
    };

    // The method itself may never get to the object that holds the array.
    private static string IfThere(string field)
    {
        const string list = "Lists.Elements";
        if (field.StartsWith(list + "<", StringComparison.Ordinal))
        {
            return $"{list}IfThere{field.Substring(list.Length)}";
        }

        string[] path = field.Split('.');
        return path.Length > 2 && path[0] == "this" ? $"{path[0]}.{string.Join("?.", path.Skip(1))}" : field;
    }

    private Expression Count(Extent extent)
    {
        Expression[] lengths = [.. extent.Buffers.GroupBy(buffer => buffer).Select(leaves => CountOf(leaves.Key, leaves.Count()))];
        Expression[] terms = extent.Scalars > 0 || lengths.Length == 0 ? [.. lengths, new Literal(extent.Scalars, IrType.Int)] : lengths;
        return terms.Aggregate((sum, term) => new Binary(BinaryOperator.Add, sum, term));
    }

    private Expression CountOf(string buffer, int leaves) =>
        leaves == 1 ? CountOf(buffer) : new Binary(BinaryOperator.Multiply, CountOf(buffer), new Literal(leaves, IrType.Int));

    private Expression CountOf(string buffer) => Jagged(buffer) is null
        ? new Member(Argument(buffer), "Length")
        : ExpressionBuilder.Call(new Name(_types.Known("Rows")), "Count", Argument(buffer));

    private Evaluate Require(string check, params Expression[] arguments) =>
        new(ExpressionBuilder.Call(new Name(_types.Known("Require")), check, arguments));

    private static Name Argument(string name) => new(Identifiers.Escape(name));

    private ReferenceArgument Reference(string modifier, string name) => new(modifier, null, IsReceiver(name) ? name : Identifiers.Escape(name));

    private Verbatim NameOf(string name) => new(IsReceiver(name) ? $"\"{name}\"" : $"nameof({Identifiers.Escape(name)})");

    private bool IsReceiver(string name) => _method.Parameters.Any(parameter => parameter.Of is { IsReceiver: true } receiver && receiver.Name == name);

    private IEnumerable<Statement> Open()
    {
        if (_method.Tape != TapeUse.None)
        {
            string use = _method.Tape == TapeUse.Replay ? "Replay" : "Record";
            Expression tape = _method.Tape == TapeUse.Rules ? new Name(_types.Known("Arena.Tape")) : Tape();
            yield return Using(_memory.Frame!, ExpressionBuilder.Call(tape, use, new Verbatim($"\"{_method.Frame}\"")));
        }

        if (_memory.Arena is not null && _memory.Arena != _memory.Frame)
        {
            yield return Using(_memory.Arena, ExpressionBuilder.Call(new Name(_types.Known("Arena")), "Enter"));
        }
    }

    private static Declare Using(string variable, Expression source) => new("var", variable, source, "using");

    // The tape is the last parameter that is one: the user's own may come before it.
    private Name Tape()
    {
        Parameter tape = _method.Parameters.Last(parameter =>
            parameter.Type is OpaqueType opaque && Identifiers.Words(opaque.CSharpName).Last() == "Tape");
        return Argument(tape.Name);
    }

    private IEnumerable<Statement> Finish(
        MethodResults results, Variables variables, ExpressionBuilder expressions, Assignments assignments)
    {
        List<(Variable Variable, Expression Value)> writes =
            [.. results.Writes.Select(write => (variables.Of(write.Target), expressions.Build(write.Source)))];
        (StructParameter Of, Expression[] Leaves)[] structs =
            [.. results.Structs.Select(item => (item.Of, Structures.Leaves(item, value => expressions.Build(value))))];
        Expression[] returned = [.. results.Returned.Select(expressions.Build)];
        IrType[] types = [.. results.Returned.Select(value => value.Type)];
        var statements = new List<Statement>();
        foreach ((StructParameter of, Expression[] leaves) in structs)
        {
            SaveOverwritten(leaves, i => of.Shape.Leaves.ElementAt(i).Type, e => IsWritten(e, writes, structs, of.Name), statements);
        }

        SaveOverwritten(returned, i => types[i], e => IsWritten(e, writes, structs, null), statements);
        statements.AddRange(assignments.AssignAtOnce(writes, _root));
        statements.AddRange(structs.Select(item => new Assign(Argument(item.Of.Name), Structures.Build(item.Of.Shape, item.Leaves, _types))));
        if (_method.Tape == TapeUse.Recording)
        {
            statements.Add(new Evaluate(ExpressionBuilder.Call(new Name(_memory.Frame!), "Complete")));
        }

        if (returned.Length > 0)
        {
            statements.Add(new Return(Returned(returned)));
        }

        return statements;
    }

    private Expression Returned(Expression[] returned) =>
        _method.Return.Struct is { } shape ? Structures.Build(shape, returned, _types)
        : returned.Length == 1 ? returned[0]
        : new TupleOf(returned.ToEquatableArray());

    // What is returned, and what structures are made of, is computed from the values before the last writes to ref and out parameters.
    private void SaveOverwritten(Expression[] values, Func<int, IrType> type, Func<Expression, bool> isWritten, List<Statement> statements)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (isWritten(values[i]))
            {
                string name = _names.Global("result", _root);
                statements.Add(new Declare(_types.Of(type(i)), name, values[i]));
                values[i] = new Name(name);
            }
        }
    }

    private static bool IsWritten(
        Expression value,
        List<(Variable Variable, Expression Value)> writes,
        (StructParameter Of, Expression[] Leaves)[] structs,
        string? own) =>
        writes.Any(write => Assignments.Reads(value, write.Variable) && !write.Value.Equals(new Name(write.Variable.Name)))
        || structs.Any(item => item.Of.Name != own && Structures.ReadsLeafOf(value, Identifiers.Escape(item.Of.Name)));
}
