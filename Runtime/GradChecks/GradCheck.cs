using System.Diagnostics.CodeAnalysis;
using StaticAd.GradChecks;

namespace StaticAd;

/// <summary>
/// Compares derivatives with central differences, and the members of a derivative family with each other. A check needs
/// arguments away from kinks (<c>abs</c> at 0, ties of <c>max</c>) and from the edge of the function's domain, where differences
/// say nothing.
/// </summary>
public static class GradCheck
{
    /// <inheritdoc cref="Method(GradCheckOptions, Type, string, object[])"/>
    [RequiresDynamicCode("Calls methods with span parameters through emitted code.")]
    [RequiresUnreferencedCode("Finds the method and its derivatives by name.")]
    public static GradCheckReport Method(Type type, string name, params object[] arguments) =>
        Method(new GradCheckOptions(), type, name, arguments);

    /// <summary>
    /// Checks all derivative methods of a static method <c>F</c>: <c>FVjp</c>, <c>FJvp</c>, <c>FForward</c> with
    /// <c>FBackward</c>, <c>FValueAndGradient</c>, <c>FGradient</c>, <c>FBatch</c> and <c>FValueAndGradientBatch</c>, those that
    /// stand beside it, and the rules that <see cref="DerivativeOfAttribute"/> declares for it.
    /// Gradients and tangents are compared with central differences of <c>F</c>, forward with reverse mode
    /// (⟨v̄, J·u⟩ = ⟨Jᵀ·v̄, u⟩), all gradients with <c>FVjp</c>'s, and all values with <c>F</c>'s, bit for bit.
    /// </summary>
    /// <param name="options">Step, tolerances and seed.</param>
    /// <param name="type">The type that declares the method.</param>
    /// <param name="name">The method's name; the arguments select the overload.</param>
    /// <param name="arguments">
    /// What a caller would pass: arrays for spans and arrays (never changed), values for scalars, initial values for
    /// <see langword="ref"/> parameters, nothing for <see langword="out"/> parameters.
    /// </param>
    /// <returns>The report; it does not throw by itself, see <see cref="GradCheckReport.ThrowIfFailed"/>.</returns>
    /// <exception cref="ArgumentException">
    /// No overload takes the arguments, the method has no active input or output, or it has no derivative method.
    /// </exception>
    /// <example><code>GradCheck.Method(typeof(Model), nameof(Model.Loss), weights, data, 3).ThrowIfFailed();</code></example>
    [RequiresDynamicCode("Calls methods with span parameters through emitted code.")]
    [RequiresUnreferencedCode("Finds the method and its derivatives by name.")]
    public static GradCheckReport Method(GradCheckOptions options, Type type, string name, params object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(arguments);
        var (method, bound) = OverloadFinder.Find(type, name, arguments);
        var signature = new FunctionSignature(method, bound);
        if (signature.Inputs.Segments.Count == 0 || signature.Outputs.Segments.Count == 0)
        {
            throw new ArgumentException($"{type.Name}.{name} has no active input or no active output, so it has no derivative.", nameof(name));
        }

        var findings = new Findings($"{type.Name}.{name}");
        var check = new FamilyCheck(signature, bound, findings, options);
        if (!check.HasDerivative && findings.ToReport().Passed)
        {
            throw new ArgumentException($"For {type.Name}.{name} there is no derivative method to check.", nameof(name));
        }

        check.Run();
        return findings.ToReport();
    }

    /// <summary>Checks the derivative of a function of one number.</summary>
    /// <param name="function">The function.</param>
    /// <param name="derivative">Its derivative.</param>
    /// <param name="point">Where to check.</param>
    /// <param name="options">Step, tolerances and seed; the defaults if null.</param>
    public static GradCheckReport Function(
        Func<double, double> function, Func<double, double> derivative, double point, GradCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(derivative);
        return CheckVjp(
            x => [function(x[0])],
            (x, yBar) => [derivative(x[0]) * yBar[0]],
            [point],
            isBuffer: false,
            options);
    }

    /// <summary>Checks the gradient of a scalar function of a vector.</summary>
    /// <param name="function">The function.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="point">Where to check, n elements; not changed.</param>
    /// <param name="options">Step, tolerances and seed; the defaults if null.</param>
    public static GradCheckReport Function(
        ScalarFunction function, ScalarFunctionGradient gradient, ReadOnlySpan<double> point, GradCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        return CheckVjp(
            x => [function(x)],
            (x, yBar) =>
            {
                double[] dx = NotNumbers(x.Length);
                gradient(x, dx);
                return Array.ConvertAll(dx, d => d * yBar[0]);
            },
            point.ToArray(),
            isBuffer: true,
            options);
    }

    /// <summary>Checks the vector-Jacobian product of a vector function of a vector.</summary>
    /// <param name="function">The function.</param>
    /// <param name="vjp">Its vector-Jacobian product.</param>
    /// <param name="point">Where to check, n elements; not changed.</param>
    /// <param name="outputs">The number m of elements of the function's value.</param>
    /// <param name="options">Step, tolerances and seed; the defaults if null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputs"/> is negative.</exception>
    public static GradCheckReport Function(
        VectorFunction function, VectorFunctionVjp vjp, ReadOnlySpan<double> point, int outputs, GradCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(vjp);
        ArgumentOutOfRangeException.ThrowIfNegative(outputs);
        return CheckVjp(
            x =>
            {
                double[] y = NotNumbers(outputs);
                function(x, y);
                return y;
            },
            (x, yBar) =>
            {
                double[] dx = NotNumbers(x.Length);
                vjp(x, yBar, dx);
                return dx;
            },
            point.ToArray(),
            isBuffer: true,
            options);
    }

    private static GradCheckReport CheckVjp(
        Func<double[], double[]> function, Func<double[], double[], double[]> vjp, double[] point, bool isBuffer, GradCheckOptions? options)
    {
        options ??= new GradCheckOptions();
        double[] value = function(point);
        var inputs = new VectorLayout([new Segment("x", typeof(double), isBuffer, point.Length)]);
        var outputs = new VectorLayout([new Segment("y", typeof(double), value.Length > 1, value.Length)]);
        Precision precision = Precision.Of(options, inputs, outputs);
        var jacobian = new NumericJacobian(function, inputs, point, value, precision);
        var findings = new Findings("a hand-written derivative");
        var checks = new DerivativeChecks(findings, jacobian, inputs, outputs, precision, new Random(options.Seed));
        checks.CheckVjp("the derivative", v => vjp(point, v));
        return findings.ToReport();
    }

    private static double[] NotNumbers(int count)
    {
        var numbers = new double[count];
        Array.Fill(numbers, double.NaN);
        return numbers;
    }
}
