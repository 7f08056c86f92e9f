using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Frontend;

/// <summary>C# text with values of the IR between its pieces, as it is put together.</summary>
internal sealed class StatementText
{
    private readonly List<string> _pieces = [""];
    private readonly List<Value> _values = [];

    public StatementText Add(string text)
    {
        _pieces[_pieces.Count - 1] += text;
        return this;
    }

    public void Add(Value value)
    {
        _values.Add(value);
        _pieces.Add("");
    }

    /// <summary>A string, a character or <c>null</c> as a literal.</summary>
    public void AddLiteral(object? value) => Add(LiteralOf(value));

    /// <summary>A string, a character, a <c>decimal</c> or <c>null</c> as C# writes it.</summary>
    public static string LiteralOf(object? value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        _ => "null",
    };

    /// <summary>Text between the holes of an interpolated string.</summary>
    public void AddInterpolated(string text)
    {
        string literal = SymbolDisplay.FormatLiteral(text, quote: true);
        Add(literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}"));
    }

    public EquatableArray<string> Pieces => _pieces.ToEquatableArray();

    /// <summary>What stands between the pieces.</summary>
    public IReadOnlyList<Value> Values => _values;

    public Throw Finish(bool always) => new(_pieces.ToEquatableArray(), _values.ToEquatableArray(), always);
}
