using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using StaticAd.Tests.Harness;
using Xunit;

namespace StaticAd.Tests.Frontend;

/// <summary>What stands for a member of <c>System.Numerics</c> computes what the member does, to rounding.</summary>
public class SurrogateTests
{
    private const int Trials = 200;
    private const string Suffix = "Members";
    private static readonly float[] Special = [0, 1, -1, 1e-6F, MathF.PI / 2, -MathF.PI / 2, MathF.PI, 1e-4F, 7];
    private static readonly Lazy<Assembly> Surrogates = new(Compile);

    public static TheoryData<string> Members =>
    [
        .. Surrogates.Value.GetTypes()
            .Where(type => type.Name.EndsWith(Suffix, StringComparison.Ordinal) && Original(type) is not null)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Select(Name)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Members))]
    public void ComputesWhatTheMemberDoes(string member)
    {
        MethodInfo surrogate = Surrogates.Value.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Single(method => Name(method) == member);
        var random = new Random(7);
        var returned = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            object[] arguments = [.. surrogate.GetParameters().Select(parameter => Argument(parameter.ParameterType, random))];
            var expected = Result(() => CallOriginal(surrogate, arguments), out var exception);
            var actual = Result(() => Call(surrogate, null, arguments), out var own);
            Assert.Equal(exception?.GetType(), own?.GetType());
            returned += own is null ? 1 : 0;
            Assert.True(
                IsClose(expected, actual, surrogate.Name == "Invert" ? 1e-3 : 1e-5),
                $"{member} of ({string.Join(", ", arguments)}):\n{string.Join(", ", expected)}\n{string.Join(", ", actual)}");
        }

        Assert.True(returned > Trials / 20);
    }

    private static string Name(MethodInfo method)
        => $"{method.DeclaringType!.Name[..^Suffix.Length]}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})";

    private static Type? Original(Type surrogates) => typeof(Complex).Assembly.GetType($"System.Numerics.{surrogates.Name[..^Suffix.Length]}")
        ?? typeof(Vector3).Assembly.GetType($"System.Numerics.{surrogates.Name[..^Suffix.Length]}");

    private static Assembly Compile()
    {
        var folder = Path.Combine(Repository.Root, "Generator", "Surrogates");
        var compilation = Toolchain.Compile("Surrogates", Directory.GetFiles(folder, "*.cs").Select(path => Toolchain.Parse(File.ReadAllText(path), path)));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return Assembly.Load(image.ToArray());
    }

    private static object Argument(Type type, Random random)
    {
        if (type.IsByRef)
        {
            return Argument(type.GetElementType()!, random);
        }

        if (type == typeof(int))
        {
            return random.Next(-1, 4);
        }

        var isRegular = random.Next(3) > 0;
        double Number() => isRegular || random.Next(2) > 0 ? 4 * random.NextDouble() - 2 : Special[random.Next(Special.Length)];
        return type == typeof(float) ? (float)Number()
            : type == typeof(double) ? Number()
            : type == typeof(Complex) ? new Complex(Number(), Number())
            : type == typeof(Matrix4x4) && random.Next(3) == 0 ? ScaledRotation(random)
            : StructLeaves.Refill(Activator.CreateInstance(type)!, _ => Number());
    }

    /// <summary>What can be decomposed, which no matrix of numbers by chance can.</summary>
    private static Matrix4x4 ScaledRotation(Random random)
    {
        float Number() => (float)(3 * random.NextDouble() - 1.5);
        float Scale() => 0.5F + (float)random.NextDouble();
        return Matrix4x4.CreateScale(Scale(), Scale(), random.Next(2) == 0 ? Scale() : -Scale())
            * Matrix4x4.CreateFromYawPitchRoll(2 * Number(), Number(), 2 * Number())
            * Matrix4x4.CreateTranslation(Number(), Number(), Number());
    }

    /// <summary>What a call returns and what it leaves in its reference parameters, as numbers.</summary>
    private static double[] Call(MethodBase method, object? receiver, object[] arguments)
    {
        object[] passed = [.. arguments];
        var result = method.Invoke(receiver, passed);
        IEnumerable<object?> outputs = method.GetParameters().Where(parameter => parameter.ParameterType.IsByRef)
            .Select(parameter => passed[parameter.Position])
            .Append(result)
            .Append(method.Name.StartsWith("set_", StringComparison.Ordinal) ? receiver : null);
        return [.. outputs.OfType<object>().SelectMany(StructLeaves.All).Select(leaf => Convert.ToDouble(leaf, CultureInfo.InvariantCulture))];
    }

    private static double[] CallOriginal(MethodInfo surrogate, object[] arguments)
    {
        var type = Original(surrogate.DeclaringType!)!;
        Type[] parameters = [.. surrogate.GetParameters().Select(parameter => parameter.ParameterType)];
        if (surrogate.Name == "ctor")
        {
            return [.. StructLeaves.All(type.GetConstructor(parameters)!.Invoke(arguments)).Select(leaf => Convert.ToDouble(leaf, CultureInfo.InvariantCulture))];
        }

        var isSetter = surrogate.Name.StartsWith("set_", StringComparison.Ordinal);
        var member = isSetter ? null : type.GetMethods().SingleOrDefault(method => method.IsStatic && method.Name == surrogate.Name
            && method.ReturnType == surrogate.ReturnType && method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters));
        return member is not null
            ? Call(member, null, arguments)
            : Call(type.GetMethod(surrogate.Name, parameters[1..])!, RuntimeHelpers.GetObjectValue(arguments[0]), arguments[1..]);
    }

    private static double[] Result(Func<double[]> call, out Exception? exception)
    {
        try
        {
            exception = null;
            return call();
        }
        catch (TargetInvocationException thrown)
        {
            exception = thrown.InnerException;
            return [];
        }
    }

    private static bool IsClose(double[] expected, double[] actual, double tolerance)
    {
        var scale = Math.Max(1, expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max());
        return expected.Length == actual.Length
            && expected.Zip(actual).All(pair => pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= tolerance * scale);
    }
}
