namespace StaticAd.Tests.Frontend;

/// <summary>Programs that are differentiated, but perhaps not as meant, and siblings that say what is meant.</summary>
internal static class QuestionablePrograms
{
    public static IEnumerable<FaultyProgram> All => [.. Numbers(), .. Edges(), .. Programs()];

    private static IEnumerable<FaultyProgram> Numbers() =>
    [
        Method("SAD0032", "double F(double x, double [|y|]) => x * x", "double F(double x, [NoDerivative] double y) => x * x"),
        Method("SAD0032", "double F(double x, double[] [|table|], int n) => x * table.Length", "double F(double x, double[] table, int n) => x * table[n]"),
        Method("SAD0032", "double F(double x, (double A, double B) [|pair|]) => x > pair.A ? x : 2 * x", "double F(double x, (double A, double B) pair) => x > pair.A ? x : pair.B * x"),
        Method("SAD0032", "double F(double x, double [|y|]) => Helper(x, y); static double Helper(double a, double b) => b > 0 ? a : -a", "double F(double x, double y) => Helper(x, y); static double Helper(double a, double b) => b > 0 ? a : -b"),
        Method("SAD0033", "double F(double x, int n) => x * ([|n / 2|])", "double F(double x, int n) => x * ((double)n / 2)"),
        Method("SAD0033", "double F(double x) => [|1 / 2|] * x", "double F(double x) => 4 / 2 * x"),
        Method("SAD0033", "float F(float x, int n) { float half = [|n / 2|]; return half * x; }", "float F(float x, int n) { int half = n / 2; return half * x; }"),
        Method("SAD0033", "double F(double[] x, int n) => x[n / 2] * ([|n / 3|])", "double F(double[] x, int n) => x[n / 2] * (double)(n / 3)"),
        Method("SAD0034", "double F(double x) => x * [|(int)x|]", "double F(double x) => x * (int)Ad.StopGradient(x)"),
        Method("SAD0034", "double F(double x, double h) { int i = [|(int)(x / h)|]; return x - i * h; }", "double F(double x, double h) { int i = (int)Ad.StopGradient(x / h); return x - i * h; }"),
        Method("SAD0034", "double F(double x) => Whole(x) * x; static double Whole(double y) => [|(long)y|]", "double F(double x, double[] table) => Whole(x, table) * x; static double Whole(double y, double[] table) => table[(long)y]"),
        Method("SAD0035", "double F(double x) => x * [|Math.Floor(x)|]", "double F(double x) => x * Math.Floor(Ad.StopGradient(x))"),
        Method("SAD0035", "double F(double x) => x * [|Math.Round(x, 2)|] + [|Math.Round(x, 1, MidpointRounding.ToZero)|]", "double F(double x) => x * Math.Round(Ad.StopGradient(x), 2)"),
        Method("SAD0035", "double F(double x) => x * [|Math.Sign(x)|] + [|Math.Round(x * x)|]", "double F(double x) => Math.Sign(x) > 0 ? x : -x"),
        Method("SAD0036", "double F(double x) => [|x == 1|] ? 2 : x * x", "double F(double x) => Ad.StopGradient(x) == 1 ? 2 : x * x"),
        Method("SAD0036", "double F(double x, double y) { if ([|x != y|]) { return (x * x - y * y) / (x - y); } return 2 * x; }", "double F(double x, double y) { if (Math.Abs(x - y) > 1e-9) { return (x * x - y * y) / (x - y); } return x + y; }"),
        Method("SAD0036", "double F(double x) => x is [|0|] ? 1 : Math.Sin(x) / x", "double F(double x) => x * x == 0 ? 1 : Math.Sin(x) / x"),
        Method("SAD0036", "double F(double x) { switch (x) { case [|1|]: return x; default: return x * x; } }", "double F(double x) { switch (x) { case > 1: return x; default: return x * x; } }"),
        Method("SAD0036", "double F(double x) { return (x * x) switch { [|4|] => x, _ => x * x }; }", "double F(double x) { return Ad.StopGradient(x * x) switch { 4 => x, _ => x * x }; }"),
    ];

