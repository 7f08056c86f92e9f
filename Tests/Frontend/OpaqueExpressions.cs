using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;

namespace StaticAd.Tests.Frontend;

/// <summary>What is C# text in the IR, compiled with the program: expressions of strings, dates and the like, and their literals.</summary>
internal static class OpaqueExpressions
{
    private const string Name = "OpaqueExpressions";

    /// <summary>Whether a symbol is a literal of such a type, rather than a field.</summary>
    public static bool IsLiteral(string text, IrType type, Func<string, bool> isObject) =>
        type is OpaqueType { IsEnum: false } && !text.StartsWith("global::", StringComparison.Ordinal) && !isObject(text.Split('.')[0]);

    /// <summary>A class that evaluates all of them by their texts.</summary>
    public static string Source(IEnumerable<MethodModel> models)
    {
        var code = new StringBuilder($"using System;\n#nullable enable annotations\npublic static class {Name}\n{{\n    public static object Of(string key, object[] a)\n    {{\n");
        foreach ((string key, string text) in models.SelectMany(All).DistinctBy(expression => expression.Key))
        {
            code.Append($"        if (key == {SymbolDisplay.FormatLiteral(key, quote: true)}) return {text};\n");
        }

        return code.Append("        throw new InvalidOperationException(key);\n    }\n}\n").ToString();
    }

    public static object Evaluate(Assembly program, string key, object[] arguments) =>
        program.GetType(Name)!.GetMethod("Of")!.Invoke(null, [key, arguments])!;

    private static IEnumerable<(string Key, string Text)> All(MethodModel model)
    {
        bool IsObject(string name) => name == "this" || model.Method.Parameters.Any(parameter => parameter.IsObject && parameter.Name == name.TrimStart('@'));
        IEnumerable<(string Key, string Text)> literals = model.Callees.Append(model.Method)
            .Where(method => method.Body is not null)
            .SelectMany(method => method.Body!.AllOperations())
            .OfType<Symbol>()
            .Where(symbol => IsLiteral(symbol.Text, symbol.Result.Type, IsObject))
            .Select(symbol => (symbol.Text, $"({TypeOf(symbol.Result.Type)}){symbol.Text}"));
        return literals.Concat(model.Callees.Where(callee => callee.Pieces.Count > 0).Select(callee => (callee.Key, TextOf(callee))));
    }

    private static string TextOf(Method expression)
    {
        Parameter[] parameters = [.. expression.Parameters];
        IEnumerable<string> holes = parameters.Select((parameter, i) => $"(({TypeOf(parameter.Type)})a[{i}])").Append("");
        return $"({TypeOf(expression.Return.Components[0].Type)})({string.Concat(expression.Pieces.Zip(holes, (piece, hole) => piece + hole))})";
    }

    private static string TypeOf(IrType type) => type is OpaqueType opaque ? opaque.CSharpName : TypeText.Keyword(((ScalarType)type).Kind);
}
