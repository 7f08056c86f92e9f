using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Families;
using StaticAd.Generator.Ir;
using RuleSet = StaticAd.Generator.Ir.RuleSet;

namespace StaticAd.Generator.Frontend;

/// <summary>The methods that a marked method calls, each translated once.</summary>
/// <param name="apart">See <see cref="Apart"/>; null for none.</param>
internal sealed class CalleeTable(HashSet<string>? apart = null)
{
    private readonly Dictionary<IMethodSymbol, Callee> _known = new(SymbolEqualityComparer.Default);
    private readonly List<IMethodSymbol> _open = [];
    private readonly List<Method> _methods = [];
    private readonly List<SyntaxNode> _sources = [];
    private readonly Dictionary<string, BodyResult> _bodies = new(StringComparer.Ordinal);

    /// <summary>In the order in which their translation was finished: callees before callers.</summary>
    public IReadOnlyList<Method> Methods => _methods;

    /// <summary>The declarations that were read, whether they could be translated or not.</summary>
    public IReadOnlyList<SyntaxNode> Sources => _sources;

    /// <summary>The methods that were translated, by their keys.</summary>
    public IReadOnlyDictionary<string, BodyResult> Bodies => _bodies;

    public Recursion Recursion { get; } = new();

    /// <summary>The keys of the methods that are not put in place of their calls, though they could be.</summary>
    public HashSet<string> Apart { get; } = apart ?? [];

    public Cycles Cycles { get; } = new();

    /// <summary>A method by its key; null if it is not among the callees.</summary>
    public Method? Find(string key) => _methods.FirstOrDefault(method => method.Key == key);

    /// <summary>Counts a method that the passes have made among those that are called.</summary>
    public void Add(Method method) => _methods.Add(method);

    /// <summary>Counts the marked method as being translated, so that a call of it is recursion.</summary>
    public void Open(IMethodSymbol method) => _open.Add(method);

    /// <summary>Adds the marked method, once it is translated, to what is called if it calls itself.</summary>
    public void Close(IMethodSymbol method, Signature signature, BodyResult body)
    {
        if (body.Block is not null && Recursion.Contains(method))
        {
            Method translated = Callee.Of(method, signature, body.Block, LevelSignature.Unnamed);
            _methods.Add(translated);
            _bodies.Add(translated.Key, body);
        }
    }

    /// <summary>The marked method.</summary>
    public IMethodSymbol Root => _open[0];

    /// <summary>Whether a method is the marked one, not one that it calls.</summary>
    public bool IsRoot(IMethodSymbol method) =>
        _open.Count == 1 && SymbolEqualityComparer.Default.Equals(Root.OriginalDefinition, method.OriginalDefinition);

    /// <summary>Counts a declaration among those that were read.</summary>
    public void Add(SyntaxNode source) => _sources.Add(source);

    /// <summary>A method of a library whose result is known to nobody but it: generated code calls it, and it has no derivative.</summary>
    public Method Opaque(IMethodSymbol method)
    {
        Signature signature = Signature.Read(method)!;
        Method opaque = Callee.Of(method, signature.Passive(), null, RuleSet.None);
        if (_methods.All(known => known.Key != opaque.Key))
        {
            _methods.Add(opaque);
        }

        return opaque;
    }

    /// <summary>An expression that only C# can compute: passive, and done where it stands, for it may throw.</summary>
    public Method Expression(string name, EquatableArray<string> pieces, IReadOnlyList<Value> operands, IrType result)
    {
        string types = string.Join(", ", operands.Select(operand => operand.Type).Append(result).Select(Printer.Print));
        string key = $"{name}({string.Join("…", pieces)}) of {types}";
        if (Find(key) is { } known)
        {
            return known;
        }

        var values = new ValueSource();
        Parameter[] parameters = [.. operands.Select((operand, i) => new Parameter($"operand{i}", "", operand.Type, Passing.Value, values.New(operand.Type), false))];
        var rules = new RuleSet(null, null, null, null, MayThrow: true);
        var method = new Method(key, name, [.. parameters], new ReturnShape("", [new ReturnComponent(null, result, false)]), null, rules) { Pieces = pieces };
        _methods.Add(method);
        return method;
    }

