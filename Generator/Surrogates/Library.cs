// What surrogates share.
namespace StaticAd.Surrogates;

internal static class Library
{
    // The derivative of the formula, the value that the library gives.
    public static T WithValue<T>(T formula, T value) => value;
}
