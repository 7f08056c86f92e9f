using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticAd.Tests.Harness;

/// <summary>A program with its derivatives and its drivers, compiled, loaded and ready to be checked.</summary>
internal sealed class CompiledCorpus : IDisposable
{
    private readonly AssemblyLoadContext _context;

    private CompiledCorpus(AssemblyLoadContext context, IReadOnlyList<MethodDriver> drivers)
    {
        _context = context;
        Drivers = drivers;
    }

    public IReadOnlyList<MethodDriver> Drivers { get; }

    public void Dispose() => _context.Unload();

    public static CompiledCorpus Load(string name, byte[] image)
    {
        var context = new AssemblyLoadContext(name, isCollectible: true);
        var drivers = context.LoadFromStream(new MemoryStream(image)).GetTypes()
            .Where(type => type.IsSubclassOf(typeof(MethodDriver)))
            .Select(type => (MethodDriver)Activator.CreateInstance(type)!);
        return new CompiledCorpus(context, [.. drivers.OrderBy(driver => driver.GetType().Name, StringComparer.Ordinal)]);
    }

    /// <summary>Adds the drivers of some methods to a generated program. Throws with the compiler's words if that does not compile.</summary>
    public static byte[] Compile(CorpusFile file, CSharpCompilation generated, IReadOnlyList<CheckableMethod> methods)
    {
        var tree = generated.SyntaxTrees[0];
        var widen = methods.Count > 0 && Widening.Concerns(tree);
        List<SyntaxTree> added = [Toolchain.Parse(DriverText(file, tree, methods, widen), "Drivers.cs")];
        if (widen)
        {
            var widened = Toolchain.Parse(Widening.Apply(tree), "Widened.cs");
            added.Add(widened);
            added.AddRange(Derivatives(widened, generated));
            if (Widening.UsesNumerics(tree))
            {
                added.Add(Toolchain.Parse(WideNumerics.In(Widening.Namespace(methods[0].Method.Symbol.ContainingNamespace)), "Numerics.cs"));
            }
        }

        return Emit(generated.AddSyntaxTrees(added));
    }

    /// <summary>A program that calls its derivatives needs them in double precision too.</summary>
    private static IEnumerable<SyntaxTree> Derivatives(SyntaxTree widened, CSharpCompilation references)
    {
        var alone = references.RemoveAllSyntaxTrees().AddSyntaxTrees(widened);
        string[] families = [.. MarkedMethod.In(alone, widened).Select(method => method.Family)];
        var called = widened.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => call.Expression.ToString());
        return called.Any(name => families.Any(family => name != family && name.StartsWith(family, StringComparison.Ordinal)))
            ? Generation.Run(alone, new Generator.DerivativeGenerator()).Output.SyntaxTrees.Where(tree => tree != widened)
            : [];
    }

    private static string DriverText(CorpusFile file, SyntaxTree tree, IReadOnlyList<CheckableMethod> methods, bool widen)
    {
        var usings = tree.GetCompilationUnitRoot().Usings.Select(directive => directive.ToString());
        var text = new System.Text.StringBuilder()
            .AppendJoin('\n', usings)
            .Append($"\nusing {typeof(MethodDriver).Namespace};\n");
        var home = tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
        text.Append($"namespace {(home is null ? "" : home.Name + ".")}Checks;\n");
        var number = 0;
        foreach (var method in methods)
        {
            // An object of the program's own stays what it is.
            var widened = widen && method.Method.Symbol is not { IsStatic: false, ContainingType.IsReferenceType: true } ? Widening.Namespace(method.Method.Symbol.ContainingNamespace) : null;
            foreach (var directive in method.Method.Directives)
            {
                foreach (var typeArguments in method.Method.Symbol.IsGenericMethod ? new[] { "", method.Method.TypeArguments } : [""])
                {
                    text.Append(new DriverWriter(method, directive, file, typeArguments).Write($"Driver{number++:d4}", widened));
                }
            }
        }

        return text.ToString();
    }

    private static byte[] Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new InvalidOperationException(
                $"The checks of {compilation.AssemblyName} do not compile against its derivatives:\n  {string.Join("\n  ", errors)}");
        }

        return image.ToArray();
    }
}
