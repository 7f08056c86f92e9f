namespace StaticAd.Generator.Families;

/// <summary>Who checks the arguments of a generated method, before anything is written.</summary>
internal enum ArgumentChecks
{
    /// <summary>The method itself.</summary>
    Own,

    /// <summary>The method that it calls to do the work.</summary>
    Callees,

    /// <summary>The one that calls it: it is private.</summary>
    Callers,
}
