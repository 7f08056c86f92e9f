namespace StaticAd;

/// <summary>
/// A matrix has no inverse, no Cholesky factor, or no other result that was asked for: it is singular, not positive definite, has elements
/// that are not finite, or an iteration does not come to an end. The message says which it is.
/// </summary>
public sealed class SingularMatrixException : ArithmeticException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong with the matrix.</param>
    /// <param name="matrix">Its number in the batch.</param>
    public SingularMatrixException(string message, int matrix)
        : base(message) => Matrix = matrix;

    /// <summary>The number of the matrix in the batch, from 0 on: the first that is not as it must be.</summary>
    public int Matrix { get; }
}
