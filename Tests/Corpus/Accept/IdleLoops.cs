using System;
using StaticAd;

namespace StaticAd.Corpus;

// Loops whose reverse adds nothing where a branch has cut off the cotangent.
public static partial class IdleLoops
{
    // Only the nearest centroid of each point has a gradient.
    // check: 2, new double[] { 0.1, 0.2, 1.5, 0.7, -0.4, 0.9, 1.1, 1.3 }, new double[] { 0, 0.3, 1.2, 1, -2, 2 }
    [Differentiable(Order = 2)]
    public static double Nearest(int dimensions, [NoDerivative] ReadOnlySpan<double> points, ReadOnlySpan<double> centroids)
    {
        double cost = 0;
        for (int i = 0; i < points.Length / dimensions; i++)
        {
            ReadOnlySpan<double> point = points.Slice(i * dimensions, dimensions);
            double nearest = double.PositiveInfinity;
            for (int j = 0; j < centroids.Length / dimensions; j++)
            {
                nearest = Math.Min(nearest, SquaredDistance(point, centroids.Slice(j * dimensions, dimensions)));
            }

            cost += nearest;
        }

        return cost;
    }

    // The same with a branch of the user's own.
    // check: new double[] { 0.4, -0.6 }, new double[] { 1, 0, 0.5, -0.5, -1, 1 }
    [Differentiable(Order = 2)]
    public static double Smallest(ReadOnlySpan<double> point, ReadOnlySpan<double> centroids)
    {
        double smallest = 1e9;
        for (int j = 0; j < centroids.Length; j += 2)
        {
            double distance = SquaredDistance(point, centroids.Slice(j, 2));
            if (distance < smallest)
            {
                smallest = distance;
            }
        }

        return smallest * smallest;
    }

    // Rectified units: what is cut off reaches neither its weights nor the input.
    // check: new double[] { 0.5, -1, 0.25, 0.75, 0.1, -0.2, -1, 2, 0.3 }, new double[] { 1.5, 0.5, -0.5 }
    [Differentiable(Order = 2)]
    public static double Rectified(ReadOnlySpan<double> weights, ReadOnlySpan<double> input)
    {
        double total = 0;
        for (int unit = 0; unit < weights.Length / input.Length; unit++)
        {
            double sum = 0;
            for (int i = 0; i < input.Length; i++)
            {
                sum += weights[unit * input.Length + i] * input[i];
            }

            double output = sum > 0 ? sum : 0;
            total += output * output;
        }

        return total;
    }

    // The loop's results are sums, carried through it.
    // check: 0.5, 1.25, new double[] { 1, -2, 0.5 }
    // check: 0.5, -1.25, new double[] { 1, -2, 0.5 }
    [Differentiable(Order = 2)]
    public static double Sums(double slope, double offset, [NoDerivative] ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Sin(slope * x[i] + offset) * slope;
        }

        return offset > 0 ? sum * sum : 3;
    }

    // One loop for two sums, of which only one is cut off.
    // check: new double[] { 0.5, -1.5, 0.25 }, new double[] { 1.25, -0.5, 2 }
    [Differentiable(Order = 2)]
    public static double TwoSums(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double product = 0;
        double squares = 0;
        for (int i = 0; i < x.Length; i++)
        {
            product += x[i] * y[i];
            squares += x[i] * x[i];
        }

        double positive = product > 0 ? product : 0;
        return positive * positive + squares * squares;
    }

    // Here the cotangent of the sum is zero by chance, and its tangent is not: the Hessian is.
    // check: 1.0, new double[] { 0.5, -0.5, 2, -2 }
    [Differentiable(Order = 2)]
    public static double Crossing([NoDerivative] double side, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * (1 + i);
        }

        double kept = side > 0 ? sum + 2.5 : 0;
        return kept * kept;
    }

    // An infinite slope where the cotangent is cut off does not enter.
    // check: 0.5, new double[] { 0, 1, 4 } // kink 0, 0, 0
    [Differentiable]
    public static double CutOff([NoDerivative] double limit, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += Math.Sqrt(x[i]);
        }

        return sum < limit ? sum : 2;
    }

    private static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return sum;
    }
}
