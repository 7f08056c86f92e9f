using StaticAd.GradBench.Models;

namespace StaticAd.GradBench.Evals;

/// <summary>Cameras, points and observations. Observation i is of point i mod m by camera i mod n.</summary>
internal sealed class BaProblem(double[] cameras, double[] points, double[] weights, double[] features)
{
    private readonly int _cameras = cameras.Length / Ba.CameraParameters;
    private readonly int _points = points.Length / 3;

    public int Observations => weights.Length;

    public void Errors(Span<double> errors, Span<double> weightErrors)
    {
        for (int i = 0; i < Observations; i++)
        {
            (errors[2 * i], errors[2 * i + 1]) =
                Ba.ReprojectionError(Camera(i % _cameras), Point(i % _points), weights[i], Feature(i));
            weightErrors[i] = Ba.WeightError(weights[i]);
        }
    }

    /// <summary>Fills the sparse matrix of all derivatives: two rows for each observation, then one for each weight.</summary>
    public void Jacobian(BaJacobian jacobian)
    {
        jacobian.Clear();
        Span<double> rows = stackalloc double[2 * BaJacobian.RowLength];
        for (int i = 0; i < Observations; i++)
        {
            int camera = i % _cameras;
            int point = i % _points;
            Ba.ReprojectionErrorJacobian(Camera(camera), Point(point), weights[i], Feature(i), rows);
            jacobian.AddRow(CameraColumn(camera), PointColumn(point), WeightColumn(i), rows[..BaJacobian.RowLength]);
            jacobian.AddRow(CameraColumn(camera), PointColumn(point), WeightColumn(i), rows[BaJacobian.RowLength..]);
        }

        for (int i = 0; i < Observations; i++)
        {
            jacobian.AddEntry(WeightColumn(i), Ba.WeightErrorGradient(weights[i]));
        }
    }

    private static int CameraColumn(int camera) => Ba.CameraParameters * camera;

    private int PointColumn(int point) => cameras.Length + 3 * point;

    private int WeightColumn(int observation) => cameras.Length + points.Length + observation;

    private ReadOnlySpan<double> Camera(int camera) => cameras.AsSpan(Ba.CameraParameters * camera, Ba.CameraParameters);

    private ReadOnlySpan<double> Point(int point) => points.AsSpan(3 * point, 3);

    private ReadOnlySpan<double> Feature(int observation) => features.AsSpan(2 * observation, 2);
}
