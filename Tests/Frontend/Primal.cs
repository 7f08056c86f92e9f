using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Generator;
using StaticAd.Generator.Ir;
using StaticAd.Tests.Harness;

namespace StaticAd.Tests.Frontend;

/// <summary>A marked method of a program at one set of arguments: its translation, and what the C# method itself does there.</summary>
internal sealed record Primal(string Name, MethodModel Model, Assembly Program, object[] Arguments, Func<object[], object?[]> Invoke, bool OnObject)
{
    /// <summary>What the IR yields, then the contents of the buffers.</summary>
    public object[] Interpret()
    {
        object[] passed = [.. Arguments.Skip(OnObject ? 1 : 0)];
        IEnumerable<string> names = Model.Method.Parameters.Where(parameter => parameter.IsObject).Select(parameter => parameter.Name);
        var objects = names.Zip(passed.Where(IsObject)).ToDictionary(pair => pair.First, pair => pair.Second);
        if (OnObject)
        {
            objects.Add("this", Arguments[0]);
        }

        object[][] arguments = [.. passed.Select(argument => IsImmutable(argument) ? [argument] : argument is Array array ? Memory.LeavesOf(array) : IsObject(argument) ? [argument] : [.. StructLeaves.All(argument)])];
        arguments = [.. arguments.Select(leaves => leaves.Select(InSingle).ToArray())];
        object[] yields = IrInterpreter.Run(Model, Program, [.. arguments.SelectMany(leaves => leaves)], objects);
        return [.. yields, .. arguments.Where(leaves => leaves is [Memory, ..]).SelectMany(Memory.Interleaved)];
    }

    private static bool IsObject(object? argument) => argument is not (null or Array) && !IsImmutable(argument) && argument.GetType().IsClass;

    private static bool IsImmutable(object? argument) => argument is null || IsImmutable(argument.GetType());

    private static bool IsImmutable(Type type) =>
        type == typeof(string) || type == typeof(char) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(TimeOnly)
        || type == typeof(TimeSpan) || type == typeof(DateTimeOffset) || type == typeof(Guid)
        || (type.IsArray && IsImmutableElement(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) && IsImmutableElement(type.GenericTypeArguments[0]));

    private static bool IsImmutableElement(Type type) => type.IsEnum || IsImmutable(type);

    /// <summary>The same from the compiled method.</summary>
    public object[] Call()
    {
        object[] arguments = [.. Arguments.Select(argument => argument is Array array ? array.Clone() : argument)];
        object[] results = [.. Invoke(arguments).OfType<object>().SelectMany(StructLeaves.All), .. arguments.OfType<Array>().Where(array => !IsImmutable(array)).SelectMany(Shapes.Objects).OfType<object>().SelectMany(StructLeaves.All)];
        return [.. results.Select(InSingle)];
    }

    /// <summary>The IR computes with halves as <c>float</c>.</summary>
    private static object InSingle(object value) => value switch
    {
        Half half => (float)half,
        Memory { Data: Half[] halves } memory => memory with { Data = Array.ConvertAll(halves, half => (float)half) },
        _ => value,
    };

    public static IReadOnlyList<Primal> In(CorpusFile file)
    {
        CSharpCompilation compilation = Toolchain.Compile(file);
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        (MarkedMethod Method, ArgumentDirective Directive, int Number)[] cases =
        [
            .. MarkedMethod.In(compilation, tree)
                .Where(method => method.IsReachable && !method.Symbol.Parameters.Any(parameter => HoldsNullables(parameter.Type)))
                .SelectMany(method => method.Directives, (method, directive) => (method, directive))
                .Select((pair, number) => (pair.method, pair.directive, number)),
        ];
        // A program may call what is generated for it.
        CSharpCompilation whole = Generation.Run(compilation, new DerivativeGenerator()).Output;
        MethodModel[] models = [.. cases.Select(item => Translate(item.Method.Symbol, compilation))];
        Assembly program = Load(whole.AddSyntaxTrees(
            Toolchain.Parse(DriverText(tree, cases), "Drivers.cs"), Toolchain.Parse(OpaqueExpressions.Source(models), "OpaqueExpressions.cs")));
        Type drivers = program.GetType("Drivers")!;
        return
        [
            .. cases.Select(item => new Primal(
                $"{item.Method.DisplayName}({string.Join(", ", item.Directive.Expressions)})",
                models[item.Number],
                program,
                (object[])drivers.GetMethod($"Arguments{item.Number}")!.Invoke(null, null)!,
                drivers.GetMethod($"Call{item.Number}")!.CreateDelegate<Func<object[], object?[]>>(),
                item.Method.Symbol is { IsStatic: false, ContainingType.IsReferenceType: true })),
        ];
    }

