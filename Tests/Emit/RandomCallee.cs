using StaticAd.Generator.Ir;

namespace StaticAd.Tests.Emit;

/// <summary>What random programs call: it reads, changes and gives a value, and writes memory.</summary>
internal static class RandomCallee
{
    public const string Key = "Callee(double, ref double, Span<double>, out double)";

    public const string Source =
        """
        namespace Testing;

        internal static class Callees
        {
            internal static double Callee(double p, ref double q, global::System.Span<double> w, out double g)
            {
                g = q + w[1];
                w[0] += p;
                q = p - q;
                return p * 0.5;
            }
        }
        """;

    public static readonly Method Method = Build();

    private static Method Build()
    {
        var values = new ValueSource();
        var span = new BufferType(IrType.Double, BufferKind.Span);
        Value p = values.New(IrType.Double, "p"), q = values.New(IrType.Double, "q"), w = values.New(span, "w");
        var body = new BlockBuilder(values);
        Value given = body.Add(q, body.Load(w, body.Constant(1)));
        body.Append(new Accumulate(w, body.Constant(0), p));
        Value changed = body.Subtract(p, q);
        Value returned = body.Multiply(p, body.Constant(0.5, IrType.Double));
        return new Method(
            Key,
            "global::Testing.Callees.Callee",
            [
                new Parameter("p", "double p", IrType.Double, Passing.Value, p, true),
                new Parameter("q", "ref double q", IrType.Double, Passing.Ref, q, true),
                new Parameter("w", "Span<double> w", span, Passing.Value, w, true),
                new Parameter("g", "out double g", IrType.Double, Passing.Out, null, true),
            ],
            new ReturnShape("double", [new ReturnComponent(null, IrType.Double, true)]),
            body.Finish([returned, changed, given]),
            null);
    }
}
