using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Specs.Grammar;

/// <summary>The extension by which an operation or a media type describes a stream; it refers to a schema, though OpenAPI knows no reference there.</summary>
internal static class StreamKeys
{
    public const string Extension = "x-kiln-stream";
    public const string Item = "item";

    /// <summary>The reference to the schema of its items, as it is written: a string, or an object with a <c>$ref</c>; <see langword="null"/> for none.</summary>
    /// <param name="owner">The operation or the media type.</param>
    public static string? ItemOf(SpecMap owner) =>
        owner[Extension] is SpecMap stream ? stream[Item].AsText() ?? (stream[Item] as SpecMap)?[SpecReference.Key].AsText() : null;
}
