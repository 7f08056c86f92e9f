namespace StaticAd.Memory;

/// <summary>A word that identifies an element type in native memory.</summary>
internal static class TypeTag
{
    public static nint Of<T>() => RuntimeTypeHandle.ToIntPtr(typeof(T).TypeHandle);

    public static string NameOf(nint tag) => Type.GetTypeFromHandle(RuntimeTypeHandle.FromIntPtr(tag))?.Name ?? "unknown type";
}
