using System.Diagnostics.CodeAnalysis;
using System.Reflection;
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

    /// <inheritdoc cref="Rule(GradCheckOptions, Type, string, object[])"/>
    [RequiresDynamicCode("Calls methods with span parameters through emitted code.")]
    [RequiresUnreferencedCode("Finds the method and its derivatives by name.")]
    public static GradCheckReport Rule(Type type, string name, params object[] arguments) =>
        Rule(new GradCheckOptions(), type, name, arguments);

    /// <summary>
    /// Checks a rule, a method marked with <see cref="DerivativeOfAttribute"/>, and whatever else states a derivative of the method that it
    /// is for: the same as <see cref="Method(GradCheckOptions, Type, string, object[])"/> for that method.
    /// </summary>
    /// <param name="options">What to check, how closely, and the seed.</param>
    /// <param name="type">The type that declares the rule.</param>
    /// <param name="name">The rule's name.</param>
    /// <param name="arguments">What a caller of the rule's method would pass.</param>
    /// <exception cref="ArgumentException">There is no such rule, or its method does not take the arguments.</exception>
    /// <example><code>GradCheck.Rule(typeof(CustomRules), nameof(CustomRules.PlusVjp), 3.0, 2.0).ThrowIfFailed();</code></example>
    [RequiresDynamicCode("Calls methods with span parameters through emitted code.")]
    [RequiresUnreferencedCode("Finds the method and its derivatives by name.")]
    public static GradCheckReport Rule(GradCheckOptions options, Type type, string name, params object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(name);
        MethodInfo? rule = type.GetMethods(OverloadFinder.Members)
            .FirstOrDefault(method => method.Name == name && method.IsDefined(typeof(DerivativeOfAttribute)));
        return rule?.GetCustomAttribute<DerivativeOfAttribute>() is { } attribute
            ? Method(options, attribute.Type, attribute.Method, arguments)
            : throw new ArgumentException($"{type.Name} has no rule {name}: no method of that name is marked with DerivativeOf.", nameof(name));
    }

    /// <summary>
    /// Checks all marked methods of an assembly and all its rules, at arguments that are made up from a seed: numbers of all kinds, buffers
    /// that fit each other, structures, objects by their constructors. What can't be called with any of these is listed as not checked, with
    /// the reason; give arguments for it.
    /// </summary>
    /// <param name="assembly">The assembly, for example <c>typeof(Model).Assembly</c>.</param>
    /// <param name="options">Arguments for single methods, how many points, and how each is checked; the defaults if null.</param>
    /// <example><code>GradCheck.Assembly(typeof(Model).Assembly).ThrowIfFailed();</code></example>
    [RequiresDynamicCode("Calls methods with span parameters through emitted code.")]
    [RequiresUnreferencedCode("Finds the methods and their derivatives by name.")]
    public static GradCheckAssemblyReport Assembly(Assembly assembly, GradCheckAssemblyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return new AssemblyCheck(assembly, options ?? new GradCheckAssemblyOptions()).Run();
    }
}
