using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>
/// Where the elements of some parameters stand in the vector of them all: parameter by parameter, those of a buffer one after the
/// other. A buffer of structures has in each place all leaves of an element.
/// </summary>
internal sealed class ElementOrder
{
    private readonly Dictionary<string, (Value Start, int Stride)> _places = [];

    public ElementOrder(IEnumerable<Parameter> parameters, BlockBuilder body)
    {
        Value next = body.Constant(0);
        foreach (IGrouping<string, Parameter> declared in parameters.GroupBy(parameter => parameter.DeclaredName))
        {
            Parameter[] leaves = [.. declared];
            bool isInterleaved = leaves.Length > 1 && leaves[0].Type is BufferType;
            for (int i = 0; i < leaves.Length; i++)
            {
                Value start = isInterleaved && i > 0 ? body.Add(next, body.Constant(i)) : next;
                _places.Add(leaves[i].Name, (start, isInterleaved ? leaves.Length : 1));
                next = isInterleaved ? next : body.Add(next, CountOf(leaves[i], body));
            }

            next = isInterleaved ? body.Add(next, body.Multiply(CountOf(leaves[0], body), body.Constant(leaves.Length))) : next;
        }

        Count = next;
    }

    /// <summary>How many elements there are.</summary>
    public Value Count { get; }

    /// <summary>The place of a parameter's first element.</summary>
    public Value StartOf(Parameter parameter) => _places[parameter.Name].Start;

    /// <summary>How many places a parameter's elements are apart.</summary>
    public int StrideOf(Parameter parameter) => _places[parameter.Name].Stride;

    /// <summary>How many elements a parameter has.</summary>
    public static Value CountOf(Parameter parameter, BlockBuilder body) =>
        parameter.Type is BufferType ? body.Length(parameter.Value!) : body.Constant(1);
}
