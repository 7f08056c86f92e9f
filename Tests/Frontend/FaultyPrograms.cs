namespace StaticAd.Tests.Frontend;

/// <summary>A program with faults of one kind, marked <c>[| |]</c>, and its sound sibling; empty where there is none.</summary>
internal sealed record FaultyProgram(string Id, string Faulty, string Sound);

/// <summary>For each diagnostic at least one program that has it.</summary>
internal static class FaultyPrograms
{
    public static IEnumerable<FaultyProgram> All => [.. Declarations(), .. Bodies(), .. Buffers(), .. Calls(), .. Rules(), .. QuestionablePrograms.All];

    /// <summary>Members in a partial type with what programs commonly use.</summary>
    public static string Model(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using StaticAd;
        public static partial class Model
        {
            {{members}}
        }
        """;

    private static FaultyProgram Members(string id, string faulty, string sound) => new(id, Model(faulty), sound.Length == 0 ? "" : Model(sound));

    private static FaultyProgram Body(string id, string faulty, string sound, string parameters = "double x, int n") => Members(
        id, Function(faulty, parameters), sound.Length == 0 ? "" : Function(sound, parameters));

    private static string Function(string body, string parameters) => $"[Differentiable] public static double F({parameters}) {{ {body} }}";

    private static IEnumerable<FaultyProgram> Declarations() =>
    [
        Members("SAD0030", "public readonly struct Span1(double low, double high) { private readonly double _width = high - low; public double Width => _width; } [Differentiable] public static double F([|Span1|] s) => s.Width;", "public readonly struct Span1(double width) { public double Width { get; } = width; } [Differentiable] public static double F(Span1 s) => s.Width;"),
        Members("SAD0031", "public struct W { public double A; [NoDerivative] public double B; } [Differentiable] public static double F(W w, double x) { [|w.B = x|]; return w.A * w.B; }", "public struct W { public double A; [NoDerivative] public double B; } [Differentiable] public static double F(W w, double x) { w.B = Ad.StopGradient(x); return w.A * w.B; }"),
        Members("SAD0031", "[Differentiable] public static double F([NoDerivative] Span<double> y, double x) { [|y[0] = x * x|]; return y[0] * x; }", "[Differentiable] public static double F([NoDerivative] Span<double> y, double x) { y[0] = Ad.StopGradient(x * x); return y[0] * x; }"),
        new("SAD0023", "using StaticAd; public partial class Model { private readonly Model? _other = null; [Differentiable] public double G(double x) => x * x; [Differentiable] public double F(double x) => [|_other!.GGradient(x)|]; }", "using StaticAd; public partial class Model { [Differentiable] public double G(double x) => x * x; [Differentiable] public double F(double x) => this.GGradient(x); }"),
        Members("SAD0023", "[Differentiable] public static double G(double[][] w) => w[0][0] * w[0][0]; [Differentiable] public static double F(double[][] w) { [|GJvp(w, w, out double along)|]; return along; }", "[Differentiable] public static double G(double[,] w) => w[0, 0] * w[0, 0]; [Differentiable] public static double F(double[,] w) { GJvp(w, w, out double along); return along; }"),
        new("SAD0002", "using StaticAd; public static class Model { [Differentiable] public static double [|F|](double x) => x; }", Model("[Differentiable] public static double F(double x) => x;")),
        new("SAD0002", "using StaticAd; public class Outer { public partial class Model { [Differentiable] public static double [|F|](double x) => x; } }", "using StaticAd; public partial class Outer { public partial struct Model { [Differentiable] public static double F(double x) => x; } }"),
        new("SAD0002", "using StaticAd; file static partial class Model { [Differentiable] public static double [|F|](double x) => x; }", Model("[Differentiable] public static double F(double x) => x;")),
        new("SAD0003", "using StaticAd; public partial class Model { [Differentiable] public virtual double [|F|](double x) => x; }", "using StaticAd; public partial class Model { [Differentiable] public double F(double x) => x; }"),
        new("SAD0003", "using StaticAd; public partial struct Model { public string Name; [Differentiable] public double [|F|](double x) => x; }", "using StaticAd; public partial struct Model { public double Y; [Differentiable] public double F(double x) => x * Y; }"),
        Members("SAD0003", "public static double G(double x) { return F(x); [Differentiable] static double [|F|](double y) => y; }", "[Differentiable] public static double F(double y) => y;"),
        Members("SAD0004", "[Differentiable] public static double [|F|]<T>(double x) => x;", "[Differentiable] public static double F<T>(double x, T y) where T : System.Numerics.INumber<T> => x;"),
        Members("SAD0004", "[Differentiable] public static T [|F|]<T>(T x) where T : System.Numerics.INumber<T>, System.Numerics.IBinaryNumber<T>, IComparable<int> => x;", "[Differentiable] public static T F<T>(T x) where T : System.Numerics.INumber<T>, System.Numerics.IBinaryNumber<T>, IComparable<T> => x;"),
        Members("SAD0005", "[Differentiable] public static double [|F|](int n, [NoDerivative] double x, out double y) => y = x;", "[Differentiable] public static double F(int n, double x, out double y) => y = x;"),
        Members("SAD0006", "[Differentiable] public static int [|F|](double x) => (int)x;", "[Differentiable] public static (int, double) F(double x) => ((int)x, x);"),
        Members("SAD0006", "[Differentiable] public static void [|F|](double x, [Scratch] Span<double> work) { }", "[Differentiable] public static void F(double x, Span<double> y, [Scratch] Span<double> work) { work[0] = x; y[0] = work[0]; }"),
        Members("SAD0007", "[Differentiable] public static double F(double x, [|IList<double>|] y, [|decimal[,]|] z) => x;", "[Differentiable] public static double F(double x, double[] y, double[,] z) => x;"),
        Members("SAD0007", "[Differentiable] public static [|string|] F(double x, ref [|Span<double>|] y) => \"\";", "[Differentiable] public static (double, bool) F(double x, Span<double> y) => (x, true);"),
        Members("SAD0008", "public const int FVjp = 1; [Differentiable] public static double [|F|](double x) => x;", "public const int FVjp = 1; [Differentiable(Name = \"H\")] public static double F(double x) => x;"),
        Members("SAD0008", "public static double FGradient(double x) => 1; [Differentiable] public static double [|F|](double x) => x;", "public static double FGradient(int n) => 1; [Differentiable] public static double F(double x) => x;"),
        Members("SAD0009", "[Differentiable(Batch = true)] public static double [|F|](double[] x) => x[0];", "[Differentiable(Batch = true)] public static double F(double x) => x * x;"),
        Members("SAD0009", "[Differentiable(Batch = true)] public static double [|F|](double x, float y) => x * y;", "[Differentiable(Batch = true)] public static float F(float x, float y) => x * y;"),
        Members("SAD0009", "[Differentiable(Batch = true)] public static double F(double x, int n) { [|while|] (n-- > 0) { x *= x; } return x; }", ""),
        Members("SAD0010", "[Differentiable([|Order = 3|])] public static double F(double x) => x;", "[Differentiable(Order = 2)] public static double F(double x) => x;"),
        Members("SAD0011", "[Differentiable([|Name = \"a b\"|])] public static double F(double x) => x;", "[Differentiable(Name = \"Ab\")] public static double F(double x) => x;"),
        Members("SAD0012", "[Differentiable] public static double F(double x, [Scratch] ReadOnlySpan<double> [|work|]) => x;", "[Differentiable] public static double F(double x, [Scratch] Span<double> work) => x;"),
    ];

    private static IEnumerable<FaultyProgram> Bodies() =>
    [
        Body("SAD0013", "[|try|] { x *= x; } finally { x = 1; } return x;", "x *= x; return x;"),
        Body("SAD0013", "[|lock|] (new object()) { x *= x; } return x;", "return x;"),
        Body("SAD0013", "again: x *= 2; if (x < 9) [|goto|] again; return x;", "while (x < 9) x *= 2; return x;"),
        Body("SAD0013", "return Square(x); static double Square(double y) { [|lock|] (new object()) { return y * y; } }", "return Square(x); static double Square(double y) => y * y;"),
        Body("SAD0013", "Func<double, double> f = [|n > 0 ? Math.Sin : Math.Cos|]; return f(x);", "Func<double, double> f = Math.Sin, g = Math.Cos; return n > 0 ? f(x) : g(x);"),
        Body("SAD0013", "ref double r = ref x; if (n > 0) { double[] y = [x, 1]; r = ref [|y[0]|]; } return r;", "double[] y = [x, 1]; ref double r = ref x; if (n > 0) { r = ref y[0]; } return r;"),
        Body("SAD0013", "switch (n) { case 0: x *= 2; if (x < 9) [|goto|] case 0; break; } return x;", "switch (n) { case 0: x *= 2; if (x < 9) goto case 1; break; case 1: x *= x; break; } return x;"),
        Members("SAD0013", "[Differentiable] public static double F(double[] x, int i) => Pick(x, i); static ref double Pick(double[] x, int i) { if (i > 0) return ref x[i]; return ref x[0]; }", "") with { Id = "SAD0021", Faulty = Model("[Differentiable] public static double F(double[] x, int i) => [|Pick(x, i)|]; static ref double Pick(double[] x, int i) { if (i > 0) return ref x[i]; return ref x[0]; }"), Sound = Model("[Differentiable] public static double F(double[] x, int i) => Pick(x, i); static ref double Pick(double[] x, int i) { int k = i > 0 ? i : 0; return ref x[k]; }") },
        Body("SAD0013", "[|foreach|] (double y in new Queue<double>()) x += y; return x;", "foreach (double y in new double[n]) x += y; return x;"),
        Members("SAD0013", "[Differentiable] public static double F(double[] x) => x[0] * [|System.Linq.Enumerable.Sum(System.Linq.Enumerable.OrderBy(x, value => value))|];", "[Differentiable] public static double F(double[] x) { double sum = 0; foreach (double value in x) { sum += value; } return x[0] * sum; }"),
        Body("SAD0013", "return x * [|Environment.ProcessorCount|];", "return x * n;"),
        Body("SAD0013", "return x * [|n.CompareTo(3)|];", "return x * (n > 3 ? 1 : 0);"),
        Body("SAD0013", "if (n < 0) { throw new ArgumentException([|n.ToString()|]); } return x;", "if (n < 0) { throw new ArgumentException($\"{n}\"); } return x;"),
        Body("SAD0013", "if (n < 0) { throw [|Failure(n)|]; } return x; static Exception Failure(int k) => new ArgumentException(nameof(k));", "if (n < 0) { throw new ArgumentException(nameof(n)); } return x;"),
        Members("SAD0025", "[Differentiable] public static double F(double x) => Other.G(x);", "") with { Faulty = Model("[Differentiable] public static double F(double x) => [|Other.G(x)|];") + "public static class Other { private sealed class Failure : Exception; public static double G(double x) => x > 0 ? x : throw new Failure(); }", Id = "SAD0021", Sound = Model("[Differentiable] public static double F(double x) => Other.G(x);") + "public static class Other { internal sealed class Failure : Exception; public static double G(double x) => x > 0 ? x : throw new Failure(); }" },
        Body("SAD0013", "return new double[] { x, n } is [var y, .. [|var rest|]] ? y : x;", "return new double[] { x, n } is [var y, ..] ? y : x;"),
        Body("SAD0013", "return [|Environment.Version|] is { Major: > 5 } ? x : n;", ""),
        Body("SAD0013", "return x.AsSpan() is { [|IsEmpty: true|] } ? n : x[0];", "return x.AsSpan() is { Length: 0 } ? n : x[0];", "double[] x, int n"),
        Members("SAD0020", "[Differentiable] public static Half F(Half x) => x * [|Half.BitIncrement(x)|];", "[Differentiable] public static Half F(Half x) => x * Half.Sqrt(x);"),
        Members("SAD0013", "static double Of<T>(T[] y, double x) => x; [Differentiable] public static double F(double x) => [|Of(new string[0], x)|];", "static double Of<T>(T[] y, double x) => x; [Differentiable] public static double F(double x) => Of(new int[0], x);"),
        Body("SAD0013", "Span<double> y = new double[n]; [|System.Numerics.Tensors.TensorPrimitives.ReciprocalEstimate<double>(x, y)|]; return y[0];", "Span<double> y = new double[n]; System.Numerics.Tensors.TensorPrimitives.Reciprocal<double>(x, y); return y[0];", "double[] x, int n"),
        Members("SAD0009", "[Differentiable(Batch = true)] public static Half [|F|](Half x) => x * x;", "[Differentiable] public static Half F(Half x) => x * x;"),
        Members("SAD0007", "[Differentiable] public static double F(double x, [|nint|] n) => x * n;", "[Differentiable] public static double F(double x, long n) { nint k = (nint)n; return x * k; }"),
        Body("SAD0031", "decimal d = (decimal)[|x|]; return (double)(d * d);", "decimal d = n; return (double)(d * d) * x;"),
        Body("SAD0013", "return x * (from - [|DateTime.Now|]).Days;", "return x * (from - DateTime.UnixEpoch).Days;", "double x, DateTime from"),
        Body("SAD0013", "var list = [|new List<double>()|]; list.Add(x); return list[0];", "var list = new double[1]; list[0] = x; return list[0];"),
        Body("SAD0014", "var [|list = new Queue<double>()|]; list.Enqueue(x); return list.Peek();", "var list = new double[1]; list[0] = x; return list[0];"),
        Body("SAD0013", "Func<double, double> f = y => y * y; [|f|] = y => y; return f(x);", "Func<double, double> f = y => y * y, g = y => y; return g(x);"),
        Body("SAD0015", "int k = checked([|n * 3|]); return x * k;", "int k = n * 3; return x * k;"),
        Body("SAD0015", "checked { [|n++|]; } return x * n;", "checked { x *= x; } return x * n;"),
        Members("SAD0017", "static double s_scale = 2; [Differentiable] public static double F(double x) => x * [|s_scale|];", "static readonly double s_scale = 2; [Differentiable] public static double F(double x) => x * s_scale;"),
        Members("SAD0017", "static double s_last; [Differentiable] public static double F(double x) { [|s_last|] = x; return x; }", "[Differentiable] public static double F(double x, out double last) { last = x; return x; }"),
        Members("SAD0023", "public static double H(double x) => x * x; [DerivativeOf(typeof(Model), nameof(H), Mode = DerivativeMode.Jvp)] public static double HJvp(double x, double xDot, out double resultDot) { object two = 2.0; resultDot = (double)two * x * xDot; return x * x; } [Differentiable] public static double G(double x) => H(x) * x; [Differentiable] public static double F(double x) => [|GGradient(x)|] * x;", "public static double H(double x) => x * x; [DerivativeOf(typeof(Model), nameof(H), Mode = DerivativeMode.Jvp)] public static double HJvp(double x, double xDot, out double resultDot) { resultDot = 2 * x * xDot; return x * x; } [Differentiable] public static double G(double x) => H(x) * x; [Differentiable] public static double F(double x) => GGradient(x) * x;"),
        Members("SAD0023", "public static double H(double x) => x * x; [DerivativeOf(typeof(Model), nameof(H), Mode = DerivativeMode.Forward)] public static double HForward(double x, Tape tape) => x * x; [DerivativeOf(typeof(Model), nameof(H), Mode = DerivativeMode.Backward)] public static void HBackward(double x, double resultBar, ref double dx, Tape tape) => dx += 2 * x * resultBar; [Differentiable] public static double G(double x) => H(x) * x; [Differentiable] public static double F(double x) => [|GGradient(x)|] * x;", "public static double H(double x) => x * x; [DerivativeOf(typeof(Model), nameof(H), Mode = DerivativeMode.Vjp)] public static double HVjp(double x, double resultBar, out double dx) { dx = 2 * x * resultBar; return x * x; } [Differentiable] public static double G(double x) => H(x) * x; [Differentiable] public static double F(double x) => GGradient(x) * x;"),
        Members("SAD0010", "public static double H(double x) => x * x; [DerivativeOf(typeof(Model), nameof(H), Mode = DerivativeMode.Forward)] public static double HForward(double x, Tape tape) => x * x; [DerivativeOf(typeof(Model), nameof(H), Mode = DerivativeMode.Backward)] public static void HBackward(double x, double resultBar, ref double dx, Tape tape) => dx += 2 * x * resultBar; [Differentiable([|Order = 2|])] public static double F(double x) => H(x) * x;", "public static double H(double x) => x * x; [DerivativeOf(typeof(Model), nameof(H), Mode = DerivativeMode.Vjp)] public static double HVjp(double x, double resultBar, out double dx) { dx = 2 * x * resultBar; return x * x; } [Differentiable(Order = 2)] public static double F(double x) => H(x) * x;"),
        Members("SAD0023", "[Differentiable(Batch = true)] public static double G(double x) => x * x; [Differentiable] public static double F(double[] x) { double[] y = new double[x.Length]; [|GBatch(x, y)|]; return y[0]; }", "[Differentiable(Batch = true)] public static double G(double x) => x * x; [Differentiable] public static double F(double[] x) { double[] y = new double[x.Length]; y[0] = G(x[0]); return y[0]; }"),
        Members("SAD0021", "[Differentiable(Batch = true)] public static double G(double x) => x * x; static void H(double[] x, double[] y) => GBatch(x, y); [Differentiable] public static double F(double[] x) { double[] y = new double[x.Length]; [|H(x, y)|]; return y[0]; }", ""),
        Members("SAD0023", "[Differentiable] public static double G(double x) => x * x; [Differentiable] public static double F(double x) => [|Model.GForward(x, null!)|];", "[Differentiable] public static double G(double x) => x * x; [Differentiable] public static double F(double x) => GVjp(x, 1, out _);"),
        Members("SAD0023", "[Differentiable] public static double G(ReadOnlySpan<double> x) => x[0] * x[0]; [Differentiable] public static double F(double x) { double[] y = [x]; [|GGradient(y, y)|]; return y[0]; }", "[Differentiable] public static double G(ReadOnlySpan<double> x) => x[0] * x[0]; [Differentiable] public static double F(double x) { double[] y = [x], dy = new double[1]; GGradient(y, dy); return dy[0]; }"),
        Members("SAD0023", "[Differentiable] public static double G(ReadOnlySpan<double> x) => x[0] * x[0]; static void H(ReadOnlySpan<double> x, Span<double> dx) => GGradient(x, dx); [Differentiable] public static double F(double x) { double[] y = [x, 0]; [|H(y.AsSpan(0, 1), y.AsSpan(1))|]; return y[1]; }", "[Differentiable] public static double G(ReadOnlySpan<double> x) => x[0] * x[0]; static void H(ReadOnlySpan<double> x, Span<double> dx) => GGradient(x, dx); [Differentiable] public static double F(double x) { double[] y = [x], dy = new double[1]; H(y, dy); return dy[0]; }"),
    ];

    private static IEnumerable<FaultyProgram> Buffers() =>
    [
        Body("SAD0016", "[|x[0] = 2|]; [|x[1] += 1|]; return x[0];", "x[0] = 2; x[1] += 1; return x[0];", "double[] x") with { Sound = Model("[Differentiable] public static double F(Span<double> x) { x[0] = 2; x[1] += 1; return x[0]; }") },
        Body("SAD0016", "Span<double> y = x; [|y.Clear()|]; return x[0];", "Span<double> y = (double[])[x[0]]; y.Clear(); return x[0];", "double[] x"),
        Body("SAD0018", "ReadOnlySpan<double> y = x; if (n > 0) { [|y = x[1..]|]; } return y[0];", "double y = n > 0 ? x[1] : x[0]; return y;", "ReadOnlySpan<double> x, int n"),
        Body("SAD0018", "double[] a = new double[2], b = new double[2]; for (int i = 0; i < n; i++) { b[0] = a[0] * x; [|a = new double[] { x, n, 1 }|]; } return a[0];", "double[] a = new double[2], b = new double[2]; for (int i = 0; i < n; i++) { b[0] = a[0] * x; a = b; } return b[0];"),
        Body("SAD0018", "double[] a = x, b = new double[2]; for (int i = 0; i < n; i++) { b[0] = a[0] * 2; [|a = b|]; } return b[0];", "double[] a = x.AsSpan().ToArray(), b = new double[2]; for (int i = 0; i < n; i++) { b[0] = a[0] * 2; a = b; } return b[0];", "double[] x, int n"),
        Members("SAD0019", "static readonly double[] Table = [1, 2]; [Differentiable] public static double F(double x) { [|Table[0] = x|]; return x; }", "static readonly double[] Table = [1, 2]; [Differentiable] public static double F(double x) => x * Table[0];"),
    ];

    private static IEnumerable<FaultyProgram> Calls() =>
    [
        Body("SAD0020", "return x * [|BitConverter.DoubleToInt64Bits(x)|];", "return x * Math.Abs(x);"),
        Body("SAD0020", "long bits = [|BitConverter.DoubleToInt64Bits(x)|]; return BitConverter.Int64BitsToDouble(bits);", ""),
        Members("SAD0021", "static double G(double x) { object y = x; return x; } [Differentiable] public static double F(double x) => x + [|G(x)|];", "static double G(double x) => x * x; [Differentiable] public static double F(double x) => x + G(x);"),
        Members("SAD0021", "static double G(IList<double> x) => 1; [Differentiable] public static double F(double x) => x + [|G([])|];", ""),
        Body("SAD0022", "return Power(n); double Power(int k) => k == 0 ? 1 : x * [|Power(k - 1)|];", "double y = 1; while (n-- > 0) Times(); return y; void Times() => y *= x;"),
        Members("SAD0022", "[Differentiable] public static double F(double x, int n) { return Power(n); double Power(int k) => k == 0 ? 1 : x * [|Power(k - 1)|]; }", "[Differentiable] public static double F(double x, int n) => Power(x, n); static double Power(double x, int k) => k == 0 ? 1 : x * Power(x, k - 1);"),
        Members("SAD0009", "[Differentiable(Batch = true)] public static double F(double x, int n) => n == 0 ? 1 : x * [|F(x, n - 1)|];", "[Differentiable] public static double F(double x, int n) => n == 0 ? 1 : x * F(x, n - 1);"),
        Members("SAD0024", "static void G(ref double a, ref double b) => a = b; [Differentiable] public static double F(double x) { G([|ref x|], [|ref x|]); return x; }", "static void G(ref double a, ref double b) => a = b; [Differentiable] public static double F(double x) { double y = x; G(ref x, ref y); return x; }"),
        Members("SAD0013", "static double G(in double a, Span<double> y) { y[0] = 2; return a * y[0]; } [Differentiable] public static double F(Span<double> y) => G([|in y[0]|], y);", "static double G(in double a, Span<double> y) { y[0] = 2; return a * y[0]; } [Differentiable] public static double F(Span<double> y) { double first = y[0]; return G(in first, y); }"),
        Members("SAD0013", "static double G(in double a, Span<double> y) { y[0] = 2; return a * y[0]; } [Differentiable] public static double F(double x) { var y = new double[] { x, 3 }; return G([|y[^2]|], y.AsSpan()[1..]); }", "static double G(in double a, ReadOnlySpan<double> y) => a * y[0]; [Differentiable] public static double F(double x) { var y = new double[] { x, 3 }; return G(y[^2], y); }"),
        Members("SAD0013", "static double G(in double a, double b) => a * b; [Differentiable] public static double F(Span<double> y) => G([|in y[0]|], y[0] *= 2);", "static double G(in double a, double b) => a * b; [Differentiable] public static double F(Span<double> y) => G(in y[0], Math.Sin(y[0]) + y[1]);"),
        Members("SAD0024", "static void G(out double a, in double b) => a = b; [Differentiable] public static double F(double x) { G(out x, [|in x|]); return x; }", "static void G(out double a, in double b) => a = b; [Differentiable] public static double F(double x) { G(out double y, in x); return y; }"),
        Members("SAD0044", "[Differentiable] public static void F(ReadOnlySpan<double> x, Span<double> y) => LinearAlgebra.Einsum([|\"ij,jk\"|], x, x, y, 2, 2, 2);", "[Differentiable] public static void F(ReadOnlySpan<double> x, Span<double> y) => LinearAlgebra.Einsum(\"ij,jk->ik\", x, x, y, 2, 2, 2);"),
        Members("SAD0044", "[Differentiable] public static void F(ReadOnlySpan<double> x, Span<double> y, string how) => LinearAlgebra.Einsum([|how|], x, y, 2, 2);", "const string How = \"ij->ji\"; [Differentiable] public static void F(ReadOnlySpan<double> x, Span<double> y) => LinearAlgebra.Einsum(How, x, y, 2, 2);"),
        Members("SAD0044", "[Differentiable] public static void F(ReadOnlySpan<double> x, Span<double> y) => [|LinearAlgebra.Einsum(\"ij->ji\", x, y, 2)|];", "[Differentiable] public static void F(ReadOnlySpan<double> x, Span<double> y) => LinearAlgebra.Einsum(\"ij->ji\", x, y, [2, 2]);"),
        new(
            "SAD0021",
            Model("[Differentiable] public static double F(double x) => [|Other.G(x)|];") + "public static class Other { private static readonly double Scale = 2; public static double G(double x) => x * Scale; }",
            Model("[Differentiable] public static double F(double x) => Other.G(x);") + "public static class Other { internal static readonly double Scale = 2; private const double Half = 0.5; public static double G(double x) => x * Scale * Half; }"),
    ];

    private static IEnumerable<FaultyProgram> Rules() =>
    [
        Members("SAD0026", Rule("Missing", "Jvp", "double [|Rule|](double x, double xDot, out double resultDot) { resultDot = xDot; return x; }"), Square("Jvp", "double Rule(double x, double xDot, out double resultDot) { resultDot = 2 * x * xDot; return x * x; }")),
        Members("SAD0027", Rule("Square", "Vjp", "double [|Rule|](double x, out double dx) { dx = 2 * x; return x * x; }"), Square("Vjp", "double Rule(double x, double resultBar, out double dx) { dx = 2 * x * resultBar; return x * x; }")),
        Members("SAD0026", "public static class Box<T> { public static double Open(double x) => x; } [DerivativeOf(typeof(Box<>), \"Open\", Mode = DerivativeMode.Jvp)] public static double [|Rule|](double x, double xDot, out double resultDot) { resultDot = xDot; return x; }", "public static class Box<T> { public static double Open(double x) => x; } [DerivativeOf(typeof(Box<int>), \"Open\", Mode = DerivativeMode.Jvp)] public static double Rule(double x, double xDot, out double resultDot) { resultDot = xDot; return x; } [Differentiable] public static double F(double x) => Box<int>.Open(x);"),
        Members("SAD0026", "public static string Name(double x) => \"\"; [DerivativeOf(typeof(Model), \"Name\", Mode = DerivativeMode.Jvp)] public static double [|Rule|](double x, double xDot, out double resultDot) { resultDot = xDot; return x; }", ""),
        Members("SAD0027", "public static double Square(double x) => x * x; public static class Rules<T> { [DerivativeOf(typeof(Model), \"Square\", Mode = DerivativeMode.Jvp)] public static double [|Rule|](double x, double xDot, out double resultDot) { resultDot = 2 * x * xDot; return x * x; } }", "public static double Square(double x) => x * x; public static class Rules { [DerivativeOf(typeof(Model), \"Square\", Mode = DerivativeMode.Jvp)] public static double Rule(double x, double xDot, out double resultDot) { resultDot = 2 * x * xDot; return x * x; } } [Differentiable] public static double F(double x) => Square(x);"),
        Members("SAD0027", "public static double Square(double x) => x * x; [DerivativeOf(typeof(Model), \"Square\", Mode = DerivativeMode.Vjp)] public static double [|Rule|]<T>(double x, double resultBar, out double dx) { dx = 2 * x * resultBar; return x * x; }", ""),
        Members("SAD0027", "public static void Scale(double f, Span<double> y) => y[0] *= f; [DerivativeOf(typeof(Model), \"Scale\", Mode = DerivativeMode.Vjp)] public static void [|Rule|](double f, Span<double> y, ReadOnlySpan<double> yBar, out double df) => df = 0;", "public static void Scale(double f, Span<double> y) => y[0] *= f; [DerivativeOf(typeof(Model), \"Scale\", Mode = DerivativeMode.Vjp)] public static void Rule(double f, Span<double> y, Span<double> yBar, out double df) { df = yBar[0] * y[0]; yBar[0] *= f; y[0] *= f; } [Differentiable] public static void F(double f, Span<double> y) => Scale(f, y);"),
        Members("SAD0027", "public static double Of(double x) => x; public static double Of(ReadOnlySpan<double> x) => x[0]; [DerivativeOf(typeof(Model), \"Of\", Mode = DerivativeMode.Vjp)] public static double [|Rule|](ReadOnlySpan<double> x, double resultBar, out double dx) { dx = resultBar; return x[0]; }", "public static double Of(double x) => x; public static double Of(ReadOnlySpan<double> x) => x[0]; [DerivativeOf(typeof(Model), \"Of\", Mode = DerivativeMode.Vjp)] public static double Rule(ReadOnlySpan<double> x, double resultBar, Span<double> dx) { dx.Clear(); dx[0] = resultBar; return x[0]; } [Differentiable] public static double F(ReadOnlySpan<double> x) => Of(x) * Of(x[1]);"),
        Members("SAD0028", Rule("Square", "Jvp", "double Rule(double x, double xDot, out double resultDot) { resultDot = xDot; return x; }") + "[DerivativeOf(typeof(Model), \"Square\", Mode = DerivativeMode.Jvp)] public static double [|Again|](double x, double xDot, out double resultDot) { resultDot = xDot; return x; }", ""),
        Members("SAD0013", SumOf("double[] x") + "[Differentiable] public static double F(double x) { double[] y = new double[2]; y[1] = x; return Sum([|y|]); }", SumOf("ReadOnlySpan<double> x") + "[Differentiable] public static double F(double x) { double[] y = new double[2]; y[1] = x; return Sum(y); }"),
        Members("SAD0021", SumOf("double[] x") + "static double Twice(double[] y) => Sum(y) + Sum(y); [Differentiable] public static double F(double[] x) => [|Twice(x)|];", SumOf("double[] x") + "[Differentiable] public static double F(double[] x) => Sum(x) + Sum(x);"),
        new("SAD0025", Model("[Differentiable] public static double F(double x) => [|Other.Square(x)|];") + Elsewhere("private"), Model("[Differentiable] public static double F(double x) => Other.Square(x);") + Elsewhere("internal")),
        Members("SAD0029", Rule("Square", "Forward", "double [|Rule|](double x, Tape tape) => x * x;"), Square("Forward", "double Rule(double x, Tape tape) => x * x;") + "[DerivativeOf(typeof(Model), \"Square\", Mode = DerivativeMode.Backward)] public static void Back(double x, double resultBar, ref double dx, Tape tape) => dx += 2 * x * resultBar;"),
    ];

    private static string SumOf(string parameter) =>
        $"public static double Sum({parameter}) => x[0] + x[1]; [DerivativeOf(typeof(Model), nameof(Sum), Mode = DerivativeMode.Vjp)] public static double SumVjp({parameter}, double resultBar, Span<double> dx) {{ dx[0] = dx[1] = resultBar; return Sum(x); }}";

    private static string Elsewhere(string access) =>
        $"public static class Other {{ public static double Square(double x) => x * x; [DerivativeOf(typeof(Other), \"Square\", Mode = DerivativeMode.Jvp)] {access} static double Rule(double x, double xDot, out double resultDot) {{ resultDot = 2 * x * xDot; return x * x; }} }}";

    private static string Rule(string target, string mode, string rule) =>
        $"public static double Square(double x) => x * x; [DerivativeOf(typeof(Model), \"{target}\", Mode = DerivativeMode.{mode})] public static {rule}";

    private static string Square(string mode, string rule) =>
        Rule("Square", mode, rule) + "[Differentiable] public static double F(double x) => Square(x) + x;";
}
