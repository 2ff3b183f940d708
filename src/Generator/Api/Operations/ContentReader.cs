using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Operations.Streams;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads the bodies of responses, one for each media type.</summary>
internal sealed class ContentReader(DocumentNodes document, ReadSchema read, ResolveSchema resolve, ItemContents items, List<DiagnosticInfo> diagnostics)
{
    /// <summary>The bodies of a response; those whose media type no header can hold are left out, with a diagnostic.</summary>
    /// <param name="mediaTypes">The media types of the body.</param>
    /// <param name="owner">The response.</param>
    /// <param name="description">What the document says of it.</param>
    public EquatableArray<Content> Read(IReadOnlyList<string> mediaTypes, PointedNode? owner, string? description)
    {
        if (owner?.Child("content") is not { } content)
            return [];

        foreach (var mediaType in mediaTypes.Where(m => !MediaTypes.FitsHeader(m)))
            diagnostics.Add(new(ApiRules.InvalidMediaType, content.LocationOf(mediaType), mediaType));

        var contents = mediaTypes.Where(MediaTypes.FitsHeader).SelectMany(m => items.Of(Read(m, content.Child(m)?.Child("schema")) with { Example = ExampleText.Of(content.Child(m), document) }, content.Child(m), description)).ToEquatableArray();
        if (!contents.Any(c => c.Kind == BodyKind.Json))
        {
            foreach (var body in contents.Where(IsUntyped))
                diagnostics.Add(new(ApiRules.UntypedResponse, content.LocationOf(body.MediaType), body.MediaType, Describe(body)));
        }
        return contents;
    }

    private static string Describe(Content content) => content.Kind switch
    {
        BodyKind.Stream => "a stream",
        _ => "a string",
    };

    // What is plain text has no structure, whatever its schema says.
    private bool IsUntyped(Content content) =>
        content is { Items: null, Schema: { } schema } && resolve(schema) is not (AnySchema or ScalarSchema { Type: "string" })
        && (content.Kind == BodyKind.Stream || content.Kind == BodyKind.Text && MediaTypes.IsXml(content.MediaType));

    private Content Read(string mediaType, PointedNode? schema)
    {
        if (schema is not { } node)
            return new(mediaType, null) { Kind = KindOf(mediaType, null) };
        var use = read(document.Schema(node));
        var resolved = resolve(use.Schema);
        return new(mediaType, use.Schema, use.IsNullable && resolved is not AnySchema) { Kind = KindOf(mediaType, resolved) };
    }

    // What is binary is a file, whatever a framework took its media type for; and a range of types says nothing of how a value is written.
    private static BodyKind KindOf(string mediaType, Schema? schema) => (MediaTypes.KindOf(mediaType), schema) switch
    {
        (_, ScalarSchema { Type: "string", Format: "binary" }) => BodyKind.Stream,
        (BodyKind.Json, ScalarSchema { Type: "string", Format: "byte" }) when mediaType.Contains("*") => BodyKind.Bytes,
        (BodyKind.Stream, _) when MediaTypes.IsXml(mediaType) => BodyKind.Text,
        var (kind, _) => kind,
    };
}
