using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace StaticAd.GradChecks;

/// <summary>Finds the overload that a caller with given arguments means.</summary>
[RequiresDynamicCode("Makes array types.")]
[RequiresUnreferencedCode("Finds members by reflection.")]
internal static class OverloadFinder
{
    public const BindingFlags Members =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] s_numbers = [typeof(double), typeof(float), typeof(Half)];

    /// <summary>The overload, and the arguments at their positions, null for <see langword="out"/> parameters.</summary>
    /// <exception cref="ArgumentException">No overload, or more than one, takes the arguments.</exception>
    public static (MethodInfo Method, object?[] Arguments) Find(Type type, string name, object?[] arguments)
    {
        MethodInfo[] named = [.. type.GetMethods(Members).Where(method => method.Name == name)];
        MethodInfo[] ordinary = [.. named.Where(method => !method.IsGenericMethodDefinition)];
        MethodInfo[] instances = [.. named.Where(method => method.IsGenericMethodDefinition).SelectMany(Instances)];
        foreach (bool exactly in new[] { true, false })
        {
            // As in C#, what is not generic comes first.
            foreach (MethodInfo[] candidates in new[] { ordinary, instances })
            {
                List<(MethodInfo, object?[])> matches = Matches(candidates, arguments, exactly);
                if (matches.Count == 1)
                {
                    return matches[0];
                }

                if (matches.Count > 1)
                {
                    throw new ArgumentException($"{type.Name}.{name} is ambiguous for ({TypesOf(arguments)}).", nameof(arguments));
                }
            }
        }

        string known = named.Length == 0 ? "there is no method of that name" : "there is " + string.Join("; ", named.Select(static m => m.ToString()));
        throw new ArgumentException(
            $"No {type.Name}.{name} takes ({TypesOf(arguments)}): {known}. Pass arrays for spans, boxed values for scalars and " +
            "by-reference parameters, nothing for out parameters, and for an instance method its object first.", nameof(arguments));
    }

    private static List<(MethodInfo Method, object?[] Arguments)> Matches(MethodInfo[] candidates, object?[] arguments, bool exactly)
    {
        List<(MethodInfo, object?[])> matches = [];
        foreach (MethodInfo method in candidates)
        {
            if (Match(method, arguments, exactly) is { } matched)
            {
                matches.Add((method, matched));
            }
        }

        return matches;
    }

    /// <summary>A generic method for each type of numbers that meets its constraints.</summary>
    public static IEnumerable<MethodInfo> Instances(MethodInfo method)
    {
        foreach (Type number in method.GetGenericArguments().Length == 1 ? s_numbers : [])
        {
            MethodInfo? instance = null;
            try
            {
                instance = method.MakeGenericMethod(number);
            }
            catch (ArgumentException)
            {
                // The constraints are nowhere else to be asked.
            }

            if (instance != null)
            {
                yield return instance;
            }
        }
    }

    private static object?[]? Match(MethodInfo method, object?[] arguments, bool exactly)
    {
        IReadOnlyList<FunctionParameter> parameters = FunctionParameter.AllOf(method, activity: false);
        var matched = new object?[parameters.Count];
        int next = 0;
        for (int i = 0; i < parameters.Count; i++)
        {
            FunctionParameter parameter = parameters[i];
            if (parameter.Passing == Passing.Out)
            {
                continue;
            }

            if (next == arguments.Length || !TryConvert(arguments[next], parameter.ArgumentType, exactly, out matched[i]))
            {
                return null;
            }

            next++;
        }

        return next == arguments.Length ? matched : null;
    }

    private static bool TryConvert(object? argument, Type type, bool exactly, out object? converted)
    {
        converted = argument;
        if (argument == null ? !type.IsValueType || Nullable.GetUnderlyingType(type) != null : type.IsInstanceOfType(argument))
        {
            return true;
        }

        bool widens = !exactly && argument switch
        {
            int => type == typeof(double) || type == typeof(float) || type == typeof(long),
            float => type == typeof(double),
            _ => false,
        };
        converted = widens ? Convert.ChangeType(argument, type, CultureInfo.InvariantCulture) : null;
        return widens;
    }

    private static string TypesOf(object?[] arguments) =>
        string.Join(", ", arguments.Select(static argument => argument?.GetType().Name ?? "null"));
}
