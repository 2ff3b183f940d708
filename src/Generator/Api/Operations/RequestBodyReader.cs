using Kiln.Generator.Api.Annotations;
using Kiln.Generator.Api.Model;
using Kiln.Generator.Api.Nodes;
using Kiln.Generator.Api.Nswag;
using Kiln.Generator.Collections;
using Kiln.Generator.Diagnostics;
using Kiln.Generator.Specs.Tree;

namespace Kiln.Generator.Api.Operations;

/// <summary>Reads request bodies: each media type with how it is written.</summary>
internal sealed class RequestBodyReader(DocumentNodes document, ReadSchema read, ResolveSchema resolve, Origins origins, List<DiagnosticInfo> diagnostics)
{
    private readonly RequestFormats formats = new(resolve);

    /// <summary>The body; <see langword="null"/> for one that nobody could send anything with.</summary>
    public RequestBody? Read(OperationSkeleton operation, BodySkeleton body, PointedNode? node)
    {
        var contents = node is { } owner && owner.Child("content") is { } content ? ReadContents(body.MediaTypes, content) : [];
        var read = new RequestBody(body.IsRequired, contents, DocText.Of(body.Description)) { Origin = origins.Add(node?.Pointer) };
        if (node is not { } place || contents.Count == 0 || !IsIgnored(operation))
            return read;

        // OpenAPI 3.0.3, "Operation Object": where HTTP gives a body no meaning, it shall be ignored; many services read it all the same.
        var isEmpty = !body.IsRequired && contents.All(c => IsEmpty(c.Schema));
        var what = isEmpty ? "it is optional and declares no properties, so it is left out" : "it is an optional argument";
        diagnostics.Add(new(ApiRules.IgnoredRequestBody, place.Location, operation.Method, what));
        return isEmpty ? null : read with { IsRequired = false };
    }

    private bool IsIgnored(OperationSkeleton operation) => operation.Method is "GET" or "HEAD" or "DELETE" && IsOpenApi30;

    private bool IsOpenApi30 => document.Root["openapi"].AsText()?.StartsWith("3.0", StringComparison.Ordinal) == true;

    private bool IsEmpty(Schema? schema) => schema is null || resolve(schema) is AnySchema or ObjectSchema { Properties.Count: 0, AdditionalProperties: null } or DictionarySchema { Values: AnySchema };

    private EquatableArray<Content> ReadContents(IReadOnlyList<string> mediaTypes, PointedNode content)
    {
        foreach (var mediaType in mediaTypes.Where(m => !MediaTypes.FitsHeader(m)))
            diagnostics.Add(new(ApiRules.InvalidMediaType, content.LocationOf(mediaType), mediaType));
        return mediaTypes.Where(MediaTypes.FitsHeader).Select(m => ReadContent(m, content.Child(m), content.LocationOf(m))).ToEquatableArray();
    }

    private Content ReadContent(string mediaType, PointedNode? node, SourceLocation location)
    {
        var use = node?.Child("schema") is { } schema ? read(document.Schema(schema)) : (SchemaUse?)null;
        var item = node?.Child("itemSchema") is { } each ? read(document.Schema(each)) : (SchemaUse?)null;
        var format = formats.Of(mediaType, use?.Schema);
        if (format == RequestFormat.JsonLines)
            return new(mediaType, item?.Schema ?? ItemOf(use?.Schema)) { Format = format };
        // The items of JSON are those of an array (OpenAPI 3.2.0, "Sequential Media Types"); elsewhere they have no form.
        if (item is { } element && format == RequestFormat.Json)
            use ??= new(new ArraySchema(element.Schema, element.IsNullable && resolve(element.Schema) is not AnySchema), false);
        else if (item is not null)
            diagnostics.Add(new(ApiRules.UnreflectedKeyword, node!.Value["itemSchema"]!.Location, "itemSchema"));

        Report(format, mediaType, use?.Schema, location);
        return new(mediaType, use?.Schema, use is { IsNullable: true } && resolve(use.Value.Schema) is not AnySchema)
        {
            Format = format,
            Example = ExampleText.Of(node, document),
            Encodings = format is RequestFormat.Multipart or RequestFormat.Form ? ReadEncodings(node?.Child("encoding"), use?.Schema, format) : [],
        };
    }

    // What has a schema of lines in an older version has that of one line, or of all of them.
    private Schema? ItemOf(Schema? schema) => schema is not null && resolve(schema) is ArraySchema { Items: var items } ? items : schema;

    private void Report(RequestFormat format, string mediaType, Schema? schema, SourceLocation location)
    {
        if (format == RequestFormat.Multipart && !(schema is not null && resolve(schema) is ObjectSchema { Properties.Count: > 0 }))
            diagnostics.Add(new(ApiRules.UnnamedParts, location, mediaType));
        else if (format == RequestFormat.Stream && schema is not null && resolve(schema) is not (ScalarSchema { Type: "string" } or AnySchema))
            diagnostics.Add(new(ApiRules.RequestStream, location, mediaType));
    }

    private EquatableArray<PartEncoding> ReadEncodings(PointedNode? node, Schema? schema, RequestFormat format)
    {
        if (node?.Node is not SpecMap map || schema is null || resolve(schema) is not ObjectSchema form)
            return [];
        var properties = form.Properties.ToDictionary(p => p.WireName, StringComparer.Ordinal);
        return map.Entries
            .Where(e => e.Value is SpecMap && properties.ContainsKey(e.Key))
            .Select(e => ReadEncoding(e.Key, (SpecMap)e.Value, resolve(properties[e.Key].Schema), format))
            .OfType<PartEncoding>()
            .ToEquatableArray();
    }

    // Tools write an encoding for each property, which mostly says no more than what is true without it.
    private PartEncoding? ReadEncoding(string name, SpecMap encoding, Schema schema, RequestFormat format)
    {
        var contentType = ContentTypeOf(encoding);
        // OpenAPI 3.0.3 ignores the style of a part of a multipart body, and a single value is the same in each.
        var hasStyle = schema is not (ScalarSchema or EnumSchema) && (format == RequestFormat.Form || !IsOpenApi30)
            && (encoding["style"] ?? encoding["explode"] ?? encoding["allowReserved"]) is not null;
        var style = hasStyle ? encoding["style"].AsText() ?? "form" : null;
        var explode = (encoding["explode"] as SpecScalar)?.Text switch { "true" => true, "false" => false, _ => style == "form" };
        var headers = format == RequestFormat.Multipart ? HeadersOf(encoding) : [];
        return style is null && contentType is null && headers.Count == 0 ? null : new(name, contentType, style, explode, headers);
    }

    // Of several the first. A range says nothing that could be sent.
    private string? ContentTypeOf(SpecMap encoding)
    {
        if (encoding["contentType"] is not { } node || node.AsText()?.Split(',')[0].Trim() is not { } contentType || contentType.Contains("*"))
            return null;
        if (MediaTypes.FitsHeader(contentType))
            return contentType;
        diagnostics.Add(new(ApiRules.InvalidMediaType, node.Location, contentType));
        return null;
    }

    private static EquatableArray<string> HeadersOf(SpecMap encoding) =>
        (encoding["headers"] as SpecMap)?.Entries.Select(h => h.Key).Where(h => !h.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).ToEquatableArray() ?? [];
}
