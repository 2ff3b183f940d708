using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads the bodies of requests and responses, one for each media type.</summary>
internal sealed class ContentReader(DocumentNodes document, ReadSchema read, ResolveSchema resolve, List<DiagnosticInfo> diagnostics)
{
    /// <summary>The bodies of a request body or response; those whose media type no header can hold are left out, with a diagnostic.</summary>
    /// <param name="mediaTypes">The media types of the body.</param>
    /// <param name="owner">The request body or response.</param>
    /// <param name="stream">What is reported where a body with a schema becomes a stream.</param>
    public EquatableArray<Content> Read(IReadOnlyList<string> mediaTypes, PointedNode? owner, DiagnosticRule stream)
    {
        if (owner?.Child("content") is not { } content)
            return [];

        foreach (var mediaType in mediaTypes.Where(m => !MediaTypes.FitsHeader(m)))
            diagnostics.Add(new(ApiRules.InvalidMediaType, content.LocationOf(mediaType), mediaType));

        var contents = mediaTypes.Where(MediaTypes.FitsHeader).Select(m => Read(m, content.Child(m)?.Child("schema"))).ToEquatableArray();
        if (MediaTypes.Choose(contents) is { } chosen)
        {
            var others = contents.Where(c => c != chosen).Select(c => $"'{c.MediaType}'").ToList();
            if (others.Count > 0)
                diagnostics.Add(new(ApiRules.IgnoredMediaTypes, content.Location, chosen.MediaType, string.Join(", ", others)));
            if (MediaTypes.KindOf(chosen.MediaType) == BodyKind.Stream && chosen.Schema is { } body && resolve(body) is not ScalarSchema { Type: "string" })
                diagnostics.Add(new(stream, content.Location, chosen.MediaType));
            if (content.Child(chosen.MediaType)?["itemSchema"] is { } itemSchema)
                diagnostics.Add(new(UnsupportedRules.ItemSchema, itemSchema.Location, chosen.MediaType, Describe(chosen)));
        }
        return contents;
    }

    private static string Describe(Content content) => MediaTypes.KindOf(content.MediaType) switch
    {
        BodyKind.Stream => "a stream",
        BodyKind.Text => "a string",
        _ => "the type of its 'schema', or JsonElement without one",
    };

    private Content Read(string mediaType, PointedNode? schema)
    {
        if (schema is not { } node)
            return new(mediaType, null);
        var use = read(document.Schema(node));
        return new(mediaType, use.Schema, use.IsNullable && resolve(use.Schema) is not AnySchema);
    }
}