    /// <summary>A nullable value that is boxed is none any more: it cannot be taken apart.</summary>
    private static bool HoldsNullables(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => true,
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" } span => HoldsNullables(span.TypeArguments[0]),
        INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } => type.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic && HoldsNullables(field.Type)),
        _ => false,
    };

    private static MethodModel Translate(IMethodSymbol method, Compilation compilation)
    {
        CheckResult check = DerivativeCompiler.Check(method.OriginalDefinition, compilation, CancellationToken.None);
        if (check.Model is { Generic: { } generic } first)
        {
            string argument = method.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            return generic.Others.Prepend(first).First(instance => instance.TypeArgument == argument);
        }

        return check.Model ?? throw new InvalidOperationException(string.Join("\n", check.Diagnostics.Select(diagnostic => diagnostic.Message)));
    }

    private static string DriverText(SyntaxTree tree, IEnumerable<(MarkedMethod Method, ArgumentDirective Directive, int Number)> cases)
    {
        var text = new StringBuilder();
        foreach (var directive in tree.GetCompilationUnitRoot().Usings)
        {
            text.Append(directive).Append('\n');
        }

        string home = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseNamespaceDeclarationSyntax>().First().Name.ToString();
        text.Append($"using {home};\npublic static class Drivers\n{{\n");
        foreach (var (method, directive, number) in cases)
        {
            text.Append(Driver(method.Symbol, directive, number));
        }

        return text.Append('}').ToString();
    }

    private static string Driver(IMethodSymbol method, ArgumentDirective directive, int number)
    {
        string type = method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string[] types = [.. method.IsStatic ? [] : (string[])[type], .. method.Parameters.Where(parameter => parameter.RefKind != RefKind.Out).Select(Held)];
        string arguments = string.Join(", ", types.Zip(directive.Expressions, (type, expression) => $"({type})({expression})"));
        var call = new StringBuilder();
        int next = 0;
        if (!method.IsStatic)
        {
            call.Append($"        {type} self = ({type})a[{next++}];\n");
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            string start = parameter.RefKind == RefKind.Out ? "default" : $"({types[next]})a[{next++}]";
            call.Append($"        {Held(parameter)} p{parameter.Ordinal} = {start};\n");
        }

        string passed = string.Join(", ", method.Parameters.Select(parameter => CallText.Modifier(parameter.RefKind) + "p" + parameter.Ordinal));
        string instance = method.IsGenericMethod ? $"<{method.TypeArguments[0].ToDisplayString()}>" : "";
        call.Append($"        {(method.ReturnsVoid ? "" : "var r = ")}{(method.IsStatic ? type : "self")}.{method.Name}{instance}({passed});\n");
        string results = string.Join(", ", Results(method).Concat(
            method.Parameters.Where(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out).Select(parameter => "p" + parameter.Ordinal)));
        return $"    public static object[] Arguments{number}() => new object[] {{ {arguments} }};\n"
            + $"    public static object?[] Call{number}(object[] a)\n    {{\n{call}        return new object?[] {{ {results} }};\n    }}\n";
    }

    private static IEnumerable<string> Results(IMethodSymbol method) =>
        method.ReturnsVoid ? []
        : method.ReturnType is INamedTypeSymbol { IsTupleType: true } tuple ? tuple.TupleElements.Select((_, i) => $"r.Item{i + 1}")
        : ["r"];

    /// <summary>What can be boxed: an array stands for a span.</summary>
    private static string Held(IParameterSymbol parameter) => parameter.Type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" } span
        ? span.TypeArguments[0].ToDisplayString() + "[]"
        : parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static Assembly Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Xunit.Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(image);
    }
}
