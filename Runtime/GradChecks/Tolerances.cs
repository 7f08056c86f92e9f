namespace StaticAd.GradChecks;

/// <summary>Steps and tolerances of the differences, entry by entry of the Jacobian: what the caller says of single inputs and outputs comes first.</summary>
internal sealed class Tolerances
{
    private readonly Overrides _inputs;
    private readonly Overrides _outputs;
    private readonly double _smallestAtol;
    private readonly double _smallestRtol;

    private Tolerances(Precision precision, Overrides inputs, Overrides outputs)
    {
        Precision = precision;
        _inputs = inputs;
        _outputs = outputs;
        _smallestAtol = Math.Min(precision.Atol, Math.Min(inputs.SmallestAtol, outputs.SmallestAtol));
        _smallestRtol = Math.Min(precision.Rtol, Math.Min(inputs.SmallestRtol, outputs.SmallestRtol));
    }

    public Precision Precision { get; }

    /// <summary>Whether the derivatives that are compared with have no error but rounding.</summary>
    public bool IsExact { get; private init; }

    public static Tolerances Of(GradCheckOptions options, Precision precision, VectorLayout inputs, VectorLayout outputs) =>
        new(precision, new Overrides(options.Inputs, inputs), new Overrides(options.Outputs, outputs));

    /// <summary>Those of the differences of a gradient, whose outputs belong to the inputs too.</summary>
    public static Tolerances OfGradient(GradCheckOptions options, Precision precision, VectorLayout inputs)
    {
        var overrides = new Overrides(options.Inputs, inputs);
        return new Tolerances(precision, overrides, overrides);
    }

    /// <summary>The same for derivatives by a complex step.</summary>
    public Tolerances Exact(GradCheckOptions options) =>
        new(Precision with { Atol = options.ComplexAtol, Rtol = options.ComplexRtol }, _inputs, _outputs) { IsExact = true };

    /// <summary>The step for an input's element, before its magnitude is taken into account.</summary>
    public double Step(int input) => double.IsNaN(_inputs.Eps[input]) ? Precision.Step : _inputs.Eps[input];

    /// <summary>The absolute and the relative tolerance for one entry.</summary>
    public (double Atol, double Rtol) At(int input, int output)
    {
        double atol = double.MaxNumber(_inputs.Atol[input], _outputs.Atol[output]);
        double rtol = double.MaxNumber(_inputs.Rtol[input], _outputs.Rtol[output]);
        return (double.IsNaN(atol) ? Precision.Atol : atol, double.IsNaN(rtol) ? Precision.Rtol : rtol);
    }

    /// <summary>How exact a difference of this size has to be, so that it does not weigh in the tolerance.</summary>
    public double Target(double difference) => 0.1 * (_smallestRtol * Math.Abs(difference) + 1e-2 * _smallestAtol);

    /// <summary>
    /// PyTorch's tolerance, with an absolute part that shrinks with the scale of the derivatives down to the noise of the
    /// differences. Never larger than PyTorch's.
    /// </summary>
    public double OfDifference((double Atol, double Rtol) at, double numeric, double scale, double noise, double magnitude) =>
        IsExact ? (at.Rtol * scale) + (at.Atol * Math.Max(1, magnitude))
        : Math.Min(at.Atol, (at.Atol * scale) + noise) + (at.Rtol * Math.Abs(numeric));

    /// <summary>What the caller says of single segments, spread over their elements; not a number where nothing is said.</summary>
    private sealed class Overrides
    {
        public Overrides(IReadOnlyList<GradCheckTolerance> given, VectorLayout layout)
        {
            Eps = Spread(layout, given, static tolerance => tolerance.Eps);
            Atol = Spread(layout, given, static tolerance => tolerance.Atol);
            Rtol = Spread(layout, given, static tolerance => tolerance.Rtol);
        }

        public double[] Eps { get; }

        public double[] Atol { get; }

        public double[] Rtol { get; }

        public double SmallestAtol => Atol.Where(static atol => !double.IsNaN(atol)).DefaultIfEmpty(double.MaxValue).Min();

        public double SmallestRtol => Rtol.Where(static rtol => !double.IsNaN(rtol)).DefaultIfEmpty(double.MaxValue).Min();

        private static double[] Spread(VectorLayout layout, IReadOnlyList<GradCheckTolerance> given, Func<GradCheckTolerance, double?> part)
        {
            var all = new double[layout.Length];
            Array.Fill(all, double.NaN);
            for (int element = 0; element < all.Length && given.Count > 0; element++)
            {
                string name = layout.Segments[layout.SegmentOf(element)].Name;
                all[element] = given.Where(tolerance => tolerance.Name == name).Select(part).LastOrDefault(static value => value != null) ?? double.NaN;
            }

            return all;
        }
    }
}
