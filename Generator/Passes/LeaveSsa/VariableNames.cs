using StaticAd.Generator.Emit;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Passes.LeaveSsa;

/// <summary>
/// Names variables after the user's names, else after what they hold. The first of a name has it plain, the next ones get
/// numbers; scopes that do not enclose each other may use the same name.
/// </summary>
internal sealed class VariableNames
{
    private static readonly string[] Counters = ["i", "j", "k", "l"];

    private readonly HashSet<string> _reserved;
    private readonly Dictionary<string, List<Scope>> _given = [];

    /// <param name="reserved">Names that mean something else in the method.</param>
    public VariableNames(IEnumerable<string> reserved)
    {
        _reserved = [.. reserved];
    }

    public void Name(IEnumerable<Variable> variables)
    {
        foreach (Variable variable in variables)
        {
            if (variable.Parameter is { HasRun: true } grid)
            {
                variable.Name = Identifiers.Escape(Free(Numbered(grid.Name + "Elements"), variable.Scope));
            }
            else if (variable.Parameter is not null)
            {
                variable.Name = Identifiers.Escape(variable.Parameter is { Of: { Buffer: not null } buffer } ? buffer.Name : variable.Parameter.Name);
            }
            else
            {
                variable.Name = Identifiers.Escape(Free(Candidates(variable), variable.Scope.Braces));
            }
        }
    }

    /// <summary>A name for something that is seen in the whole method.</summary>
    public string Global(string name, Scope root) => Identifiers.Escape(Free(Numbered(name), root));

    private static IEnumerable<string> Candidates(Variable variable)
    {
        string name = variable.UserName ?? TemporaryNames.Of(variable);
        bool isUnnamedCounter = variable.UserName is null && variable.Definition is For;
        return isUnnamedCounter ? Counters.Concat(Numbered(name)) : Numbered(name);
    }

    private static IEnumerable<string> Numbered(string name)
    {
        yield return name;
        string stem = char.IsDigit(name[name.Length - 1]) ? name + "_" : name;
        for (int i = 2; ; i++)
        {
            yield return stem + i;
        }
    }

    private string Free(IEnumerable<string> candidates, Scope scope)
    {
        string name = candidates.First(candidate => !_reserved.Contains(candidate) && !IsTaken(candidate, scope));
        if (!_given.TryGetValue(name, out List<Scope>? scopes))
        {
            _given.Add(name, scopes = []);
        }

        scopes.Add(scope);
        return name;
    }

    private bool IsTaken(string name, Scope scope) =>
        _given.TryGetValue(name, out List<Scope>? scopes)
        && scopes.Any(other => other.Encloses(scope) || scope.Encloses(other));
}
