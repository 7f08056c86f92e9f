using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using StaticAd.Generator.Ir;

namespace StaticAd.Generator.Diagnostics;

/// <summary>A diagnostic as a value: no symbols, no syntax.</summary>
/// <param name="Id">Of a descriptor in <see cref="Descriptors"/>.</param>
/// <param name="Arguments">What fills the message's holes.</param>
/// <param name="AdditionalLocations">Other places that have a part in it, such as the fault inside a called method.</param>
internal sealed record DiagnosticInfo(
    string Id,
    EquatableArray<string> Arguments,
    SourceSpan Location,
    EquatableArray<SourceSpan> AdditionalLocations)
{
    /// <summary>Properties of a fault inside a called method: the fault's own id, and which of the additional locations is its place.</summary>
    public const string CauseProperty = "Cause";

    /// <inheritdoc cref="CauseProperty"/>
    public const string CausePlaceProperty = "CausePlace";

    /// <summary>For a fault inside a called method, the innermost one.</summary>
    public DiagnosticInfo? Cause { get; init; }

    public DiagnosticDescriptor Descriptor => Descriptors.Get(Id);

    public bool IsError => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The message with its holes filled.</summary>
    public string Message =>
        string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat.ToString(), [.. Arguments]);

    public Diagnostic ToDiagnostic(Compilation compilation) => Diagnostic.Create(
        Descriptor,
        Location.ToLocation(compilation),
        AdditionalLocations.Select(span => span.ToLocation(compilation)),
        Properties(),
        [.. Arguments]);

    private ImmutableDictionary<string, string?> Properties() => Cause is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty
            .Add(CauseProperty, Cause.Id)
            .Add(CausePlaceProperty, AdditionalLocations.ToList().IndexOf(Cause.Location).ToString(CultureInfo.InvariantCulture));
}
