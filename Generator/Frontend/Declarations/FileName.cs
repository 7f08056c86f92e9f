using Microsoft.CodeAnalysis;

namespace StaticAd.Generator.Frontend;

/// <summary>The name of the generated file, unique in the project and the same in every build.</summary>
internal static class FileName
{
    /// <summary><c>N.Model.F</c>; overloads add their parameter types: <c>N.Model.F(double, int)</c>.</summary>
    public static string Of(IMethodSymbol method)
    {
        string display = CSharpNames.Display(method);
        IMethodSymbol[] namesakes =
        [
            .. method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(other =>
                string.Equals(other.Name, method.Name, StringComparison.OrdinalIgnoreCase) && Attributes.Has(other, Attributes.Differentiable)),
        ];
        if (namesakes.Length == 1)
        {
            return Safe(display.Substring(0, display.IndexOf('(')));
        }

        // File names do not tell upper from lower case, and not every character of a type is allowed in one.
        int ordinal = namesakes.Count(other =>
            string.Equals(Safe(CSharpNames.Display(other)), Safe(display), StringComparison.OrdinalIgnoreCase)
            && string.CompareOrdinal(other.GetDocumentationCommentId(), method.GetDocumentationCommentId()) < 0);
        return Safe(display) + (ordinal == 0 ? "" : $".{ordinal + 1}");
    }

    private static string Safe(string display) => display.Replace('<', '{').Replace('>', '}').Replace('?', '_');
}
