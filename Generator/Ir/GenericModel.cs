namespace StaticAd.Generator.Ir;

/// <summary>What the model of a generic method's first instance has beside that of an ordinary method.</summary>
/// <param name="TypeParameter">As C# writes it.</param>
/// <param name="Constraints">What stands behind <c>where T :</c>; empty for none.</param>
/// <param name="Open">
/// The method without body, with a type called like the type parameter wherever the instances have their type argument.
/// </param>
/// <param name="Others">The further instances.</param>
internal sealed record GenericModel(string TypeParameter, string Constraints, Method Open, EquatableArray<MethodModel> Others);
