namespace StaticAd.Generator.Frontend;

/// <summary>Where elementary functions have no derivative, or one that is zero.</summary>
internal static class FunctionTraits
{
    public static bool IsPiecewiseConstant(string function) => function is "Round" or "Round2" or "Round3" or "Floor" or "Ceiling" or "Truncate" or "Sign";

    /// <summary>What holds at a kink of the function, as the end of a sentence; null for one without kinks.</summary>
    public static string? Kink(string function) => function switch
    {
        "Abs" => "has a kink where its argument is 0: there the derivative is 0",
        "Max" or "Min" or "MaxMagnitude" or "MinMagnitude" => "has a kink where its arguments are equal: there each has half of the derivative",
        "MaxNumber" or "MinNumber" or "MaxMagnitudeNumber" or "MinMagnitudeNumber" =>
            "has a kink where its arguments are equal: there the first has the whole derivative",
        "Clamp" => "has kinks at its bounds: there the derivative is 1, as between them",
        _ => null,
    };

    /// <summary>Whether the derivative is infinite at 0, where the domain or its smooth part ends.</summary>
    public static bool HasEdgeAtZero(string function) => function is "Sqrt" or "Cbrt" or "Log" or "Log2" or "Log10";
}
