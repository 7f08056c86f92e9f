using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using StaticAd.CompilerServices;

namespace StaticAd.GradChecks;

/// <summary>Arrays that stand for views of matrices, which nothing but the stack can hold.</summary>
internal static class MatrixArguments
{
    /// <summary>How many dimensions the array has that stands for a view; null for any other type.</summary>
    public static int? DimensionsOf(Type type)
    {
        Type? view = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return view == typeof(ScalarBatch<>) ? 1 : view == typeof(Matrix<>) ? 2 : view == typeof(MatrixBatch<>) ? 3 : null;
    }

    /// <summary>The method that makes a view of an array.</summary>
    [RequiresDynamicCode("Makes generic methods.")]
    [RequiresUnreferencedCode("Finds members by reflection.")]
    public static MethodInfo Conversion(Type view, Type array) => typeof(MatrixArguments)
        .GetMethods(BindingFlags.NonPublic | BindingFlags.Static)
        .Where(static method => method.Name == nameof(View))
        .Select(method => method.MakeGenericMethod(view.GenericTypeArguments))
        .First(method => method.GetParameters()[0].ParameterType == array);

    private static ScalarBatch<T> View<T>(T[] numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(numbers);

    private static Matrix<T> View<T>(T[,] matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(Grid.Elements<T>(matrix), matrix.GetLength(0), matrix.GetLength(1));

    private static MatrixBatch<T> View<T>(T[,,] matrices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(Grid.Elements<T>(matrices), matrices.GetLength(0), matrices.GetLength(1), matrices.GetLength(2));
}
