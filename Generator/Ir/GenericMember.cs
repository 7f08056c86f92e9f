namespace StaticAd.Generator.Ir;

/// <summary>
/// A generic member of the family of a generic method: it goes on to the overload for the type that its type parameter stands for.
/// </summary>
/// <param name="Constraints">What stands behind <c>where T :</c>; empty for none.</param>
/// <param name="Parameters">Their C# text.</param>
/// <param name="Types">Those that have an overload, in words.</param>
/// <param name="Missing">What the exception says that meets any other type.</param>
internal sealed record GenericMember(
    string Name,
    string Summary,
    EquatableArray<ParameterDoc> ParameterDocs,
    string? ReturnDoc,
    string TypeParameter,
    string Constraints,
    string Returns,
    EquatableArray<string> Parameters,
    EquatableArray<GenericBranch> Branches,
    string Types,
    string Missing);

/// <summary>The way to one overload.</summary>
/// <param name="TypeArgument">The type that it is for.</param>
/// <param name="Arguments">Their C# text.</param>
/// <param name="Result">What makes of its result that of the generic member, a method; empty where they are one, null for <c>void</c>.</param>
internal sealed record GenericBranch(string TypeArgument, EquatableArray<string> Arguments, string? Result);
