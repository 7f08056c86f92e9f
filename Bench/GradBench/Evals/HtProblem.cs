using System.Text.Json;
using StaticAd.GradBench.Models;
using StaticAd.GradBench.Protocol;

namespace StaticAd.GradBench.Evals;

/// <summary>A hand model, its pose, and what was observed.</summary>
internal sealed record HtProblem(
    double[] Theta, double[] Us, int[] Parents, double[] BaseRelatives, double[] InverseBaseAbsolutes, double[] BasePositions,
    double[] Weights, int[] Triangles, bool IsMirrored, int[] Correspondences, double[] Points)
{
    /// <summary>Beyond so many numbers, most of them columns that nobody asks for, one column at a time is less work.</summary>
    private const int LargestWhole = 1 << 20;

    private double[]? _whole;

    public int Rows => 3 * Correspondences.Length;

    /// <summary>The two coordinates of an observation come before the pose, if there are any.</summary>
    public int Columns => CoordinateColumns + Ht.PoseParameters;

    private int CoordinateColumns => Us.Length > 0 ? 2 : 0;

    public static HtProblem Read(JsonElement input)
    {
        JsonElement data = input.Field("data");
        JsonElement model = data.Field("model");
        int bones = model.Rows("parents");
        int vertices = model.Rows("base_positions");
        int observations = data.Rows("correspondences");
        return new HtProblem(
            input.Vector("theta", Ht.PoseParameters),
            input.Rows("us") == 0 ? [] : input.Matrix("us", observations, 2),
            Integers(model.Vector("parents", bones)),
            Matrices(model, "base_relatives", bones),
            Matrices(model, "inverse_base_absolutes", bones),
            model.Matrix("base_positions", vertices, 4),
            model.Matrix("weights", vertices, bones),
            Integers(model.Matrix("triangles", model.Rows("triangles"), 3)),
            model.Field("is_mirrored").GetBoolean(),
            Integers(data.Vector("correspondences", observations)),
            data.Matrix("points", observations, 3));
    }

    public void Errors(Span<double> errors) =>
        Ht.Errors(
            Theta, Us, Parents, BaseRelatives, InverseBaseAbsolutes, BasePositions, Weights, Triangles, IsMirrored,
            Correspondences, Points, errors);

    public void Jacobian(double[] jacobian)
    {
        if ((long)Rows * (Ht.PoseParameters + Rows) <= LargestWhole)
        {
            DifferentiateAtOnce(jacobian);
        }
        else
        {
            DifferentiateByParameter(jacobian);
        }

        if (CoordinateColumns > 0)
        {
            DifferentiateByCoordinates(jacobian);
        }
    }

    /// <summary>The errors are overwritten: what they held before has columns of its own, which the suite does not ask for.</summary>
    private void DifferentiateAtOnce(double[] jacobian)
    {
        int columns = Ht.PoseParameters + Rows;
        _whole ??= new double[Rows * columns];
        double[] errors = new double[Rows];
        Ht.ErrorsJacobian(
            Theta, Us, Parents, BaseRelatives, InverseBaseAbsolutes, BasePositions, Weights, Triangles, IsMirrored,
            Correspondences, Points, errors, _whole);
        for (int row = 0; row < Rows; row++)
        {
            _whole.AsSpan(row * columns, Ht.PoseParameters).CopyTo(jacobian.AsSpan(row * Columns + CoordinateColumns));
        }
    }

    private void DifferentiateByParameter(double[] jacobian)
    {
        double[] thetaDot = new double[Theta.Length];
        double[] errors = new double[Rows];
        double[] errorsDot = new double[Rows];
        for (int parameter = 0; parameter < Theta.Length; parameter++)
        {
            thetaDot[parameter] = 1;
            Ht.ErrorsJvp(
                Theta, Us, Parents, BaseRelatives, InverseBaseAbsolutes, BasePositions, Weights, Triangles, IsMirrored,
                Correspondences, Points, errors, thetaDot, errorsDot);
            thetaDot[parameter] = 0;
            for (int row = 0; row < Rows; row++)
            {
                jacobian[row * Columns + CoordinateColumns + parameter] = errorsDot[row];
            }
        }
    }

    /// <summary>Each observation depends on its own two coordinates only.</summary>
    private void DifferentiateByCoordinates(double[] jacobian)
    {
        double[] positions = new double[3 * (BasePositions.Length / 4)];
        double[] positionsDot = new double[positions.Length];
        Ht.PoseVertices(Theta, Parents, BaseRelatives, InverseBaseAbsolutes, BasePositions, Weights, IsMirrored, positions);
        Span<double> error = stackalloc double[3];
        Span<double> errorDot = stackalloc double[3];
        for (int i = 0; i < Correspondences.Length; i++)
        {
            for (int coordinate = 0; coordinate < 2; coordinate++)
            {
                Ht.SurfaceErrorJvp(
                    Us[2 * i], Us[2 * i + 1], positions, Triangles.AsSpan(3 * Correspondences[i], 3), Points.AsSpan(3 * i, 3), error,
                    1 - coordinate, coordinate, positionsDot, errorDot);
                for (int axis = 0; axis < 3; axis++)
                {
                    jacobian[(3 * i + axis) * Columns + coordinate] = errorDot[axis];
                }
            }
        }
    }

    private static int[] Integers(double[] values) => Array.ConvertAll(values, value => (int)value);

    private static double[] Matrices(JsonElement model, string name, int count)
    {
        JsonElement field = model.Field(name);
        double[] values = [.. field.EnumerateArray().SelectMany(matrix => matrix.EnumerateArray()).SelectMany(row => row.EnumerateArray())
            .Select(entry => entry.AsNumber(name))];
        return values.Length == 16 * count
            ? values
            : throw new InputException($"'{name}' must have {count} matrices of 4 × 4 numbers.");
    }
}
