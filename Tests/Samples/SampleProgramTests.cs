using System.Globalization;
using System.Text.RegularExpressions;
using StaticAd.Samples;
using Xunit;

namespace StaticAd.Tests.Samples;

/// <summary>What the sample program prints, line by line, against values known from elsewhere.</summary>
public partial class SampleProgramTests
{
    private static readonly string[] Output = Print();

    [Fact]
    public void The_first_lines_are_the_expression_at_3_and_2()
    {
        Assert.Equal(["func value: 10", "partial x: 8", "partial y: 1"], Output[..3]);
    }

    [Theory]
    [InlineData("Over arrays")]
    [InlineData("As a batch in lanes")]
    [InlineData("With Multiply, Plus and Minus as rules of our own")]
    public void The_expression_over_arrays_gives_the_same_for_each_element(string heading)
    {
        Assert.Equal(["  value [10, 10]", "  gradients [8, 8] and [1, 1]"], Section(heading));
    }

    [Fact]
    public void Only_the_output_that_the_loss_takes_has_a_share_in_the_gradient()
    {
        Assert.Equal(
            ["  gradient of the loss: 2", "  the same by the cotangents (0, 1): 2"],
            Section("Two outputs, of which the loss takes the second"));
    }

    // x = (0.8, 1.4); λ solves Aᵀ λ = 2x: the gradients are -λ xᵀ and λ.
    [Fact]
    public void The_linear_system_has_the_gradient_of_the_implicit_function_theorem()
    {
        string[] lines = Section("A linear system, with a rule for its solution");

        AssertNumbers([2.6], lines[0]);
        AssertNumbers([-0.32, -0.56, -0.64, -1.12], lines[1]);
        AssertNumbers([0.4, 0.8], lines[2]);
    }

    // The closed forms, evaluated with 50 decimal digits.
    [Fact]
    public void The_option_has_the_price_and_the_Greeks_of_the_closed_forms()
    {
        string[] lines = Section("A call option and its Greeks");

        AssertNumbers([8.021352235143171], lines[0]);
        AssertNumbers([0.5422283335848053, -0.4400141059365463, 39.67052380842652, 46.20148112333736, -6.277126437009521], lines[1]);
        AssertNumbers([0.3369675818262481, 0.4402176994077403, 0.5422283335848053, 0.6368306511756191, 0.7199187236124109], lines[2]);
    }

    // x = 0.4 cos s + 0.3 cos(s + e) and its time derivative, at s = 0.5, e = 0.8, s' = 1, e' = -0.5.
    [Fact]
    public void The_arm_moves_as_the_chain_rule_says()
    {
        string[] lines = Section("The tip of a robot arm in motion");

        AssertNumbers([0.4312826733435253, 0.4808376710668391], lines[0]);
        AssertNumbers([-0.33630394325426016, 0.3911578490498372], lines[1]);
    }

    // By central differences of the expressions, written out by hand.
    [Fact]
    public void Matrices_have_the_gradients_of_their_expressions()
    {
        string[] lines = Section("An expression of two batches of matrices");

        AssertNumbers([22.2631983326744], lines[0]);
        AssertNumbers([3.81795996803, 0.00898343511, 0.01796687023, 3.82694340314, 1.03309505033, 0, 0.04491717557, 0.95448999189], lines[1]);
        AssertNumbers([2.22789193427, 1.11214928042, 1.10496253233, 3.35441471089, 0.1796687023, -0.01122929389, -0.02245858779, 0.80289452292], lines[2]);
    }

    [Fact]
    public void The_Gaussian_process_has_the_gradient_of_its_likelihood()
    {
        string[] lines = Section("The likelihood of a Gaussian process");

        AssertNumbers([-1.9702978093305372], lines[0]);
        AssertNumbers([1.7042357928, -1.6153992824, -4.240834429], lines[1]);
    }

    [Fact]
    public void The_filter_has_the_gradient_of_its_likelihood()
    {
        string[] lines = Section("The likelihood of a series under a Kalman filter");

        AssertNumbers([-3.1178051207842437], lines[0]);
        AssertNumbers([-2.312971094899, -0.625836938655, -3.731757448971], lines[1]);
        AssertNumbers([-0.040380932169, -1.439567647158, 2.448064164442, -0.229469148536, -0.738646436573], lines[2]);
    }

    [Fact]
    public void Every_sample_is_checked_and_right()
    {
        string[] lines = Section("Checked against finite differences");

        Assert.Equal(18, lines.Length);
        Assert.All(lines, line => Assert.EndsWith(": right", line));
    }

    [Fact]
    public void The_whole_assembly_is_checked_and_right() => Assert.Equal(["  right, 0 not checked"], Section("All of this assembly in one line"));

    [Fact]
    public void A_mistake_is_shown_with_its_place()
    {
        string[] lines = Section("A mistake");

        Assert.Contains("derivative of y by x[1]: analytic -8, numeric 8", lines[1]);
        Assert.Contains(lines, line => line.Contains("-8!"));
    }

    private static string[] Print()
    {
        using var output = new StringWriter { NewLine = "\n" };
        Program.Run(output);
        return output.ToString().Split('\n');
    }

    private static string[] Section(string heading) =>
        [.. Output.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => line.Length > 0)];

    /// <summary>The numbers of a line, which are printed with six decimals.</summary>
    private static void AssertNumbers(double[] expected, string line)
    {
        double[] actual = [.. Decimals().Matches(line).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 5.1e-7));
    }

    [GeneratedRegex(@"-?\d+\.\d{6}")]
    private static partial Regex Decimals();
}
