using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>What the buffer variables may refer to while some parts of a body run: what is assigned to them there, followed back.</summary>
internal sealed class BufferSources
{
    private readonly Func<Variable, Value?> _current;
    private readonly Dictionary<object, List<(IOperation Source, Frame Frame)>> _assigned = [];

    /// <param name="parts">The parts that run, with the frames in which their symbols are looked up.</param>
    /// <param name="current">What a variable refers to before they run.</param>
    public BufferSources(IEnumerable<(IOperation Part, Frame Frame)> parts, Func<Variable, Value?> current)
    {
        _current = current;
        foreach ((IOperation part, Frame frame) in parts)
        {
            foreach ((ISymbol target, IOperation source) in part.DescendantsAndSelf().SelectMany(Assignments))
            {
                object key = Key(target, frame);
                if (!_assigned.TryGetValue(key, out List<(IOperation, Frame)> sources))
                {
                    _assigned.Add(key, sources = []);
                }

                sources.Add((source, frame));
            }
        }
    }

    /// <summary>Whether a part of a buffer is assigned.</summary>
    public bool HaveSlices => _assigned.Values.SelectMany(sources => sources)
        .Any(assigned => assigned.Source.DescendantsAndSelf().Any(part => part is IImplicitIndexerReferenceOperation { Argument: IRangeOperation }
            || (part is IInvocationOperation { Arguments.Length: > 0 } call && BufferCall.IsView(call.TargetMethod))));

    /// <summary>The buffers that the variable, or a buffer that it is a view of, may be; null where that is not known.</summary>
    public IReadOnlyCollection<Value>? Of(Variable variable)
    {
        var found = new HashSet<Value>();
        return Follow(variable, found, []) ? found : null;
    }

    private bool Follow(object key, HashSet<Value> found, HashSet<object> visited)
    {
        if (!visited.Add(key))
        {
            return true;
        }

        if (key is Variable variable && _current(variable) is { } current)
        {
            if (current.Type is not BufferType)
            {
                return false;
            }

            found.Add(current);
        }

        bool isAssigned = _assigned.TryGetValue(key, out List<(IOperation Source, Frame Frame)> sources);
        return isAssigned ? sources.All(source => Follow(source.Source, source.Frame, found, visited)) : key is Variable;
    }

    private bool Follow(IOperation source, Frame frame, HashSet<Value> found, HashSet<object> visited) => source switch
    {
        IConversionOperation conversion when IsBuffer(conversion.Operand.Type) => Follow(conversion.Operand, frame, found, visited),
        ILocalReferenceOperation local => Follow(Key(local.Local, frame), found, visited),
        IParameterReferenceOperation parameter => Follow(Key(parameter.Parameter, frame), found, visited),
        IImplicitIndexerReferenceOperation { Argument: IRangeOperation, Instance: { } whole } => Follow(whole, frame, found, visited),
        IInvocationOperation call when BufferCall.IsView(call.TargetMethod) =>
            Follow(call.Instance ?? call.Arguments[0].Value, frame, found, visited),
        _ => false,
    };

    private static object Key(ISymbol symbol, Frame frame) => (object?)frame.Find(symbol)?[0] ?? symbol;

    private static bool IsBuffer(ITypeSymbol? type) => type is not null && (TypeMap.Buffer(type) is not null || Grid.Of(type) is not null);

    private static IEnumerable<(ISymbol Target, IOperation Source)> Assignments(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation assignment => Assignments(assignment.Target, assignment.Value),
        IDeconstructionAssignmentOperation deconstruction => Assignments(deconstruction.Target, deconstruction.Value),
        IVariableDeclaratorOperation declarator when IsBuffer(declarator.Symbol.Type) && declarator.GetVariableInitializer() is { } initializer =>
            [(declarator.Symbol, initializer.Value)],
        _ => [],
    };

    private static IEnumerable<(ISymbol Target, IOperation Source)> Assignments(IOperation target, IOperation source) => target switch
    {
        IDeclarationExpressionOperation declaration => Assignments(declaration.Expression, source),
        ITupleOperation targets when Unwrapped(source) is ITupleOperation sources && targets.Elements.Length == sources.Elements.Length =>
            targets.Elements.Zip(sources.Elements, Assignments).SelectMany(pairs => pairs),
        ILocalReferenceOperation local when IsBuffer(local.Type) => [(local.Local, source)],
        IParameterReferenceOperation parameter when IsBuffer(parameter.Type) => [(parameter.Parameter, source)],
        _ => [],
    };

    private static IOperation Unwrapped(IOperation operation) =>
        operation is IConversionOperation conversion ? Unwrapped(conversion.Operand) : operation;
}
