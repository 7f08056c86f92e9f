using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>A C# local or parameter, one component of a tuple variable, or a flag of the translation itself.</summary>
/// <param name="Index">Position in every <see cref="Environment"/>; in the order of declaration.</param>
/// <param name="PassiveBy">The member or parameter whose <c>[NoDerivative]</c> says that it holds no active value.</param>
internal sealed record Variable(int Index, string? Name, IrType Type, string? PassiveBy = null);

/// <summary>What each variable holds at one point of the program.</summary>
internal sealed class Environment
{
    private readonly List<Value?> _values;

    public Environment()
        : this([])
    {
    }

    private Environment(List<Value?> values) => _values = values;

    public int Count => _values.Count;

    /// <summary>The current version; null before the first assignment.</summary>
    public Value? this[Variable variable]
    {
        get => this[variable.Index];
        set
        {
            while (_values.Count <= variable.Index)
            {
                _values.Add(null);
            }

            _values[variable.Index] = value;
        }
    }

    public Value? this[int index]
    {
        get => index < _values.Count ? _values[index] : null;
        set => _values[index] = value;
    }

    public Environment Copy() => new([.. _values]);
}
