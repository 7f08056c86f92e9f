using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>
/// A recursive method as its levels take it: derivatives pass through all numbers, for only to a marked method its attributes say
/// something. Structures are their leaves, each a parameter or result of its own.
/// </summary>
internal static class LevelSignature
{
    /// <summary>Stands in the keys of generated rules between that of the method and the suffix.</summary>
    private const char Mark = '~';

    /// <summary>Stands for the rules of a recursive method until their names are known.</summary>
    public static readonly RuleSet Unnamed = new(null, null, null, null);

    /// <param name="name">What the methods that stand for it are called, before their suffixes.</param>
    /// <param name="mayThrow">Then no gradient may be written before the recursion has come to its end.</param>
    public static Method Of(Method method, string name, bool mayThrow)
    {
        Parameter[] parameters = Plain(method);
        RuleMethod Rule(string suffix) => new(KeyOf(method, suffix), name + suffix);
        var rules = new RuleSet(
            Rule(nameof(RuleSet.Jvp)),
            null,
            Rule(nameof(RuleSet.Forward)),
            Rule(nameof(RuleSet.Backward)),
            HasInOut(parameters) || mayThrow ? null : Rule(nameof(RuleSet.Pullback)),
            mayThrow);
        return method with { Text = name, Parameters = [.. parameters], Return = Plain(method.Return), Rules = rules };
    }

    /// <summary>
    /// The same for a derivative that is differentiated again: a level's reverse runs the level once more rather than keep what it
    /// needs on a tape, which has no derivative.
    /// </summary>
    public static Method Again(Method method, bool mayThrow)
    {
        Parameter[] parameters = Plain(method);
        RuleMethod Rule(string suffix) => new(KeyOf(method, suffix), method.Text + suffix);
        var rules = new RuleSet(
            Rule(nameof(RuleSet.Jvp)),
            Rule(nameof(RuleSet.Vjp)),
            null,
            null,
            HasInOut(parameters) || mayThrow ? null : Rule(nameof(RuleSet.Pullback)),
            mayThrow);
        return method with { Parameters = [.. parameters], Rules = rules };
    }

    /// <summary>The method and the suffix of which a key is that of a level's derivative; null for any other.</summary>
    public static (string Method, string Suffix)? Split(string key) =>
        key.LastIndexOf(Mark) is var at && at > 0 ? (key.Substring(0, at), key.Substring(at + 1)) : null;

    public static string KeyOf(Method method, string suffix) => $"{method.Key}{Mark}{suffix}";

    private static bool HasInOut(Parameter[] parameters) =>
        parameters.Any(parameter => parameter.CarriesDerivative && (parameter.IsWritableSpan || parameter.Passing == Passing.Ref));

    private static Parameter[] Plain(Method method)
    {
        var taken = new HashSet<string>(method.Parameters.Where(parameter => parameter.Of is null).Select(parameter => parameter.Name), StringComparer.Ordinal);
        return [.. method.Parameters.Select(parameter => parameter.Of is null ? Plain(parameter) : OfLeaf(parameter, taken))];
    }

    private static Parameter Plain(Parameter parameter)
    {
        const string Receiver = "this ";
        string text = parameter.Declaration;
        string declaration = text.StartsWith(Receiver, StringComparison.Ordinal) ? text.Substring(Receiver.Length) : text;
        return parameter with { Declaration = declaration, IsActive = parameter.Type.IsDifferentiable, IsScratch = false };
    }

    private static Parameter OfLeaf(Parameter leaf, HashSet<string> taken)
    {
        StructParameter whole = leaf.Of!;
        string path = whole.Shape.Leaves.ElementAt(leaf.Leaf).Path;
        string name = whole.IsReceiver ? Naming.Camel(Naming.Leaf("", path)) : Naming.Leaf(whole.Name, path);
        while (!taken.Add(name))
        {
            name += "_";
        }

        Passing passing = leaf.Passing == Passing.In ? Passing.Value : leaf.Passing;
        string modifier = passing switch
        {
            Passing.Ref => "ref ",
            Passing.Out => "out ",
            _ => "",
        };
        return leaf with
        {
            Name = Identifiers.Escape(name),
            Declaration = $"{modifier}{TextOf(leaf.Type)} {Identifiers.Escape(name)}",
            Passing = passing,
            IsActive = leaf.Type.IsDifferentiable,
            IsScratch = false,
            Of = null,
            Leaf = 0,
        };
    }

    private static ReturnShape Plain(ReturnShape result)
    {
        if (result.Struct is null)
        {
            return result;
        }

        string[] types = [.. result.Components.Select(component => TextOf(component.Type))];
        return new ReturnShape(
            types.Length == 1 ? types[0] : $"({string.Join(", ", types)})",
            [.. result.Components.Select(component => component with { IsActive = component.Type.IsDifferentiable })]);
    }

    private static string TextOf(IrType type) => type is OpaqueType opaque ? opaque.CSharpName : TypeText.Keyword(((ScalarType)type).Kind);
}
