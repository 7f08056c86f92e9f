using System.Numerics;
using System.Runtime.Intrinsics;

namespace StaticAd.Kernels;

/// <summary>What is done to two elements, for a vector of them at once.</summary>
internal interface IPairOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    static abstract T Of(T left, T right);

    static abstract Vector<T> Of(Vector<T> left, Vector<T> right);

    static abstract Vector512<T> Of(Vector512<T> left, Vector512<T> right);
}

internal readonly struct Plus<T> : IPairOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T Of(T left, T right) => left + right;

    public static Vector<T> Of(Vector<T> left, Vector<T> right) => left + right;

    public static Vector512<T> Of(Vector512<T> left, Vector512<T> right) => left + right;
}

internal readonly struct Minus<T> : IPairOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T Of(T left, T right) => left - right;

    public static Vector<T> Of(Vector<T> left, Vector<T> right) => left - right;

    public static Vector512<T> Of(Vector512<T> left, Vector512<T> right) => left - right;
}

internal readonly struct Times<T> : IPairOperation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static T Of(T left, T right) => left * right;

    public static Vector<T> Of(Vector<T> left, Vector<T> right) => left * right;

    public static Vector512<T> Of(Vector512<T> left, Vector512<T> right) => left * right;
}
