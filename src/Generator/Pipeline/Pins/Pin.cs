namespace Kiln.Generator.Pipeline.Pins;

/// <summary>A name that an overlay fixes.</summary>
/// <param name="Target">The query of the object that says it.</param>
/// <param name="Key">The extension.</param>
/// <param name="Entry">The entry of the extension's map; <see langword="null"/> for an extension that is the name itself.</param>
/// <param name="Name">The name.</param>
/// <example><c>$.components.schemas.Pet</c>, <c>x-kiln-property-names</c>, <c>created_at</c>, <c>CreatedAt</c></example>
internal sealed record Pin(string Target, string Key, string? Entry, string Name)
{
    /// <summary>Where it stands, without the name.</summary>
    public (string, string, string?) Place => (Target, Key, Entry);
}
