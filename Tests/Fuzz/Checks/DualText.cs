using System.Text.RegularExpressions;
using StaticAd.Tests.Fuzz.Programs;
using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Checks;

/// <summary>Prints a program a second time, with dual numbers in place of numbers, and the class that runs it.</summary>
internal static partial class DualText
{
    private const string Namespace = "StaticAd.Corpus.Duals";

    public static string Of(FuzzProgram program, string className)
    {
        string text = Marks().Replace(ProgramText.Of(program, className), "");
        text = program.Instance is { } instance ? Instances.Reduce(text, instance) : text;
        text = InDuals(text);
        text = Bodies().Replace(text, begin => begin.Value + "        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();\n");
        text = text.Replace("namespace StaticAd.Corpus;", $"using StaticAd.Tests.Fuzz.Duals;\nusing StaticAd.Tests.Fuzz.Checks;\n\nnamespace {Namespace};");
        return "#nullable disable\n" + text + Driver(program.Main, className, program.Instance);
    }

    private static string InDuals(string text) => Names().Replace(text, name => name.Value switch
    {
        "double" => "Dual",
        "float" => "DualF",
        "Half" => "DualH",
        var library => "Dual" + library,
    });

    public static string DriverName(string className) => $"{className}Duals";

    private static string Driver(FuzzMethod main, string className, string? instance)
    {
        main = instance is null ? main : main with { ReturnType = Instances.Bind(main.ReturnType, instance), Parameters = [.. main.Parameters.Select(parameter => Bound(parameter, instance))] };
        string result = main.ReturnType == "void" ? "" : "var result = ";
        IEnumerable<string> arguments = main.Parameters.Select(parameter => $"{parameter.Modifier}a_{parameter.Name}");
        return $$"""

            public sealed class {{DriverName(className)}} : DualDriver
            {
                public override void Run(DualReader point, DualWriter results)
                {
                    {{string.Join("\n        ", main.Parameters.Select(parameter => Declaration(parameter, className)))}}
                    {{result}}{{className}}.F({{string.Join(", ", arguments)}});
                    {{string.Join("\n        ", main.Parameters.Where(IsActiveOutput).Select(parameter => Written(parameter.Element, "a_" + parameter.Name, parameter.IsBuffer)))}}
                    {{Result(main.ReturnType)}}
                }
            }

            """;
    }

    private static Parameter Bound(Parameter parameter, string instance)
        => parameter with { Type = Instances.Bind(parameter.Type, instance), Argument = Instances.Bind(parameter.Argument, instance) };

    private static bool IsActiveOutput(Parameter parameter)
        => Signatures.IsWritten(parameter) && parameter is { IsPassive: false, Element: not "int" };

    private static string Declaration(Parameter parameter, string className)
    {
        string local = "a_" + parameter.Name;
        string element = parameter.Element;
        string read = element switch { "float" => "Single", "Half" => "Half", _ => "Scalar" };
        string pair = $"{className}.Pair";
        return (parameter, element) switch
        {
            (_, "int") => $"var {local} = {parameter.Argument};",
            ({ Modifier: "out " }, _) => $"{Type(element)} {local};",
            ({ IsPassive: true }, _) => $"{Type(element)} {local} = {InDuals(parameter.Argument)};",
            ({ IsBuffer: true }, Complexes.Type) => $"var {local} = point.Complexes({parameter.Length});",
            (_, Complexes.Type) => $"var {local} = point.Complex();",
            ({ IsBuffer: true }, Structs.Type) => $"var {local} = new {pair}[{parameter.Length}];\n        "
                + $"foreach (ref {pair} each in {local}.AsSpan()) each = {Pair(parameter, pair)};",
            ({ IsBuffer: true }, _) => $"var {local} = point.{read}s({parameter.Length});",
            (_, Structs.Type) => $"var {local} = {Pair(parameter, pair)};",
            _ => $"{Type(element)} {local} = point.{read}();",
        };
    }

    // What the structure's numbers are, its members say: duals of either kind are read alike.
    private static string Pair(Parameter parameter, string pair)
    {
        string read = parameter.Argument.Contains("(Half)", StringComparison.Ordinal) ? "Half" : parameter.Argument.Contains('f') ? "Single" : "Scalar";
        return $"new {pair}(point.{read}(), point.{read}())";
    }

    private static string Type(string element) => element switch { "float" => "DualF", "Half" => "DualH", _ => "Dual" };

    private static string Written(string type, string local, bool isBuffer) => (type, isBuffer) switch
    {
        (Structs.Type, true) => $"foreach (var each in {local}) {{ results.Write(each.X); results.Write(each.Y); }}",
        (Structs.Type, false) => $"results.Write({local}.X); results.Write({local}.Y);",
        (Complexes.Type, true) => $"foreach (var each in {local}) results.Write(each);",
        _ => $"results.Write({local});",
    };

    private static string Result(string type) => type switch
    {
        "void" => "",
        ['(', ..] => "results.Write(result.Item1); results.Write(result.Item2);",
        _ => Written(type, "result", isBuffer: false),
    };

    // A program from which the end of a recursion was taken is run here first: it must not end the tests.
    [GeneratedRegex(@"^    (private|public) static [^=;]*\)\n    \{\n", RegexOptions.Multiline)]
    private static partial Regex Bodies();

    [GeneratedRegex(@"^ *\[Differentiable.*\]\n|\[NoDerivative\] ", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\b(double|float|Half|Math|MathF|Complex|Ad)\b(?!;)")]
    private static partial Regex Names();
}
