using System.Numerics;
using StaticAd.GradChecks;

namespace StaticAd;

public static partial class GradCheck
{
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
        return FunctionCheck.Run(options, new FunctionCheck(x => [function(x[0])], [point], isBuffer: false)
        {
            Vjp = yBar => [derivative(point) * yBar[0]],
        });
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
        return FunctionCheck.Run(options, GradientCheck(function, gradient, point.ToArray()));
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
        double[] at = point.ToArray();
        return FunctionCheck.Run(options, new FunctionCheck(Evaluated(function, outputs), at, isBuffer: true)
        {
            Vjp = yBar => Filled(at.Length, dx => vjp(at, yBar, dx)),
        });
    }

    /// <summary>Checks the Jacobian-vector product of a vector function of a vector.</summary>
    /// <param name="function">The function.</param>
    /// <param name="jvp">Its Jacobian-vector product.</param>
    /// <param name="point">Where to check, n elements; not changed.</param>
    /// <param name="outputs">The number m of elements of the function's value.</param>
    /// <param name="options">Step, tolerances and seed; the defaults if null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputs"/> is negative.</exception>
    public static GradCheckReport Jvp(
        VectorFunction function, VectorFunctionJvp jvp, ReadOnlySpan<double> point, int outputs, GradCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(jvp);
        ArgumentOutOfRangeException.ThrowIfNegative(outputs);
        double[] at = point.ToArray();
        return FunctionCheck.Run(options, new FunctionCheck(Evaluated(function, outputs), at, isBuffer: true)
        {
            Jvp = xDot => Filled(outputs, yDot => jvp(at, xDot, yDot)),
        });
    }

    /// <summary>
    /// Checks the gradient of a scalar function, and the product of its Hessian with vectors: by differences of the gradient, and for symmetry.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="hvp">The product of its Hessian with a vector.</param>
    /// <param name="point">Where to check, n elements; not changed.</param>
    /// <param name="options">Step, tolerances and seed; the defaults if null.</param>
    public static GradCheckReport Hvp(
        ScalarFunction function, ScalarFunctionGradient gradient, ScalarFunctionHvp hvp, ReadOnlySpan<double> point, GradCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(hvp);
        double[] at = point.ToArray();
        return FunctionCheck.Run(
            options,
            GradientCheck(function, gradient, at),
            new FunctionCheck(x => Filled(x.Length, dx => gradient(x, dx)), at, isBuffer: true)
            {
                Name = "the product with the Hessian",
                Jvp = xDot => Filled(xDot.Length, xHvp => hvp(at, xDot, xHvp)),
                IsSymmetric = true,
            });
    }

    /// <summary>Checks the derivative of a function of one number by the complex step, which has no error but rounding.</summary>
    /// <param name="function">The function over complex numbers; without <c>Abs</c>, comparisons or conjugates it is differentiable there too.</param>
    /// <param name="derivative">Its derivative at real arguments.</param>
    /// <param name="point">Where to check.</param>
    /// <param name="options">Tolerances and seed; the defaults if null.</param>
    /// <example><code>GradCheck.ComplexStep(z => z * Complex.Exp(z), x => (1 + x) * Math.Exp(x), 0.7).ThrowIfFailed();</code></example>
    public static GradCheckReport ComplexStep(
        Func<Complex, Complex> function, Func<double, double> derivative, double point, GradCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(derivative);
        return FunctionCheck.Run(options, new FunctionCheck(x => [function(x[0]).Real], [point], isBuffer: false)
        {
            Complex = x => [function(x[0])],
            Vjp = yBar => [derivative(point) * yBar[0]],
        });
    }

    /// <summary>Checks the gradient of a scalar function of a vector by the complex step, which has no error but rounding.</summary>
    /// <param name="function">The function over complex numbers.</param>
    /// <param name="gradient">Its gradient at real arguments.</param>
    /// <param name="point">Where to check, n elements; not changed.</param>
    /// <param name="options">Tolerances and seed; the defaults if null.</param>
    public static GradCheckReport ComplexStep(
        ComplexScalarFunction function, ScalarFunctionGradient gradient, ReadOnlySpan<double> point, GradCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(gradient);
        double[] at = point.ToArray();
        return FunctionCheck.Run(options, new FunctionCheck(x => [function(InComplex(x)).Real], at, isBuffer: true)
        {
            Complex = x => [function(x)],
            Vjp = yBar => ScaledGradient(gradient, at, yBar),
        });
    }

    /// <summary>Checks the vector-Jacobian product of a vector function by the complex step, which has no error but rounding.</summary>
    /// <param name="function">The function over complex numbers.</param>
    /// <param name="vjp">Its vector-Jacobian product at real arguments.</param>
    /// <param name="point">Where to check, n elements; not changed.</param>
    /// <param name="outputs">The number m of elements of the function's value.</param>
    /// <param name="options">Tolerances and seed; the defaults if null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outputs"/> is negative.</exception>
    public static GradCheckReport ComplexStep(
        ComplexVectorFunction function, VectorFunctionVjp vjp, ReadOnlySpan<double> point, int outputs, GradCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(vjp);
        ArgumentOutOfRangeException.ThrowIfNegative(outputs);
        double[] at = point.ToArray();
        Complex[] Evaluate(Complex[] x)
        {
            var y = new Complex[outputs];
            Array.Fill(y, new Complex(double.NaN, double.NaN));
            function(x, y);
            return y;
        }

        return FunctionCheck.Run(options, new FunctionCheck(x => Array.ConvertAll(Evaluate(InComplex(x)), static y => y.Real), at, isBuffer: true)
        {
            Complex = Evaluate,
            Vjp = yBar => Filled(at.Length, dx => vjp(at, yBar, dx)),
        });
    }

    private static FunctionCheck GradientCheck(ScalarFunction function, ScalarFunctionGradient gradient, double[] at) =>
        new(x => [function(x)], at, isBuffer: true) { Vjp = yBar => ScaledGradient(gradient, at, yBar) };

    private static double[] ScaledGradient(ScalarFunctionGradient gradient, double[] at, double[] yBar) =>
        Array.ConvertAll(Filled(at.Length, dx => gradient(at, dx)), d => d * yBar[0]);

    private static Func<double[], double[]> Evaluated(VectorFunction function, int outputs) => x => Filled(outputs, y => function(x, y));

    private static Complex[] InComplex(double[] numbers) => Array.ConvertAll(numbers, static x => new Complex(x, 0));

    /// <summary>A new array that was full of not-a-numbers before it was filled.</summary>
    private static double[] Filled(int count, Action<double[]> fill)
    {
        var numbers = new double[count];
        Array.Fill(numbers, double.NaN);
        fill(numbers);
        return numbers;
    }
}
