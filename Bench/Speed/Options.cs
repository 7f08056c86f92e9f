using System.Globalization;

namespace StaticAd.Speed;

/// <summary>What the command line asks for.</summary>
/// <param name="Filter">Only comparisons whose name contains this text, in any case.</param>
/// <param name="Rounds">How often each pair is timed at most.</param>
/// <param name="ListOnly">Print the names instead of measuring.</param>
internal sealed record Options(string Filter, int Rounds, bool ListOnly)
{
    private const int DefaultRounds = 101;

    /// <summary>The options, or null where the arguments are none.</summary>
    public static Options? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new Options("", DefaultRounds, ListOnly: false);
        while (!arguments.IsEmpty)
        {
            switch (arguments)
            {
                case ["--list", .. var rest]:
                    options = options with { ListOnly = true };
                    arguments = rest;
                    break;
                case ["--filter", var text, .. var rest]:
                    options = options with { Filter = text };
                    arguments = rest;
                    break;
                case ["--rounds", var count, .. var rest]
                    when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    arguments = rest;
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
