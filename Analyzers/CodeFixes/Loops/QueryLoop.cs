using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace StaticAd.CodeFixes;

/// <summary>The loop that computes what a query does: statements, and what stands for the query after them.</summary>
internal sealed class QueryLoop
{
    private readonly Query _query;
    private readonly SemanticModel _model;
    private readonly FreshNames _names;
    private readonly List<string> _before = [];
    private readonly List<string> _body = [];
    private readonly string _result;
    private string? _count;

    private QueryLoop(Query query, SemanticModel model, SyntaxNode method)
    {
        _query = query;
        _model = model;
        IEnumerable<SyntaxNode> lambdas = query.Stages.Select(stage => stage.Body.Parent!);
        _names = new FreshNames(method, lambdas.SelectMany(lambda => lambda.DescendantTokens()).Where(IsOfElement));
        _result = _names.Of(query.Last switch { "Sum" or "Average" => "sum", "Max" => "max", "Min" => "min", _ => "result" });
        string element = _names.Of(query.Stages.FirstOrDefault()?.Element.Identifier.ValueText ?? (query.IsRange ? "i" : "value"));
        string head = query.IsRange ? ForHead(element) : ForEachHead(element);
        AddStages(element);
        string start = $"{Accumulator} {_result} = {Start};\n";
        Statements = Parse($"{string.Concat(_before.Prepend(start))}{head}\n{{\n{string.Concat(_body)}}}\n");
        Value = SyntaxFactory.ParseExpression(ValueText());
    }

    public IReadOnlyList<StatementSyntax> Statements { get; }

    /// <summary>What stands in the place of the query.</summary>
    public ExpressionSyntax Value { get; }

    public static QueryLoop Of(Query query, SemanticModel model, SyntaxNode method) => new(query, model, method);

    private bool IsSingle => _query.Result.SpecialType == SpecialType.System_Single;

    private bool IsSum => _query.Last is "Sum" or "Average";

    // The library adds numbers of type float as numbers of type double.
    private string Accumulator => IsSingle && !IsSum ? "float" : "double";

    private string Start => _query switch
    {
        { Seed: { } seed } => seed.ToString(),
        { Last: "Max" } => Accumulator + ".NegativeInfinity",
        { Last: "Min" } => Accumulator + ".PositiveInfinity",
        _ => "0",
    };

    private string ForEachHead(string element)
    {
        ITypeSymbol source = _model.GetTypeInfo(_query.Source).Type!;
        ITypeSymbol type = source is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)source).TypeArguments[0];
        return $"foreach ({Text(type)} {element} in {_query.Source})";
    }

    private string ForHead(string element)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = ((InvocationExpressionSyntax)_query.Source).ArgumentList.Arguments;
        string from = arguments[0].Expression.ToString(), count = arguments[1].Expression.ToString();
        if (arguments[1].Expression is not (IdentifierNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax))
        {
            string name = _names.Of("count");
            _before.Add($"int {name} = {count};\n");
            count = name;
        }

        _count = count;
        string end = from == "0" ? count : $"{from} + {count}";
        return $"for (int {element} = {from}; {element} < {end}; {element}++)";
    }

    private void AddStages(string element)
    {
        string current = element;
        for (int i = 0; i < _query.Stages.Count; i++)
        {
            Stage stage = _query.Stages[i];
            ExpressionSyntax body = Renamed(stage, current);
            if (stage.IsFilter)
            {
                _body.Add($"if (!({body}))\n{{\ncontinue;\n}}\n\n");
            }
            else if (i == _query.Stages.Count - 1)
            {
                Accumulate(body.ToString());
                return;
            }
            else
            {
                string next = _names.Of(_query.Stages[i + 1].Element.Identifier.ValueText);
                _body.Add($"{Text(_model.GetTypeInfo(stage.Body).Type!)} {next} = {body};\n");
                current = next;
            }
        }

        Accumulate(current);
    }

    private void Accumulate(string value)
    {
        _body.Add(_query.Last switch
        {
            "Sum" or "Average" => $"{_result} += {value};\n",
            "Aggregate" => $"{_result} = {value};\n",
            _ => $"{_result} = global::System.Math.{_query.Last}({_result}, {value});\n",
        });
        if (_query.Last == "Average" && (_query.IsFiltered || (!_query.IsRange && !HasLength)))
        {
            _count = _names.Of("count");
            _before.Add($"int {_count} = 0;\n");
            _body.Add($"{_count}++;\n");
        }
    }

    private bool HasLength => _query.Source is IdentifierNameSyntax or MemberAccessExpressionSyntax;

    private string ValueText()
    {
        string length = _count ?? $"{_query.Source}.{(_model.GetTypeInfo(_query.Source).Type is IArrayTypeSymbol ? "Length" : "Count")}";
        string value = _query.Last == "Average" ? $"{_result} / {length}" : _result;
        bool isWithin = _query.Whole.Parent is ExpressionSyntax and not (AssignmentExpressionSyntax or ParenthesizedExpressionSyntax);
        return IsSingle && IsSum ? $"(float){(_query.Last == "Average" ? $"({value})" : value)}"
            : _query.Last == "Average" && isWithin ? $"({value})"
            : value;
    }

    /// <summary>The body of a lambda with the loop's variables in the place of its parameters.</summary>
    private ExpressionSyntax Renamed(Stage stage, string element)
    {
        Dictionary<ISymbol, string> names = new(SymbolEqualityComparer.Default) { [_model.GetDeclaredSymbol(stage.Element)!] = element };
        if (stage.Parameters.Count > 1)
        {
            names[_model.GetDeclaredSymbol(stage.Parameters[0])!] = _result;
        }

        IEnumerable<IdentifierNameSyntax> uses = stage.Body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>();
        return stage.Body.ReplaceNodes(
            uses.Where(use => _model.GetSymbolInfo(use).Symbol is { } symbol && names.ContainsKey(symbol)),
            (use, _) => SyntaxFactory.IdentifierName(names[_model.GetSymbolInfo(use).Symbol!]).WithTriviaFrom(use));
    }

    private bool IsOfElement(SyntaxToken token) => token.Parent switch
    {
        ParameterSyntax => true,
        IdentifierNameSyntax name => _model.GetSymbolInfo(name).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LambdaMethod } },
        _ => false,
    };

    private string Text(ITypeSymbol type) => type.ToMinimalDisplayString(_model, _query.Whole.SpanStart);

    private static IReadOnlyList<StatementSyntax> Parse(string statements) =>
        [.. ((BlockSyntax)SyntaxFactory.ParseStatement("{\n" + statements + "}\n")).Statements.Select(statement => statement.ReplaceNodes(
            statement.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(access => access.Expression is AliasQualifiedNameSyntax or MemberAccessExpressionSyntax { Expression: AliasQualifiedNameSyntax }),
            (_, access) => access.WithAdditionalAnnotations(Simplifier.Annotation)))];
}
