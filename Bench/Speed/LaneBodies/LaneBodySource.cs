using System.Text;

namespace StaticAd.Speed.LaneBodies;

/// <summary>
/// Writes one straight-line body of a given number of operators twice: generic over a lane type, and directly on a vector
/// type. The body is a network of plane rotations, whose values neither grow nor vanish; each intermediate value is a local
/// of its own, as in generated code.
/// </summary>
internal static class LaneBodySource
{
    public const string ClassName = "LaneBodies";

    private const int Inputs = 8;
    private const int OperatorsPerRotation = 6;

    public static string MethodName(string form, int operators) => $"{form}{operators}";

    /// <summary>A class with a generic method and one per vector type for each number of operators (less up to five).</summary>
    public static string Write(IEnumerable<int> sizes)
    {
        var text = new StringBuilder();
        text.AppendLine("using System;");
        text.AppendLine("using System.Runtime.InteropServices;");
        text.AppendLine("using System.Runtime.Intrinsics;");
        text.AppendLine("using StaticAd.CompilerServices;");
        text.AppendLine($"public static class {ClassName}");
        text.AppendLine("{");
        foreach (int operators in sizes)
        {
            WriteGeneric(text, operators);
            WriteDirect(text, "Vector256", operators);
            WriteDirect(text, "Vector512", operators);
        }

        text.AppendLine("}");
        return text.ToString();
    }

    private static void WriteGeneric(StringBuilder text, int operators)
    {
        text.AppendLine($"    private static void Generic<T, TMask>(ReadOnlySpan<double> source, Span<double> target, Size{operators} size)");
        text.AppendLine("        where T : struct, ILane<T, double, TMask> where TMask : struct, ILaneMask<TMask>");
        text.AppendLine("    {");
        text.AppendLine("        T c = T.Create(0.8), s = T.Create(0.6);");
        text.AppendLine("        for (int i = 0; i <= target.Length - T.Width; i += T.Width)");
        WriteBody(text, operators, "T.Load(source, i + {0})", "T.Store({0}, target, i);");
        text.AppendLine("    }");
        text.AppendLine($"    private struct Size{operators} {{ }}");
        WriteEntry(text, operators, "Double4");
        WriteEntry(text, operators, "Double8");
    }

    private static void WriteEntry(StringBuilder text, int operators, string lane) => text.AppendLine(
        $"    public static void {MethodName(lane, operators)}(ReadOnlySpan<double> source, Span<double> target) => "
        + $"Generic<{lane}, {lane}Mask>(source, target, default(Size{operators}));");

    private static void WriteDirect(StringBuilder text, string vector, int operators)
    {
        text.AppendLine($"    public static void {MethodName(vector, operators)}(ReadOnlySpan<double> source, Span<double> target)");
        text.AppendLine("    {");
        text.AppendLine($"        {vector}<double> c = {vector}.Create(0.8), s = {vector}.Create(0.6);");
        text.AppendLine($"        for (int i = 0; i <= target.Length - {vector}<double>.Count; i += {vector}<double>.Count)");
        WriteBody(
            text,
            operators,
            $"{vector}.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)(i + {{0}}))",
            "{0}.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)i);");
        text.AppendLine("    }");
    }

    private static void WriteBody(StringBuilder text, int operators, string load, string store)
    {
        string[] current = new string[Inputs];
        int locals = 0;
        text.AppendLine("        {");
        for (int input = 0; input < Inputs; input++)
        {
            current[input] = Declare(text, ref locals, string.Format(null, load, input));
        }

        int remaining = operators - (Inputs - 1);
        for (int rotation = 0; remaining >= OperatorsPerRotation; rotation++, remaining -= OperatorsPerRotation)
        {
            int p = rotation % Inputs;
            int q = (rotation * 3 + 1) % Inputs == p ? (p + 1) % Inputs : (rotation * 3 + 1) % Inputs;
            (string a, string b) = (current[p], current[q]);
            current[p] = Declare(text, ref locals, $"c * {a} - s * {b}");
            current[q] = Declare(text, ref locals, $"s * {a} + c * {b}");
        }

        text.AppendLine("            " + string.Format(null, store, "(" + string.Join(" + ", current) + ")"));
        text.AppendLine("        }");
    }

    private static string Declare(StringBuilder text, ref int locals, string expression)
    {
        string name = $"t{locals++}";
        text.AppendLine($"            var {name} = {expression};");
        return name;
    }
}
