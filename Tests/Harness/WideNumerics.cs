using System.Numerics;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Harness;

/// <summary>
/// The vectors, quaternions and matrices of <c>System.Numerics</c> in double precision, made of what the generator takes for their
/// members: finite differences of a program that uses them know ten digits instead of three.
/// </summary>
internal static class WideNumerics
{
    private const string Suffix = "Members";
    private const string Own = "Own_";

    private static readonly Type[] Types =
        [typeof(Vector2), typeof(Vector3), typeof(Vector4), typeof(Quaternion), typeof(Plane), typeof(Matrix3x2), typeof(Matrix4x4)];

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_UnaryNegation"] = "-",
        ["op_UnaryPlus"] = "+",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
    };

    public static bool IsName(string identifier) => Types.Any(type => type.Name == identifier);

    /// <summary>A type of <c>System.Numerics</c> as it is called in a namespace of widened programs; any other as it is.</summary>
    public static string Widened(string type, string toNamespace)
        => Types.FirstOrDefault(known => known.FullName == type) is { } found ? $"{toNamespace}.{found.Name}" : type;

    /// <summary>The types' declarations for a namespace of widened programs.</summary>
    public static string In(string space)
        => $"using System;\nusing StaticAd;\nnamespace {space}\n{{\n{string.Concat(Types.Select(Declaration))}}}\n";

    private static string Declaration(Type type)
    {
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Select(field => $"public {(field.FieldType == typeof(float) ? "double" : field.FieldType.Name)} {field.Name};");
        MethodDeclarationSyntax[] methods = [.. Sources(type).SelectMany(root => root.DescendantNodes().OfType<MethodDeclarationSyntax>())];
        var text = new StringBuilder($"#pragma warning disable\npublic struct {type.Name}\n{{\n{string.Join("\n", fields)}\n");
        foreach (var method in methods)
        {
            text.Append(method.WithIdentifier(SyntaxFactory.Identifier(Own + method.Identifier.Text)).ToFullString());
            text.AppendLine(Member(type, method, methods));
        }

        return text.Append("}\n").ToString();
    }

    private static IEnumerable<SyntaxNode> Sources(Type type)
        => Directory.GetFiles(Path.Combine(Repository.Root, "Generator", "Surrogates"), "*.cs").Order(StringComparer.Ordinal)
            .Select(path => new Widening().Visit(Toolchain.Parse(File.ReadAllText(path), path).GetRoot()))
            .Where(root => root.DescendantNodes().OfType<ClassDeclarationSyntax>().Single().Identifier.Text == type.Name + Suffix);

    /// <summary>The member that a static method stands for.</summary>
    private static string Member(Type type, MethodDeclarationSyntax method, IEnumerable<MethodDeclarationSyntax> all)
    {
        var name = method.Identifier.Text;
        var parameters = method.ParameterList.Parameters;
        string Call(bool onThis) => $"{Own}{name}({string.Join(", ", parameters.Select((parameter, i) =>
            onThis && i == 0 ? parameter.Modifiers.Any(SyntaxKind.RefKeyword) ? "ref this" : "this" : $"{parameter.Modifiers} {parameter.Identifier}"))});";
        var isOnThis = parameters.Count > 0 && parameters[0].Type!.ToString() == type.Name
            && (name.StartsWith("get_", StringComparison.Ordinal)
                || type.GetMethods(BindingFlags.Instance | BindingFlags.Public).Any(own => own.Name == name && own.GetParameters().Length == parameters.Count - 1));
        var list = $"({string.Join(", ", parameters.Skip(isOnThis ? 1 : 0))})";
        if (name == "ctor")
        {
            return $"public {type.Name}{list} => this = {Call(false)}";
        }

        if (Operators.TryGetValue(name, out var symbol))
        {
            return $"public static {method.ReturnType} operator {symbol}{list} => {Call(false)}";
        }

        if (!name.StartsWith("get_", StringComparison.Ordinal))
        {
            return name.StartsWith("set_", StringComparison.Ordinal) ? "" : $"public {(isOnThis ? "" : "static ")}{method.ReturnType} {name}{list} => {Call(isOnThis)}";
        }

        var set = all.FirstOrDefault(other => other.Identifier.Text == "s" + name[1..] && other.ParameterList.Parameters.Count == parameters.Count + 1);
        var indices = string.Concat(parameters.Skip(1).Select(parameter => $"{parameter.Identifier}, "));
        var setter = set is null ? "" : $" set => {Own}s{name[1..]}(ref this, {indices}value);";
        var head = name == "get_Item" ? $"this[{list[1..^1]}]" : name[4..];
        return $"public {(isOnThis ? "" : "static ")}{method.ReturnType} {head} {{ get => {Call(isOnThis)}{setter} }}";
    }
}