    private static IEnumerable<FaultyProgram> Edges() =>
    [
        Method("SAD0037", "double F(double x, double y) => [|Math.Sqrt(x * x + y * y)|]", "double F(double x, double y) => Math.Sqrt(1e-9 + x * x + y * y)"),
        Method("SAD0037", "double F(double[] x) { double sum = 0; for (int i = 0; i < x.Length; i++) { double d = x[i] - 1; sum += d * d; } return [|Math.Sqrt(sum / x.Length)|]; }", "double F(double[] x) { double sum = 0; for (int i = 0; i < x.Length; i++) { double d = x[i] - 1; sum += d * d; } return sum > 0 ? Math.Sqrt(sum) : 0; }"),
        Method("SAD0037", "double F(double x) => [|Math.Log(Math.Abs(x))|]", "double F(double x) => Math.Log(x)"),
        Method("SAD0037", "double F(double x) => [|Math.Pow(Math.Max(x, 0), 0.5)|]", "double F(double x) => Math.Pow(Math.Max(x, 0), 2)"),
        Method("SAD0037", "double F(double x, double[] y) => [|Math.Sqrt((x - y[0]) * (x - y[0]))|]", "double F(double x, double[] y) => Math.Sqrt((x - y[0]) * (x - y[1]))"),
        Method("SAD0037", "double F(double x, double y) => x * [|Math.Cbrt(Math.Pow(y, 2))|] / (x * x)", "double F(double x, double y) => 1 / Math.Sqrt(x * x + y * y)"),
        Method("SAD0041", "double F(double x) => [|Math.Abs(x)|] * x", "double F(double x) => x * x"),
        Method("SAD0041", "double F(double x, double y) => [|Math.Max(x, y)|] + [|Math.Clamp(x, 0, 1)|]", "double F(double x, int n) => x * Math.Max(n, 1)"),
    ];

    private static IEnumerable<FaultyProgram> Programs() =>
    [
        Calls("SAD0038", "SumGradient(x, [|x|])", "SumGradient(x, dx)"),
        Calls("SAD0038", "SumVjp(x, 1, [|x.AsSpan()|])", "SumVjp(x, 1, dx.AsSpan())"),
        Calls("SAD0038", "{ Span<double> g = x; SumVjp(x, 1, [|g|]); }", "{ Span<double> g = x; g = dx; SumVjp(x, 1, g); }"),
        Calls("SAD0038", "AddVjp(x, dx, 1, other, [|other|])", "AddVjp(x, x, 1, dx, other)"),
        Calls("SAD0038", "TwiceBackward(1, 2, 1, ref s, [|ref s|], tape)", "TwiceBackward(1, 2, 1, ref s, ref t, tape)"),
        Method("SAD0039", "double F(double x, string name) => ([|name + \"s\"|]) == \"calls\" ? x : 2 * x", "double F(double x, string name) => name == \"call\" ? x : 2 * x"),
        Method("SAD0039", "double F(double x, string name) => x * [|name.Trim()|].Length", "double F(double x, string name) => x * name.Length"),
        Method("SAD0040", "double F(double x) { [|while|] (x < 100) { x *= x; } return x; }", "double F(double x) { for (int i = 0; i < 10 && x < 100; i++) { x *= x; } return x; }"),
        Method("SAD0040", "double F(double x) { [|do|] { x = x * x - 2; } while (x < 5); return x; }", "double F(double x) { int i = 0; do { x = x * x - 2; i++; } while (x < 5 && i < 9); return x; }"),
        Method("SAD0040", "double F(double x) { [|for|] (int i = 0; ; i++) { double next = Math.Cos(x); if (next == x) { return x; } x = next; } }", "double F(double x) { for (int i = 0; ; i++) { if (i == 50) { return x; } x = Math.Cos(x); } }"),
        Method("SAD0040", "double F(double x) => Root(x) * x; static double Root(double a) { double y = a; [|while|] (y * y > 1.001 * a) { y = (y + a / y) / 2; } return y; }", "double F(double x, double end) { while (x < end) { x = x + 3; } return x; }"),
        Method("SAD0042", "double [|F|](double[] x, int k) { double sum = 1; for (int i = 0; i < x.Length; i++) { for (int j = 0; j < k; j++) { sum = Math.Sin(sum) * x[i]; } } return sum; }", ""),
    ];

    private static FaultyProgram Method(string id, string faulty, string sound) => new(id, Marked(faulty), sound.Length == 0 ? "" : Marked(sound));

    private static FaultyProgram Calls(string id, string faulty, string sound) => new(id, Caller(faulty), Caller(sound));

    private static string Caller(string call) => FaultyPrograms.Model($$"""
        [Differentiable] public static double F(double x) => x * x;
        [Differentiable] public static double Sum(double[] x) => x[0] + x[1];
        [Differentiable] public static double Add(double[] x, double[] y) => x[0] + y[1];
        [Differentiable] public static double Twice(double a, double b) => a * b;
        public static void Use(double[] x, double[] dx, double[] other, double s, double t, Tape tape) {{(call.StartsWith('{') ? call : $"=> {call};")}}
        """);

    private static string Marked(string method) => FaultyPrograms.Model("[Differentiable] public static " + method + (method.EndsWith('}') ? "" : ";"));
}
