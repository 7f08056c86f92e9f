using System.ComponentModel;

namespace StaticAd.CompilerServices;

/// <summary>On a copy of a marked method that counts its branches. For generated code of Debug builds only.</summary>
/// <param name="method">The name of the method.</param>
/// <param name="file">The name of the file that it stands in.</param>
/// <param name="lines">For each branch, how many lines below the mark it stands.</param>
/// <param name="branches">For each branch, the condition and what it was.</param>
[AttributeUsage(AttributeTargets.Method)]
[EditorBrowsable(EditorBrowsableState.Never)]
[CLSCompliant(false)]
public sealed class RecordsBranchesAttribute(string method, string file, int[] lines, string[] branches) : Attribute
{
    internal string Method { get; } = method;

    internal string File { get; } = file;

    internal int[] Lines { get; } = lines;

    internal string[] Branches { get; } = branches;
}
