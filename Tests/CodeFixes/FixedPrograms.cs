namespace StaticAd.Tests.CodeFixes;

/// <summary>A program with a fault, what the editor offers for the first of its diagnostics, and the program after that.</summary>
internal sealed record FixedProgram(string Title, string Before, string After);

/// <summary>For each fix at least one program.</summary>
internal static class FixedPrograms
{
    public static IEnumerable<FixedProgram> All => [.. Declarations(), .. Expressions(), .. Rules()];

    /// <summary>Members in a partial type with what programs commonly use.</summary>
    public static string Model(string members) => $$"""
        using System;
        using System.Linq;
        using StaticAd;

        public static partial class Model
        {
            {{members}}
        }

        """;

    private static FixedProgram Members(string title, string before, string after) => new(title, Model(before), Model(after));

    private static FixedProgram Marked(string title, string before, string after) =>
        Members(title, "[Differentiable]\n    public static " + before, "[Differentiable]\n    public static " + after);

    private static IEnumerable<FixedProgram> Declarations() =>
    [
        new(
            "Make 'Model' partial",
            "using StaticAd;\n\n/// <summary>The model.</summary>\npublic static class Model\n{\n    [Differentiable] public static double F(double x) => x;\n    [Differentiable] public static double G(double x) => x;\n}\n",
            "using StaticAd;\n\n/// <summary>The model.</summary>\npublic static partial class Model\n{\n    [Differentiable] public static double F(double x) => x;\n    [Differentiable] public static double G(double x) => x;\n}\n"),
        new(
            "Make 'Outer', 'Model' partial",
            "using StaticAd;\n\n// What it is for.\nclass Outer\n{\n    internal readonly struct Model\n    {\n        [Differentiable] public static double F(double x) => x;\n    }\n}\n",
            "using StaticAd;\n\n// What it is for.\npartial class Outer\n{\n    internal readonly partial struct Model\n    {\n        [Differentiable] public static double F(double x) => x;\n    }\n}\n"),
        new(
            "Make 'Model' partial",
            "using StaticAd;\n\nfile static partial class Model\n{\n    [Differentiable] public static double F(double x) => x;\n}\n",
            "using StaticAd;\n\ninternal static partial class Model\n{\n    [Differentiable] public static double F(double x) => x;\n}\n"),
        Marked("Make 'x' a 'Span<double>'", "double F(double[] x)\n    {\n        x[0] *= 2;\n        return x[0];\n    }", "double F(Span<double> x)\n    {\n        x[0] *= 2;\n        return x[0];\n    }"),
        Marked("Make 'work' a 'Span<double>'", "double F(double x, [Scratch] ReadOnlySpan<double> work) => x;", "double F(double x, [Scratch] Span<double> work) => x;"),
        Marked("Mark 'y' [NoDerivative]", "double F(double x, double y) => x * x;", "double F(double x, [NoDerivative] double y) => x * x;"),
        Marked("Remove [NoDerivative] from 'y'", "double F([NoDerivative] Span<double> y, double x)\n    {\n        y[0] = x * x;\n        return y[0] * x;\n    }", "double F(Span<double> y, double x)\n    {\n        y[0] = x * x;\n        return y[0] * x;\n    }"),
        Members("Make 's_scale' readonly", "private static double s_scale = 2;\n\n    [Differentiable]\n    public static double F(double x) => x * s_scale;", "private static readonly double s_scale = 2;\n\n    [Differentiable]\n    public static double F(double x) => x * s_scale;"),
        Members("Make 'Scale' internal", "[Differentiable]\n    public static double F(double x) => Other.G(x);\n\n    private static class Other\n    {\n        private static readonly double Scale = 2;\n\n        public static double G(double x) => x * Scale;\n    }", "[Differentiable]\n    public static double F(double x) => Other.G(x);\n\n    private static class Other\n    {\n        internal static readonly double Scale = 2;\n\n        public static double G(double x) => x * Scale;\n    }"),
        Members("Remove 'Batch = true'", "[Differentiable(Batch = true)]\n    public static double F(double[] x) => x[0];", "[Differentiable]\n    public static double F(double[] x) => x[0];"),
        Members("Remove 'Order = 3'", "[Differentiable(Order = 3, Batch = true)]\n    public static double F(double x) => x * x;", "[Differentiable(Batch = true)]\n    public static double F(double x) => x * x;"),
        Members("Remove 'Name = \"a b\"'", "[Differentiable(Batch = true, Name = \"a b\")]\n    public static double F(double x) => x * x;", "[Differentiable(Batch = true)]\n    public static double F(double x) => x * x;"),
    ];

