using StaticAd.Tests.Fuzz.Syntax;

namespace StaticAd.Tests.Fuzz.Programs;

/// <summary>Which types of numbers a program has.</summary>
internal sealed class NumberTypes(Dice dice)
{
    /// <summary>The type parameter of generic programs.</summary>
    public const string Parameter = "T";

    private static readonly string[] Concrete = ["double", "float", "Half"];

    private readonly bool _isMixed = dice.Chance(12);

    /// <summary>The type that most numbers have.</summary>
    public string Main { get; } = dice.Weighed((74, "double"), (12, "float"), (6, "Half"), (8, Parameter));

    /// <summary>Whether all methods are generic over their numbers.</summary>
    public bool IsGeneric => Main == Parameter;

    /// <summary>For which type a generic program is checked.</summary>
    public string Instance { get; } = dice.Weighed((3, "double"), (1, "float"), (1, "Half"));

    /// <summary>Whether it is a type of numbers that carry derivatives.</summary>
    public static bool Holds(string type) => type == Parameter || Concrete.Contains(type);

    public string Any() => _isMixed && !IsGeneric && dice.Chance(35) ? dice.Pick(OthersThan(Main)) : Main;

    /// <summary>The types that may be converted to one.</summary>
    public static string[] OthersThan(string type) => [.. Concrete.Where(other => other != type)];

    /// <summary>A type of which there is something at a place.</summary>
    public string Number(Scope scope)
    {
        string any = Any();
        return scope.Of(any).Count + scope.BuffersOf(any).Count > 0 ? any : Main;
    }

    /// <summary>The type whose static members are the functions of a type's numbers.</summary>
    public static string Library(string type) => type switch
    {
        "double" => "Math",
        "float" => "MathF",
        _ => type,
    };

    public static string Constant(string type, string number) => type switch
    {
        "double" => number,
        "float" => number + "f",
        Parameter => $"{Parameter}.CreateChecked({number})",
        _ => $"(({type}){(number[0] == '-' ? $"({number}f)" : number + "f")})",
    };

    /// <summary>An integer as a number.</summary>
    public static Expression Converted(string type, Expression integer)
        => new(type, type == Parameter ? Parameter + ".CreateChecked($0)" : $"({type})$0", integer);
}
