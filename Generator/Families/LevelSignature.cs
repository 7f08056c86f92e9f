using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Families;

/// <summary>
/// A recursive method as its levels take it: derivatives pass through all numbers, for only to a marked method its attributes say
/// something.
/// </summary>
internal static class LevelSignature
{
    /// <param name="name">What the methods that stand for it are called, before their suffixes.</param>
    /// <param name="mark">Stands in the keys of generated rules between that of the method and the suffix.</param>
    /// <param name="mayThrow">Then no gradient may be written before the recursion has come to its end.</param>
    public static Method Of(Method method, string name, char mark, bool mayThrow)
    {
        Parameter[] parameters = [.. method.Parameters.Select(Plain)];
        bool hasInOut = parameters.Any(parameter => parameter.CarriesDerivative && (parameter.IsWritableSpan || parameter.Passing == Passing.Ref));
        RuleMethod Rule(string suffix) => new($"{method.Key}{mark}{suffix}", name + suffix);
        var rules = new RuleSet(
            Rule(nameof(RuleSet.Jvp)), null, Rule(nameof(RuleSet.Forward)), Rule(nameof(RuleSet.Backward)), hasInOut || mayThrow ? null : Rule(nameof(RuleSet.Pullback)), mayThrow);
        return method with { Text = name, Parameters = [.. parameters], Rules = rules };
    }

    private static Parameter Plain(Parameter parameter)
    {
        const string Receiver = "this ";
        string text = parameter.Declaration;
        string declaration = text.StartsWith(Receiver, StringComparison.Ordinal) ? text.Substring(Receiver.Length) : text;
        return parameter with { Declaration = declaration, IsActive = parameter.Type.IsDifferentiable, IsScratch = false };
    }
}
