namespace StaticAd.GradChecks;

/// <summary>The types of numbers that carry derivatives.</summary>
internal static class Number
{
    public static bool Is(Type type) => type == typeof(double) || type == typeof(float) || type == typeof(Half);

    /// <summary>A number in another type, boxed.</summary>
    public static object In(Type type, double number) =>
        type == typeof(float) ? (float)number : type == typeof(Half) ? (Half)number : number;

    /// <summary>Numbers in another type, in an array of it.</summary>
    public static Array In(Type type, double[] numbers) =>
        type == typeof(float) ? Array.ConvertAll(numbers, static number => (float)number)
        : type == typeof(Half) ? Array.ConvertAll(numbers, static number => (Half)number)
        : numbers;

    /// <summary>A number as another type can hold it.</summary>
    public static double Rounded(Type type, double number) => type == typeof(float) ? (float)number : type == typeof(Half) ? (double)(Half)number : number;

    public static double Of(object number) => number is Half half ? (double)half : Convert.ToDouble(number);
}
