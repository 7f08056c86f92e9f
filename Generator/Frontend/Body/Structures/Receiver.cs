using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>The receiver of a marked method of a structure, no part of which may be assigned.</summary>
internal sealed class Receiver(BodyState state, Faults faults, Rooms rooms)
{
    /// <summary>The leaves of the marked method's own receiver.</summary>
    private readonly List<Variable> _leaves = [];

    /// <summary>Memory of the receiver of a marked method.</summary>
    private readonly HashSet<int> _memory = [];

    public void Declare(IReadOnlyList<Parameter> receiver, ITypeSymbol type)
    {
        IReadOnlyList<Leaf> leaves = Structs.Leaves(type)!;
        foreach (Parameter parameter in receiver)
        {
            Variable variable = state.NewVariable(parameter.Value!.Name, parameter.Type, leaves[parameter.Leaf].PassiveBy);
            _leaves.Add(variable);
            state.Environment[variable] = parameter.Value;
        }

        if (!InlineArray.IsIn(type))
        {
            state.Frame.Add(type, [.. _leaves]);
            return;
        }

        Place[] places = rooms.Variables.Bind(type, "self", type, state.Frame);
        rooms.Parameters.Hold(places, [.. _leaves]);
        _memory.UnionWith(places.OfType<ElementPlace>().Select(place => place.Buffer.Id));
        _leaves.AddRange(places.OfType<VariablePlace>().Select(place => place.Variable));
    }

    public void CheckNotAssigned(Variable variable, SyntaxNode at)
    {
        if (_leaves.Contains(variable))
        {
            Report(at);
        }
    }

    public void CheckNotAssigned(Value buffer, SyntaxNode at)
    {
        if (_memory.Contains(rooms.Views.Root(buffer).Id))
        {
            Report(at);
        }
    }

    private void Report(SyntaxNode at) => faults.ReportUnsupported(
        at,
        $"Assigning a part of the receiver of a {(state.Translation.Callees.IsRoot(state.Method) ? "marked" : "recursive")} method",
        "Return the new value, or make the method static with a 'ref' parameter");
}