    public Callee Require(Translation translation, IMethodSymbol called)
    {
        IMethodSymbol method = TypeArguments.Resolve(called.PartialImplementationPart ?? called);
        if (_known.TryGetValue(method, out Callee known))
        {
            return known;
        }

        if (_open.Contains(method, SymbolEqualityComparer.Default))
        {
            Signature signature = Signature.Read(method, isInlined: true)!;
            if (signature.HasOpaques)
            {
                return new Callee(null, [], Missing: "it calls itself, and one of its parameters or its result is neither a number nor an enum");
            }

            // Every cycle of calls has such a method: where it is not inlined, inlining comes to an end.
            Recursion.Add(method);
            return new Callee(Callee.Of(method, signature, null, LevelSignature.Unnamed), []);
        }

        if (Apart.Contains(CSharpNames.Key(method)))
        {
            Recursion.Add(method);
        }

        _open.Add(method);
        Callee callee = Translate(translation, method);
        _open.RemoveAt(_open.Count - 1);
        _known.Add(method, callee);
        // A derivative may have been added for another one that calls it.
        if (callee.Method is { } translated && Find(translated.Key) is null)
        {
            _methods.Add(translated);
        }

        return callee;
    }

    private Callee Translate(Translation translation, IMethodSymbol method)
    {
        if (translation.Derivatives is { } derivatives && GeneratedNames.IsGenerated(method))
        {
            return derivatives.Origin(method) is { } origin
                ? Signature.Read(origin.Method) is { HasObjects: true }
                    ? new Callee(null, [], NotNested: "its method takes an object, which is not supported yet")
                    : NestedDerivative.Of(origin, Require(translation, origin.Method), this, translation)
                : new Callee(null, [], NotNested: method.IsGenericMethod
                    ? $"there is none for '{CSharpNames.Short(method.TypeArguments[0])}'"
                    : "what it is generated for is not recognised");
        }

        RuleEntry? rules = translation.Rules.Find(method);
        if (rules is { Faults.Count: > 0 })
        {
            return new Callee(null, rules.Faults);
        }

        var faults = new List<DiagnosticInfo>();
        Signature? signature = Signature.Read(method, fault: (symbol, type) => faults.Add(SignatureFault.Of(symbol, type)), isInlined: rules is null);
        if (signature is null)
        {
            bool isForeign = MethodBody.Source(method, translation) is null;
            return new Callee(null, faults, Missing: isForeign ? "its parameters or result have a type that is not supported" : null);
        }

        if (rules is not null && signature.HasStructures)
        {
            return new Callee(null, [], Missing: "rules for methods with parameters or results of structure types are not supported yet");
        }

        if (rules is not null && signature.HasRuns)
        {
            return new Callee(null, [], Missing: "rules for methods with arrays of several dimensions or of arrays are not supported yet");
        }

        if (rules is not null && signature.HasOpaques)
        {
            return new Callee(null, [], Missing: "rules for methods that take objects, or values of other types than numbers and enums, are not supported yet");
        }

        if (rules is not null)
        {
            ISymbol? hidden = rules.Methods.Prepend(method).FirstOrDefault(symbol => !translation.Compilation.IsSymbolAccessibleWithin(symbol, translation.Home));
            return hidden is null
                ? new Callee(Callee.Of(method, signature, null, rules.Set), [])
                : new Callee(null, [], Hidden: CSharpNames.Short(hidden));
        }

        if (MethodBody.Source(method, translation) is not { } syntax)
        {
            return new Callee(null, [], Missing: "its source is not in this project");
        }

        _sources.Add(syntax);
        BodyResult result = MethodBody.Translate(translation, method, syntax, signature);
        if (result.Block is null)
        {
            return new Callee(null, result.Faults, HasCompileErrors: result.HasCompileErrors);
        }

        Method translated = Callee.Of(method, signature, result.Block, Recursion.Contains(method) ? LevelSignature.Unnamed : null);
        _bodies.Add(translated.Key, result);
        return new Callee(translated, []);
    }
}
