using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Rules;

/// <summary>Finds elementary functions by the C# method that the user calls and by their id in the IR.</summary>
internal static class ElementaryFunctions
{
    private static readonly HashSet<string> OverloadedForIntegers = ["Abs", "Clamp", "Max", "Min", "Sign"];

    private static readonly Dictionary<string, ElementaryFunction> ById =
        All.Concat(IntegerFunctions.Table).Concat(CheckpointFunctions.Table).Concat(SubstitutedValues.Table).Concat(Halves.Table).Concat(GridFunctions.Table).ToDictionary(function => function.Id);

    private static readonly ILookup<(string Name, int Arity), ElementaryFunction> ByName =
        All.Concat(IntegerFunctions.Table).Concat(GridFunctions.Table).ToLookup(function => (function.Name, function.Arity));

    /// <summary>Every function of floating-point numbers that users call.</summary>
    public static IEnumerable<ElementaryFunction> All =>
        [.. MathFunctions.Table, .. SelectingFunctions.Table, .. NumberFunctions.Table, .. SpecialFunctions.Table];

    /// <summary>
    /// The function that a static C# method computes; null if it is none of them. Arguments that are not floating point
    /// (<c>int n</c>, <c>MidpointRounding</c>) count in <paramref name="arity"/> and have no partial derivative.
    /// </summary>
    /// <param name="containingTypeMetadataName">With namespace: <c>System.Math</c>, <c>System.Double</c>.</param>
    public static ElementaryFunction? Find(string containingTypeMetadataName, string methodName, int arity)
    {
        bool isNumber = containingTypeMetadataName is "System.Double" or "System.Single" or "System.Half";
        string name = isNumber && methodName == "Ieee754Remainder" ? "IEEERemainder" : methodName;
        return ByName[(name, arity)].FirstOrDefault(function => IsDeclaredBy(containingTypeMetadataName, function));
    }

    /// <summary>The function with the given id, which must be in the table.</summary>
    public static ElementaryFunction Get(string id) => ById[id];

    /// <summary>How C# calls a function with arguments of the given type: <c>MathF.Sin</c>.</summary>
    public static string Text(string id, ScalarType type) => Get(id).Text(type);

    private static bool IsDeclaredBy(string type, ElementaryFunction function) => type switch
    {
        "System.Math" or "System.MathF" => function.Home is FunctionHome.Math or FunctionHome.MathOnly,
        "System.Double" or "System.Single" or "System.Half" =>
            function.Home is FunctionHome.Math or FunctionHome.MathOnly or FunctionHome.Number,
        "System.SByte" or "System.Byte" or "System.Int16" or "System.UInt16" or "System.Int32" or "System.UInt32"
            or "System.Int64" or "System.UInt64" => function.Home == FunctionHome.Integer || OverloadedForIntegers.Contains(function.Id),
        "System.Numerics.BitOperations" => function.Home == FunctionHome.BitOperations,
        "StaticAd.CompilerServices.Grid" => function.Home == FunctionHome.Grid,
        "StaticAd.Special" => function.Home == FunctionHome.Special,
        "StaticAd.Ad" => function.Home == FunctionHome.Ad,
        _ => false,
    };
}
