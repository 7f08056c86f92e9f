using System.Diagnostics.CodeAnalysis;
using StaticAd.GradChecks;

namespace StaticAd;

/// <summary>
/// Compares derivatives with central differences or the complex step, and the members of a derivative family with each other.
/// Choose arguments away from kinks (<c>abs</c> at 0, ties of <c>max</c>): there a derivative need only lie between the one from the left
/// and the one from the right, and the report says so.
/// </summary>
public static partial class GradCheck
{
    /// <inheritdoc cref="Method(GradCheckOptions, Type, string, object[])"/>
    [RequiresDynamicCode("Calls methods with span parameters through emitted code.")]
    [RequiresUnreferencedCode("Finds the method and its derivatives by name.")]
    public static GradCheckReport Method(Type type, string name, params object[] arguments) =>
        Method(new GradCheckOptions(), type, name, arguments);

    /// <summary>
    /// Checks all derivative methods of a method <c>F</c>: <c>FVjp</c>, <c>FJvp</c>, <c>FForward</c> with
    /// <c>FBackward</c>, <c>FValueAndGradient</c>, <c>FGradient</c>, <c>FJacobian</c>, <c>FHvp</c>, <c>FHessian</c>, <c>FBatch</c> and
    /// <c>FValueAndGradientBatch</c>, those that stand beside it, and all rules that <see cref="DerivativeOfAttribute"/> declares for it.
    /// Gradients and tangents are compared with central differences of <c>F</c>, forward with reverse mode
    /// (⟨v̄, J·u⟩ = ⟨Jᵀ·v̄, u⟩), second derivatives with central differences of the gradient, all gradients with <c>FVjp</c>'s, all
    /// values with <c>F</c>'s, bit for bit, and what a second call gives with what the first one gave.
    /// </summary>
    /// <param name="options">What to check, how closely, and the seed.</param>
    /// <param name="type">The type that declares the method.</param>
    /// <param name="name">The method's name; the arguments select the overload.</param>
    /// <param name="arguments">
    /// What a caller would pass: arrays for spans and arrays (never changed), values for scalars, initial values for
    /// <see langword="ref"/> parameters, nothing for <see langword="out"/> parameters; for an instance method its object first.
    /// </param>
    /// <returns>The report; it does not throw by itself, see <see cref="GradCheckReport.ThrowIfFailed"/>.</returns>
    /// <exception cref="ArgumentException">
    /// No overload takes the arguments, the method has no active input or output, it has no derivative method, or the options name an
    /// input or output that it does not have.
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
        KnownNames.Require(options, signature.Inputs, signature.Outputs);
        return MethodCheck.Run(method, bound, options);
    }
}
