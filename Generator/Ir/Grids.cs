namespace StaticAd.Generator.Ir;

/// <summary>What is said in many places of arrays of several dimensions.</summary>
internal static class Grids
{
    /// <summary>How variables for the length of a dimension end.</summary>
    public static string LengthName(int dimension) => dimension switch
    {
        0 => "Rows",
        1 => "Columns",
        2 => "Layers",
        _ => $"Length{dimension}",
    };
}
