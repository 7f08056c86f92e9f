namespace StaticAd.CompilerServices;

/// <summary>What a product of small matrices is: of the shapes rows by inner and inner by columns, or stored as the transposes.</summary>
/// <param name="Rows">Rows of the product.</param>
/// <param name="Inner">What is summed over.</param>
/// <param name="Columns">Columns of the product.</param>
/// <param name="TransposeA">Whether the left operand is stored as its transpose.</param>
/// <param name="TransposeB">Whether the right operand is stored as its transpose.</param>
internal readonly record struct SmallShape(int Rows, int Inner, int Columns, bool TransposeA, bool TransposeB);
