namespace StaticAd.Generator.Ir;

/// <summary>
/// Verifies the IR after each pass, in Debug builds and wherever it is switched on, as the tests do. Users of a Release build do not
/// pay for it.
/// </summary>
internal static class PassCheck
{
    /// <summary>Whether passes are verified.</summary>
    public static bool IsOn { get; set; } =
#if DEBUG
        true;
#else
        false;
#endif

    /// <summary>The block itself, if nothing is wrong with it.</summary>
    /// <param name="parameters">Those whose values the block sees.</param>
    /// <exception cref="InvalidOperationException">Something is wrong: all of it, and the printed IR.</exception>
    public static Block After(string pass, Block body, IEnumerable<Parameter> parameters)
    {
        if (IsOn)
        {
            Verifier.Require(body, parameters.Select(parameter => parameter.Value).OfType<Value>(), pass);
        }

        return body;
    }

    /// <summary>The method itself, if nothing is wrong with it.</summary>
    /// <exception cref="InvalidOperationException">Something is wrong: all of it, and the printed IR.</exception>
    public static GeneratedMethod Finished(GeneratedMethod method)
    {
        if (IsOn)
        {
            Verifier.Require(method);
        }

        return method;
    }
}
