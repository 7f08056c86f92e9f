namespace StaticAd.Tests.Rules;

/// <summary>What a library brings along for the programs that reference it: corpus programs call these.</summary>
public static class RuleLibrary
{
    /// <summary>√(Σ xᵢ²).</summary>
    public static double Norm(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double element in x)
        {
            sum += element * element;
        }

        return Math.Sqrt(sum);
    }

    /// <summary>A method with a rule that is no rule of the program that calls it: the program may state another.</summary>
    public static double Identity(double x) => x;

    /// <summary>Rules in a nested class, as a library may keep them.</summary>
    public static class Derivatives
    {
        [DerivativeOf(typeof(RuleLibrary), nameof(Norm), Mode = DerivativeMode.Vjp)]
        public static double NormVjp(ReadOnlySpan<double> x, double resultBar, Span<double> dx)
        {
            double norm = Norm(x);
            for (int i = 0; i < x.Length; i++)
            {
                dx[i] = resultBar * x[i] / norm;
            }

            return norm;
        }

        // Not visible to other assemblies, so that it is no rule for them.
        [DerivativeOf(typeof(RuleLibrary), nameof(Norm), Mode = DerivativeMode.Jvp)]
        internal static double NormJvp(ReadOnlySpan<double> x, ReadOnlySpan<double> xDot, out double resultDot) =>
            throw new InvalidOperationException("This rule is not accessible.");

        [DerivativeOf(typeof(RuleLibrary), nameof(Identity), Mode = DerivativeMode.Jvp)]
        public static double IdentityJvp(double x, double xDot, out double resultDot) =>
            throw new InvalidOperationException("The program's own rule counts.");

        // A rule for a method of the base class library.
        [DerivativeOf(typeof(double), nameof(double.MultiplyAddEstimate), Mode = DerivativeMode.Jvp)]
        public static double MultiplyAddJvp(
            double left, double right, double addend, double leftDot, double rightDot, double addendDot, out double resultDot)
        {
            resultDot = leftDot * right + left * rightDot + addendDot;
            return double.MultiplyAddEstimate(left, right, addend);
        }

        // What Math means is not for libraries to change.
        [DerivativeOf(typeof(Math), nameof(Math.Sinh), Mode = DerivativeMode.Jvp)]
        public static double SinhJvp(double value, double valueDot, out double resultDot) =>
            throw new InvalidOperationException("The built-in derivative counts.");
    }
}
