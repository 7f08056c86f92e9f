using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>
/// A recursive method as its levels take it: structures taken apart, and derivatives pass through all numbers, for only to a marked
/// method its attributes say something.
/// </summary>
internal static class LevelSignature
{
    private static readonly TypeText Types = new([]);

    /// <param name="name">What the methods that stand for it are called, before their suffixes.</param>
    /// <param name="mark">Stands in the keys of generated rules between that of the method and the suffix.</param>
    public static Method Of(Method method, string name, char mark)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Parameter[] parameters = [.. method.Parameters.Select(parameter => Plain(parameter, names))];
        bool hasInOut = parameters.Any(parameter => parameter.CarriesDerivative && (parameter.IsWritableSpan || parameter.Passing == Passing.Ref));
        RuleMethod Rule(string suffix) => new($"{method.Key}{mark}{suffix}", name + suffix);
        var rules = new RuleSet(
            Rule(nameof(RuleSet.Jvp)), null, Rule(nameof(RuleSet.Forward)), Rule(nameof(RuleSet.Backward)), hasInOut ? null : Rule(nameof(RuleSet.Pullback)));
        return method with { Text = name, Parameters = [.. parameters], Return = Plain(method.Return), Rules = rules };
    }

    private static Parameter Plain(Parameter parameter, HashSet<string> names)
    {
        Parameter active = parameter with { IsActive = parameter.Type.IsDifferentiable, IsScratch = false };
        if (parameter.Of is null)
        {
            names.Add(parameter.Name);
            const string Receiver = "this ";
            string declaration = parameter.Declaration;
            return active with { Declaration = declaration.StartsWith(Receiver, StringComparison.Ordinal) ? declaration.Substring(Receiver.Length) : declaration };
        }

        string name = Naming.Leaf(parameter.DeclaredName, parameter.Of.Shape.Leaves.ElementAt(parameter.Leaf).Path);
        while (!names.Add(name))
        {
            name += "_";
        }

        Passing passing = parameter.Passing == Passing.In ? Passing.Value : parameter.Passing;
        string modifier = passing switch
        {
            Passing.Ref => "ref ",
            Passing.Out => "out ",
            _ => "",
        };
        return active with { Name = name, Declaration = $"{modifier}{Types.Of(parameter.Type)} {name}", Passing = passing, Of = null, Leaf = 0 };
    }

    private static ReturnShape Plain(ReturnShape shape)
    {
        if (shape.Struct is null)
        {
            return shape;
        }

        string[] types = [.. shape.Components.Select(component => Types.Of(component.Type))];
        ReturnComponent[] components = [.. shape.Components.Select(component => component with { IsActive = component.Type.IsDifferentiable })];
        return new ReturnShape(types.Length == 1 ? types[0] : $"({string.Join(", ", types)})", [.. components]);
    }
}
