using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Files;

/// <summary>
/// The URIs against which references are resolved (RFC 3986, section 5). They only identify parts of the input files; nothing is ever retrieved by one.
/// </summary>
internal static class BaseUri
{
    private const string IdKey = "$id";
    private const string SelfKey = "$self";

    /// <summary>Keys whose values are data: what looks like a schema in an example is none.</summary>
    private static readonly HashSet<string> DataKeys = new(StringComparer.Ordinal) { "example", "examples", "default", "enum", "const" };

    private static readonly HashSet<string> NameMaps = new(StringComparer.Ordinal) { "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas" };

    /// <summary>The base of a file that does not name one.</summary>
    public static Uri? OfFile(string normalPath) =>
        Uri.TryCreate("file:///" + string.Join("/", normalPath.TrimStart('/').Split('/').Select(Uri.EscapeDataString)), UriKind.Absolute, out var uri) ? uri : null;

    /// <summary>The URI of a reference without its fragment; <see langword="null"/> if it is none.</summary>
    public static Uri? Resolve(Uri? against, string reference) =>
        against is not null && Uri.TryCreate(against, reference, out var uri) ? uri : null;

    /// <summary>The URI in its one spelling; the text itself if it is no URI.</summary>
    public static string Canonical(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out var parsed) ? parsed.AbsoluteUri : uri;

    /// <summary>The URI that a node of a file gives itself; <see langword="null"/> if it gives none.</summary>
    /// <param name="map">The node.</param>
    /// <param name="isRoot">Whether it is the file's root, which may be a document.</param>
    /// <param name="outer">The URI of what the node is part of.</param>
    public static Uri? Own(SpecMap map, bool isRoot, Uri? outer)
    {
        for (var i = 0; i < map.Entries.Count; i++)
        {
            var entry = map.Entries[i];
            if ((entry.Key == IdKey || (isRoot && entry.Key == SelfKey)) && entry.Value.AsText() is { Length: > 0 } id && id[0] != '#')
                return Resolve(outer, FileReference.Parse(id).File);
        }
        return null;
    }

    /// <summary>Whether the value of a key is data, and no part of a schema or document.</summary>
    public static bool IsData(string key, string parentKey) => !NameMaps.Contains(parentKey) && (DataKeys.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal));

    /// <summary>Whether a file follows a version of OpenAPI without <c>$id</c>. A file that is no OpenAPI document is a JSON Schema.</summary>
    public static bool HasNone(SpecNode root) =>
        root is SpecMap map && (map["swagger"] is not null || (map["openapi"].AsScalarText() is { } version && version.StartsWith("3.0", StringComparison.Ordinal)));
}
