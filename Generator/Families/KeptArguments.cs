using StaticAd.Generator.Ir;
using StaticAd.Generator.Passes;

namespace StaticAd.Generator.Families;

/// <summary>
/// What the memory of the caller's that the method both reads and writes held on entry: a member that runs the method several times
/// starts each run from that, and the last run leaves it as the method does.
/// </summary>
internal sealed class KeptArguments
{
    private readonly (Value Buffer, Value Copy)[] _copies;

    /// <param name="layout">The layout of the member.</param>
    /// <param name="body">Takes the copies, before anything is written.</param>
    public KeptArguments(JacobianLayout layout, BlockBuilder body) => _copies =
        [.. layout.Overwritten.Select(parameter => (parameter.Value!, body.CopyOf(parameter.Value!, parameter.Value!.Name + "Copy")))];

    /// <summary>Appends what starts a run.</summary>
    public void Restore(BlockBuilder body)
    {
        foreach ((Value buffer, Value copy) in _copies)
        {
            body.Append(new Copy(copy, buffer));
        }
    }
}