    private static IEnumerable<FixedProgram> Expressions() =>
    [
        Marked("Stop the gradient here", "double F(double x) => (double)(decimal)x * x;", "double F(double x) => (double)(decimal)Ad.StopGradient(x) * x;"),
        Marked("Stop the gradient here", "double F([NoDerivative] Span<double> y, double x)\n    {\n        y[0] = x * x; // The square.\n        return y[0] * x;\n    }", "double F([NoDerivative] Span<double> y, double x)\n    {\n        y[0] = Ad.StopGradient(x * x); // The square.\n        return y[0] * x;\n    }"),
        Marked("Stop the gradient here", "double F(double x) => x * (int)(x * x);", "double F(double x) => x * (int)Ad.StopGradient(x * x);"),
        Marked("Stop the gradient here", "double F(double x) => x * Math.Round(x * 2);", "double F(double x) => x * Math.Round(Ad.StopGradient(x * 2));"),
        Marked("Stop the gradient here", "double F(double x, double y) => x == y ? x * x : y * x;", "double F(double x, double y) => Ad.StopGradient(x) == Ad.StopGradient(y) ? x * x : y * x;"),
        Marked("Stop the gradient here", "double F(double x) => x is 2 ? x : x * x;", "double F(double x) => Ad.StopGradient(x) is 2 ? x : x * x;"),
        Marked("Divide as 'double'", "double F(double x, int n) => x * (n / 2);", "double F(double x, int n) => x * ((double)n / 2);"),
        Marked("Divide as 'float'", "float F(float x, int n)\n    {\n        float half = (n + 1) / 2; // Half of them.\n        return x * half;\n    }", "float F(float x, int n)\n    {\n        float half = (float)(n + 1) / 2; // Half of them.\n        return x * half;\n    }"),
        Marked("Remove 'checked'", "double F(double x, int n) => x * (checked(n + 4) * 2);", "double F(double x, int n) => x * ((n + 4) * 2);"),
        Marked("Remove 'checked'", "double F(double x, int n)\n    {\n        checked\n        {\n            n++;\n        }\n\n        return x * n;\n    }", "double F(double x, int n)\n    {\n        {\n            n++;\n        }\n\n        return x * n;\n    }"),
        Marked("Turn 'Sum' into a loop", "double F(double[] xs, int n) => xs.Where(x => x > n-- - 3).Sum();", "double F(double[] xs, int n)\n    {\n        double sum = 0;\n        foreach (double x in xs)\n        {\n            if (!(x > n-- - 3))\n            {\n                continue;\n            }\n\n            sum += x;\n        }\n\n        return sum;\n    }"),
        Marked("Turn 'Sum' into a loop", "double F(double[] xs, double sum, int n)\n    {\n        if (xs.Length > 3)\n        {\n            // The large ones.\n            return sum * xs.Select(x => x * x).Where(x => x > n-- - 3).Sum();\n        }\n\n        return xs[0];\n    }", "double F(double[] xs, double sum, int n)\n    {\n        if (xs.Length > 3)\n        {\n            // The large ones.\n            double sum2 = 0;\n            foreach (double x in xs)\n            {\n                double x2 = x * x;\n                if (!(x2 > n-- - 3))\n                {\n                    continue;\n                }\n\n                sum2 += x2;\n            }\n\n            return sum * sum2;\n        }\n\n        return xs[0];\n    }"),
        Marked("Turn 'Sum' into a loop", "double F(double[] xs, int n)\n    {\n        double half = Enumerable.Range(1, xs.Length - 1).Where(i => i != n--).Sum(i => xs[i] * xs[i - 1]) / 2;\n        return half * xs[0];\n    }", "double F(double[] xs, int n)\n    {\n        double sum = 0;\n        int count = xs.Length - 1;\n        for (int i = 1; i < 1 + count; i++)\n        {\n            if (!(i != n--))\n            {\n                continue;\n            }\n\n            sum += xs[i] * xs[i - 1];\n        }\n\n        double half = sum / 2;\n        return half * xs[0];\n    }"),
        Marked("Turn 'Average' into a loop", "float F(float[] xs, int n) => xs.Where(x => x > -9 - n++).Average();", "float F(float[] xs, int n)\n    {\n        double sum = 0;\n        int count = 0;\n        foreach (float x in xs)\n        {\n            if (!(x > -9 - n++))\n            {\n                continue;\n            }\n\n            sum += x;\n            count++;\n        }\n\n        return (float)(sum / count);\n    }"),
        Marked("Turn 'Average' into a loop", "double F(double[] xs, int n) => 3 / xs.Where(x => x > -9 - n++).Average(x => x * x);", "double F(double[] xs, int n)\n    {\n        double sum = 0;\n        int count = 0;\n        foreach (double x in xs)\n        {\n            if (!(x > -9 - n++))\n            {\n                continue;\n            }\n\n            sum += x * x;\n            count++;\n        }\n\n        return 3 / (sum / count);\n    }"),
        Marked("Turn 'Max' into a loop", "double F(double[] xs, int n)\n    {\n        if (xs.Length > 2)\n            return xs.Where(x => x > -9 - n++).Max(x => x * x);\n        return 1;\n    }", "double F(double[] xs, int n)\n    {\n        if (xs.Length > 2)\n        {\n            double max = double.NegativeInfinity;\n            foreach (double x in xs)\n            {\n                if (!(x > -9 - n++))\n                {\n                    continue;\n                }\n\n                max = Math.Max(max, x * x);\n            }\n\n            return max;\n        }\n\n        return 1;\n    }"),
        Marked("Turn 'Aggregate' into a loop", "double F(double[] xs, int n) => xs.Where(x => x > n-- - 3).Aggregate(1.0, (product, x) => product * (1 + x));", "double F(double[] xs, int n)\n    {\n        double result = 1.0;\n        foreach (double x in xs)\n        {\n            if (!(x > n-- - 3))\n            {\n                continue;\n            }\n\n            result = result * (1 + x);\n        }\n\n        return result;\n    }"),
        Marked("Turn 'Sum' into a loop", "double F(double[] xs) => G(xs, 1) * xs[0];\n\n    private static double G(double[] xs, int n) => xs.Where(x => x > n-- - 3).Sum(x => x * x);", "double F(double[] xs) => G(xs, 1) * xs[0];\n\n    private static double G(double[] xs, int n)\n    {\n        double sum = 0;\n        foreach (double x in xs)\n        {\n            if (!(x > n-- - 3))\n            {\n                continue;\n            }\n\n            sum += x * x;\n        }\n\n        return sum;\n    }"),
    ];

