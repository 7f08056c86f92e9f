using Microsoft.CodeAnalysis;
using StaticAd.Generator.Diagnostics;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>Memory that belongs to somebody else, a parameter or a field, and must not be written.</summary>
internal sealed class Origins(Faults faults)
{
    /// <summary>What memory that must not be written belongs to: an input parameter or a static field, by the buffer's value.</summary>
    private readonly Dictionary<int, ISymbol> _origins = [];

    public void Note(Value buffer, ISymbol origin) => _origins[buffer.Id] = origin;

    public ISymbol? Of(Value buffer) => _origins.TryGetValue(buffer.Id, out ISymbol origin) ? origin : null;

    /// <summary>Where writing is not allowed, the reason is reported.</summary>
    public void CheckWritable(Value buffer, SyntaxNode at)
    {
        if (Of(buffer) is not { } origin)
        {
            return;
        }

        if (origin is IParameterSymbol parameter)
        {
            string element = CSharpNames.Short(parameter.Type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)parameter.Type).TypeArguments[0]);
            faults.Report(Descriptors.WriteToInput, at, parameter.Name, CSharpNames.Short(parameter.Type), element);
        }
        else
        {
            faults.Report(Descriptors.WriteToStatic, at, CSharpNames.Short(origin));
        }
    }

    public void CheckIsThere(Value array, IOperation at)
    {
        if (Of(array) is { } origin and not IParameterSymbol)
        {
            faults.ReportUnsupported(at.Syntax, $"The question whether the array in '{CSharpNames.Short(origin)}' is null", "Let it hold an empty array where there is none");
        }
    }
}
