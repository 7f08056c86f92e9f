using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Generator.Rules;

namespace StaticAd.Generator.Frontend;

/// <summary>
/// Bodies for members of <c>System.Numerics</c>, of views of matrices and for <c>TensorPrimitives</c>, whose own source is not at hand: ordinary C# that is
/// compiled once for each set of references, apart from the user's program, and translated like any method.
/// </summary>
internal sealed class Surrogates
{
    private const string Suffix = "Members";
    private const string Tensors = "TensorPrimitives";
    private static readonly string[] Sorted = ["Array", "MemoryExtensions"];
    private static readonly string[] Types = ["Vector2", "Vector3", "Vector4", "Quaternion", "Plane", "Matrix3x2", "Matrix4x4", "Complex"];
    private static readonly string[] Views = ["Matrix", "MatrixBatch", "ScalarBatch"];
    private static readonly string[] Files = [.. Types, .. Views, "Matrix.Decompositions", "MatrixBatch.Decompositions", "Matrix.Factors", "MatrixBatch.Factors", "Matrix4x4.Create", "Matrix4x4.Decompose", "Complex.Functions", Tensors, "TensorPrimitives.Reductions", "TensorPrimitives.Functions", .. Sorted, "Library"];
    private static readonly ConditionalWeakTable<Compilation, Surrogates> Known = new();
    private static readonly object Gate = new();
    private static Surrogates? _last;

    private readonly string? _name;
    private readonly MetadataReference[] _references;
    private readonly Dictionary<string, IMethodSymbol> _members = new(StringComparer.Ordinal);

    private Surrogates(string? name, MetadataReference[] references)
    {
        _name = name;
        _references = references;
        // Called like the program: what references show to that alone would else make other symbols of them.
        Compilation = CSharpCompilation.Create(
            name,
            Files.Select(file => CSharpSyntaxTree.ParseText(Read(file), path: $"{file}.cs")),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        foreach (string type in Types.Append(Tensors).Concat(Sorted).Concat(Views))
        {
            INamedTypeSymbol members = Compilation.GetTypeByMetadataName($"StaticAd.Surrogates.{type}{Suffix}")!;
            foreach (IMethodSymbol member in members.GetMembers().OfType<IMethodSymbol>().Where(member => member.MethodKind == MethodKind.Ordinary))
            {
                _members[Key(type, member.Name, member.Parameters.Select(parameter => parameter.Type))] = member;
            }
        }
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>The types whose members have surrogates.</summary>
    public static bool Covers(INamedTypeSymbol type) => IsNumeric(type) || MatrixView.Is(type);

    private static bool IsNumeric(INamedTypeSymbol type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } }
        && Types.Contains(type.Name);

    /// <summary>Whether a method works on whole spans: one of <c>TensorPrimitives</c>, one that sorts, or one of the runtime that surrogates call.</summary>
    public static bool IsOnSpans(IMethodSymbol method) => IsTensorPrimitive(method) || IsSorting(method) || IsOfRuntime(method);

    // The runtime's own rules are differentiated as part of its project.
    private static bool IsOfRuntime(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.IsEmpty && method.ContainingNamespace is { Name: "CompilerServices", ContainingNamespace: { Name: "StaticAd", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsSorting(IMethodSymbol method) =>
        method is { Name: "Sort", ContainingType: { ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } type }
        && Sorted.Contains(type.Name);

    private static bool IsTensorPrimitive(IMethodSymbol method) =>
        method.ContainingType is { Name: Tensors, ContainingType: null, ContainingNamespace: { Name: "Tensors", ContainingNamespace: { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    /// <summary>Whether a method, called in a surrogate, gives the derivative of its first argument and the value of its second.</summary>
    public static bool IsWithValue(IMethodSymbol method) =>
        method is { Name: SubstitutedValues.WithValue, ContainingType: { Name: "Library", ContainingNamespace: { Name: "Surrogates", ContainingNamespace.Name: "StaticAd" } } };

    /// <summary>Whether a call stands in a surrogate: what it calls of the library is then the library's own.</summary>
    public bool Contains(SyntaxNode call) => Compilation.ContainsSyntaxTree(call.SyntaxTree);

    /// <summary>Always the same for one compilation: symbols of two would not go together.</summary>
    public static Surrogates Of(Compilation compilation) => Known.GetValue(compilation, static key => For(key.AssemblyName, [.. key.References]));

    private static Surrogates For(string? name, MetadataReference[] references)
    {
        lock (Gate)
        {
            return _last is { } last && last._name == name && last._references.SequenceEqual(references) ? last : _last = new Surrogates(name, references);
        }
    }

    /// <summary>The method that computes what a member does, its receiver first; null if there is none.</summary>
    public IMethodSymbol? Find(IMethodSymbol member)
    {
        string name = member.MethodKind == MethodKind.Constructor ? "ctor" : member.Name;
        IEnumerable<ITypeSymbol> parameters = member.OriginalDefinition.Parameters.Select(parameter => parameter.Type);
        bool hasReceiver = !member.IsStatic && member.MethodKind != MethodKind.Constructor;
        if (IsTensorPrimitive(member) && !member.IsGenericMethod)
        {
            return _members.TryGetValue(Key(Tensors, name, parameters).Replace("float", "T"), out IMethodSymbol ofSingles) ? ofSingles : null;
        }

        return _members.TryGetValue(Key(member.ContainingType.Name, name, hasReceiver ? parameters.Prepend(member.ContainingType.OriginalDefinition) : parameters), out IMethodSymbol found)
            ? found.IsGenericMethod && member.ContainingType.IsGenericType ? found.Construct([.. member.ContainingType.TypeArguments]) : found
            : null;
    }

    private static string Key(string type, string name, IEnumerable<ITypeSymbol> parameters) =>
        $"{type}.{name}({string.Join(", ", parameters.Select(parameter => parameter.ToDisplayString()))})";

    private static string Read(string file)
    {
        using Stream stream = typeof(Surrogates).Assembly.GetManifestResourceStream($"StaticAd.Surrogates.{file}.cs")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
