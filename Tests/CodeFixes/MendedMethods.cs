using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.CodeFixes;

/// <summary>A mended program compiled and loaded.</summary>
internal static class MendedMethods
{
    /// <summary>The class <c>Model</c> of a program.</summary>
    public static Type Model(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType("Model", throwOnError: true)!;
    }

    /// <summary>The arguments at which a method is checked.</summary>
    public static object[] Arguments(MethodInfo method) =>
        [.. method.GetParameters().Select((parameter, i) => Argument(parameter.ParameterType, i))];

    private static object Argument(Type type, int i) =>
        type == typeof(double) ? 0.7 + i
        : type == typeof(float) ? 0.7f + i
        : type == typeof(int) ? 3 + i
        : type == typeof(float[]) ? new[] { 0.5f, -1.25f, 2f, 0.75f }
        : type == typeof(double[]) ? new[] { 0.3, -1.1, 1.7, 0.9 }
        : throw new NotSupportedException(type.ToString());
}