    private static IEnumerable<FixedProgram> Rules() =>
    [
        Marked(
            "Write a Vjp rule for 'Math.ReciprocalEstimate'",
            "double F(double x) => x * Math.ReciprocalEstimate(x);",
            "double F(double x) => x * Math.ReciprocalEstimate(x);\n\n    [DerivativeOf(typeof(Math), nameof(Math.ReciprocalEstimate), Mode = DerivativeMode.Vjp)]\n    public static double ReciprocalEstimateVjp(double d, double resultBar, out double dd)\n    {\n        // Set dd to the gradients: cotangents of the outputs times partial derivatives; and return what 'ReciprocalEstimate' returns.\n        throw new NotImplementedException();\n    }"),
        Marked(
            "Write a Jvp rule for 'Math.ReciprocalEstimate'",
            "double F(double x) => G(x) * x;\n\n    private static double G(double x) => Math.ReciprocalEstimate(x);",
            "double F(double x) => G(x) * x;\n\n    private static double G(double x) => Math.ReciprocalEstimate(x);\n\n    [DerivativeOf(typeof(Math), nameof(Math.ReciprocalEstimate), Mode = DerivativeMode.Jvp)]\n    public static double ReciprocalEstimateJvp(double d, double dDot, out double resultDot)\n    {\n        // Set resultDot to the tangents of the outputs, and return what 'ReciprocalEstimate' returns.\n        throw new NotImplementedException();\n    }"),
        Members(
            "Give the rule the signature that it must have",
            Square("Vjp", "double Rule(double x, out double dx)\n    {\n        dx = 2 * x * 1;\n        return x * x;\n    }"),
            Square("Vjp", "double Rule(double x, double resultBar, out double dx)\n    {\n        dx = 2 * x * 1;\n        return x * x;\n    }")),
        Members(
            "Write the Backward rule for 'Square'",
            Square("Forward", "double Rule(double x, Tape tape) => x * x;"),
            Square("Forward", "double Rule(double x, Tape tape) => x * x;\n\n    [DerivativeOf(typeof(Model), nameof(Square), Mode = DerivativeMode.Backward)]\n    public static void SquareBackward(double x, double resultBar, ref double dx, Tape tape)\n    {\n        // Pop what Forward has pushed, and add to dx the gradients: cotangents of the outputs times partial derivatives.\n        throw new NotImplementedException();\n    }")),
    ];

    private static string Square(string mode, string rule) =>
        $"public static double Square(double x) => x * x;\n\n    [Differentiable]\n    public static double F(double x) => Square(x);\n\n    [DerivativeOf(typeof(Model), nameof(Square), Mode = DerivativeMode.{mode})]\n    public static {rule}";
}
